from samples import SATURDAYS, activity, may, session, sessions
from scienceweek.model.activity import Change, Status
from scienceweek.model.changes import days_gone, going_on, gone, gone_by_day, is_called_off
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import SessionStatus, SubEvent


def test_a_plan_that_stands_has_lost_no_day():
    assert gone(activity()) == ()


def test_what_is_cancelled_has_lost_all_its_days():
    off = activity(when=(may(25, 27), session(30)), change=Change(Status.CANCELLED))

    assert [(one.when, one.days) for one in gone(off)] == [(may(25, 27), may(25, 27)), (session(30), may(30))]
    assert is_called_off(off)


def test_what_comes_again_has_lost_each_of_its_days():
    off = activity(when=SATURDAYS, change=Change(Status.CANCELLED))

    assert [run.first.isoformat() for run in days_gone(off)] == ["2024-05-18", "2024-05-25", "2024-06-01"]


def test_what_is_postponed_has_lost_its_old_days_and_may_still_be():
    off = activity(when=Unfixed("另行通知"), change=Change(Status.POSTPONED, "", (may(25),)))

    assert days_gone(off) == (may(25),)
    assert not is_called_off(off)


def test_what_is_moved_has_lost_its_old_days_only():
    moved = activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25), may(28))))

    assert days_gone(moved) == (may(25),)


def test_a_day_on_which_only_the_hour_has_changed_is_not_lost():
    later = activity(when=session(25, "14:00", ""), change=Change(Status.RESCHEDULED, "", (session(25),)))

    assert gone(later) == ()


def test_what_was_moved_and_then_cancelled_has_lost_both():
    off = activity(when=may(28), change=Change(Status.CANCELLED, "", (may(25),)))

    assert days_gone(off) == (may(25), may(28))


def test_what_has_moved_online_has_lost_no_day():
    assert gone(activity(change=Change(Status.MOVED_ONLINE))) == ()


MORNING, NOON = (
    SubEvent(session(25)),
    SubEvent(session(25, "12:00"), status=SessionStatus.CANCELLED, reason="检修"),
)


def test_a_session_that_is_off_is_lost_alone():
    held = sessions(MORNING, NOON)

    assert [(one.when, one.activity.change) for one in gone(held)] == [
        (NOON.when, Change(Status.CANCELLED, "检修"))
    ]


def test_what_is_off_has_lost_its_sessions_with_all_else():
    held = sessions(MORNING, NOON, change=Change(Status.CANCELLED, "暴雨"))

    assert [(one.when, one.activity.change.reason) for one in gone(held)] == [
        (MORNING.when, "暴雨"),
        (NOON.when, "暴雨"),
    ]


def test_a_day_has_lost_each_activity_once_with_all_its_times():
    twice = activity(id="twice", when=(session(25), session(25, "14:00")), change=Change(Status.CANCELLED))
    long = activity(id="long", when=may(25, 26), change=Change(Status.CANCELLED))
    found = gone_by_day([long, twice, activity()])

    assert {
        day.day: [(times[0].activity.id, len(times)) for times in lost] for day, lost in found.items()
    } == {
        25: [("long", 1), ("twice", 2)],
        26: [("long", 1)],
    }


def test_a_sum_counts_what_may_still_be():
    off = activity(id="off", change=Change(Status.CANCELLED))
    late = activity(id="late", when=Unfixed("再定"), change=Change(Status.POSTPONED))

    assert going_on([activity(), off, late]) == (activity(), late)
