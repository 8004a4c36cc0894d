"""Remembering what a pure function made of a value: an activity stands on ten pages and is told alike on each."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

most = 10_000
"""What each function remembers at most; then it begins anew."""
_HELD = 40_000


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """*function* with a memory, for values that never change.

    It knows a value by its identity: to hash an activity with all that it refers to costs more
    than most of what is made of it.
    """
    made: dict[int | tuple[int, ...], tuple[R, *tuple[object, ...]]] = {}

    @wraps(function)
    def recall(*things: P.args, **named: P.kwargs) -> R:
        held = (*things, *named.values()) if named else things
        key = id(held[0]) if len(held) == 1 else tuple(map(id, held))
        known = made.get(key)
        if known is None:
            if len(made) >= most:
                made.clear()
            # Whoever holds the things keeps their identities theirs. In one value with what was made: there are a hundred thousand of these.
            known = made[key] = (function(*things, **named), *held)
        return known[0]

    return recall


def hold_views() -> None:
    """From now on more is remembered: whoever builds again and again tells of most activities as before."""
    global most  # noqa: PLW0603 - one for the process
    most = _HELD


def lately(function: Callable[[T], R]) -> Callable[[T], R]:
    """*function* of one value that never changes, with a memory of the last: whoever checks and whoever builds ask the same."""
    known: list[tuple[T, R]] = []

    @wraps(function)
    def recall(thing: T) -> R:
        if not known or known[0][0] is not thing:
            known[:] = [(thing, function(thing))]
        return known[0][1]

    return recall
