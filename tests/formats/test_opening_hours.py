"""Our opening hours as OpenStreetMap has them, read by a program that is not ours."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours
from opening_hours import State as Said

from samples import base, may, opening
from scienceweek.formats.opening_hours import osm
from scienceweek.model.hours import WEEK, Closure, Doors, Hours, Season, When
from scienceweek.model.place import Base
from scienceweek.model.schedule import Days, Recurring, Session
from scienceweek.model.visit import State, door_rules

NINE = Doors(time(9), time(17))
USUAL = Hours(When((1, 2, 3, 4, 5, 6)), (Doors(time(9), time(17), time(16, 30)),))


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (base(), ""),
        (base(hours=(USUAL,)), 'off; Tu-Su 09:00-17:00 "16:30停止入馆"'),
        (
            base(
                hours=(
                    Hours(When(), (NINE,)),
                    Hours(When(WEEK, Season((7, 1), (8, 31))), (Doors(time(9), time(20)),)),
                )
            ),
            "off; 09:00-17:00; Jul 01-Aug 31 09:00-20:00",
        ),
        (base(hours=(Hours(When((), None, holidays=True), (NINE,)),)), "unknown; PH 09:00-17:00"),
        (
            base(hours=(Hours(When((0, 1, 2, 3, 4), None, holidays=False, working=True), (NINE,)),)),
            "off; Mo-Fr 09:00-17:00; PH off",
        ),
        (
            base(openings=(opening(may(25, 27)),)),
            'unknown; 2024 May 25-2024 May 27 unknown "开放，几点未写明"',
        ),
        (
            base(hours=(USUAL,), openings=(opening(may(26, 28)),)),
            (
                'off; Tu-Su 09:00-17:00 "16:30停止入馆"; 2024 May 26 09:00-17:00 "16:30停止入馆"; '
                '2024 May 27 off; 2024 May 28 09:00-17:00 "16:30停止入馆"'
            ),
        ),
        (
            base(
                hours=(USUAL,),
                closures=(Closure(Days(date(2021, 10, 31), date.max), ends=False, reason="改造"),),
            ),
            'off; Tu-Su 09:00-17:00 "16:30停止入馆"; 2021 Oct 31+ off "改造"',
        ),
        (
            base(openings=(opening(Session(date(2024, 5, 25), time(18), time(1))),)),
            "unknown; 2024 May 25 18:00-25:00",
        ),
    ],
)
def test_what_is_written(place: Base, text: str):
    assert osm(door_rules(place)) == text


clocks = st.integers(0, 47).map(lambda half: time(half // 2, half % 2 * 30))
doors = st.builds(Doors, clocks, clocks).filter(lambda one: one.end and one.start < one.end)
seasons = st.none() | st.sampled_from([Season((7, 1), (8, 31)), Season((11, 1), (2, 28)), may(1, 31)])
hours = st.builds(
    Hours,
    st.builds(When, st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple), seasons),
    st.tuples(doors),
    st.booleans(),
)
days = st.dates(date(2024, 4, 20), date(2024, 6, 20))
spans = st.builds(lambda first, more: Days(first, first + timedelta(days=more)), days, st.integers(0, 20))
rhythms = st.builds(
    Recurring, spans, st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,SA"]), st.just(time(9))
)
openings = st.one_of(spans, rhythms, st.builds(Session, days, st.just(time(10)), st.just(time(12)))).map(
    opening
)


@given(
    st.lists(hours, max_size=4),
    st.lists(openings, max_size=2),
    st.lists(st.builds(Closure, spans), max_size=2),
    st.lists(st.dates(date(2024, 1, 1), date(2025, 12, 31)) | days, min_size=20, max_size=20),
)
def test_a_reader_that_is_not_ours_finds_the_same_days_open(lines, openings, closures, asked):
    known = door_rules(base(hours=tuple(lines), openings=tuple(openings), closures=tuple(closures)))
    text = osm(known)
    read = OpeningHours(text) if text else None

    for day in asked:
        visit = known.on(day)
        noons = [datetime.combine(day, one.start) for one in visit.doors]
        if read is None:
            assert visit.state is State.UNKNOWN
        elif visit.state is State.OPEN and noons:
            assert {read.state(noon)[0] for noon in noons} == {Said.OPEN}
        else:
            all_day = {
                state
                for _, _, state, *_ in read.intervals(_midnight(day), _midnight(day + timedelta(days=1)))
            }
            assert all_day == {Said.CLOSED if visit.state is State.CLOSED else Said.UNKNOWN}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
