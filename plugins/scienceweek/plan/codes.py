"""Facts as text that is the same as long as they are: what is new to the program, and not said, changes nothing."""

import json
from dataclasses import fields
from datetime import date, time
from functools import cache
from typing import Any

from scienceweek.model.place import Location, Online
from scienceweek.model.session import Stage, SubEvent
from scienceweek.views.words import facts, whereabouts


def code(value: object) -> str:
    """*value* as text."""
    return json.dumps(value, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> object:
    """What JSON has no word for. A field at its default is not said: one that is new to the program changes nothing."""
    if isinstance(value, date | time):
        return value.isoformat()
    kind: Any = type(value)
    said = {name: own for name, usual in _fields(kind) if (own := getattr(value, name)) != usual}
    return [kind.__name__, said]


@cache
def _fields(kind: Any) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass, each with its default."""
    return tuple((field.name, field.default) for field in fields(kind))


def of_part(part: SubEvent | Stage) -> tuple[object, ...]:
    """What is told of a session or stage at its time."""
    said = (part.said, part.note, tuple(map(of_place, part.where)))
    if isinstance(part, Stage):
        return (part.when, *said)
    return (part.when, *said, part.capacity, part.admission, part.status, part.reason)


def of_place(at: Location) -> tuple[str, ...]:
    """What is told of a place."""
    if isinstance(at, Online):
        return (*(at.platform, at.url), *filter(None, (at.account,)))
    return (
        *(facts.place(at), facts.address(at)),
        *filter(None, (whereabouts.room(at), whereabouts.meeting(at))),
    )
