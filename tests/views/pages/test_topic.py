from samples import FIRST, activity, catalogue
from scienceweek.model.term import Term, Terms
from scienceweek.views.pages.topic import tally, topic_page
from scienceweek.views.parts.contacts import Privacy
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


def test_where_activities_are_too_many_for_tickets_they_are_lines():
    many = tuple(activity(id=f"a{number}", topics=(WEATHER,)) for number in range(501))

    view = topic_page(WEATHER, many, ((WEATHER, 501),), TODAY)

    assert (view.groups, [(roll.number, roll.span) for roll in view.rolls]) == (
        (),
        [(501, "2024-05-25/2024-06-01")],
    )
    assert {line.path for line in (*view.rolls[0].lines.shown, *view.rolls[0].lines.folded)} == {
        f"activities/a{number}.html" for number in range(501)
    }
