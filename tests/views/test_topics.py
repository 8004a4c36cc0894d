from samples import FIRST, activity, catalogue
from scienceweek.model.term import Term, Terms
from scienceweek.views.contacts import Privacy
from scienceweek.views.parts import Link
from scienceweek.views.topics import topic, topics

TODAY = Privacy(today=FIRST)
WEATHER, SPACE, WATER = Term("weather", "气象"), Term("space", "航天"), Term("water", "节水")
KNOWN = catalogue(
    activity(id="a", topics=(WEATHER, SPACE)),
    activity(id="b", topics=(WEATHER,)),
    terms=Terms(topics=(WATER, WEATHER, SPACE)),
)


def test_a_topic_without_activities_has_no_page():
    assert topics(KNOWN) == (WEATHER, SPACE)


def test_a_topic_shows_its_activities_and_the_other_topics():
    view = topic(WEATHER, KNOWN, TODAY)

    assert (view.name, view.number) == ("气象", 2)
    assert [card.path for group in view.groups for card in group.cards] == [
        "activities/a.html",
        "activities/b.html",
    ]
    assert view.others == ((Link("航天", "topics/space.html"), 1),)
