from datetime import date, time
from pathlib import Path

import pytest
from trees import ACTIVITIES, activity, complaints, read, reminders

from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.place import Admission, AtBase, AtPlace
from scienceweek.model.schedule import Days, Session, Unfixed
from scienceweek.model.session import Person, ProgrammeRow, SessionStatus, Stage, SubEvent

HERE = "data/activities/2024-yubei.yaml"


def held(tmp_path: Path, sessions: str, **changes: str) -> Activity:
    """The activity with these *sessions*, and no time of its own."""
    text = activity(**{"when": ""} | changes, sessions=sessions)
    return read(tmp_path, {ACTIVITIES: text}).catalogue.activities[0]


def told(tmp_path: Path, **written: str) -> list[str]:
    return [one.removeprefix(f"{HERE}:") for one in complaints(tmp_path, {ACTIVITIES: activity(**written)})]


def hours(day: int, start: int, end: int | None = None) -> Session:
    return Session(date(2024, 5, day), time(start), time(end) if end else None)


def test_a_session_is_all_that_is_written(tmp_path: Path):
    sessions = """
      - when: 5月25日9:00—10:00
        name: 太阳系小天体
        for: 低年级
        where: {place: 四楼报告厅}
        language: 英语
        capacity: 限60人
        booking: {booking: required, url: 'https://example.cn/book', until: 5月24日, note: 每人限2张}
        status: full
        note: 迟到不再入场
"""
    assert held(tmp_path, sessions).sessions == (
        SubEvent(
            when=hours(25, 9, 10),
            name="太阳系小天体",
            whom="低年级",
            where=(AtPlace("四楼报告厅"),),
            language="英语",
            capacity=Capacity("限60人", 60),
            admission=Admission(
                booking=Booking.REQUIRED,
                note="每人限2张",
                plan=BookingPlan(
                    (Way(WayKind.URL, "https://example.cn/book"),), until=Limit(date(2024, 5, 24))
                ),
            ),
            note="迟到不再入场",
            status=SessionStatus.FULL,
        ),
    )


def test_sessions_are_the_times_of_the_activity_in_their_order(tmp_path: Path):
    one = held(tmp_path, "[{when: 5月26日9:00, for: 团体}, {when: '5.25 14:00；5.25 9:00', for: 散客}]")

    assert one.when == (hours(25, 9), hours(25, 14), hours(26, 9))
    assert [each.whom for each in one.sessions] == ["散客", "散客", "团体"]


def test_whether_one_must_book_is_said_in_a_word(tmp_path: Path):
    one = held(tmp_path, "[{when: 5.25, booking: none}]", admission="{fee: free, booking: required}")

    assert one.sessions[0].admission == Admission(booking=Booking.NONE)


def test_the_place_of_the_activity_is_where_all_its_sessions_are(tmp_path: Path):
    base = "{base: meteorology-museum}"
    both = held(
        tmp_path / "a", f"[{{when: 5.25, where: {base}}}, {{when: 5.26, where: {{place: 龙山小学}}}}]"
    )
    some = held(tmp_path / "b", f"[{{when: 5.25, where: {base}}}, {{when: 5.26}}]")
    own = held(tmp_path / "c", f"[{{when: 5.25, where: {base}}}]", where="{place: 龙山小学}")

    assert both.where == (AtBase(both.places[0]), AtPlace("龙山小学"))
    assert (some.where, [place.id for place in some.places]) == ((), ["meteorology-museum"])
    assert own.where == (AtPlace("龙山小学"),)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("60", 60),
        ("60人", 60),
        ("限15名", 15),
        ("40座", 40),
        ("30个家庭，一大一小", None),
        ("20—60人", None),
        ("每场约50人", 50),
    ],
)
def test_a_capacity_is_a_number_only_where_it_counts_people(tmp_path: Path, written: str, number: int | None):
    one = held(tmp_path, f"[{{when: 5.25, capacity: '{written}'}}]")

    assert one.sessions[0].capacity == Capacity(written, number)


