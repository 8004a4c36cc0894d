from dataclasses import replace
from datetime import date, time

from samples import MORNING, NOTED, SINCE, UNTIL, activity, may, session, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking, BookingPlan, Limit, Way, WayKind
from scienceweek.model.place import Admission, AtVenue, Fee
from scienceweek.views.parts.contacts import Call
from scienceweek.views.parts.enquiries import EnquiryDesk
from scienceweek.views.parts.share_text import schedule, share, spoken

ASKED = EnquiryDesk("气象馆", "", (Call("", "023-60000001", "tel:+862360000001"),))


def test_what_is_sent_to_the_family_ends_with_the_number():
    assert share(activity(where=venue(), when=session(25)), ASKED).splitlines() == [
        "2024年5月25日 周六 9:30—11:00",
        "我们曾经都是鱼",
        "地点：市主会场",
        "电话：023-60000001",
    ]


def test_what_is_sent_says_how_to_book():
    plan = BookingPlan((Way(WayKind.ACCOUNT, "示例科技馆"),), until=Limit(date(2024, 5, 24), time(16)))
    one = activity(admission=Admission(Fee.FREE, Booking.REQUIRED, plan=plan))

    assert share(one, EnquiryDesk("", "", ())).splitlines() == [
        "2024年5月25日 周六",
        "我们曾经都是鱼",
        "预约：需要预约（5月24日16:00前），公众号“示例科技馆”",
    ]


def test_a_masked_number_is_not_sent():
    masked = EnquiryDesk("", "", (Call("", "177****9721", "", mobile=True),))

    assert share(activity(), masked).splitlines() == ["2024年5月25日 周六", "我们曾经都是鱼"]


def test_what_is_read_aloud_says_what_is_unknown():
    assert spoken(activity(subtitle="儿童专场")) == (
        "我们曾经都是鱼，儿童专场",
        "时间：5月25日，星期六",
        "地点，通知没有写明",
        "收不收费、要不要预约，通知未写明",
    )


def test_words_to_be_heard_have_no_dashes_and_a_half_of_the_day():
    assert schedule(session(25, "09:30", "14:00")) == "5月25日，星期六，上午9点30分到下午2点"
    assert schedule(session(25, "22:00", "02:00")) == "5月25日，星期六，晚上10点到第二天凌晨2点"
    assert schedule(session(25, "20:30", "00:00")) == "5月25日，星期六，晚上8点30分到晚上12点"
    assert schedule(may(25, 27)) == "5月25日，星期六，到5月27日，星期一"


def test_of_what_is_off_the_family_is_told_that_and_no_place_to_go_to():
    off = activity(where=venue(), change=Change(Status.CANCELLED, "暴雨"))

    assert share(off, ASKED).splitlines() == [
        "【取消】我们曾经都是鱼",
        "取消：暴雨",
        "原定：2024年5月25日 周六",
        "电话：023-60000001",
    ]


def test_of_what_is_moved_the_family_is_told_both_days():
    moved = activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),)))

    assert share(moved, ASKED).splitlines() == [
        "【改期】我们曾经都是鱼",
        "改期",
        "原定：2024年5月25日 周六",
        "新的时间：2024年5月28日 周二",
        "电话：023-60000001",
    ]


def test_what_became_of_the_plan_is_read_aloud_first():
    off = activity(change=Change(Status.CANCELLED))

    assert spoken(off)[:2] == ("这一场不办了。我们曾经都是鱼", "原定时间：5月25日，星期六")


def test_where_to_meet_is_sent_and_read_aloud():
    one = activity(where=AtVenue(venue(), "", "三楼", "东门"))

    assert share(one, ASKED).splitlines()[2:4] == ["地点：市主会场 三楼", "集合：东门"]
    assert spoken(one)[2] == "地点：市主会场 三楼。集合：东门"


def test_a_part_of_the_day_an_open_end_and_a_note_are_read_aloud():
    assert [schedule(when) for when in (MORNING, SINCE, UNTIL, NOTED, replace(may(25), note="雨天顺延"))] == [
        "5月25日，星期六，上午",
        "5月25日，星期六，起",
        "5月31日，星期五，止",
        "5月25日，星期六，上午9点30分到上午11点，雨天顺延至6月1日",
        "5月25日，星期六，雨天顺延",
    ]


def test_an_address_to_write_to_is_not_called_a_telephone():
    asked = EnquiryDesk("", "", (Call("", "kepu@example.gov.cn", "mailto:kepu@example.gov.cn"),))

    assert share(activity(), asked).splitlines()[-1] == "邮箱：kepu@example.gov.cn"
