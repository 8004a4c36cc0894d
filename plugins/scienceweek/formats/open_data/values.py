"""A value of open data as text: the same words in every format."""

from datetime import date, datetime
from typing import Any

BETWEEN = "；"
"""What stands between several values in a cell; of several objects an empty one keeps its place."""


def said(value: Any) -> str:
    """*value* in one line: ISO 8601 for days and moments, ``true`` and ``false``, "" for what nobody knows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return joined(value)
    return plain(value) if isinstance(value, date) else str(value)


def joined(values: tuple[Any, ...]) -> str:
    """Several values in one line; nothing where all of them are unknown."""
    words = [said(one) for one in values]
    return BETWEEN.join(words) if any(words) else ""


def plain(value: Any) -> Any:
    """*value* as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value
