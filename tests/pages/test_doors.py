"""The script answers for any day as the model does, from what the page carries."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from stage import raw

from samples import base, campaign, catalogue, opening
from scienceweek.model.hours import Closure, Doors, Hours, Season, When
from scienceweek.model.place import Base
from scienceweek.model.schedule import Days, Recurring, Session
from scienceweek.model.visit import Visit, door_rules
from scienceweek.source.holidays import holidays
from scienceweek.views.parts.door_pattern import pattern, script

FIRST = date(2024, 3, 1)
clocks = st.integers(0, 47).map(lambda half: time(half // 2, half % 2 * 30))
doors = st.builds(Doors, clocks, st.none() | clocks, st.none() | clocks)
days = st.integers(0, 500).map(lambda day: FIRST + timedelta(days=day))
spans = st.builds(lambda first, more: Days(first, first + timedelta(days=more)), days, st.integers(0, 40))
seasons = st.none() | spans | st.sampled_from([Season((7, 1), (8, 31)), Season((11, 1), (2, 29))])
weekdays = st.sets(st.integers(0, 6)).map(sorted).map(tuple)
whens = st.builds(When, weekdays, seasons, st.sampled_from([None, True, False]), st.booleans())
hours = st.builds(
    Hours,
    whens,
    st.lists(doors, max_size=2).map(tuple),
    st.booleans(),
    st.sampled_from(["周一闭馆", "a=b;c"]),
)
rhythms = st.builds(
    Recurring,
    spans,
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA", "FREQ=MONTHLY;BYDAY=1SA"]),
)
openings = st.one_of(spans, rhythms, st.builds(Session, days, clocks, clocks)).map(opening)
closures = st.builds(Closure, spans, st.booleans(), st.sampled_from(["", "检修；改造"]))
bases = st.builds(
    lambda lines, periods, closed: base(
        hours=tuple(lines), openings=tuple(periods), closures=tuple(closed), holidays=holidays()
    ),
    st.lists(hours, max_size=4),
    st.lists(openings, max_size=3),
    st.lists(closures, max_size=2),
)


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory):
    found = browser.new_page()
    found.goto(raw(tmp_path_factory.mktemp("doors"), "<p></p>"))
    found.evaluate(script(catalogue(campaign(), base(holidays=holidays()))))
    yield found
    found.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(place=bases, asked=st.lists(days, min_size=20, max_size=20))
def test_the_browser_agrees_with_the_model(page: Page, place: Base, asked: list[date]):
    known = door_rules(place)
    told = page.evaluate(
        "([rules, days]) => days.map((day) => ScienceWeek.visit(rules, day))",
        [pattern(known), [day.isoformat() for day in asked]],
    )

    assert [(one["state"], one["doors"], one.get("reason", "")) for one in told] == [
        spoken(known.on(day)) for day in asked
    ]


def spoken(visit: Visit) -> tuple[str, list[dict[str, str]], str]:
    """The answer as the script gives it."""
    found = [
        {"start": f"{one.start:%H:%M}", "end": _end(one), "last": f"{one.last:%H:%M}" if one.last else ""}
        for one in visit.doors
    ]
    return visit.state.value, found, visit.reason.replace(";", "；").replace("=", "＝")


def _end(one: Doors) -> str:
    if one.end is None:
        return ""
    return f"{one.end.hour + 24 * (one.end <= one.start):02}:{one.end.minute:02}"


def test_a_page_carries_little_of_a_base():
    museum = base(
        hours=(
            Hours(When((1, 2, 3, 4, 5, 6)), (Doors(time(9), time(17), time(16, 30)),)),
            Hours(When((1, 2, 3, 4, 5, 6), Season((7, 1), (8, 31))), (Doors(time(9), time(20)),)),
            Hours(When((), None, holidays=True), (Doors(time(9), time(17)),)),
        ),
        closures=(Closure(Days(date(2021, 10, 31), date.max), ends=False, reason="展厅改造"),),
    )

    assert pattern(door_rules(museum)) == (
        "=x;@234567=09:00-17:00<16:30;07-01/08-31@234567=09:00-20:00;@+h=09:00-17:00;2021-10-31/9999-12-31=x展厅改造"
    )