@pytest.mark.parametrize("written", ["0", "0人", "-5", "2000000", "1.5", "—", "？"])
def test_a_capacity_that_is_none_is_told(tmp_path: Path, written: str):
    assert told(tmp_path, when="", sessions=f"[{{when: 5.25, capacity: '{written}'}}]") == [
        f"5:39: “{written}”不是名额。请写人数，例如 60，或写原话，例如 30个家庭；没有限制就不写，名额满了写 status: full。"
    ]


def test_two_sessions_at_one_hour_differ_in_something(tmp_path: Path):
    same = "[{when: 5.25 9:00, for: 散客}, {when: '5.25 8:00；5.25 9:00', for: 散客}]"
    other = "[{when: 5.25 9:00, for: 散客}, {when: 5.25 9:00, for: 团体}]"

    assert told(tmp_path / "a", when="", sessions=same) == [
        "5:51: 这一场和第 1 条的时间、地点和对象都一样。重复的请删去；不是重复的，请写明对象（for）、题目（name）或地点（where）。"
    ]
    assert reminders(tmp_path / "b", {ACTIVITIES: activity(when="", sessions=other)}) == []


@pytest.mark.parametrize(
    ("when", "sessions", "message"),
    [
        ("5.26", "[{when: 5.25 9:00}]", "6:23: 这一场的时间不在活动的时间（when）里。"),
        ("5.25 10:00-12:00", "[{when: 5.25 9:00-10:00}]", "6:23: 这一场的时间不在活动的时间（when）里。"),
        ("5.25 9:00-12:00", "[{when: 5.25 11:00-13:00}]", "6:23: 这一场的时间不在活动的时间（when）里。"),
        ("待定", "[{when: 5.25 9:00}]", "6:23: 这一场的时间不在活动的时间（when）里。"),
        ("4月", "[{when: 5.25 9:00}]", "6:23: 这一场的时间不在活动的时间（when）里。"),
    ],
)
def test_a_session_is_at_a_time_of_its_activity(tmp_path: Path, when: str, sessions: str, message: str):
    assert told(tmp_path, when=when, sessions=sessions) == [
        f"{message}请改对其中一个，或删去活动的 when：它就是各场的时间。"
    ]


@pytest.mark.parametrize("when", ["5.25-26", "5.25；5.26", "5.25 9:00-12:00；5.26 9:00", "活动期间", "5月"])
def test_what_is_true_of_the_sessions_may_be_said(tmp_path: Path, when: str):
    written = activity(when=when, sessions="[{when: 5.25 9:00-12:00}, {when: 5.26 9:00}]")
    one = read(tmp_path, {ACTIVITIES: written}).catalogue.activities[0]

    assert one.when == (hours(25, 9, 12), hours(26, 9))
    assert reminders(tmp_path, {ACTIVITIES: written}) == []


def test_a_day_without_a_session_is_told(tmp_path: Path):
    files = {ACTIVITIES: activity(when="5.25-27", sessions="[{when: 5.25 9:00}]")}

    assert reminders(tmp_path, files) == [
        f"{HERE}:5:11: 提醒：活动的时间（when）里有 2024-05-26等 2 天，没有哪一场在那天；网页上只列各场。"
    ]


def test_a_session_is_cancelled_for_a_reason(tmp_path: Path):
    some = "[{when: 5.25, status: cancelled}, {when: 5.26}]"
    why = "[{when: 5.25, reason: 停电}, {when: 5.26}]"

    assert reminders(tmp_path / "a", {ACTIVITIES: activity(when="", sessions=some)}) == [
        f"{HERE}:5:37: 提醒：取消的场次请写原因（reason），来问的人会少些。"
    ]
    assert told(tmp_path / "b", when="", sessions=why) == [
        "5:37: 写了“reason”，这一场的状态（status）不是 cancelled。"
    ]


def test_where_all_sessions_are_cancelled_the_activity_is(tmp_path: Path):
    off = "[{when: 5.25, status: cancelled, reason: 停电}]"

    assert told(tmp_path / "a", when="", sessions=off) == [
        "5:15: 每一场都取消了，活动的状态（status）请写 cancelled。"
    ]
    one = held(tmp_path / "b", off, status="cancelled", reason="停电")
    assert (one.when, one.off) == ((Days(date(2024, 5, 25), date(2024, 5, 25)),), True)


