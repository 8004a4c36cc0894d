from datetime import date

import pytest

from samples import WINDOW, activity, may
from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.schedule import Days, DuringCampaign, Unfixed
from scienceweek.views.pages.leaf import LeafView, leaf_outlines, leaf_page
from scienceweek.views.parts import leaves
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.page_head import Crumb, Head

OWNER = Head("航天", "topics/space.html", section=links.ACTIVITIES)
JUNE = Days(date(2024, 6, 3), date(2024, 6, 4))


def leaf_pages(*activities: Activity) -> list[LeafView]:
    return [leaf_page(outline) for outline in leaf_outlines(OWNER, "航天", activities)]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaves, "MOST", 3)
    monkeypatch.setattr(leaves, "LEAF", 2)


def test_what_a_page_holds_has_no_leaves():
    assert leaf_pages(*(activity(id=f"a{number}") for number in range(3))) == []


def test_a_long_list_has_a_leaf_for_each_month_and_goes_on_where_that_is_long():
    found = [
        activity(id="loose", when=Unfixed("时间待定")),
        activity(id="week", when=DuringCampaign(WINDOW)),
        activity(id="june", when=JUNE),
        *(activity(id=f"m{day}", when=may(day)) for day in (25, 26, 26)),
    ]

    made = leaf_pages(*found)

    assert [(page.head.path, page.head.title) for page in made] == [
        ("topics/space.2024-05.html", "航天 · 2024年5月 3项活动 第1页"),
        ("topics/space.2024-05.2.html", "航天 · 2024年5月 3项活动 第2页"),
        ("topics/space.2024-06.html", "航天 · 2024年6月 1项活动"),
        ("topics/space.undated.html", "航天 · 日子没有写明的 2项活动"),
    ]
    assert [
        (group.word, group.path, group.number, [line.path for line in group.lines.shown])
        for page in made
        for group in page.groups
    ] == [
        ("5月25日 周六", "calendar/2024-05-25.html", 1, ["activities/m25.html"]),
        ("5月26日 周日", "calendar/2024-05-26.html", 2, ["activities/m26.html"]),
        ("5月26日 周日", "calendar/2024-05-26.html", 2, ["activities/m26.html"]),
        ("6月3日 周一", "calendar/2024-06-03.html", 1, ["activities/june.html"]),
        ("活动期间，日子未写明", "", 1, ["activities/week.html"]),
        ("时间待定", "", 1, ["activities/loose.html"]),
    ]


def test_a_leaf_knows_all_others_and_the_page_that_it_belongs_to():
    made = leaf_pages(*(activity(id=f"m{day}", when=may(day)) for day in (25, 26, 27, 28)))

    assert made[1].months == (LeafLink("2024年5月", "topics/space.2024-05.html", 4),)
    assert (made[1].first, made[1].at, made[1].span) == (made[0].head.path, 2, "5月27日—28日")
    assert [link.word for link in made[1].pages] == ["5月25日—26日", "5月27日—28日"]
    assert made[1].head.crumbs == (Crumb("topics/space.html", "航天"),)
