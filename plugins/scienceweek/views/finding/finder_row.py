"""A row of the finder, in words, and what every kind of row is made of."""

from collections.abc import Iterable, Iterator

from scienceweek.frozen import frozen
from scienceweek.model.district import District


@frozen
class FinderRow:
    """A thing to be found.

    *kind* is activity, base, venue, district, topic, audience, organisation, campaign or notice. *district* holds the ids of its districts, the
    nearest first, *area* their names. *days* are days and spans (ISO 8601), empty where no day is known; *gone* are those on which it
    was to be, and is not: *status* says why. *first* and *last* only say what lies before what. *shape* and *plate* are the stub's, or what is cut in the seal. *form* is the
    kind of activity; *traits* are how one gets in (`getting_in`), online, window, and whom it admits; *ages* are for whom. *whole* is the path of the activity that tells of this one, which
    is its part. *more* are words that it is found by too, *terms* those whose reading may be typed, *text* is what is written of it,
    *sound* are readings that a record gives, with their initials. *answer* is a shape and a word, *call* the number to ring and *tel* its
    address (`numbers`), *spots* are where it is (`spots`), *doors* by which rules a base is open (`views/parts/door_pattern.py`).
    """

    kind: str
    path: str
    title: str
    sub: str = ""
    when: str = ""
    place: str = ""
    by: str = ""
    area: str = ""
    district: str = ""
    campaign: str = ""
    days: str = ""
    first: str = ""
    last: str = ""
    shape: str = ""
    plate: str = ""
    topics: str = ""
    audience: str = ""
    form: str = ""
    traits: str = ""
    status: str = ""
    gone: str = ""
    more: str = ""
    sound: str = ""
    whole: str = ""
    ages: str = ""
    terms: str = ""
    text: str = ""
    answer: str = ""
    call: str = ""
    tel: str = ""
    spots: str = ""
    doors: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What one may type the reading of."""
        return tuple(filter(None, (self.title, self.place, self.by, self.area, self.terms)))


@frozen
class FinderRows:
    """The rows of a file at *path*; *others* are the paths of the files that hold the rest, the latest campaign first."""

    path: str
    rows: tuple[FinderRow, ...]
    others: tuple[str, ...] = ()


def within(district: District) -> dict[str, str]:
    lineage = tuple(district.lineage)
    return {
        "district": " ".join(one.id for one in lineage),
        "area": "".join(one.name for one in reversed(lineage)),
    }


def above(district: District) -> Iterator[tuple[str, ...]]:
    return (one.readings for one in district.lineage)


def sound(*several: tuple[str, ...]) -> str:
    """*several* readings as they are typed: ``zengjiayan zjy``."""
    syllables = [reading.split() for readings in several for reading in readings]
    initials = ("".join(one[0] for one in read) for read in syllables if len(read) > 1)
    return said((*("".join(read) for read in syllables), *initials))


def said(found: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, found)))
