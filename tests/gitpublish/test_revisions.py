"""Numbers and moments of change, counted by whoever publishes, as those who have subscribed see them."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import feedparser
import icalendar
import pytest
from lxml import html
from pushers import ACTIVITIES, Clone, run, scienceweek

TUESDAY = datetime(2024, 5, 28, 22, 10, 7, tzinfo=UTC)
WEDNESDAY, THURSDAY = TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=2)
OFF = "title: 我们曾经都是鱼\n    status: cancelled\n    reason: 因场馆检修"


def committed(clone: Clone, old: str, new: str, moment: datetime) -> None:
    """Replaces *old* by *new* in the activities, in a commit of that *moment*."""
    clone.edit(ACTIVITIES, old, new)
    when = {"GIT_COMMITTER_DATE": moment.isoformat()}
    assert run("git", "commit", "--amend", "--no-edit", folder=clone.folder, **when).returncode == 0


def pushed(clone: Clone, old: str, new: str, moment: datetime) -> str:
    committed(clone, old, new, moment)
    status, told = clone.push()
    assert (status, "已发布第" in told) == (0, True), told
    return told


def seen(site: Path, id: str) -> dict[str, tuple[int, datetime]]:
    """Sequence and moment of the activity *id* in each file that has it; in a feed only the moment."""
    found = {}
    for path in (f"activities/{id}.ics", "campaigns/2024-yubei.ics", "districts/yubei.ics"):
        for event in icalendar.Calendar.from_ical((site / path).read_bytes()).walk("VEVENT"):
            if event["UID"].partition("@")[0] == id:
                assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
                found[path] = (event["SEQUENCE"], event["LAST-MODIFIED"].dt)
    for path in ("feed.atom", "districts/yubei.atom"):
        (entry,) = [
            one for one in feedparser.parse((site / path).read_bytes()).entries if one.id.endswith(f":{id}")
        ]
        found[path] = (0, datetime(*entry.updated_parsed[:6], tzinfo=UTC))
    return found


def everywhere(sequence: int, moment: datetime, id: str) -> dict[str, tuple[int, datetime]]:
    calendars = (f"activities/{id}.ics", "campaigns/2024-yubei.ics", "districts/yubei.ics")
    feeds = ("feed.atom", "districts/yubei.atom")
    return dict.fromkeys(calendars, (sequence, moment)) | dict.fromkeys(feeds, (0, moment))


def contents(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_push_that_cancels_is_a_new_revision_of_the_moment_of_its_commit(server, staff):
    moon = seen(server / "live", "moon")

    pushed(staff, "title: 我们曾经都是鱼", OFF, TUESDAY)

    assert seen(server / "live", "fish") == everywhere(1, TUESDAY, "fish")
    assert seen(server / "live", "moon") == moon
    (event,) = icalendar.Calendar.from_ical((server / "live/activities/fish.ics").read_bytes()).walk("VEVENT")
    assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "【取消】我们曾经都是鱼")
    assert event["DESCRIPTION"].splitlines()[0] == "取消：因场馆检修"


def test_what_a_push_puts_right_is_told_on_its_page_in_a_list_in_the_feed_and_to_programs(server, staff):
    there = json.loads((server / "live/data/changes/index.json").read_text("utf-8"))["count"]

    pushed(staff, "title: 我们曾经都是鱼", OFF, TUESDAY)

    live = server / "live"
    told = "状态由照常改为取消（因场馆检修）"
    pages = {path: words(live / path) for path in ("activities/fish.html", "changes.html")}
    assert f"5月29日更正：{told}。" in pages["activities/fish.html"]
    assert "2024年5月29日 周三" in pages["changes.html"]
    assert told in pages["changes.html"]
    for path in ("feed.atom", "districts/yubei.atom"):
        (entry,) = [
            one for one in feedparser.parse((live / path).read_bytes()).entries if one.id.endswith(":fish")
        ]
        assert entry.summary.startswith(f"5月29日更正：{told}<br")
    items = json.loads((live / "data/changes/1.json").read_text("utf-8"))["items"]
    assert [(one["number"], one["kind"], one["id"], one["deleted"]) for one in items[there:]] == [
        (there + 1, "activities", "fish", False)
    ]


def words(page: Path) -> str:
    """What stands on a *page*, without the signs between words."""
    return html.document_fromstring(page.read_bytes()).text_content().replace("\u200b", "")


def test_a_second_push_does_not_touch_what_the_first_has_changed(server, staff):
    pushed(staff, "title: 我们曾经都是鱼", OFF, TUESDAY)
    before = contents(server / "live")

    pushed(staff, "title: 月壤", "title: 嫦娥六号月壤", WEDNESDAY)

    assert seen(server / "live", "fish") == everywhere(1, TUESDAY, "fish")
    assert seen(server / "live", "moon") == everywhere(1, WEDNESDAY, "moon")
    after = contents(server / "live")
    assert [path for path in before if "fish" in path and after[path] != before[path]] == []


def test_the_same_commit_built_again_is_the_same_site(server, staff):
    pushed(staff, "title: 我们曾经都是鱼", OFF, TUESDAY)
    before = contents(server / "live")

    told = scienceweek("release", server, "--again").stdout

    assert "没有变化" in told
    assert contents(server / "live") == before


def test_a_rollback_goes_back_and_the_next_release_is_ahead_of_all(server, staff, tmp_path):
    at_first = seen(server / "live", "fish")
    pushed(staff, "title: 我们曾经都是鱼", OFF, TUESDAY)
    back = scienceweek(
        "rollback", "--to", "server", "--project", checkout_of(server, staff, tmp_path / "checkout")
    )
    rolled_back = seen(server / "live", "fish")

    pushed(staff, OFF, "title: 我们曾经都是鱼", WEDNESDAY)

    assert (back.returncode, back.stderr) == (0, "")
    assert rolled_back == at_first
    assert seen(server / "live", "fish") == everywhere(2, WEDNESDAY, "fish")


def test_ledgers_go_with_their_releases_and_the_newest_stays(server, staff):
    for number in range(7):
        pushed(staff, "title: ", f"title: {number}", TUESDAY + timedelta(days=number))

    kept = {path.name for path in (server / "releases").iterdir()}
    assert {path.stem for path in (server / "ledgers").iterdir()} == kept


def test_a_site_that_an_older_program_has_published_begins_with_what_its_records_say(server, staff):
    shutil.rmtree(server / "ledgers")

    pushed(staff, "title: 月壤", "title: 嫦娥六号月壤", TUESDAY)
    pushed(staff, "title: 我们曾经都是鱼", OFF, WEDNESDAY)

    assert seen(server / "live", "moon")["activities/moon.ics"][0] == 0
    assert seen(server / "live", "fish") == everywhere(1, WEDNESDAY, "fish")


def test_a_ledger_that_cannot_be_read_publishes_nothing_and_says_which(server, staff):
    (ledger,) = (server / "ledgers").iterdir()
    ledger.write_text("{", encoding="utf-8")
    before = contents(server / "live")
    committed(staff, "title: 我们曾经都是鱼", OFF, TUESDAY)

    _, told = staff.push()

    assert f"看不懂 {ledger}（记着每个活动改过几次）" in told
    assert contents(server / "live") == before


def checkout_of(server: Path, staff: Clone, folder: Path) -> Path:
    """A checkout in *folder* that publishes to *server*."""
    shutil.copytree(staff.folder, folder)
    return arranged(folder, '"/srv/scienceweek"', server)


def arranged(folder: Path, usual: str, place: Path) -> Path:
    """The project in *folder*, which publishes to *place* and not to the *usual* one."""
    settings = folder / "publishconf.py"
    text = settings.read_text("utf-8")
    assert usual in text
    settings.write_text(text.replace(usual, repr(str(place))), encoding="utf-8")
    return folder


@pytest.mark.parametrize("with_git", [True, False])
def test_a_checkout_counts_beside_its_own_releases(first_push, tmp_path, with_git):
    mine = Clone(tmp_path / "project")
    shutil.copytree(first_push / "staff", mine.folder)
    arranged(mine.folder, 'str(PROJECT / "output.zip")', tmp_path / "site.zip")
    if not with_git:
        shutil.rmtree(mine.folder / ".git")
    program = {"PYTHONPATH": str(mine.folder / "plugins"), "SITEURL": "https://kepu.example.cn"}
    file = mine.folder / ACTIVITIES

    def published(name: str) -> dict[str, tuple[int, datetime]]:
        made = scienceweek("publish", "--to", "zip", "--project", mine.folder, **program)
        assert (made.returncode, made.stderr) == (0, "")
        with ZipFile(tmp_path / "site.zip") as packed:
            packed.extractall(tmp_path / name)
        return seen(tmp_path / name, "fish")

    first = published("first")
    file.write_text(file.read_text("utf-8").replace("title: 我们曾经都是鱼", OFF), encoding="utf-8")
    second = published("second")
    again = published("again")
    file.write_text(file.read_text("utf-8").replace("因场馆检修", "因下雨"), encoding="utf-8")
    third = published("third")

    path = "activities/fish.ics"
    assert [one[path][0] for one in (first, second, again, third)] == [0, 1, 1, 2]
    assert first[path][1] < second[path][1] == again[path][1] < third[path][1]
    assert first["feed.atom"][1] < second["feed.atom"][1] < third["feed.atom"][1]
