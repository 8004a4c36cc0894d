"""Facts and prose become a catalogue, or every mistake in them is told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from scienceweek.model.activity import Admits
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.image import Image
from scienceweek.model.place import Base, Venue
from scienceweek.model.site_facts import SiteFacts
from scienceweek.privacy.secrets import Secrets
from scienceweek.source.attachments.cabinet import Cabinet, read_cabinet
from scienceweek.source.checks import booking, closed_doors, copied_years, leaks, photos, places, rules
from scienceweek.source.checks.former_ids import former_ids
from scienceweek.source.files import unread
from scienceweek.source.files.data_files import DataFile, Tell, sheets
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Problem, Problems, SourceError
from scienceweek.source.pictures.album import Addresses, Album, Use, none, read_album
from scienceweek.source.positions.distances import distances
from scienceweek.source.prose.library import read_library
from scienceweek.source.prose.pages import check
from scienceweek.source.records import (
    ACTIVITIES,
    ALERTS,
    ALLOWED,
    BASES,
    CAMPAIGNS,
    DISTRICTS,
    ORGANISATIONS,
    SITE,
    TERMS,
    VENUES,
    FileKind,
)
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.activities import activities
from scienceweek.source.resolution.alerts import alerts
from scienceweek.source.resolution.campaigns import campaigns, notice_days
from scienceweek.source.resolution.districts import districts
from scienceweek.source.resolution.inheritance import inherited
from scienceweek.source.resolution.organisations import organisations, unlisted
from scienceweek.source.resolution.places import bases, venues
from scienceweek.source.resolution.register import Register
from scienceweek.source.resolution.registers import Registers
from scienceweek.source.resolution.site import site_facts
from scienceweek.source.resolution.terms import terms

T = TypeVar("T", District, Campaign)
V = TypeVar("V")
Files = Mapping[str, tuple[DataFile, ...]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalogue that may be published, what must not be with it, and what staff should know about it.

    *album* has the pictures that there are, *pages* those that each page of prose shows. *entries* are the records of
    campaigns and bases by id: where each stands. *exposed* is what is wrong if mobiles are shown in part, or for a time.
    *cabinet* has the files to take along that there are, *linked* are those to which pages of prose lead.
    *site* is what is said of the site itself.
    """

    catalogue: Catalogue
    secrets: Secrets
    warnings: tuple[Problem, ...]
    album: Album
    pages: Mapping[str, tuple[Image, ...]]
    entries: Mapping[str, RecordEntry[Any]]
    exposed: tuple[Problem, ...] = ()
    cabinet: Cabinet = Cabinet()
    linked: tuple[AttachedFile, ...] = ()
    site: SiteFacts = SiteFacts()


def load(
    data: Path,
    content: Path,
    memory: Memory | None = None,
    addresses: Addresses = none,
    tell: Tell | None = None,
) -> Loaded:
    """The facts in *data* and the texts in *content*, whose pictures have *addresses*. Raises SourceError if anything is wrong.

    *tell* is told how many files of *data* are read, of how many.
    """
    problems = Problems()
    memory = memory or Memory()
    data, content = data.absolute(), content.absolute()
    album = read_album(content, addresses, problems, memory)
    cabinet = read_cabinet(content, problems, memory)
    pages = check(content, album, cabinet, problems)
    shown = {id: page.uses for id, page in pages.items()}
    library = read_library(content, album, cabinet, problems)
    desk = Registers(library, problems)
    files = sheets(data, problems, memory, tell)
    site = site_facts(_headings(files, SITE), problems)
    catalogue = _catalogue(files, desk, content, shown)
    said = {sheet.file: sheet.shown for several in files.values() for sheet in several}
    sources = leaks.Sources(said, library, content, memory)
    secrets, exposed = leaks.check(sources, catalogue, _entries(files, ALLOWED), problems, site.phone)
    if problems.errors:
        raise SourceError(problems.all)
    images = {id: tuple(dict.fromkeys(use.image for use in uses)) for id, uses in shown.items()}
    entries = (*_headings(files, CAMPAIGNS), *_entries(files, BASES))
    return Loaded(
        catalogue,
        secrets,
        problems.all,
        album,
        images,
        {entry.record.id: entry for entry in entries},
        exposed,
        cabinet,
        tuple(dict.fromkeys(file for page in pages.values() for file in page.files)),
        site,
    )


