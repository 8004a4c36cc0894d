"""All files of open data of a site: what is in them, that they agree, and that nothing is in them that must not leave."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import samples
from samples import activity, base, campaign, catalogue, contact, district, organisation, part, venue
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.plan.brief import Brief
from scienceweek.plan.open_data.files import data_files
from scienceweek.render import Target, named
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[3]
KINDS = ("activities", "bases", "campaigns", "changes", "organisations", "venues")


def made(facts: Catalogue, url: str = "https://kp.example.cn", **changes: object) -> dict[str, Target]:
    brief = Brief(samples.site(url=url), Privacy(date(2024, 5, 25)), (), PROJECT / "theme", **changes)
    return {
        target.path: target for target in named(data_files(facts, brief)) if target.path.startswith("data/")
    }


def drawn(target: Target) -> bytes:
    return target.draw(*target.data)


def told(found: dict[str, Target], path: str) -> dict[str, object]:
    return json.loads(drawn(found[path]))


@pytest.mark.parametrize("facts", ["own", "made_up"])
def test_every_file_fits_the_schema_that_it_names(facts: str, request: pytest.FixtureRequest):
    found = made(request.getfixturevalue(facts))
    schemas = {}
    for kind in KINDS:
        schema = told(found, f"data/schema/{kind}.json")
        Draft202012Validator.check_schema(schema)
        schemas[schema["$id"]] = Draft202012Validator(schema, format_checker=FormatChecker())

    faults = [
        (path, fault.message)
        for path, target in found.items()
        if path.endswith(".json") and "/schema/" not in path
        for held in [json.loads(drawn(target))]
        for fault in schemas[held["$schema"]].iter_errors(held)
    ]

    assert faults == []


def test_the_whole_each_district_and_each_campaign_have_files_of_what_they_have():
    museum = base(campaign=campaign())
    facts = catalogue(campaign(), museum, venue(), activity(where=museum), organisation())

    assert sorted(path for path in made(facts) if path.endswith(".json")) == [
        "data/activities.json",
        "data/bases.json",
        "data/campaigns.json",
        "data/campaigns/2024-yubei.activities.json",
        "data/campaigns/2024-yubei.bases.json",
        "data/changes/1.json",
        "data/changes/index.json",
        "data/districts/yubei.activities.json",
        "data/districts/yubei.bases.json",
        "data/districts/yubei.venues.json",
        "data/organisations.json",
        *(f"data/schema/{kind}.json" for kind in KINDS),
        "data/venues.json",
    ]


def test_only_what_has_a_position_is_in_geojson():
    found = made(catalogue(campaign(), base(), venue(), activity(), organisation()))

    assert sorted(path for path in found if path.endswith(".geojson") and path.count("/") == 1) == [
        "data/activities.geojson",
        "data/bases.geojson",
        "data/venues.geojson",
    ]


def test_the_same_values_are_in_json_and_in_a_table(own: Catalogue):
    found = made(own)
    rows = list(csv.DictReader(StringIO(drawn(found["data/activities.csv"]).decode("utf-8-sig"), newline="")))

    plain = ("id", "name", "startDate", "endDate", "eventStatus", "district", "dateModified", "booking")
    assert [[row[name] for name in plain] for row in rows] == [
        [item.get(name, "") for name in plain] for item in told(found, "data/activities.json")["items"]
    ]


def test_a_site_of_many_names_the_files_in_which_each_is_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("scienceweek.plan.open_data.files.WHOLE", 1)
    home, other = district(), district(id="qijiang", name="綦江区", code="500110")
    first, second = campaign(), campaign(id="2024-qijiang", district=other)
    bases = (base(), base(id="farm", district=other))
    events = (activity(campaign=first), activity(id="b", campaign=second, district=other), activity(id="c"))
    found = made(catalogue(home, other, first, second, *bases, *events))

    whole = told(found, "data/activities.json")
    assert (whole["count"], whole["parts"]) == (
        3,
        [
            "https://kp.example.cn/data/campaigns/2024-yubei.activities.json",
            "https://kp.example.cn/data/campaigns/2024-qijiang.activities.json",
        ],
    )
    items = [item["id"] for part in whole["parts"] for item in told(found, part.split("cn/")[1])["items"]]
    assert sorted(items) == ["b", "c", "fish"]
    assert "data/activities.csv" not in found
    # Without an address the names start where the file is.
    assert told(made(catalogue(home, other, first, second, *bases, *events), url=""), "data/bases.json")[
        "parts"
    ] == [
        "../data/districts/yubei.bases.json",
        "../data/districts/qijiang.bases.json",
    ]


def test_who_had_another_id_is_found_there_too():
    museum = base(campaign=campaign())
    facts = catalogue(campaign(was=("2024-old",)), museum, activity(campaign=campaign(was=("2024-old",))))
    found = made(facts)

    old, now = (found[f"data/campaigns/{id}.activities.csv"] for id in ("2024-old", "2024-yubei"))
    assert (old.draw, old.data) == (now.draw, now.data)


def test_what_is_not_public_is_in_no_file():
    secret = contact("13900000009", name="张三", email="z@example.cn", show=Show.INTERNAL)
    office = contact("13900000008", "023-60000002", name="李四", show=Show.OFFICE)
    bureau = organisation(contacts=(secret, office))
    facts = catalogue(
        campaign(contacts=(secret,)),
        bureau,
        base(contacts=(secret, office)),
        venue(contacts=(secret,)),
        activity(contacts=(secret,), organisers=(part(Role.HOST, bureau),)),
    )

    everything = b"".join(
        drawn(one) for path, one in made(facts).items() if not path.endswith(".xlsx")
    ).decode()

    assert [
        word for word in ("13900000009", "13900000008", "张三", "李四", "z@example") if word in everything
    ] == []
    assert "023-60000002" in everything


def test_the_licence_is_in_every_file_that_has_records(own: Catalogue):
    found = made(own, licence="CC BY 4.0")

    assert {
        told(found, path).get("license")
        for path in found
        if path.endswith(".json") and "/schema/" not in path
    } == {"CC BY 4.0"}


def test_a_change_of_one_activity_changes_only_the_files_that_have_it():
    home, other = district(), district(id="qijiang", name="綦江区", code="500110")
    second = campaign(id="2024-qijiang", district=other)
    apart = activity(id="b", campaign=second, district=other)

    def prints(title: str) -> dict[str, str]:
        facts = catalogue(home, other, campaign(), second, activity(title=title), apart)
        return {path: target.fingerprint(b"") for path, target in made(facts).items()}

    before, after = prints("鱼"), prints("月壤")
    assert sorted({path.rpartition(".")[0] for path in after if after[path] != before[path]}) == [
        "data/activities",
        "data/campaigns/2024-yubei.activities",
        "data/districts/yubei.activities",
    ]
