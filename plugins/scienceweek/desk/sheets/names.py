"""What things are called in a table, in place of their ids: each name once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from scienceweek.model.catalogue import Catalogue

REGISTERS: Mapping[str, str] = {
    "base": "bases",
    "venue": "venues",
    "campaign": "campaigns",
    "basis": "campaigns",
    "district": "districts",
    "part_of": "activities",
    "strand": "strands",
    "kind": "kinds",
    "type": "base_types",
    "audience": "audiences",
    "topics": "topics",
}
"""The list that the value of a field is from, by the key of the field."""

_TERMS = ("kinds", "base_types", "audiences", "topics")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of each register by id, in order."""

    by_id: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, known: Catalogue) -> Self:
        """Those of everything that is *known*."""
        activities = (*known.activities, *known.withheld)
        strands = ((strand.id, strand.title) for one in known.campaigns for strand in one.strands)
        return cls(
            {
                "bases": _once((one.id, one.name) for one in known.bases),
                "venues": _once((one.id, one.name) for one in known.venues),
                "campaigns": _once((one.id, one.name) for one in known.campaigns),
                "districts": _once((one.id, one.name) for one in known.districts),
                "activities": _once((one.id, one.title) for one in activities),
                "strands": _once(dict(strands).items()),
                **{key: _once((one.id, one.name) for one in getattr(known.terms, key)) for key in _TERMS},
            }
        )

    def name(self, register: str, written: str) -> str:
        """What the thing with the id *written* is called; *written* where there is none."""
        return self.by_id[register].get(written, written)

    def id(self, register: str, called: str) -> str | None:
        """The id of what is *called* so, by its name or its id; None where there is no such thing, or several."""
        names = self.by_id[register]
        if called in names:
            return called
        found = [id for id, name in names.items() if called in (name, name.removesuffix(f"（{id}）"))]
        return found[0] if len(found) == 1 else None

    def all(self, register: str) -> tuple[str, ...]:
        return tuple(self.by_id[register].values())


def _once(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names by id; to one that several have, the id is added."""
    pairs = list(named)
    often = Counter(name for _, name in pairs)
    return {id: name if often[name] == 1 else f"{name}（{id}）" for id, name in pairs}
