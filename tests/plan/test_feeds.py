import re
from datetime import date
from pathlib import Path

import crowds
import icalendar
import pytest

import samples
from samples import (
    WINDOW,
    activity,
    base,
    campaign,
    catalogue,
    district,
    may,
    session,
    sessions,
    site,
    stages,
    venue,
)
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.hours import Closure
from scienceweek.model.place import AtPlace
from scienceweek.model.schedule import DuringCampaign, Month, Months
from scienceweek.model.session import SessionStatus, Stage, SubEvent
from scienceweek.plan import feeds, plan
from scienceweek.plan.brief import Brief
from scienceweek.plan.revisions import revised
from scienceweek.render import Target, named
from scienceweek.views.pages.prose import Prose
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[2]
ADDRESS = "https://example.org/"


def made(catalogue: Catalogue, url: str) -> dict[str, Target]:
    brief = Brief(
        samples.site(url=url),
        Privacy(date(2026, 5, 20)),
        (Prose("about", "关于本站", "欢迎。"),),
        PROJECT / "theme",
    )
    return {target.path: target for target in named(plan(catalogue, brief))}


@pytest.mark.parametrize("facts", ["made_up", "own", "crowded"])
def test_the_sitemap_lists_every_page_but_the_one_for_what_is_not_there(facts, request):
    found = made(crowds.many(301) if facts == "crowded" else request.getfixturevalue(facts), ADDRESS[:-1])
    ((addresses,)) = found["sitemap.xml"].data

    pages = {
        path
        for path, target in found.items()
        if path.endswith(".html") and "moved.html" not in repr(target.draw)
    }
    assert {address.removeprefix(ADDRESS) for address in addresses} == pages - {"404.html"}
    assert len(addresses) == len(set(addresses))


def test_a_feed_has_the_newest_first_and_only_so_many(made_up):
    about, entries = made(made_up, ADDRESS[:-1])["feed.atom"].data

    assert (about.url, about.address, len(entries)) == (f"{ADDRESS}index.html", f"{ADDRESS}feed.atom", 50)
    assert [one.updated for one in entries] == sorted((one.updated for one in entries), reverse=True)
    assert entries[0].updated == max(one.modified for one in made_up.activities)


def test_without_an_address_there_are_no_feeds_and_no_links_to_any(own):
    found = made(own, "")

    assert [path for path in found if path.endswith((".atom", ".xml"))] == []
    assert found["robots.txt"].data == ("",)
    assert found["index.html"].data[1].head.feeds == ()


BRIEF = Brief(site(uid_domain="kepu.example"), Privacy(WINDOW.first), (), Path("theme"))
YUBEI, WEEK = district(), campaign()
FISH = activity(id="fish", when=may(25), where=venue())
WHOLE = activity(id="whole", when=DuringCampaign(WINDOW))
MONTH = activity(id="month", when=Months(Month(2024, 5), Month(2024, 5)))


def uids(targets) -> dict[str, list[str]]:
    """The occasions in each file."""
    return {target.path: [one.uid.partition("@")[0] for one in target.data[1]] for target in targets}


def test_the_calendar_of_a_campaign_has_what_goes_on_during_all_of_it():
    facts = catalogue(FISH, WHOLE, MONTH)

    assert uids(feeds.campaign_events(WEEK, facts, BRIEF)) == {"campaigns/2024-yubei.ics": ["fish", "whole"]}


def test_the_calendar_of_a_district_has_what_others_hold_there():
    qijiang = district(id="qijiang", name="綦江区")
    guest = activity(id="guest", district=qijiang, where=base(), when=may(26))
    facts = catalogue(base(), FISH, WHOLE, guest)

    assert uids(feeds.district_events(YUBEI, facts, BRIEF)) == {"districts/yubei.ics": ["fish", "guest"]}


def test_where_nothing_falls_on_a_day_there_is_no_calendar():
    facts = catalogue(WHOLE, MONTH)

    assert list(feeds.district_events(YUBEI, facts, BRIEF)) == []
    assert list(feeds.activity_events(MONTH, BRIEF)) == []


