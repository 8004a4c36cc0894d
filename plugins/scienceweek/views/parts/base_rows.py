"""The bases' entries in the phone book, and the number that each has on the map."""

from collections import Counter
from collections.abc import Iterable

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Access, Base
from scienceweek.typesetting.phrases import address, phrases
from scienceweek.views.parts.alert_bars import AlertBar, of_row
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.directions import Direction, ways
from scienceweek.views.parts.enquiries import EnquiryDesk, base_desk
from scienceweek.views.parts.verdict import Verdict, verdict
from scienceweek.views.parts.verdict_reasons import away_word, known

MOST = 300  # bases on one page; beyond that each district has its own list


@frozen
class BaseRow:
    """A base in the phone book.

    *number* is its place among all bases, from 0: its place in the data of the pins too. *place* is the whole
    address. *why* is empty where nothing is known of its days. *asked* is whom one asks where it has no number. Of a *bare* one no more than its name is known.
    """

    number: int
    id: str
    path: str
    name: tuple[str, ...]
    title: str
    short: str
    kind: str
    district: str
    address: tuple[str, ...]
    place: str
    located: bool
    calls: tuple[Call, ...]
    asked: EnquiryDesk | None
    verdict: Verdict
    why: str
    away_word: str
    ways: tuple[Direction, ...]
    access: str
    bare: bool
    alerts: tuple[AlertBar, ...] = ()


@frozen
class BareBases:
    """How many bases of a district are no more than a name."""

    word: str
    path: str
    number: int


def rows(bases: tuple[Base, ...], catalogue: Catalogue, privacy: Privacy) -> tuple[BaseRow, ...]:
    """Their entries in the phone book, by number."""
    known = catalogue.base_numbers
    ordered = sorted(bases, key=lambda base: known[base.id])
    return tuple(_row(base, known[base.id], catalogue, privacy) for base in ordered)


def lies(base: Base) -> str:
    """How well its position is known, in words; nothing if exactly."""
    if base.point is None:
        return "位置未知，地图上没有" if base.address else "位置未知，通知没有写地址"
    return "大致位置，以地址为准" if base.point.radius else ""


def _row(base: Base, number: int, catalogue: Catalogue, privacy: Privacy) -> BaseRow:
    calls = shown(base.desk, base.campaign, privacy)
    return BaseRow(
        number=number,
        id=base.id,
        path=links.base(base),
        name=phrases(base.name),
        title=base.name,
        short=base.short_name,
        kind=base.type.name if base.type else "",
        district=base.district.name,
        address=address(_short_address(base)),
        place=base.address,
        located=base.point is not None,
        calls=calls,
        asked=None if calls else base_desk(base, privacy),
        verdict=verdict(base, catalogue),
        why=known(base, catalogue),
        away_word=away_word(base, catalogue),
        ways=ways(base.name, base.address, base.district, base.point),
        access={Access.FULL: "轮椅可以进出", Access.PARTIAL: "轮椅可以进出一部分"}.get(base.wheelchair, ""),
        bare=is_bare(base, privacy),
        alerts=of_row(base, catalogue.alerts_of),
    )


def is_bare(base: Base, privacy: Privacy) -> bool:
    """Whether no more than its name is known."""
    said = (
        base.type,
        base.address,
        base.openings,
        base.hours,
        base.closures,
        shown(base.desk, base.campaign, privacy),
    )
    return not any(said)


def bare_bases(bases: Iterable[Base], privacy: Privacy) -> tuple[BareBases, ...]:
    """Those of *bases* of which no more than the name is known, by district."""
    found = Counter(base.district for base in bases if is_bare(base, privacy))
    return tuple(BareBases(one.name, links.district(one), number) for one, number in found.items())


def _short_address(base: Base) -> str:
    """Without the districts that the list is about anyway."""
    street = base.address
    for one in tuple(base.district.lineage)[::-1]:
        street = street.removeprefix(one.name)
    return street
