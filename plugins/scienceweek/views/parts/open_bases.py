"""Which bases can be visited on a day: how many are open, closed, or must be asked, and those to show first."""

from datetime import date
from itertools import chain, islice

from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Base
from scienceweek.model.visit import State, door_rules
from scienceweek.views.parts import base_rows
from scienceweek.views.parts.contacts import Privacy, shown

_ROWS = 8


@frozen
class OpenBases:
    """On *day* (ISO 8601) so many are *open*, *closed*, or *unknown*; *rows* are open ones, then those that one can ask."""

    day: str
    said: str
    open: int
    closed: int
    unknown: int
    rows: tuple[base_rows.BaseRow, ...]


def open_bases(day: date, said: str, catalogue: Catalogue, privacy: Privacy) -> OpenBases:
    """The bases of *catalogue* on *day*, which is *said* in words."""
    by_state: dict[State, list[Base]] = {state: [] for state in State}
    for base in catalogue.bases:
        by_state[door_rules(base).on(day).state].append(base)
    asked = (one for one in by_state[State.UNKNOWN] if shown(one.desk, one.campaign, privacy))
    chosen = tuple(islice(chain(by_state[State.OPEN], asked), _ROWS))
    rows = {row.id: row for row in base_rows.rows(chosen, catalogue, privacy)}
    return OpenBases(
        day=day.isoformat(),
        said=said,
        open=len(by_state[State.OPEN]),
        closed=len(by_state[State.CLOSED]),
        unknown=len(by_state[State.UNKNOWN]),
        rows=tuple(rows[one.id] for one in chosen),
    )
