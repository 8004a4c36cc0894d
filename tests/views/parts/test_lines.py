from dataclasses import replace
from datetime import date

from samples import MORNING, NOTED, SATURDAYS, SINCE, activity, base, district, may, part, session, sessions
from scienceweek.model.activity import Change, Piece, Status
from scienceweek.model.place import AtPlace
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import SessionStatus, SubEvent, fully_booked
from scienceweek.views.parts.lines import ActivityLine, line, lines, ordered


def test_a_line_says_what_when_and_where():
    fossils = activity(
        title="我们曾经都是鱼", when=may(25, 27), where=base(name="地质馆"), organisers=(part(),)
    )

    assert line(fossils) == ActivityLine(
        path="activities/fish.html",
        title=("我们曾经都是鱼",),
        sub="",
        when="2024年5月25日—27日",
        place="地质馆",
        by="区科技局",
        first="2024-05-25",
        last="2024-05-27",
        note="到5月27日",
    )


def test_the_hours_of_a_session_are_noted():
    assert line(activity(when=session(start="09:30", end="11:00"))).note == "9:30—11:00"


def test_days_with_others_between_are_listed_for_the_script():
    made = line(activity(when=SATURDAYS))

    assert (made.first, made.last, made.days) == (
        "2024-05-18",
        "2024-06-01",
        "2024-05-18 2024-05-25 2024-06-01",
    )


def test_what_has_no_day_has_none_for_the_script():
    unfixed = line(activity(when=Unfixed("时间另行通知")))

    assert (unfixed.when, unfixed.first, unfixed.last) == ("时间另行通知", "", "")


def test_a_cancelled_activity_says_so():
    assert line(activity(change=Change(Status.CANCELLED))).status == "取消"


def test_lists_are_by_day_and_hour_and_what_has_no_day_comes_last():
    unfixed, late, early = (
        activity(id="u", when=Unfixed("待定")),
        activity(id="l", when=session(26)),
        activity(id="e"),
    )

    assert [one.id for one in ordered([unfixed, late, early])] == ["e", "l", "u"]


def test_what_is_only_on_a_day_stands_before_what_begins_on_it_and_lasts():
    lasting, only = activity(id="lasting", when=may(25, 27)), activity(id="only")

    assert [one.id for one in ordered([lasting, only])] == ["only", "lasting"]


def test_a_fold_that_would_hide_two_lines_is_not_made():
    few, many = [activity()] * 4, [activity()] * 5

    assert (len(lines(few, keep=2).shown), len(lines(few, keep=2).folded)) == (4, 0)
    assert (len(lines(many, keep=2).shown), len(lines(many, keep=2).folded)) == (2, 3)


def test_a_whole_says_how_many_parts_it_has_and_on_each_day_their_hours():
    fair = activity(
        when=may(25, 26),
        pieces=(
            Piece("talk", "讲座", (session(25, "09:00", "10:00"),)),
            Piece("walk", "散步", (session(26, "14:00", "15:00"),)),
        ),
    )
    single = activity(when=(may(25), may(26)), pieces=fair.pieces)

    assert line(fair).pieces == "其中2项"
    assert [lines([single], day=date(2024, 5, day)).shown[0].note for day in (25, 26)] == [
        "9:00—10:00",
        "14:00—15:00",
    ]
    assert line(activity()).pieces == ""


def test_what_the_notice_says_beside_the_hour_stands_in_the_list():
    assert [line(activity(when=when)).note for when in (MORNING, NOTED, SINCE)] == [
        "上午",
        "9:30—11:00（雨天顺延至6月1日）",
        "5月25日起",
    ]


def test_of_days_without_an_end_the_script_knows_nothing():
    made = line(activity(when=(SINCE, session(26))))

    assert (made.first, made.last, made.days) == ("", "", "")


def test_the_list_of_a_day_goes_by_the_hours_of_that_day():
    late_then_early = activity(id="a", when=(session(25, "15:00", ""), session(26, "09:00", "")))
    noon = activity(id="b", when=(session(25, "12:00", ""), session(26, "12:00", "")))

    def on(day: int) -> list[tuple[str, str]]:
        made = lines([late_then_early, noon], day=date(2024, 5, day))
        return [(one.path, one.note) for one in made.shown]

    assert on(25) == [("activities/b.html", "12:00开始"), ("activities/a.html", "15:00开始")]
    assert on(26) == [("activities/a.html", "9:00开始"), ("activities/b.html", "12:00开始")]


def test_the_line_of_a_day_is_where_the_sessions_then_are_and_says_which_are_full():
    talk = sessions(
        SubEvent(session(25, "10:00", "11:00"), status=SessionStatus.FULL),
        SubEvent(session(25, "14:00", "15:00")),
        SubEvent(session(26), whom="团体", where=(AtPlace("龙山小学"),)),
        where=base(name="气象馆"),
    )
    first, then = (lines((talk,), day=may(day).first).shown[0] for day in (25, 26))

    assert (first.note, first.place, first.sub) == ("10:00—11:00（名额已满）；14:00—15:00", "气象馆", "")
    assert (then.note, then.place, then.sub) == ("9:30—11:00", "龙山小学", "团体")


def test_a_full_session_does_not_fill_those_of_other_days():
    talk = sessions(
        SubEvent(session(25), status=SessionStatus.FULL),
        SubEvent(session(26), status=SessionStatus.SCHEDULED),
    )
    full = replace(talk, admission=fully_booked(talk.admission))

    assert [lines((one,), day=may(25).first).shown[0].when[-6:] for one in (talk, full)] == [
        "—11:00",
        "（名额已满）",
    ]


def test_what_a_district_does_for_a_citys_campaign_names_the_district():
    assert line(activity(district=district(id="tianxin", name="天心区"))).district == "天心区"
    assert line(activity()).district == ""
