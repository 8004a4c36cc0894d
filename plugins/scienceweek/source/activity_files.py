"""The activities of each file: resolved, and looked at one by one, once for as long as the file and what they refer to stay as they are.

What they refer to is found out by watching: it is kept beside them what was looked up at the desk, and what was found there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scienceweek.identity import ValueIdentities, give
from scienceweek.model.activity import Activity
from scienceweek.recorder import Answers, ReadLog
from scienceweek.source.background import Background, KeptBackground, below
from scienceweek.source.checks import booking, closed_doors, photos, places, rules
from scienceweek.source.files.data_files import DataFile
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import HeardProblems, Position, Problems
from scienceweek.source.prose.library import Library
from scienceweek.source.records import ACTIVITIES
from scienceweek.source.resolution.activities import activities
from scienceweek.source.resolution.overheard import looked_up, overheard
from scienceweek.source.resolution.registers import Registers


class _KeptActivities(NamedTuple):
    """The *activities* of a file with their *identities*, the *units* in it that nobody knows, and what there was to be *told*."""

    activities: tuple[Activity, ...]
    identities: tuple[str, ...]
    units: Mapping[str, Position]
    told: HeardProblems


class _Asked(NamedTuple):
    """The key of the background *behind* the activities of a file, and each *answer* that they had from it: index, key, identity."""

    behind: str
    answers: tuple[tuple[str, str, str], ...]


def activities_of(
    files: Iterable[DataFile], desk: Registers, behind: Background, memory: Memory
) -> tuple[Activity, ...]:
    """The activities of the *files*, in order; the *desk* knows them afterwards. The *memory* knows those of files in which nothing was wrong."""
    found: list[Activity] = []
    identities: list[str] = []
    watch = _Watch(desk, behind, memory)
    for sheet in files:
        own = watch.of(sheet)
        sheet.forget()
        found += own.activities
        identities += own.identities
    give(zip(found, identities, strict=True))
    return tuple(found)


def learn_activities(
    sheet: DataFile, library: Library, kept: KeptBackground, key: str, memory: Memory
) -> None:
    """Has the *memory* know the activities of a *sheet* that refer to the *kept* background of a *key*, unless something is wrong."""
    desk = Registers(library, Problems())
    desk.take(kept.behind)
    _Watch(desk, Background(kept.catalogue, kept.share, key=key), memory).of(sheet)


def known(
    files: Iterable[DataFile], desk: Registers, behind: Background, memory: Memory
) -> Iterator[tuple[DataFile, bool]]:
    """Each of the *files*, and whether the *memory* knows what its activities are with what is *behind* them now."""
    watch = _Watch(desk, behind, memory)
    return ((sheet, bool(sheet.key and behind.key) and watch.stands(sheet)) for sheet in files)


class _Watch:
    """Resolves files at a *desk* of which the *memory* does not know what it gave before, with the same *behind* it."""

    def __init__(self, desk: Registers, behind: Background, memory: Memory) -> None:
        self._desk, self._behind, self._memory = desk, behind, memory
        self._values = ValueIdentities()
        self._facts = looked_up(desk)
        self._answers = Answers(self._facts, self._values)

    def of(self, sheet: DataFile) -> _KeptActivities:
        """The activities of a *sheet*; the desk knows them afterwards."""
        if not (sheet.key and self._behind.key):
            return _not_kept(_resolved(sheet, self._desk))
        kept = self._known(sheet) if self.stands(sheet) else None
        return kept or self._learned(sheet)

    def stands(self, sheet: DataFile) -> bool:
        """Whether all that the activities of a *sheet* asked for when they were resolved would be answered alike."""
        asked: _Asked | None = self._memory.recall("asked", sheet.key)
        if asked is None or not self._memory.knows("activities", sheet.key):
            return False
        if asked.behind == self._behind.key:
            return True
        if not all(self._answers.at(name, key) == answer for name, key, answer in asked.answers):
            return False
        self._memory.learn(asked._replace(behind=self._behind.key), "asked", sheet.key)
        return True

    def _known(self, sheet: DataFile) -> _KeptActivities | None:
        kept: _KeptActivities = self._memory.recall("activities", sheet.key, shared=self._behind.share)
        if not self._desk.problems.tell_again(kept.told):
            return None
        for one in kept.activities:
            self._desk.activities.add(one.id, one, one.title, *one.was)
        if kept.units:
            self._desk.unlisted[sheet.file] = {**kept.units}
        return kept

    def _learned(self, sheet: DataFile) -> _KeptActivities:
        desk, before, reading = self._desk, self._desk.problems.mark, ReadLog()
        found = _resolved(sheet, overheard(desk, self._facts, reading.note))
        told = desk.problems.since(before)
        if told is None:
            return _not_kept(found)
        identities = tuple(map(self._values.of, found))
        kept = _KeptActivities(found, identities, desk.unlisted.get(sheet.file, {}), told)
        asked = [
            (name, key, self._answers.at(name, key)) for name, keys in reading.reads.items() for key in keys
        ]
        self._memory.learn(_Asked(self._behind.key, tuple(asked)), "asked", sheet.key)
        self._memory.learn(kept, "activities", sheet.key, shared=self._behind.share)
        return kept


def _not_kept(found: tuple[Activity, ...]) -> _KeptActivities:
    """Those that were *found* where something is wrong: it is told already, and looked for again the next time."""
    return _KeptActivities(found, ("",) * len(found), {}, HeardProblems((), 0))


def _resolved(sheet: DataFile, desk: Registers) -> tuple[Activity, ...]:
    found = activities(desk, below(sheet, ACTIVITIES, "campaign", desk.campaigns))
    _look_at(sheet, found, desk)
    return found


def _look_at(sheet: DataFile, found: tuple[Activity, ...], desk: Registers) -> None:
    """What is to be said of each of the activities *found* in a file, whatever others there are."""
    entries = sheet.entries.get(ACTIVITIES.entries[0], ())
    by_id = {entry.head.id: entry for entry in entries}
    rules.contacts(entries, desk)
    places.places(entries, desk)
    photos.look_up(entries, desk)
    rules.each_activity(by_id, found, desk)
    closed_doors.activities(by_id, found, desk)
    booking.activities(by_id, found, desk)
