from samples import (
    activity,
    base,
    catalogue,
    district,
    may,
)
from scienceweek.model.activity import Change, Status
from scienceweek.model.term import Term, Terms
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.search import SearchWay, search_page

HEALTH, WATER = Term("health", "卫生健康"), Term("water", "节水")

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")

NANAN = district(id="nanan", name="南岸区", short="南岸", code="500108", parent=CITY)


def test_without_script_the_lists_that_exist_are_the_ways():
    one = activity(topics=(HEALTH,), when=may(25))
    facts = catalogue(one, base(), terms=Terms(topics=(HEALTH,)))

    found = {ways.id: ways.ways for ways in search_page(facts, agenda(facts).months).ways}
    assert found == {
        "districts": (SearchWay("渝北区", "districts/yubei.html", "1项"),),
        "months": (
            SearchWay("2024年6月", "calendar/2024-06.html"),
            SearchWay("2024年5月", "calendar/2024-05.html"),
        ),
        "topics": (SearchWay("卫生健康", "topics/health.html", "1项"),),
        "campaigns": (SearchWay("2024年渝北区科技活动周", "campaigns/2024-yubei.html", "1项"),),
        "lists": (
            SearchWay("全部活动", "activities.html", "1项"),
            SearchWay("全部科普基地", "bases.html", "1处"),
        ),
    }


def test_what_there_is_for_each_audience_is_a_question_to_the_finder():
    pupils = Term("pupils", "中小学生")
    facts = catalogue(activity(audience=(pupils,)), terms=Terms(audiences=(pupils,)))

    found = {ways.word: ways.ways for ways in search_page(facts, agenda(facts).months).ways}
    assert found["适合谁"] == (SearchWay("中小学生", "search.html?what=activity&audience=pupils"),)


def test_what_is_cancelled_is_in_no_count():
    off = activity(id="off", topics=(HEALTH,), when=may(26), change=Change(Status.CANCELLED))
    facts = catalogue(activity(topics=(HEALTH,), when=may(25)), off, terms=Terms(topics=(HEALTH,)))
    view = search_page(facts, agenda(facts).months)

    assert (view.number, {way.count for ways in view.ways for way in ways.ways if "项" in way.count}) == (
        1,
        {"1项"},
    )
