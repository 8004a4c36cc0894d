from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pytest

import samples
from scienceweek.model.schedule import Days
from scienceweek.source.files.pickling import packed, unpacked


@dataclass(frozen=True)
class Roomy:
    name: str
    year: int

    @cached_property
    def title(self) -> str:
        return f"{self.year}年{self.name}"


@dataclass(frozen=True, slots=True)
class Single:
    name: str


@dataclass(frozen=True, slots=True)
class Private:
    name: str
    word: str

    def __reduce__(self) -> tuple[object, ...]:
        return Private, (self.name, "")


@pytest.mark.parametrize(
    "value",
    [
        None,
        ("渝北", 1, {"a": [date(2024, 5, 25)]}),
        Days(date(2024, 5, 25), date(2024, 6, 1)),
        Roomy("活动周", 2024),
        Single("渝北"),
        samples.activity(where=samples.base(), base=samples.base()),
        samples.catalogue(samples.activity(), samples.campaign()),
    ],
)
def test_what_is_unpacked_is_what_was_packed(value):
    found = unpacked(packed(value))

    assert (found, type(found)) == (value, type(value))


def test_what_is_shared_stays_shared():
    days = Days(date(2024, 5, 25), date(2024, 6, 1))

    one, other = unpacked(packed((days, days)))

    assert one is other


def test_a_value_that_says_how_it_is_packed_is_asked():
    assert unpacked(packed(Private("a", "b"))) == Private("a", "")
