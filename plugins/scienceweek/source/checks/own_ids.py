"""Ids that a page uses itself: a base with one of them would stand on its page where something else is looked for."""

from collections.abc import Iterable
from typing import Any

from scienceweek.source.mistakes.problems import Problems, quoted
from scienceweek.source.records.reading import RecordEntry

OWN_IDS = frozenset(
    [
        "area",
        "base-list",
        "bases",
        "by-district",
        "by-order",
        "by-text",
        "by-type",
        "campaigns",
        "doors-head",
        "from",
        "list-head",
        "main",
        "map-head",
        "more-filters",
        "perhaps-head",
        "programme",
        "sketch",
        "theme",
        "undated",
        "venues",
        "watermark",
    ]
)
"""Those of the pages on which a base has its id: a row can be led to. A test reads them from the templates."""


def own_ids(bases: Iterable[RecordEntry[Any]], problems: Problems) -> None:
    """Tell of *bases* with an id that a page uses itself."""
    for entry in bases:
        if (id := entry.head.id) in OWN_IDS:
            problems.error(entry.spot("id"), f"{quoted(id)}是网页自己用的编号。请换一个，如 {id}-1。")
