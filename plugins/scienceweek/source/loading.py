"""Facts and prose become a catalogue, or every mistake in them is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scienceweek.model.activity import Admits
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.image import Image
from scienceweek.model.site_facts import SiteFacts
from scienceweek.privacy.secrets import Secrets
from scienceweek.source.activity_files import activities_of
from scienceweek.source.attachments.cabinet import Cabinet, read_cabinet
from scienceweek.source.background import Files, background, entries_of, headings_of
from scienceweek.source.checks import booking, copied_years, leaks, photos, rules
from scienceweek.source.checks.former_ids import former_ids
from scienceweek.source.checks.leaks import SaidText
from scienceweek.source.checks.own_ids import own_ids
from scienceweek.source.files import unread
from scienceweek.source.files.data_files import Tell, sheets
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Problem, Problems, SourceError
from scienceweek.source.pictures.album import Addresses, Album, Use, none, read_album
from scienceweek.source.prose.library import read_library
from scienceweek.source.prose.pages import check
from scienceweek.source.reading_ahead import Ahead, read_files, resolve_activities
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
from scienceweek.source.resolution.alerts import alerts
from scienceweek.source.resolution.inheritance import inherited
from scienceweek.source.resolution.organisations import unlisted
from scienceweek.source.resolution.register import Register
from scienceweek.source.resolution.registers import Registers
from scienceweek.source.resolution.site import site_facts


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


def load(  # noqa: PLR0913, PLR0917 - whoever reads says what for
    data: Path,
    content: Path,
    memory: Memory | None = None,
    addresses: Addresses = none,
    tell: Tell | None = None,
    ahead: Ahead | None = None,
) -> Loaded:
    """The facts in *data* and the texts in *content*, whose pictures have *addresses*. Raises SourceError if anything is wrong.

    *tell* is told how many files of *data* are read, of how many. Others may read them *ahead*.
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
    if ahead:
        read_files(data, memory, ahead)
    files = sheets(data, problems, memory, tell)
    site = site_facts(headings_of(files, SITE), problems)
    catalogue = _catalogue(files, desk, content, shown, memory, ahead)
    said = {one.file: SaidText(one.said, one.key) for several in files.values() for one in several}
    sources = leaks.Sources(said, library, content, memory)
    secrets, exposed = leaks.check(sources, catalogue, entries_of(files, ALLOWED), problems, site.phone)
    if problems.errors:
        raise SourceError(problems.all)
    images = {id: tuple(dict.fromkeys(use.image for use in uses)) for id, uses in shown.items()}
    entries = (*headings_of(files, CAMPAIGNS), *entries_of(files, BASES))
    return Loaded(
        catalogue,
        secrets,
        problems.all,
        album,
        images,
        {entry.head.id: entry for entry in entries},
        exposed,
        cabinet,
        tuple(dict.fromkeys(file for page in pages.values() for file in page.files)),
        site,
    )


def _catalogue(  # noqa: PLR0913, PLR0917 - what is read, where to, and with whom
    files: Files,
    desk: Registers,
    content: Path,
    shown: Mapping[str, tuple[Use, ...]],
    memory: Memory,
    ahead: Ahead | None,
) -> Catalogue:
    _incomplete(files, desk)
    behind = background(files, desk, memory)
    catalogue, written = behind.catalogue, files[ACTIVITIES.pattern]
    if ahead:
        resolve_activities(written, desk, behind, memory, ahead)
    found = activities_of(written, desk, behind, memory)
    unlisted(desk)
    own = {entry.head.id: entry for entry in entries_of(files, ACTIVITIES)}
    every = tuple(_all(files))
    rules.unique(every, desk.problems)
    own_ids(entries_of(files, BASES), desk.problems)
    former_ids((every, *(entries_of(files, TERMS, key) for key in TERMS.entries)), desk.problems)
    rules.activities(own, found, desk)
    copied_years.activities(own, found, desk)
    booking.numbers({entry.head.id: entry for entry in every}, catalogue, found, desk)
    photos.photos(every, shown, desk)
    rules.bodies(desk)
    unread.prose(content, desk)
    found = inherited(found)
    return replace(
        catalogue,
        alerts=alerts(desk, entries_of(files, ALERTS)),
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


def _all(files: Files) -> Iterator[RecordEntry[Any]]:
    """The records that have ids unique in the site: all but terms."""
    for shelf in (DISTRICTS, ORGANISATIONS, VENUES, BASES, ACTIVITIES):
        yield from entries_of(files, shelf)
    yield from headings_of(files, CAMPAIGNS)
