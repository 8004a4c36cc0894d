"""Values as bytes, for ourselves: only what `packed` has made, and `cache` has kept under seal, is unpacked."""

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any


def packed(value: object) -> bytes:
    content = BytesIO()
    _Pickler(content, pickle.HIGHEST_PROTOCOL).dump(value)
    return content.getvalue()


def unpacked(content: bytes | memoryview) -> Any:
    return pickle.loads(content)  # noqa: S301 - see above


class _Pickler(pickle.Pickler):
    """Takes the fields of a dataclass as they lie there: its own way asks of each value anew which fields it has."""

    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        taken = _taken(kind)
        return (_made, (kind, taken(value))) if taken else NotImplemented


@cache
def _taken(kind: type[Any]) -> Callable[[Any], Any] | None:
    """How the fields of a *kind* are taken, all at once; None if it is none of the frozen, slotted ones."""
    if (
        not is_dataclass(kind)
        or kind.__dictoffset__
        or any("__reduce__" in vars(one) for one in kind.__mro__[:-1])
    ):
        return None
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else None


def _made(kind: type, values: tuple[Any, ...]) -> Any:
    value: Any = object.__new__(kind)
    for put, given in zip(_put(kind), values, strict=True):
        put(value, given)
    return value


@cache
def _put(kind: type[Any]) -> tuple[Callable[[Any, Any], None], ...]:
    """What puts a value into each field: slots are there before ``frozen`` forbids."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