def _catalogue(
    files: Files, desk: Registers, content: Path, shown: Mapping[str, tuple[Use, ...]]
) -> Catalogue:
    _incomplete(files, desk)
    rows = _rows(files, ACTIVITIES, "campaign")
    desk.issued = notice_days(desk, _headings(files, CAMPAIGNS))
    catalogue = Catalogue(
        districts=districts(desk, _entries(files, DISTRICTS)),
        organisations=organisations(desk, _entries(files, ORGANISATIONS)),
        terms=terms(
            desk, {key: _entries(files, TERMS, key) for key in TERMS.entries}, _headings(files, TERMS)
        ),
        venues=venues(desk, _entries(files, VENUES)),
        campaigns=campaigns(desk, _headings(files, CAMPAIGNS)),
        bases=bases(desk, _below(_rows(files, BASES, "district"), "district", desk.districts)),
    )
    found = activities(desk, _below(rows, "campaign", desk.campaigns))
    unlisted(desk)
    rules.unique(_all(files), desk.problems)
    former_ids((tuple(_all(files)), *(_entries(files, TERMS, key) for key in TERMS.entries)), desk.problems)
    rules.campaigns(_headings(files, CAMPAIGNS), catalogue.campaigns, desk)
    rules.bases({entry.record.id: entry for entry in _entries(files, BASES)}, catalogue.bases, desk)
    rules.contacts(_all(files), desk)
    places.places(_all(files), desk)
    rules.activities({entry.record.id: entry for _, entry in rows}, found, desk)
    copied_years.campaigns(_headings(files, CAMPAIGNS), catalogue.campaigns, desk)
    copied_years.openings({entry.record.id: entry for entry in _entries(files, BASES)}, catalogue.bases, desk)
    copied_years.activities({entry.record.id: entry for _, entry in rows}, found, desk)
    closed_doors.activities({entry.record.id: entry for _, entry in rows}, found, desk)
    booking.activities({entry.record.id: entry for _, entry in rows}, found, desk)
    booking.numbers({entry.record.id: entry for entry in _all(files)}, catalogue, found, desk)
    photos.photos(_all(files), shown, desk)
    distances(desk, tuple(_found(files, desk)), tuple(_known(_entries(files, DISTRICTS), desk.districts)))
    rules.bodies(desk)
    unread.prose(content, desk)
    found = inherited(found)
    return replace(
        catalogue,
        alerts=alerts(desk, _entries(files, ALERTS)),
        activities=tuple(activity for activity in found if activity.admits is not Admits.STAFF),
        withheld=tuple(activity for activity in found if activity.admits is Admits.STAFF),
    )


def _incomplete(files: Files, desk: Registers) -> None:
    """Let each register know what it will miss, so that one mistake does not become twenty."""
    kinds: list[tuple[FileKind, str, Register[Any]]] = [
        (DISTRICTS, "districts", desk.districts),
        (ORGANISATIONS, "organisations", desk.organisations),
        (VENUES, "venues", desk.venues),
        (CAMPAIGNS, "", desk.campaigns),
        (BASES, "bases", desk.bases),
        (ACTIVITIES, "activities", desk.activities),
        *((TERMS, key, register) for key, register in desk.terms.items()),
    ]
    for shelf, key, register in kinds:
        for sheet in files[shelf.pattern]:
            register.miss(sheet.lost.get(key, ()), complete=sheet.whole)


def _entries(files: Files, shelf: FileKind, key: str = "") -> tuple[RecordEntry[Any], ...]:
    """The entries of all files of *shelf*."""
    key = key or shelf.entries[0]
    return tuple(entry for sheet in files[shelf.pattern] for entry in sheet.entries.get(key, ()))


def _headings(files: Files, shelf: FileKind) -> tuple[RecordEntry[Any], ...]:
    """The records of a *shelf* whose files hold one each."""
    return tuple(sheet.heading for sheet in files[shelf.pattern] if sheet.heading)


def _rows(files: Files, shelf: FileKind, key: str) -> list[tuple[RecordEntry[Any] | None, RecordEntry[Any]]]:
    """The entries of all files of *shelf*, each with the heading of its file."""
    return [
        (sheet.heading, entry)
        for sheet in files[shelf.pattern]
        for entry in sheet.entries.get(shelf.entries[0], ())
    ]


def _below(
    rows: Iterable[tuple[RecordEntry[Any] | None, RecordEntry[Any]]], key: str, register: Register[T]
) -> Iterator[tuple[RecordEntry[Any], T | None]]:
    """Each entry with the thing that the heading of its file names at *key*."""
    for heading, entry in rows:
        yield entry, register.find(getattr(heading.record, key), heading, key) if heading else None


def _found(files: Files, desk: Registers) -> Iterator[tuple[RecordEntry[Any], Base | Venue]]:
    """The bases and the venues, each with its entry."""
    yield from _known(_entries(files, BASES), desk.bases)
    yield from _known(_entries(files, VENUES), desk.venues)


def _known(
    entries: Iterable[RecordEntry[Any]], register: Register[V]
) -> Iterator[tuple[RecordEntry[Any], V]]:
    for entry in entries:
        if thing := register[entry.record.id]:
            yield entry, thing


def _all(files: Files) -> Iterator[RecordEntry[Any]]:
    """The records that have ids unique in the site: all but terms."""
    for shelf in (DISTRICTS, ORGANISATIONS, VENUES, BASES, ACTIVITIES):
        yield from _entries(files, shelf)
    yield from _headings(files, CAMPAIGNS)
