"""Ids that things had earlier (``was``): each leads to one thing, and belongs to none of today."""

from collections.abc import Iterable, Sequence
from typing import Any

from scienceweek.source.mistakes.problems import Problems, quoted
from scienceweek.source.records.reading import RecordEntry


def former_ids(groups: Iterable[Sequence[RecordEntry[Any]]], problems: Problems) -> None:
    """Tell of earlier ids that are in use. An id is unique in its group of entries."""
    for entries in groups:
        living = {entry.head.id: entry for entry in entries}
        first: dict[str, RecordEntry[Any]] = {}
        for entry in entries:
            for number, old in enumerate(entry.head.was):
                if message := _clash(old, entry, living.get(old), first.setdefault(old, entry), number):
                    problems.error(entry.spot("was", number), message)


def _clash(
    old: str, entry: RecordEntry[Any], owner: RecordEntry[Any] | None, first: RecordEntry[Any], number: int
) -> str:
    if owner is entry:
        return f"{quoted(old)}是它现在的编号。was 里只写以前的编号，请删去。"
    if owner:
        spot = owner.spot("id")
        return f"{quoted(old)}现在是别的记录的编号，在 {spot.file} 第 {spot.line} 行，旧网址转不过来。请删去，或把那里的编号换掉。"
    if first is not entry:
        spot = first.spot("was")
        return f"{quoted(old)}已经写在 {spot.file} 第 {spot.line} 行的 was 里，一个旧网址只能转到一处。请删去多余的。"
    if old in entry.head.was[:number]:
        return f"{quoted(old)}写了两次，请删去一次。"
    return ""
