from datetime import date, time

import pytest

from samples import activity, contact
from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.place import Admission, Fee, Price
from scienceweek.views.words import admission as words
from scienceweek.views.words import facts

OPENS, UNTIL = Limit(date(2024, 5, 18), time(12)), Limit(date(2024, 5, 24), time(16))
WAYS = (
    Way(WayKind.ACCOUNT, "示例科技馆"),
    Way(WayKind.MINI_PROGRAM, "示例约课"),
    Way(WayKind.URL, "https://kepu.example/book"),
    Way(WayKind.PHONE, contact=contact("023-60000001", "13800000001"), hours="周二至周日 9:00—17:00"),
    Way(WayKind.DESK, "一楼服务台"),
)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (BookingPlan(opens=OPENS, until=UNTIL), "5月18日12:00起，5月24日16:00截止"),
        (BookingPlan(until=Limit(UNTIL.day)), "5月24日截止"),
        (BookingPlan(), ""),
    ],
)
def test_from_when_until_when_one_may_book(plan: BookingPlan, said: str):
    assert words.window(plan) == said


def test_a_line_says_it_all():
    terms = Admission(Fee.FREE, Booking.REQUIRED, plan=BookingPlan(opens=OPENS, until=UNTIL))

    assert facts.admission(terms) == "免费，需要预约（5月18日12:00起，5月24日16:00前）"
    assert facts.booking(Admission(booking=Booking.REQUIRED, plan=BookingPlan(full=True))) == "名额已满"


def test_all_ways_are_told_and_no_mobile():
    terms = Admission(
        booking=Booking.REQUIRED, plan=BookingPlan(WAYS, capacity=Capacity("60", 60), lottery="")
    )

    assert list(filter(None, words.told(terms, full=False))) == [
        "预约：公众号“示例科技馆”",
        "预约：小程序“示例约课”",
        "预约：https://kepu.example/book",
        "预约电话：023-60000001（周二至周日 9:00—17:00）",
        "现场领号：一楼服务台",
        "名额60人",
        "登记后抽签，先后不影响",
    ]
    assert list(filter(None, words.told(terms, full=True))) == [
        "预约电话：023-60000001（周二至周日 9:00—17:00）",
        "现场领号：一楼服务台",
    ]


@pytest.mark.parametrize(
    ("price", "said"),
    [
        (Price("成人", "30"), "30元"),
        (Price("一家", "60", "家庭"), "60元/家庭"),
        (Price("6岁以下", "0"), "免票"),
    ],
)
def test_a_price_in_words(price: Price, said: str):
    assert words.price(price) == said


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        (Ages(8, 13), "8—13岁"),
        (Ages(6), "6岁以上"),
        (Ages(None, 12), "12岁以下"),
        (Ages(0), "不限年龄"),
        (Ages(18, 18), "18岁"),
    ],
)
def test_ages_in_words(ages: Ages, said: str):
    assert words.ages(ages) == said


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (Groups(size="20—60人"), "可以接待团体，20—60人"),
        (Groups(), "可以接待团体"),
        (Groups(taken=False), "不接待团体"),
    ],
)
def test_groups_in_words(groups: Groups, said: str):
    assert words.groups(groups) == said


def test_what_one_must_know_before_coming_is_a_line_each():
    one = activity(
        admission=Admission(prices=(Price("成人", "30"), Price("学生", "15", note="凭证件"))),
        ages=Ages(8, 13, "6岁以下须成人陪同"),
        bring="身份证",
        arrive="提前15分钟",
        last_entry="16:00",
        language=(Language.ENGLISH,),
        accessible=(Accessible.SIGN_LANGUAGE, Accessible.CAPTIONS),
    )

    assert list(words.before_coming(one)) == [
        "票价：成人30元，学生15元（凭证件）",
        "年龄：8—13岁，6岁以下须成人陪同",
        "要带：身份证",
        "几点到：提前15分钟",
        "最晚入场：16:00",
        "语言：英语",
        "方便设施：有手语、有字幕",
    ]
    assert list(words.before_coming(activity())) == []
