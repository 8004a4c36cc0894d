from datetime import date

from samples import activity, base, contact, venue
from scienceweek.model.booking import Way, WayKind
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.place import Access, Admission, Fee, Price
from scienceweek.views.parts.booking import Route
from scienceweek.views.parts.coming import Coming, GroupRules, PriceRow, coming, coming_to
from scienceweek.views.parts.contacts import Call, Privacy

TODAY = Privacy(date(2024, 5, 25))
GROUPS = Groups(size="20—60人", note="提前7天", ways=(Way(WayKind.PHONE, contact=contact()),))
RULES = GroupRules(
    "可以接待团体，20—60人",
    "提前7天",
    (Route("phone", "", calls=(Call("", "023-60000001", "tel:+862360000001"),)),),
)


def test_what_one_must_know_is_in_words():
    one = activity(
        admission=Admission(
            Fee.PAID, note="含展厅", prices=(Price("成人", "30"), Price("学生", "15", note="凭证"))
        ),
        ages=Ages(8, 13, "6岁以下须成人陪同"),
        bring="身份证",
        arrive="提前15分钟",
        last_entry="16:00",
        language=(Language.ENGLISH,),
        accessible=(Accessible.WHEELCHAIR, Accessible.CAPTIONS),
        groups=GROUPS,
    )

    assert coming(one, TODAY) == Coming(
        "收费",
        is_asked=False,
        prices=(PriceRow("成人", "30元", ""), PriceRow("学生", "15元", "凭证")),
        note="含展厅",
        ages="8—13岁",
        company="6岁以下须成人陪同",
        language="英语",
        bring="身份证",
        arrive="提前15分钟",
        last_entry="16:00",
        accessible=("轮椅可以进出", "有字幕"),
        groups=RULES,
    )


def test_what_nobody_has_said_is_asked():
    assert coming(activity(), TODAY) == Coming("收不收费，通知未写明", is_asked=True)
    assert not coming(activity(), TODAY).is_known


def test_of_wheelchairs_an_activity_says_what_its_place_says():
    there = base(wheelchair=Access.PARTIAL)

    assert coming(activity(where=there), TODAY).accessible == ("轮椅可以进出一部分",)
    assert coming(activity(where=there, accessible=(Accessible.WHEELCHAIR_NONE,)), TODAY).accessible == (
        "轮椅进不去",
    )


def test_a_base_and_a_venue_say_it_of_every_day():
    museum = base(
        wheelchair=Access.FULL, accessible=(Accessible.WHEELCHAIR, Accessible.BRAILLE), groups=GROUPS
    )
    hall = venue(accessible=(Accessible.WHEELCHAIR, Accessible.TOILET), groups=GROUPS)

    assert coming_to(museum, TODAY).accessible == ("有盲文",), "of wheelchairs the page has a line of its own"
    assert coming_to(museum, TODAY).groups == RULES
    assert coming_to(hall, TODAY).accessible == ("轮椅可以进出", "有无障碍卫生间")
    assert not coming_to(base(), TODAY).is_known
