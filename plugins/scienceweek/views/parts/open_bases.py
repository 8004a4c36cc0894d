"""Which bases can be visited on a day: how many are open, closed, or must be asked, and those to show first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Base
from scienceweek.model.visit import State, door_rules
from scienceweek.views.parts import phone_book
from scienceweek.views.parts.contacts import Privacy

_ROWS = 8


@dataclass(frozen=True, slots=True)
class OpenBases:
    """On *day* (ISO 8601) so many are *open*, *closed*, or *unknown*; *rows* are open ones, then those that one can ask."""

    day: str
    said: str
    open: int
    closed: int
    unknown: int
    rows: tuple[phone_book.PhoneBookEntry, ...]


def open_bases(day: date, said: str, catalogue: Catalogue, privacy: Privacy) -> OpenBases:
    """The bases of *catalogue* on *day*, which is *said* in words."""
    by_state: dict[State, list[Base]] = {state: [] for state in State}
    for base in catalogue.bases:
        by_state[door_rules(base).on(day).state].append(base)
    asked = _with_numbers(by_state[State.UNKNOWN], catalogue, privacy)
    return OpenBases(
        day=day.isoformat(),
        said=said,
        open=len(by_state[State.OPEN]),
        closed=len(by_state[State.CLOSED]),
        unknown=len(by_state[State.UNKNOWN]),
        rows=(*(phone_book.entry(one, catalogue, privacy) for one in by_state[State.OPEN][:_ROWS]), *asked)[
            :_ROWS
        ],
    )


def _with_numbers(
    bases: Iterable[Base], catalogue: Catalogue, privacy: Privacy
) -> list[phone_book.PhoneBookEntry]:
    found: list[phone_book.PhoneBookEntry] = []
    for base in bases:
        if len(found) == _ROWS:
            break
        entry = phone_book.entry(base, catalogue, privacy)
        if entry.calls:
            found.append(entry)
    return found
