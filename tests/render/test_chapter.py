from dataclasses import dataclass
from datetime import date

import pytest

from scienceweek.render import Chapter, Target
from scienceweek.render.chapter import Identities


@dataclass(frozen=True)
class Place:
    name: str


@dataclass(frozen=True)
class Town:
    name: str


@dataclass(frozen=True)
class Visit:
    place: Place | Town
    when: date
    others: tuple[object, ...] = ()


def targets(*data: object) -> tuple[Target, ...]:
    return ()


def identity(*data: object, salt: bytes = b"") -> str:
    return Identities(salt).of(Chapter("a", targets, data), {})


def test_equal_data_have_one_identity_whoever_shares_what():
    here, there = Place("渝北"), Place("渝北")
    day = date(2024, 5, 25)

    assert identity(Visit(here, day), Visit(here, day)) == identity(Visit(here, day), Visit(there, day))


@pytest.mark.parametrize(
    "other",
    [
        (Visit(Place("綦江"), date(2024, 5, 25)),),
        (Visit(Town("渝北"), date(2024, 5, 25)),),
        (Visit(Place("渝北"), date(2024, 5, 26)),),
        (Visit(Place("渝北"), date(2024, 5, 25), (1,)),),
        (Visit(Place("渝北"), date(2024, 5, 25), ("1",)),),
        (Visit(Place("渝北"), date(2024, 5, 25), (True,)),),
        (Visit(Place("渝北"), date(2024, 5, 25), ((1,),)),),
        (Visit(Place("渝北"), date(2024, 5, 25), ({"a": 1},)),),
        (Visit(Place("渝北"), date(2024, 5, 25)), None),
        (),
    ],
)
def test_other_data_have_another(other):
    assert identity(Visit(Place("渝北"), date(2024, 5, 25))) != identity(*other)


def test_another_salt_or_function_is_another_identity_and_another_title_is_not():
    chapters = Identities(b"")

    assert identity(1) != identity(1, salt=b"salt")
    assert chapters.of(Chapter("a", targets, (1,)), {}) != chapters.of(Chapter("a", identity, (1,)), {})
    assert chapters.of(Chapter("a", targets, (1,)), {}) == chapters.of(Chapter("b", targets, (1,)), {})


@pytest.mark.parametrize("value", [{1}, frozenset(), object(), [1]])
def test_what_has_no_order_or_no_value_of_its_own_is_refused(value):
    with pytest.raises(TypeError, match="no data of a chapter"):
        identity(value)
