"""The activities of each file: resolved, and looked at one by one, once for as long as the file and what they refer to stay as they are."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scienceweek.identity import ValueIdentities, give
from scienceweek.model.activity import Activity
from scienceweek.source.background import Background, KeptBackground, below
from scienceweek.source.checks import booking, closed_doors, photos, places, rules
from scienceweek.source.files.data_files import DataFile
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import HeardProblems, Position, Problems
from scienceweek.source.prose.library import Library
from scienceweek.source.records import ACTIVITIES
from scienceweek.source.resolution.activities import activities
from scienceweek.source.resolution.registers import Registers


class _KeptActivities(NamedTuple):
    """The *activities* of a file with their *identities*, the *units* in it that nobody knows, and what there was to be *told*."""

    activities: tuple[Activity, ...]
    identities: tuple[str, ...]
    units: Mapping[str, Position]
    told: HeardProblems


def activities_of(
    files: Iterable[DataFile], desk: Registers, behind: Background, memory: Memory
) -> tuple[Activity, ...]:
    """The activities of the *files*, in order; the *desk* knows them afterwards. The *memory* knows those of files in which nothing was wrong."""
    found: list[Activity] = []
    identities: list[str] = []
    values = ValueIdentities()
    for sheet in files:
        own = _of(sheet, desk, behind, memory, values)
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
    _of(sheet, desk, Background(kept.catalogue, kept.share, key), memory, ValueIdentities())


def _of(
    sheet: DataFile, desk: Registers, behind: Background, memory: Memory, values: ValueIdentities
) -> _KeptActivities:
    key = ("activities", behind.key, sheet.key) if behind.key and sheet.key else None
    kept: _KeptActivities | None = memory.recall(*key, shared=behind.share) if key else None
    if kept and desk.problems.tell_again(kept.told):
        for one in kept.activities:
            desk.activities.add(one.id, one, one.title, *one.was)
        if kept.units:
            desk.unlisted[sheet.file] = {**kept.units}
        return kept
    before = desk.problems.mark
    found = activities(desk, below(sheet, ACTIVITIES, "campaign", desk.campaigns))
    _look_at(sheet, found, desk)
    told = desk.problems.since(before) if key else None
    if key is None or told is None:
        return _KeptActivities(found, ("",) * len(found), {}, HeardProblems((), 0))
    identities = tuple(map(values.of, found))
    found_here = _KeptActivities(found, identities, desk.unlisted.get(sheet.file, {}), told)
    memory.learn(found_here, *key, shared=behind.share)
    return found_here


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
