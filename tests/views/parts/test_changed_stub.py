from dataclasses import replace

from samples import UNTIL, activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.changes import gone
from scienceweek.model.schedule import Unfixed
from scienceweek.views.parts.changed_stub import changed_stub, gone_stub
from scienceweek.views.parts.stub import Stub, stub

SCRIPT = ("first", "last", "start", "end", "days", "over", "ticks")


def test_a_plan_that_stands_has_the_usual_stub():
    assert changed_stub(activity()) == stub((may(25),))


def test_what_is_cancelled_keeps_its_day_and_the_script_says_nothing_of_it():
    made = changed_stub(activity(when=(session(25), may(26, 27)), change=Change(Status.CANCELLED)))

    assert (made.numbers, made.stamp) == (("25",), "取消")
    assert made.said == "取消，原定2024年5月25日 周六 9:30—11:00；5月26日—27日"
    assert {getattr(made, name) for name in SCRIPT} == {"", ()}


def test_what_is_postponed_has_its_old_day_in_small():
    off = Change(Status.POSTPONED, "", (may(25, 27),))

    assert changed_stub(activity(when=Unfixed("另行通知"), change=off)) == Stub(
        "unknown",
        "延期，新的日子还没有定，原定2024年5月25日—27日",
        plate="延期",
        lines=("原定5月25日—27日",),
    )


def test_what_is_postponed_and_never_had_a_day_says_that_none_is_fixed():
    off = Change(Status.POSTPONED)

    assert changed_stub(activity(when=Unfixed("再定"), change=off)) == Stub(
        "unknown", "延期，新的日子还没有定", plate="延期", lines=("时间未定",)
    )


def test_what_is_moved_has_the_old_numerals_before_the_new_ones():
    moved = activity(when=may(28), change=Change(Status.RESCHEDULED, "", (session(25), may(27))))

    assert changed_stub(moved) == replace(stub((may(28),)), old=("25",))


def test_numerals_that_stay_are_not_struck():
    later = activity(when=session(25, "14:00", ""), change=Change(Status.RESCHEDULED, "", (session(25),)))

    assert changed_stub(later).old == ()


def test_what_has_moved_online_is_stamped_on_its_day():
    moved = activity(change=Change(Status.MOVED_ONLINE))

    assert changed_stub(moved) == replace(stub((may(25),)), stamp="改线上")


def test_an_old_day_is_stamped_with_what_became_of_it():
    made = [
        gone_stub(gone(activity(when=when, change=Change(status, "", (may(24),))))[-1:])
        for status, when in (
            (Status.CANCELLED, may(25)),
            (Status.RESCHEDULED, may(28)),
            (Status.POSTPONED, Unfixed("再定")),
        )
    ]

    assert [(one.numbers, one.plate, one.stamp) for one in made] == [
        (("24",), "", "取消"),
        (("24",), "", "改期"),
        ((), "延期", ""),
    ]


def test_days_that_had_only_an_end_were_not_one_day():
    off = Change(Status.POSTPONED, "", (UNTIL,))

    assert changed_stub(activity(when=Unfixed("另行通知"), change=off)).lines == ("原定5月31日 周五止",)
