import pytest

from samples import activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Month, Months, Unfixed
from scienceweek.views.words.changes import outcome, plain, state

OPEN = Unfixed("另行通知")


@pytest.mark.parametrize(
    ("status", "when", "on_the_old_day", "for_the_old"),
    [
        (Status.CANCELLED, may(25), "取消", "这一场不办了"),
        (Status.POSTPONED, may(25), "延期，日子未定", "推迟了，哪天还没定"),
        (Status.POSTPONED, OPEN, "延期，日子未定", "推迟了，哪天还没定"),
        (Status.RESCHEDULED, may(31), "改到5月31日 周五", "换日子了：5月31日 周五"),
        (Status.RESCHEDULED, session(31), "改到5月31日 周五 9:30—11:00", "换日子了：5月31日 周五 9:30—11:00"),
        (Status.RESCHEDULED, OPEN, "改期，另行通知", "推迟了，哪天还没定"),
        (
            Status.RESCHEDULED,
            Months(Month(2024, 6), Month(2024, 6)),
            "改期，6月内，日期待定",
            "推迟了，哪天还没定",
        ),
        (Status.MOVED_ONLINE, may(31), "改到5月31日 周五", "改在手机上看，不用出门"),
    ],
)
def test_what_became_of_the_plan_has_its_words(status, when, on_the_old_day, for_the_old):
    before = (may(24),) if status is not Status.CANCELLED and when != may(25) else ()
    changed = activity(when=when, change=Change(status, "", before))

    assert (outcome(changed), plain(changed)) == (on_the_old_day, for_the_old)


def test_where_no_day_is_meant_a_word_is_enough():
    said = [state(activity(change=Change(status))) for status in Status]

    assert said == ["", "延期", "取消", "改期", "改线上"]
    assert plain(activity()) == ""