def told(activity) -> list[tuple[str, ...]]:
    """The occasions of *activity* as a calendar reads them."""
    (target,) = feeds.activity_events(activity, BRIEF)
    events = icalendar.Calendar.from_ical(target.draw(*target.data)).walk("VEVENT")
    names = ("UID", "SUMMARY", "LOCATION", "STATUS", "TRANSP")
    return [tuple(str(event.get(name, "")) for name in names) for event in events]


def test_each_session_is_an_occasion_at_its_own_place_and_one_that_is_cancelled_stays_as_such():
    full = SubEvent(session(25), whom="散客", status=SessionStatus.FULL)
    there = SubEvent(session(26), whom="团体", where=(AtPlace("龙山小学"),))
    off = SubEvent(session(27), status=SessionStatus.CANCELLED, reason="停电")

    assert told(sessions(full, there, off, where=venue())) == [
        ("fish@kepu.example", "【名额已满】我们曾经都是鱼 散客", "市主会场", "CONFIRMED", ""),
        ("fish-2@kepu.example", "我们曾经都是鱼 团体", "龙山小学", "CONFIRMED", ""),
        ("fish-3@kepu.example", "【取消】我们曾经都是鱼", "市主会场", "CANCELLED", "TRANSPARENT"),
    ]


def test_a_month_in_which_one_signs_up_is_in_no_calendar():
    contest = stages(Stage("报名", (may(1, 20),)), Stage("决赛", (may(25),), attend=True), where=venue())

    assert told(contest) == [("fish@kepu.example", "我们曾经都是鱼 决赛", "市主会场", "CONFIRMED", "")]


def test_an_activity_keeps_its_uid_in_every_calendar():
    (own,) = feeds.activity_events(FISH, BRIEF)
    (shared,) = feeds.campaign_events(WEEK, catalogue(FISH), BRIEF)

    assert own.data[1] == shared.data[1]
    assert own.data[1][0].start == date(2024, 5, 25)


@pytest.mark.parametrize("facts", ["made_up", "own"])
def test_every_calendar_can_be_read_and_a_uid_is_one_thing_in_all(facts: str, request: pytest.FixtureRequest):
    known, _ = revised(request.getfixturevalue(facts), None)
    targets = [target for one in known.activities for target in feeds.activity_events(one, BRIEF)]
    targets += [target for one in known.campaigns for target in feeds.campaign_events(one, known, BRIEF)]
    targets += [target for one in known.districts for target in feeds.district_events(one, known, BRIEF)]
    names: dict[str, str] = {}
    for target in targets:
        content = target.draw(*target.data)
        found = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert len({event["UID"] for event in found}) == len(found) > 0
        assert re.search(rb"\r(?!\n)|(?<!\r)\n|[^\r\n]{76}", content) is None
        for event in found:
            said = f"{event['SUMMARY']} {event['DTSTART'].dt}"
            assert names.setdefault(event["UID"], said) == said


def test_a_base_has_a_calendar_of_what_is_out_of_the_ordinary_and_keeps_its_names():
    museum = base(
        id="hall",
        was=("museum",),
        openings=(samples.opening(may(25, 28)),),
        closures=(Closure(may(30, 31), reason="检修"),),
    )
    targets = made(catalogue(campaign(), museum, base(id="plain")), ADDRESS)
    read = icalendar.Calendar.from_ical(_content(targets["bases/hall.ics"]))

    assert [
        (str(one["uid"]).partition("@")[0] + "@", str(one["summary"]), one.decoded("dtstart"))
        for one in read.walk("VEVENT")
    ] == [
        ("museum.open-2024.20240525@", "重庆市气象科普馆开放", date(2024, 5, 25)),
        ("museum.closed.20240530@", "重庆市气象科普馆闭馆", date(2024, 5, 30)),
    ]
    assert _content(targets["bases/museum.ics"]) == _content(targets["bases/hall.ics"])
    assert "bases/plain.ics" not in targets


def _content(target: Target) -> bytes:
    return target.draw(*target.data)
