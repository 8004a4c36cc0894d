"""The sentence of a day: made of facts, without those that nobody knows."""

from datetime import date

import pytest

from scienceweek.views.words.day_sentence import DayFacts, day_sentence, said_in_full

DAY = date(2024, 5, 25)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (DayFacts(), "没有排定的活动。"),
        (DayFacts("渝北", doors=3), "渝北没有排定的活动，3处基地开放。"),
        (DayFacts("渝北", off=2), "渝北没有排定的活动，2场不办了。"),
        (DayFacts("渝北", 1, "创客港", 1), "渝北有1场，在创客港；不用预约。"),
        (DayFacts("渝北", 7, "创客港", 5, ask=7, hourless=7), "渝北有7场，5场在创客港；都要先打电话。"),
        (DayFacts("渝北", 7, "创客港", 3, book=7), "渝北有7场；都要预约。"),
        (DayFacts("渝北", 4, "创客港", 4), "渝北有4场，都在创客港；都不用预约。"),
        (DayFacts("渝北", 2, "创客港", 1, ask=2), "渝北有2场；都要先打电话。"),
        (
            DayFacts("29个区县", 79, "", 0, 31, 12, 12, 2),
            "29个区县有79场，另有2场不办了；31场要预约，12场先打电话。",
        ),
        (DayFacts("渝北", 3, book=1, hourless=3), "渝北有3场；1场要预约，几点开始没有写。"),
    ],
)
def test_a_day_is_told_in_one_sentence(known: DayFacts, said: str):
    assert day_sentence(DAY, known).rest == said


def test_of_a_place_the_sentence_says_what_stands_before_its_brackets_and_nothing_long():
    halls = "市主会场（创客港·未来科技园）", "中华优秀传统法律文化传承示范基地"

    assert [day_sentence(DAY, DayFacts("", 2, hall, 2)).facts for hall in halls] == [
        ("有2场", "都在市主会场"),
        ("有2场",),
    ]


def test_alone_the_sentence_says_its_day_in_full():
    assert (
        said_in_full(DAY, day_sentence(DAY, DayFacts("渝北", 2)))
        == "2024年5月25日 周六，渝北有2场；都不用预约。"
    )
