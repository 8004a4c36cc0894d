"""The feed of changes: followed by the reader of the documentation, page by page, as sites come, change and go."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import samples
from samples import activity, base, campaign, catalogue, organisation, part, venue
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.plan.brief import Brief
from scienceweek.plan.change_log import ChangeLog, grown
from scienceweek.plan.open_data import change_feed
from scienceweek.plan.open_data.everything import everything
from scienceweek.plan.open_data.files import data_files
from scienceweek.render import named
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[3]
MONDAY = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
BRIEF = Brief(
    samples.site(url="https://kp.example.cn"),
    Privacy(date(2024, 5, 25)),
    (),
    PROJECT / "theme",
    licence="CC BY",
)


def published(facts: Catalogue, log: ChangeLog = (), moment: datetime = MONDAY) -> ChangeLog:
    return grown(log, everything(facts, BRIEF), moment)


def written(folder: Path, facts: Catalogue, log: ChangeLog, brief: Brief = BRIEF) -> dict[str, bytes]:
    """The files of the feed, which are put into *folder* too."""
    found = {
        target.path: target.draw(*target.data)
        for target in named(data_files(facts, brief, log))
        if target.path.startswith(("data/changes/", "data/schema/changes"))
    }
    for path, content in found.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return found


def documented(code: dict[str, object], folder: Path) -> None:
    """Runs the code of the documentation, which reads the files of *folder*."""
    text = (PROJECT / "docs" / "open-data.md").read_text("utf-8")
    exec("".join(re.findall("```python\\n(.*?)```", text, re.DOTALL)), code)  # noqa: S102 - it is our own
    site = "https://kp.example.cn/"
    code["urlopen"] = lambda address: (folder / address.removeprefix(site)).open("rb")


def test_the_reader_of_the_documentation_holds_what_the_site_holds(tmp_path: Path):
    fishes = [activity(id=f"fish-{number}") for number in range(997)]
    reader: dict[str, object] = {}
    documented(reader, tmp_path)
    follow, index = reader["follow"], "https://kp.example.cn/data/changes/index.json"
    copy: dict[tuple[str, str], str] = {}

    first = published(catalogue(*fishes))
    before = written(tmp_path, catalogue(*fishes), first)
    number = follow(copy, index)
    assert (number, len(first)) == (998, 998)

    now = catalogue(replace(fishes[0], title="月壤"), *fishes[2:], base(), venue())
    second = published(now, first, TUESDAY)
    after = written(tmp_path, now, second)
    number = follow(copy, index, number)

    held = {key: value for key, value in copy.items() if value}
    assert held == {
        (kind.name, id): last.digest
        for kind, id, *_ in everything(now, BRIEF)
        for last in [[one for one in second if (one.kind, one.id) == (kind.name, id)][-1]]
    }
    assert copy["activities", "fish-1"] is None
    assert number == len(second)
    assert list(reader["changes"](index, number)) == []
    # A page that is full stays as it is.
    assert after["data/changes/1.json"] == before["data/changes/1.json"]
    assert sorted(after) == [
        "data/changes/1.json",
        "data/changes/2.json",
        "data/changes/3.json",
        "data/changes/index.json",
        "data/schema/changes.json",
    ]


def test_a_change_says_what_changed_when_and_where_readers_find_it(tmp_path: Path):
    unit = organisation()
    facts = catalogue(unit, activity(organisers=(part(Role.HOST, unit),)), venue())
    log = published(facts)
    log = published(catalogue(campaign(), unit), log, TUESDAY)
    items = json.loads(written(tmp_path, facts, log)["data/changes/1.json"])["items"]

    digests = [one.pop("digest", "") for one in items]
    assert all(len(one) == 32 for one, item in zip(digests, items, strict=True) if not item["deleted"])
    # The unit has lost its only activity, and with it its page and the sum of what it has done.
    assert [(one["number"], one["kind"], one["id"], one["deleted"]) for one in items] == [
        (1, "activities", "fish", False),
        (2, "campaigns", "2024-yubei", False),
        (3, "organisations", unit.id, False),
        (4, "venues", venue().id, False),
        (5, "campaigns", "2024-yubei", False),
        (6, "organisations", unit.id, False),
        (7, "activities", "fish", True),
        (8, "venues", venue().id, True),
    ]
    assert items[0]["url"] == "https://kp.example.cn/activities/fish.html"
    assert items[0]["dateModified"] == "2024-05-20T01:02:03Z"
    assert "url" not in items[6]


@pytest.mark.parametrize("url", ["https://kp.example.cn", ""])
def test_every_page_fits_the_schema_that_it_names(tmp_path: Path, own: Catalogue, url: str):
    brief = replace(BRIEF, site=samples.site(url=url))
    for log in ((), published(own)):
        found = written(tmp_path, own, log, brief)
        schema = Draft202012Validator(
            json.loads(found.pop("data/schema/changes.json")), format_checker=FormatChecker()
        )
        assert [fault for one in found.values() for fault in schema.iter_errors(json.loads(one))] == []


def test_where_nobody_has_counted_so_many_records_are_on_a_page(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(change_feed, "PAGE", 2)
    found = written(tmp_path, catalogue(activity(), venue()), ())
    items = {name: json.loads(page).get("items", ()) for name, page in found.items()}

    assert [len(items[f"data/changes/{number}.json"]) for number in (1, 2)] == [2, 1]
    assert json.loads(found["data/changes/index.json"])["parts"] == [
        f"https://kp.example.cn/data/changes/{number}.json" for number in (1, 2)
    ]


def test_where_nobody_has_counted_there_is_everything(tmp_path: Path):
    found = written(tmp_path, catalogue(activity(), venue()), ())

    (page, index) = (json.loads(found[f"data/changes/{name}.json"]) for name in ("1", "index"))
    assert [(one["kind"], one["id"], one.get("dateModified")) for one in page["items"]] == [
        ("activities", "fish", "2024-05-17T00:00:00Z"),
        ("venues", venue().id, None),
        ("campaigns", "2024-yubei", None),
    ]
    assert not any({"number", "digest"} & set(one) for one in page["items"])
    assert (index["count"], index["parts"]) == (3, ["https://kp.example.cn/data/changes/1.json"])


def test_a_site_without_records_has_a_page_too(tmp_path: Path):
    assert json.loads(written(tmp_path, catalogue(), ())["data/changes/1.json"])["items"] == []
