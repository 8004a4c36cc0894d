"""On no day do two pages of a site disagree about whether a base is open, nor with its record, nor does the browser."""

import random
from datetime import date, time, timedelta

import pytest
from playwright.sync_api import Browser
from stage import raw

from samples import base, campaign, catalogue, district
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.days import falls_on
from scienceweek.model.hours import Closure, Doors, Hours, Season, When
from scienceweek.model.place import Base, Opening
from scienceweek.model.schedule import Days, Month, Recurring, Schedule, Session
from scienceweek.model.visit import State, door_rules, is_standing
from scienceweek.source.holidays import holidays
from scienceweek.views.calendars import agenda
from scienceweek.views.finding.places import of_places
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.day import day_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.pages.month import month_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.day_panels import panels
from scienceweek.views.parts.door_pattern import script
from scienceweek.views.parts.verdict import verdict

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
WINDOWS = {
    "spring": Days(date(2024, 5, 18), date(2024, 6, 16)),
    "autumn": Days(date(2025, 9, 1), date(2025, 9, 30)),
}
RULES = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU",
    "FREQ=WEEKLY;BYDAY=SA",
    "FREQ=MONTHLY;BYDAY=1SA",
)
BASES = 24


def made_up(seed: int) -> Catalogue:
    """Two years of a district whose bases open and close in every way that there is."""
    chance = random.Random(seed)  # noqa: S311
    campaigns = [campaign(id=id, when=window) for id, window in WINDOWS.items()]

    def day() -> date:
        return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))

    def span(longest: int, since: date) -> Days:
        return Days(since, since + timedelta(days=chance.randrange(longest)))

    def doors() -> Doors:
        return Doors(
            time(chance.randint(8, 10)), time(chance.randint(16, 20)), chance.choice([None, time(15, 30)])
        )

    def hours() -> Hours:
        season = chance.choice([None, None, Season((7, 1), (8, 31)), span(60, day())])
        holidays_too = chance.choice([None, None, True, False])
        days = tuple(sorted(chance.sample(range(7), chance.randint(1, 7))))
        return Hours(
            When(days, season, holidays_too), (doors(),) * chance.randint(0, 1), closed=chance.random() < 0.15
        )

    def opening(number: int) -> Opening:
        of = chance.choice(campaigns)
        since = of.when.first + timedelta(days=chance.randrange(len(of.when)))
        when: Schedule = chance.choice(
            (
                span(12, since),
                Session(since, time(18), time(21)),
                Recurring(span(90, since), chance.choice(RULES), time(9), time(17)),
                Recurring(Days(since, since + timedelta(days=20)), "FREQ=DAILY", exceptions=(since,)),
            )
        )
        return Opening(f"open-{number}", of, (when,))

    bases = [
        base(
            id=f"base-{number}",
            name=f"基地{number}",
            hours=tuple(hours() for _ in range(chance.randint(0, 3))),
            openings=tuple(opening(one) for one in range(chance.randint(0, 3))),
            closures=tuple(Closure(span(20, day())) for _ in range(chance.randint(0, 2))),
            holidays=holidays(),
        )
        for number in range(BASES)
    ]
    return catalogue(district(), *campaigns, *bases)


@pytest.fixture(scope="module", params=(1, 2))
def facts(request: pytest.FixtureRequest) -> Catalogue:
    return made_up(request.param)


@pytest.fixture(scope="module")
def days() -> list[date]:
    """300 days of the two years, and those of both windows."""
    chance = random.Random(300)  # noqa: S311
    some = chance.sample(range((LAST - FIRST).days), 300)
    return sorted(
        {FIRST + timedelta(days=number) for number in some} | {day for one in WINDOWS.values() for day in one}
    )


def is_open(place: Base, day: date) -> bool:
    return door_rules(place).on(day).state is State.OPEN


def special(place: Base, day: date, of: str = "") -> bool:
    """Whether the record has something for the calendar: a campaign has opened it, and it is open."""
    said = [when for one in place.openings if of in ("", one.campaign.id) for when in one.when]
    return is_open(place, day) and any(not is_standing(when) and falls_on(when, day) for when in said)


def test_the_pages_of_a_day_and_of_the_finder_say_what_the_records_say(facts: Catalogue, days: list[date]):
    known, privacy = agenda.agenda(facts), Privacy(FIRST)
    rows = {row.title: row for row in of_places(facts, Privacy(date(2024, 5, 25)))}
    pages = {day: day_page(day, known, privacy) for day in days if day in known.days}

    for day in days:
        said = {place.id for place in facts.bases if special(place, day)}
        page = pages.get(day)
        assert ({one.path[6:-5] for one in page.openings} if page else set()) == said
        shut = {place.id for place in facts.bases if any(day in one.days for one in place.closures)}
        assert not page or {one.path[6:-5] for one in page.closed} == shut
        assert not shut & {place.id for place in facts.bases if is_open(place, day)}
    assert set(rows) >= {place.name for place in facts.bases}


@pytest.mark.parametrize("id", WINDOWS)
def test_campaign_district_home_and_month_count_the_same(facts: Catalogue, id: str):
    privacy = Privacy(FIRST)
    one = next(found for found in facts.campaigns if found.id == id)
    counted = {day.isoformat(): sum(special(place, day, id) for place in facts.bases) for day in one.when}
    expected = {day: number for day, number in counted.items() if number}
    whole = campaign_page(one, facts, privacy)
    panel = panels(one, one.when, facts, privacy)

    assert {
        day.day: day.openings for day in whole.programme if day.openings and day.day in counted
    } == expected
    assert {
        column.day: len(column.doors) - column.doors.count("gap")
        for column in whole.strip.columns
        if column.day in expected
    } == expected
    assert {day.day: len(day.openings) for day in panel if day.openings} == expected
    if id == "autumn":  # while it is on, the page of a district is about it
        page = district_page(facts.districts[0], facts, Privacy(one.when.first))
        assert {
            day.day: day.openings for day in page.programme if day.openings and day.day in counted
        } == expected


def test_the_month_lists_those_of_its_days(facts: Catalogue):
    known = agenda.agenda(facts)
    view = month_page(Month(2024, 5), known, Privacy(FIRST))

    for listed in (one for one in view.days if one.day):
        day = date.fromisoformat(listed.day)
        assert listed.doors == sum(special(place, day) for place in facts.bases)


def test_the_browser_says_of_each_base_and_day_what_the_record_says(
    facts: Catalogue, days: list[date], browser: Browser, tmp_path_factory: pytest.TempPathFactory
):
    page = browser.new_page()
    page.goto(raw(tmp_path_factory.mktemp("doors"), "<p></p>"))
    page.evaluate(script(facts))
    told = page.evaluate(
        "([bases, days]) => bases.map((rules) => days.map((day) => ScienceWeek.visit(rules, day).state))",
        [[verdict(place, facts).open for place in facts.bases], [day.isoformat() for day in days]],
    )
    page.close()

    assert told == [[door_rules(place).on(day).state.value for day in days] for place in facts.bases]


def test_no_base_costs_a_page_more_than_a_kilobyte(facts: Catalogue):
    assert max(len(verdict(place, facts).open.encode()) for place in facts.bases) <= 1_000
