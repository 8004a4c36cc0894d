from samples import activity, may, session, venue
from scienceweek.views.parts.contacts import Call
from scienceweek.views.parts.enquiries import EnquiryDesk
from scienceweek.views.parts.share_text import schedule, share, spoken

ASKED = EnquiryDesk("气象馆", "", (Call("", "023-60000001", "tel:+862360000001"),))


def test_what_is_sent_to_the_family_ends_with_the_number():
    assert share(activity(where=venue(), when=session(25)), ASKED).splitlines() == [
        "我们曾经都是鱼",
        "时间：2024年5月25日 周六 9:30—11:00",
        "地点：市主会场",
        "电话：023-60000001",
    ]


def test_a_masked_number_is_not_sent():
    masked = EnquiryDesk("", "", (Call("", "177****9721", "", mobile=True),))

    assert share(activity(), masked).splitlines() == ["我们曾经都是鱼", "时间：2024年5月25日 周六"]


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
