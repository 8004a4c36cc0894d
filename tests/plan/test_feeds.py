import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import crowds
import feedparser
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
    organisation,
    session,
    sessions,
    site,
    stages,
    venue,
)
from scienceweek.formats import sitemap
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.hours import Closure
from scienceweek.model.organisation import Role
from scienceweek.model.place import AtPlace
from scienceweek.model.point import Point
from scienceweek.model.schedule import DuringCampaign, Month, Months
from scienceweek.model.session import SessionStatus, Stage, SubEvent
from scienceweek.model.term import Term, Terms
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
        if path.endswith(".html")
        and "moved.html" not in repr(target.draw)
        and not path.startswith(("embed/", "send/"))
        and not path.endswith((".booklet.html", ".board.html", ".screen.html"))
    }
    assert {address.removeprefix(ADDRESS) for address in addresses} == pages - {"404.html"}
    assert len(addresses) == len(set(addresses))


def test_what_is_too_much_for_a_sitemap_is_in_several_that_an_index_names(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 3)
    pages = [f"activities/{number}.html" for number in range(7)]
    found = {one.path: _content(one) for one in feeds.sitemaps(pages, site(url="https://example.org"))}
    places = {
        path: re.findall(r"<loc>https://example.org/(.*?)</loc>", text.decode())
        for path, text in found.items()
    }

    assert places.pop("sitemap.xml") == list(places) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [page for part in places.values() for page in part] == pages


def test_a_feed_has_the_newest_first_and_only_so_many(made_up):
    about, entries = made(made_up, ADDRESS[:-1])["feed.atom"].data

    assert (about.url, about.address, len(entries)) == (f"{ADDRESS}index.html", f"{ADDRESS}feed.atom", 50)
    assert [one.updated for one in entries] == sorted((one.updated for one in entries), reverse=True)
    assert entries[0].updated == max(one.modified for one in made_up.activities)


def test_without_an_address_feeds_lead_to_the_pages_beside_them_and_there_is_no_sitemap(own):
    found = made(own, "")

    assert [path for path in found if path.endswith(".xml")] == []
    assert found["robots.txt"].data == ("",)
    for path, target in found.items():
        if path.endswith(".atom"):
            read = feedparser.parse(_content(target))
            leads = [link["href"] for one in (read.feed, *read.entries) for link in one.links]
            assert not read.bozo
            assert {normpath(join(dirname(path), link)) for link in leads} <= found.keys()


def test_a_topic_an_audience_a_venue_and_the_whole_site_have_calendars_of_what_falls_on_days():
    weather, young = Term("weather", "气象", was=("sky",)), Term("young", "少儿")
    talk = activity(
        id="talk",
        where=venue(point=Point(106.5, 29.5, "量的")),
        kind=Term("lecture", "讲座"),
        topics=(weather,),
        audience=(young,),
        organisers=(samples.part(Role.HOST, organisation()),),
    )
    month = replace(MONTH, topics=(weather, Term("sea", "海洋")), where=talk.where)
    facts = catalogue(talk, month, terms=Terms(topics=(weather, Term("sea", "海洋")), audiences=(young,)))
    found = made(facts, ADDRESS[:-1])

    ends = {path: target for path, target in found.items() if path.endswith((".ics", ".atom"))}
    assert uids(target for path, target in ends.items() if path.endswith(".ics")) == {
        path: ["talk"]
        for path in (
            "activities/talk.ics",
            "audiences/young.ics",
            "campaigns/2024-yubei.ics",
            "data/activities.ics",
            "districts/yubei.ics",
            "topics/sky.ics",
            "topics/weather.ics",
            "venues/hall.ics",
        )
    }
    assert {path for path in ends if path.endswith(".atom")} == {
        "districts/yubei.atom",
        "feed.atom",
        "topics/sea.atom",
        "topics/sky.atom",
        "topics/weather.atom",
    }
    (event,) = icalendar.Calendar.from_ical(_content(ends["topics/weather.ics"])).walk("VEVENT")
    assert (event["GEO"].to_ical(), [str(one) for one in event["CATEGORIES"].cats]) == (
        "29.5;106.5",
        ["讲座", "气象", "少儿"],
    )
    shell = icalendar.Calendar.from_ical(_content(ends["audiences/young.ics"]))
    assert (str(shell["SOURCE"]), str(shell["URL"])) == (
        f"{ADDRESS}audiences/young.ics",
        f"{ADDRESS}search.html?what=activity&audience=young",
    )
    offered = found["topics/weather.html"].data[1].downloads
    assert [one.path for one in offered] == ["topics/weather.ics", "topics/weather.atom"]
    assert offered[0].call == "webcal://example.org/topics/weather.ics"
    assert [one.path for one in found["venues/hall.html"].data[1].downloads] == ["venues/hall.ics"]
    assert [
        link.path for one in found["data.html"].data[1].programs for _, files in one.kinds for link in files
    ] == [
        "data/activities.ics",
        "feed.atom",
        "topics/weather.ics",
        "topics/weather.atom",
        "topics/sea.atom",
        "audiences/young.ics",
    ]


def test_what_has_too_many_activities_for_one_file_has_no_calendar(monkeypatch):
    monkeypatch.setattr(feeds, "WHOLE", 1)
    young = Term("young", "少儿")
    facts = catalogue(
        *(activity(id=id, audience=(young,)) for id in ("a", "b")), terms=Terms(audiences=(young,))
    )

    assert list(feeds.all_events(facts, BRIEF)) == list(feeds.audience_events(facts, young, BRIEF)) == []
    assert uids(feeds.campaign_events(WEEK, facts, BRIEF)) == {"campaigns/2024-yubei.ics": ["a", "b"]}


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
