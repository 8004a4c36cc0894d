from dataclasses import dataclass, field

import pytest

from scienceweek.identity import ValueIdentities, give


@dataclass(frozen=True, slots=True)
class Street:
    name: str
    houses: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    streets: tuple[Street, ...]
    mayor: object = None


@dataclass(frozen=True, slots=True)
class Lodging:
    name: str
    folder: str = field(default="", compare=False)


def town(name: str = "渝北", house: int = 199) -> Town:
    return Town(name * 100, (Street("长" * 100, tuple(range(house))),))


def test_what_holds_the_same_has_one_identity_whoever_looks():
    assert ValueIdentities().of(town()) == ValueIdentities().of(town())
    assert len(ValueIdentities().of(town())) == 32


def test_any_difference_inside_is_another_identity():
    values = ValueIdentities()

    assert len({values.of(one) for one in (town(), town("北碚"), town(house=198), town().streets[0])}) == 4


def test_what_is_short_is_told_as_it_is():
    assert ValueIdentities().of(Street("a", (1,))).endswith("Street('a',(1))")
    assert len(ValueIdentities().short(tuple(map(str, range(100))))) == 32


def test_what_is_no_matter_when_two_are_compared_is_none_of_their_identity():
    assert ValueIdentities().of(Lodging("馆", "/a")) == ValueIdentities().of(Lodging("馆", "/b"))


def test_what_may_differ_between_two_runs_is_refused():
    with pytest.raises(TypeError, match="no data of a chapter: set"):
        ValueIdentities().of(Town("渝北", (), {1}))


def test_whoever_was_read_with_an_identity_is_not_looked_at_again():
    known, other = town(), town()
    give([(known, "0" * 32), (other, "")])
    values = ValueIdentities()

    assert values.of(known) == "0" * 32
    assert values.of(other) == ValueIdentities().of(town())
    give([])
    assert ValueIdentities().of(known) == values.of(other)
