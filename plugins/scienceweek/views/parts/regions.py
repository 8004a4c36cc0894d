"""Lists of districts that are too long for a page: a page for each unit above them, as far down as it takes.

Which unit that is, and what it is called, its record says; districts of which none is written stand together, and are named themselves.
"""

from collections.abc import Callable, Iterable, Iterator

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.district import District

MOST = 200
"""Districts that a page can hold."""
_ALONE = "alone-"
"""In the address of those that have no unit above them: no id ends so."""


@frozen
class Region:
    """*districts* that share a page: those at or below the unit *above*, None where none is written.

    *key* and *number* stand in its address; *name* has the units above it too (四川省 成都市).
    """

    key: str
    name: str
    above: District | None
    districts: tuple[District, ...]
    number: int = 1

    def path(self, owner: str) -> str:
        """Its part of the list at *owner*."""
        return links.leaf(owner, self.key, self.number)


def _one(_district: District) -> int:
    return 1


def regions(
    districts: Iterable[District], weight: Callable[[District], int] = _one, most: int = MOST
) -> tuple[Region, ...]:
    """*districts* by page, if all of them together weigh more than *most*; else none. What is below no other stands with its like."""
    found = tuple(districts)
    return () if sum(map(weight, found)) <= most else parts(found, weight, most)


def parts(districts: Iterable[District], weight: Callable[[District], int], most: int) -> tuple[Region, ...]:
    """*districts* by the unit above them, however few they are."""
    return tuple(_parted(tuple(districts), None, weight, most))


def under(
    districts: Iterable[District], above: District | None
) -> tuple[tuple[District | None, tuple[District, ...]], ...]:
    """*districts* at or below *above*, by the units right below that; those that are such a unit alone stand under *above*."""
    depth = len(tuple(above.lineage)) if above else 0
    groups: dict[str, tuple[District, list[District]]] = {}
    for one in districts:
        way = tuple(one.lineage)[::-1]
        unit = way[min(depth, len(way) - 1)]
        groups.setdefault(unit.id, (unit, []))[1].append(one)
    alone = tuple(one for unit, own in groups.values() if _is_alone(unit, own) for one in own)
    others = ((unit, tuple(own)) for unit, own in groups.values() if not _is_alone(unit, own))
    return (*(((above, alone),) if alone else ()), *others)


def _is_alone(unit: District, own: list[District]) -> bool:
    return len(own) == 1 and own[0].id == unit.id


def _parted(
    found: tuple[District, ...], above: District | None, weight: Callable[[District], int], most: int
) -> Iterator[Region]:
    for unit, own in under(found, above):
        if unit is above:
            yield from _numbered(own, above, weight, most)
        elif sum(map(weight, own)) <= most and unit:
            yield Region(unit.id, _name(unit), unit, own)
        else:
            yield from _parted(own, unit, weight, most)


def _numbered(
    found: tuple[District, ...], above: District | None, weight: Callable[[District], int], most: int
) -> Iterator[Region]:
    """Those that no unit parts any more, in their order: each page is named by its first and its last."""
    pages: list[list[District]] = [[]]
    for one in found:
        if pages[-1] and sum(map(weight, pages[-1])) + weight(one) > most:
            pages.append([])
        pages[-1].append(one)
    for number, own in enumerate(pages, 1):
        span = own[0].name if len(own) == 1 else f"{own[0].name}—{own[-1].name}"
        name = span if above is None else f"{_name(above)}{f' {span}' if len(pages) > 1 else ''}"
        yield Region(above.id if above else _ALONE, name, above, tuple(own), number)


def _name(unit: District) -> str:
    return " ".join(one.name for one in reversed(tuple(unit.lineage)))
