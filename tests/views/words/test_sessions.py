from dataclasses import replace

import pytest

from samples import activity, may, session, sessions, stages
from scienceweek.model.booking import Capacity
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import Occurrence, SessionStatus, Stage, SubEvent, fully_booked
from scienceweek.views.words.sessions import counted, hours_left, hours_on, is_full, lines, seats, state, when

FULL = SessionStatus.FULL
MORNING = SubEvent(session(25, "10:30", "11:00"))
AFTERNOON = SubEvent(session(25, "14:30", "15:00"), status=FULL)
DAY = may(25).first
CONTEST = stages(
    Stage("报名", (may(1, 20),)),
    Stage("初赛", (session(25, "09:00", ""),), attend=True),
    Stage("决赛", (may(28),), attend=True),
)


def test_the_hours_of_a_day_say_which_of_them_are_full():
    both = sessions(MORNING, AFTERNOON)

    assert hours_on(DAY, both) == "10:30—11:00；14:30—15:00（名额已满）"
    assert hours_left(DAY, both) == "10:30—11:00"
    assert hours_on(DAY, sessions(MORNING)) == hours_left(DAY, sessions(MORNING)) == "10:30—11:00"


def test_an_hour_is_full_only_if_all_that_is_then_is():
    one = sessions(replace(AFTERNOON, whom="散客"), replace(AFTERNOON, whom="团体", status=MORNING.status))

    assert hours_on(DAY, one) == "14:30—15:00"


def test_where_all_are_full_nobody_is_sent_there():
    one = sessions(AFTERNOON)
    full = replace(one, admission=fully_booked(one.admission))

    assert (hours_left(DAY, full), is_full(full)) == ("名额已满", True)
    assert hours_on(DAY, sessions(SubEvent(may(25), status=FULL))) == "名额已满"
    assert when(full) == "2024年5月25日 周六 14:30—15:00（名额已满）"


def test_stages_are_called_by_their_names():
    assert when(CONTEST) == "初赛 2024年5月25日 周六 9:00开始；决赛 2024年5月28日 周二"
    assert when(stages(Stage("报名", (may(1),)))) == ""
    assert when(activity(when=Unfixed("报名 5月"), stages=(Stage("报名", (may(1),)),))) == "报名 5月"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (sessions(MORNING, AFTERNOON), "共2场"),
        (
            sessions(MORNING, SubEvent(session(26)), SubEvent(session(27), status=SessionStatus.CANCELLED)),
            "2天2场",
        ),
        (sessions(MORNING), ""),
        (CONTEST, "初赛、决赛"),
        (activity(), ""),
    ],
)
def test_sessions_are_counted_and_stages_named(one, words: str):
    assert counted(one) == words


@pytest.mark.parametrize(
    ("written", "said"),
    [("60", "名额60人"), ("30个家庭", "名额：30个家庭"), ("名额不限", "名额不限"), ("", "")],
)
def test_how_many_get_in(written: str, said: str):
    assert seats(SubEvent(may(25), capacity=Capacity(written))) == said


def test_what_became_of_a_session_is_said_first():
    off = SubEvent(may(25), whom="散客", status=SessionStatus.CANCELLED, reason="停电", note="改日另约")

    assert lines(Occurrence(off.when, off)) == ("取消：停电", "对象：散客", "改日另约")
    assert (state(replace(off, reason="")), state(AFTERNOON), state(MORNING)) == ("取消", "名额已满", "")
    assert lines(Occurrence(may(25))) == ()
