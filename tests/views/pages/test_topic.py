from datetime import date

import pytest

from samples import FIRST, WINDOW, activity, catalogue, may
from scienceweek.model.schedule import Days, DuringCampaign
from scienceweek.model.term import Term, Terms
from scienceweek.views.pages.topic import tally, topic_page
from scienceweek.views.parts import leaves
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.ticket import Link

TODAY = Privacy(today=FIRST)
WEATHER, SPACE, WATER = Term("weather", "气象"), Term("space", "航天"), Term("water", "节水")
KNOWN = catalogue(
    activity(id="a", topics=(WEATHER, SPACE)),
    activity(id="b", topics=(WEATHER,)),
    terms=Terms(topics=(WATER, WEATHER, SPACE)),
)


def test_a_topic_without_activities_has_no_page():
    assert KNOWN.topics == (WEATHER, SPACE)


def test_a_topic_shows_its_activities_and_the_other_topics():
    view = topic_page(WEATHER, KNOWN.of_topic["weather"], tally(KNOWN), TODAY)

    assert (view.name, view.number) == ("气象", 2)
    assert [card.path for group in view.groups for card in group.cards] == [
        "activities/a.html",
        "activities/b.html",
    ]
    assert [group.span for group in view.groups] == ["2024-05-25/2024-06-01"]
    assert view.others == ((Link("航天", "topics/space.html"), 1),)


def test_where_activities_are_too_many_for_a_page_some_of_each_month_are_lines(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(leaves, "MOST", 14)
    may_ones = tuple(activity(id=f"m{number}", when=may(25)) for number in range(13))
    june, loose = (
        activity(id="june", when=Days(date(2024, 6, 2), date(2024, 6, 2))),
        activity(when=DuringCampaign(WINDOW)),
    )

    view = topic_page(WEATHER, (loose, june, *may_ones), ((WEATHER, 15),), TODAY)

    found = (
        LeafLink("2024年5月", "topics/weather.2024-05.html", 13),
        LeafLink("2024年6月", "topics/weather.2024-06.html", 1),
        LeafLink("日子没有写明的", "topics/weather.undated.html", 1),
    )
    assert (view.groups, view.leaves) == ((), found)
    assert [(roll.leaf, roll.span, len(roll.lines.shown)) for roll in view.rolls] == [
        (found[1], "2024-06-01/2024-06-30", 1),
        (found[0], "2024-05-01/2024-05-31", 12),
        (found[2], "", 1),
    ]
