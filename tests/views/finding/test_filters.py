from samples import (
    activity,
    district,
)
from scienceweek.model.activity import Admits
from scienceweek.model.term import Term
from scienceweek.views.finding.filters import Choice, Filters, filters

HEALTH, WATER = Term("health", "卫生健康"), Term("water", "节水")

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")

NANAN = district(id="nanan", name="南岸区", short="南岸", code="500108", parent=CITY)


def test_one_may_choose_among_what_there_is_with_the_most_frequent_first():
    found = (
        activity(topics=(WATER,), district=CITY, admits=Admits.INVITED),
        activity(topics=(HEALTH, WATER), district=NANAN, admits=Admits.PUBLIC),
    )

    assert filters(found) == Filters(
        districts=(Choice("chongqing", "重庆市", 2), Choice("nanan", "南岸区", 1)),
        topics=(Choice("water", "节水", 2), Choice("health", "卫生健康", 1)),
        admits=(Choice("public", "面向公众", 1), Choice("invited", "定向邀请，不对外开放", 1)),
    )


def test_a_district_above_is_not_offered_only_because_of_those_below():
    found = (activity(district=NANAN), activity())

    assert [choice.word for choice in filters(found).districts] == ["南岸区", "渝北区"]


def test_where_there_is_one_choice_there_is_none():
    assert filters([activity(topics=(HEALTH,))]) == Filters()
