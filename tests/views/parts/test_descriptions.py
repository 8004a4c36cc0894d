import pytest

from samples import activity, base, part, venue
from scienceweek.model.organisation import Role
from scienceweek.views.parts.descriptions import description

HALL = venue(name="创客港")


@pytest.mark.parametrize(
    "text",
    [
        "在创客港开展“我们曾经都是鱼”活动。",
        "我们曾经都是鱼",
        "重庆市气象科普馆在创客港举办“我们曾经都是鱼”主题科普活动",
        "由区科协组织开展“我们曾经都是鱼”系列活动。",
    ],
)
def test_what_only_says_the_title_again_is_left_out(text):
    told = activity(description=text, where=HALL, base=base(), organisers=(part(Role.RESPONSIBLE, "区科协"),))

    assert description(told) == ()


def test_what_says_more_stays_as_it_is():
    told = activity(description="在创客港开展“我们曾经都是鱼”活动。\n\n从一块鱼化石讲起。", where=HALL)

    assert description(told) == ("从一块鱼化石讲起。",)
    assert description(activity(description="我们曾经都是鱼，有讲解")) == ("我们曾经都是鱼，有讲解",)
