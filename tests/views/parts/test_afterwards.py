from datetime import date

from samples import activity, base, venue
from scienceweek.views.parts.afterwards import afterwards


def test_when_it_is_over_one_goes_to_whose_it_was_to_that_day_and_to_what_is_on():
    ways = afterwards(activity(base=base(), where=venue()), date(2024, 5, 25))

    assert [(way.word, way.path) for way in ways] == [
        ("重庆市气象科普馆", f"bases/{base().id}.html"),
        ("市主会场", "venues/hall.html"),
        ("同一天的活动", "calendar/2024-05-25.html"),
        ("看现在能去的", "index.html"),
    ]


def test_a_base_at_which_it_was_is_named_once_and_what_nobody_knows_not_at_all():
    assert [way.word for way in afterwards(activity(base=base(), where=base()), None)] == [
        "重庆市气象科普馆",
        "看现在能去的",
    ]
