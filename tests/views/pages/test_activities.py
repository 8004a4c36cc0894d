from datetime import date

from samples import activity, campaign, catalogue, may
from scienceweek.model.schedule import Days
from scienceweek.views.finding.filters import Filters
from scienceweek.views.pages.activities import activities_page
from scienceweek.views.parts.contacts import Privacy


def test_campaigns_stand_latest_first_and_their_activities_by_day():
    old = campaign(id="2021", name="2021年科技活动周", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
    facts = catalogue(
        old,
        activity(id="old", campaign=old),
        activity(id="b", when=may(26)),
        activity(id="a"),
        campaign(id="empty"),
    )
    made = activities_page(facts, Privacy(date(2024, 5, 25)))

    assert [(chapter.id, chapter.span, [card.id for card in chapter.cards]) for chapter in made.chapters] == [
        ("2024-yubei", "2024-05-25/2024-06-01", ["a", "b"]),
        ("2021", "2021-05-22/2021-05-28", ["old"]),
    ]
    assert made.head.title == "全部活动 3项"


def test_where_activities_are_too_many_for_a_page_it_leads_to_their_campaigns():
    many = [activity(id=f"a{number}") for number in range(501)]

    made = activities_page(catalogue(*many), Privacy(date(2024, 5, 25)))

    assert (made.number, made.chapters, made.filters) == (501, (), Filters())
    assert [(entry.path, entry.sum) for entry in made.entries] == [
        ("campaigns/2024-yubei.html", "501项活动"),
    ]