def test_an_activity_without_a_time_has_sessions_or_stages(tmp_path: Path):
    missing = ["3:5: 活动缺少“when”：时间。"]

    assert told(tmp_path / "a", when="") == missing
    assert told(tmp_path / "b", when="", sessions="[]") == missing
    files = {ACTIVITIES: activity(when="", stages="[{name: 报名, when: 待定}]")}
    assert reminders(tmp_path / "c", files) == []


def test_stages_stand_in_the_order_of_time(tmp_path: Path):
    stages = """
      - {name: 报名, when: 3月1日-3月31日}
      - {name: 决赛, when: 5月20日9:00, where: {place: 上海科技馆}, attend: true, note: 凭票}
      - {name: 初赛, when: 4月10日, attend: false}
      - {name: 公布, when: 待定}
"""
    one = read(tmp_path, {ACTIVITIES: activity(when="", stages=stages)}).catalogue.activities[0]

    assert one.stages == (
        Stage("报名", (Days(date(2024, 3, 1), date(2024, 3, 31)),)),
        Stage("初赛", (Days(date(2024, 4, 10), date(2024, 4, 10)),)),
        Stage("决赛", (hours(20, 9),), (AtPlace("上海科技馆"),), attend=True, note="凭票"),
        Stage("公布", (Unfixed("待定"),)),
    )
    assert (one.when, one.where) == ((hours(20, 9),), (AtPlace("上海科技馆"),))


def test_stages_that_nobody_attends_are_on_no_day(tmp_path: Path):
    stages = "[{name: 报名, when: 3月1日-3月31日}, {name: 公布, when: {unfixed: 六月底以前}}]"
    one = read(tmp_path, {ACTIVITIES: activity(when="", stages=stages)}).catalogue.activities[0]

    assert one.when == one.times == (Unfixed("报名 3月1日-3月31日；公布 六月底以前"),)


def test_a_stage_that_visitors_may_have_to_attend_is_asked_about(tmp_path: Path):
    stages = "[{name: 报名, when: 5.20 9:00}, {name: 决赛, when: 5.25 9:00}, {name: 复赛, when: 5.24 9:00, attend: false}]"

    assert reminders(tmp_path, {ACTIVITIES: activity(when="", stages=stages)}) == [
        f"{HERE}:5:43: 提醒：“决赛”要不要到场？要，请写 attend: true，它才进日历；不要，写 attend: false。"
    ]


def test_a_stage_has_a_name_and_a_time(tmp_path: Path):
    assert told(tmp_path, when="", stages="[{when: 5.25}, {name: 决赛}]") == [
        "5:14: 阶段缺少“name”：名称。",
        "5:28: 阶段缺少“when”：时间。",
    ]


def test_stages_say_when_it_is(tmp_path: Path):
    stages = "[{name: 决赛, when: 5.25, attend: true}]"

    assert told(tmp_path / "a", when="5.26", stages=stages) == [
        "5:11: “when”里的时间，阶段（stages）里没有。写了阶段，就不用再写 when：日历里放的是要到场（attend: true）的阶段。"
    ]
    assert reminders(tmp_path / "b", {ACTIVITIES: activity(when="5.25", stages=stages)}) == []
    assert told(tmp_path / "c", when="", sessions="[{when: 5.25}]", stages=stages) == [
        "6:13: 场次（sessions）和阶段（stages）只写一种：先后参加的是阶段，选一场参加的是场次；一个阶段有几个时间，写在它的 when 里。"
    ]


def test_the_programme_and_the_people_are_as_written(tmp_path: Path):
    text = activity(
        programme="[{at: 开场前15分钟, what: 检票}, {at: 9:00—9:30, what: 讲座, where: 三楼, who: 林未央}]",
        people="[{name: 林未央, role: 主讲人, of: 天文馆研究员}, {name: 陈知非}]",
    )
    one = read(tmp_path, {ACTIVITIES: text}).catalogue.activities[0]

    assert one.programme == (
        ProgrammeRow("开场前15分钟", "检票"),
        ProgrammeRow("9:00—9:30", "讲座", "三楼", "林未央"),
    )
    assert one.people == (Person("林未央", "主讲人", "天文馆研究员"), Person("陈知非"))
