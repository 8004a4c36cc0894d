"""Frozen dataclasses whose methods are made when they are first called, held against those of the library."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from scienceweek.frozen import frozen


def _classes(decorator: Any) -> tuple[Any, Any, Any]:
    @decorator
    class Place:
        """Where."""

        name: str
        floors: tuple[int, ...] = (1,)
        notes: list[str] = field(default_factory=list, compare=False)
        line: int = field(default=0, compare=False, repr=False)

        @property
        def label(self) -> str:
            return f"{self.name} {self.floors}"

    @decorator
    class Hall(Place):
        """A place with seats."""

        seats: int = 0

        def __post_init__(self) -> None:
            if self.seats < 0:
                raise ValueError(self.seats)

    @decorator
    class Named:
        """What is the same by its name alone."""

        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and self.name.lower() == other.name.lower()

        def __hash__(self) -> int:
            return hash(self.name.lower())

    return Place, Hall, Named


OURS, THEIRS = _classes(frozen), _classes(dataclass(frozen=True, slots=True))


@pytest.mark.parametrize("place", [0, 1])
def test_it_is_what_the_library_makes(place: int):
    ours, theirs = OURS[place], THEIRS[place]
    one, other = ours("馆", floors=(1, 2)), theirs("馆", floors=(1, 2))

    assert [repr(one), asdict(one), hash(one), one.label] == [
        repr(other),
        asdict(other),
        hash(other),
        other.label,
    ]
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert (ours.__match_args__, ours.__slots__, is_dataclass(ours)) == (
        theirs.__match_args__,
        theirs.__slots__,
        True,
    )
    assert (one == ours("馆", (1, 2), ["x"], line=3), one == ours("厅"), one == other) == (True, False, False)
    assert replace(one, name="厅") == ours("厅", (1, 2))


def test_a_default_is_made_anew_for_each():
    one, other = OURS[0]("a"), OURS[0]("b")

    assert one.notes == []
    assert one.notes is not other.notes


def test_nothing_of_it_changes():
    one = OURS[0]("馆")

    with pytest.raises(FrozenInstanceError):
        one.name = "厅"
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(FrozenInstanceError):
        one.other = 1
    assert not hasattr(one, "__dict__")


def test_what_is_missing_or_too_much_is_refused():
    for wrong in ((), ("a", (), [], 0, 0)):
        with pytest.raises(TypeError, match="__init__"):
            OURS[0](*wrong)
    with pytest.raises(TypeError, match="unknown"):
        OURS[0]("a", unknown=1)


def test_it_looks_at_itself_when_it_is_made():
    with pytest.raises(ValueError, match="-1"):
        OURS[1]("馆", seats=-1)
    assert OURS[1]("馆", seats=1).seats == 1


def test_its_own_methods_stay():
    assert OURS[2]("A") == OURS[2]("a")
    assert len({OURS[2]("A"), OURS[2]("a")}) == 1


@frozen
class Kept:
    """What a file keeps."""

    one: int
    other: tuple[str, ...] = ()


@frozen
class Empty:
    """Nothing."""


@pytest.mark.parametrize("value", [Kept(1, ("a",)), Empty()])
def test_copies_are_equal(value: object):
    unpacked = pickle.loads(pickle.dumps(value, 5))  # noqa: S301 - our own

    assert (unpacked, copy.copy(value), copy.deepcopy(value)) == (value, value, value)
    assert repr(unpacked) == repr(value)
