"""What activities refer to: districts, organisations, words, places, campaigns. Resolved once for as long as none of it changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.source.checks import copied_years, photos, places, rules
from scienceweek.source.files.data_files import DataFile
from scienceweek.source.files.read_cache import Memory, Shared
from scienceweek.source.mistakes.problems import HeardProblems
from scienceweek.source.positions.distances import distances
from scienceweek.source.prose.library import Library
from scienceweek.source.records import BASES, CAMPAIGNS, DISTRICTS, ORGANISATIONS, TERMS, VENUES, FileKind
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.campaigns import campaigns, notice_days
from scienceweek.source.resolution.districts import districts
from scienceweek.source.resolution.organisations import organisations
from scienceweek.source.resolution.places import bases, venues
from scienceweek.source.resolution.register import Register
from scienceweek.source.resolution.registers import Registers
from scienceweek.source.resolution.terms import terms

T = TypeVar("T", District, Campaign)
V = TypeVar("V")
Files = Mapping[str, tuple[DataFile, ...]]
SHELVES = (DISTRICTS, ORGANISATIONS, TERMS, VENUES, CAMPAIGNS, BASES)


@dataclass(frozen=True, slots=True)
class Background:
    """A *catalogue* without activities, and what activities *share*.

    Its *own* key is another wherever some of it is another, and the *key* also where a text of an activity is. Both are nothing where
    something is wrong with it.
    """

    catalogue: Catalogue
    share: Shared
    own: str = ""
    key: str = ""


class KeptBackground(NamedTuple):
    """A background with all that is known *behind* activities, and what there was to be *told* of it."""

    catalogue: Catalogue
    behind: Mapping[str, Any]
    share: Shared
    told: HeardProblems


def background(files: Files, desk: Registers, memory: Memory) -> Background:
    """What the *files* say of it; the *desk* knows it afterwards. The *memory* knows it if nothing was wrong."""
    own = _key(files, desk.library)
    key = _digest(own, desk.library.activities) if own else ""
    kept: KeptBackground | None = memory.recall("background", own) if own else None
    if kept and desk.problems.tell_again(kept.told):
        desk.take(kept.behind)
        return Background(kept.catalogue, kept.share, own, key)
    before = desk.problems.mark
    catalogue = _resolved(files, desk)
    share, told = _shared(desk), desk.problems.since(before)
    if not own or told is None:
        return Background(catalogue, share)
    memory.learn(KeptBackground(catalogue, desk.behind, share, told), "background", own)
    return Background(catalogue, share, own, key)


def entries_of(files: Files, shelf: FileKind, key: str = "") -> tuple[RecordEntry[Any], ...]:
    """The entries of all files of *shelf*."""
    key = key or shelf.entries[0]
    return tuple(entry for sheet in files[shelf.pattern] for entry in sheet.entries.get(key, ()))


def headings_of(files: Files, shelf: FileKind) -> tuple[RecordEntry[Any], ...]:
    """The records of a *shelf* whose files hold one each."""
    return tuple(sheet.heading for sheet in files[shelf.pattern] if sheet.heading)


def below(
    sheet: DataFile, shelf: FileKind, key: str, register: Register[T]
) -> Iterator[tuple[RecordEntry[Any], T | None]]:
    """Each entry of *sheet* with the thing that the heading of the file names at *key*."""
    heading = sheet.heading
    for entry in sheet.entries.get(shelf.entries[0], ()):
        yield entry, register.find(getattr(heading.record, key), heading, key) if heading else None


def _everything(files: Files) -> Iterator[RecordEntry[Any]]:
    """The records that have ids unique in the site, but for terms and activities."""
    for shelf in (DISTRICTS, ORGANISATIONS, VENUES, BASES):
        yield from entries_of(files, shelf)
    yield from headings_of(files, CAMPAIGNS)


def _key(files: Files, library: Library) -> str:
    """Nothing where something in the *files* was wrong."""
    keys = [sheet.key for shelf in SHELVES for sheet in files[shelf.pattern]]
    if not all(keys):
        return ""
    return _digest(
        keys, library.bases, library.notices, library.album.names, library.album.images, library.cabinet
    )


def _digest(*told: object) -> str:
    return blake2b(repr(told).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _resolved(files: Files, desk: Registers) -> Catalogue:
    desk.issued = notice_days(desk, headings_of(files, CAMPAIGNS))
    lists = {key: entries_of(files, TERMS, key) for key in TERMS.entries}
    in_districts = (
        found for sheet in files[BASES.pattern] for found in below(sheet, BASES, "district", desk.districts)
    )
    catalogue = Catalogue(
        districts=districts(desk, entries_of(files, DISTRICTS)),
        organisations=organisations(desk, entries_of(files, ORGANISATIONS)),
        terms=terms(desk, lists, headings_of(files, TERMS)),
        venues=venues(desk, entries_of(files, VENUES)),
        campaigns=campaigns(desk, headings_of(files, CAMPAIGNS)),
        bases=bases(desk, in_districts),
    )
    by_id = {entry.head.id: entry for entry in entries_of(files, BASES)}
    rules.campaigns(headings_of(files, CAMPAIGNS), catalogue.campaigns, desk)
    rules.bases(by_id, catalogue.bases, desk)
    rules.contacts(_everything(files), desk)
    places.places(_everything(files), desk)
    photos.look_up(_everything(files), desk)
    copied_years.campaigns(headings_of(files, CAMPAIGNS), catalogue.campaigns, desk)
    copied_years.openings(by_id, catalogue.bases, desk)
    known = tuple(_known(entries_of(files, DISTRICTS), desk.districts))
    distances(desk, tuple(_places(files, desk)), known)
    return catalogue


def _places(files: Files, desk: Registers) -> Iterator[tuple[RecordEntry[Any], Base | Venue]]:
    """The bases and the venues, each with its entry."""
    yield from _known(entries_of(files, BASES), desk.bases)
    yield from _known(entries_of(files, VENUES), desk.venues)


def _known(
    entries: tuple[RecordEntry[Any], ...], register: Register[V]
) -> Iterator[tuple[RecordEntry[Any], V]]:
    for entry in entries:
        if thing := register[entry.head.id]:
            yield entry, thing


def _shared(desk: Registers) -> Shared:
    registers = {name: known for name, known in desk.behind.items() if isinstance(known, Register)}
    return Shared({f"{name} {id}": thing for name, known in registers.items() for id, thing in known.by_id})
