from dataclasses import replace
from datetime import date

from samples import SATURDAYS, WEEK, activity, base, campaign, catalogue, may, opening, sessions, venue
from scienceweek.model.activity import Admits
from scienceweek.model.place import AtVenue
from scienceweek.model.schedule import Days, DuringCampaign, Recurring, Unfixed
from scienceweek.model.session import SubEvent
from scienceweek.model.visit import State, door_rules
from scienceweek.views.calendars import agenda
from scienceweek.views.finding.places import of_places
from scienceweek.views.pages.day import day_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.day_panels import panels
from scienceweek.views.parts.programme import programme
from scienceweek.views.parts.strip import strip
from scienceweek.views.parts.verdict import Verdict, verdict

MUSEUM = base(openings=(opening(may(25, 28)), opening(may(31))))


def on(*activities):
    return verdict(MUSEUM, catalogue(MUSEUM, *activities))


def test_a_base_is_open_in_its_opening_periods():
    assert on() == Verdict("2024-05-25/2024-05-28=k;2024-05-31=o", "", "")


def test_what_it_does_is_here_or_elsewhere():
    assert on(
        activity(id="here", when=may(25), base=MUSEUM, where=MUSEUM),
        activity(id="away", when=may(26, 27), base=MUSEUM, where=venue()),
    ) == Verdict("2024-05-25/2024-05-28=k;2024-05-31=o", "2024-05-25", "2024-05-26/2024-05-27")


def test_a_place_that_nobody_names_is_not_elsewhere():
    assert on(activity(when=may(26), base=MUSEUM)).away == ""


def test_what_has_no_day_answers_nothing():
    shown = on(
        activity(
            when=(Unfixed("待定"), DuringCampaign(Days(may(25).first, may(28).last))),
            base=MUSEUM,
            where=MUSEUM,
        )
    )

    assert (shown.here, shown.away) == ("", "")


def test_where_only_the_invited_get_in_one_had_better_ask():
    assert on(activity(admits=Admits.INVITED, base=MUSEUM, where=MUSEUM)).here == ""


def test_every_page_says_the_same_of_a_day():
    """A station that opens on Saturdays, a museum that closes on Mondays, and one with two periods on a day."""
    week = campaign(when=WEEK)
    not_mondays = Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU", exceptions=(may(29).first,))
    station, museum, both = (
        base(
            id=id,
            openings=tuple(opening(when, id=f"{id}-{n}", campaign=week) for n, when in enumerate(whens)),
        )
        for id, whens in (
            ("station", (SATURDAYS,)),
            ("museum", (not_mondays,)),
            ("both", (SATURDAYS, replace(SATURDAYS, rule="FREQ=WEEKLY;BYDAY=SA,SU"))),
        )
    )
    facts, bases = catalogue(week, station, museum, both), (station, museum, both)
    known, privacy = agenda.agenda(facts), Privacy(WEEK.first)

    said = {
        "strip": [
            len(one.doors) - one.doors.count("gap") for one in strip(week, (), facts.opened[week.id]).columns
        ],
        "programme": [day.openings for day in programme(WEEK, (), facts.opened[week.id])],
        "panels": [len(panel.openings) for panel in panels(week, WEEK, facts, privacy)],
        "day pages": [len({one.path for one in day_page(day, known, privacy).openings}) for day in WEEK],
        "visits": [sum(door_rules(one).on(day).state is State.OPEN for one in bases) for day in WEEK],
        "finder": [
            sum(holds(row.days, day) for row in of_places(facts, Privacy(date(2024, 5, 25)))) for day in WEEK
        ],
    }

    assert said == {page: [1, 1, 1, 3, 2, 0, 1, 0] for page in said}


def holds(spans: str, day: date) -> bool:
    ends = [span.partition("/") for span in spans.split()]
    return any(first <= day.isoformat() <= (last or first) for first, _, last in ends)


def test_a_base_has_the_days_of_the_sessions_that_are_there():
    talk = sessions(
        SubEvent(may(25)), SubEvent(may(26), where=(AtVenue(venue()),)), base=MUSEUM, where=MUSEUM
    )

    assert on(talk).here == "2024-05-25"
