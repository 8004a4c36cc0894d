"""Draws that need two rooms: a page with its code, rows with their readings. Each is a pure call, made when stale."""

from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, Literal

from scienceweek.formats import (
    activity_picture,
    day_picture,
    draft_mark,
    drawing,
    photograph,
    picture,
    qr,
    scripts,
)
from scienceweek.formats.picture_parts import Font
from scienceweek.frozen import frozen
from scienceweek.links import Site
from scienceweek.render import Page
from scienceweek.render.copies import read
from scienceweek.typesetting.phrases import lengths
from scienceweek.views.finding.finder_row import FinderRow
from scienceweek.views.words import pinyin


@frozen
class Poster:
    """A page that is also printed as a poster: with a QR code of its address, where the site has one."""

    page: Page

    def __call__(self, site: Site, view: Any, root: str) -> bytes:
        address = site.absolute(view.head.path)
        return self.page(site, replace(view, qr=qr.code(address)) if address else view, root)


@frozen
class Printed:
    """A page for paper: with the QR codes of the pages to which it leads (*coded*), where the site has an address."""

    page: Page

    def __call__(self, site: Site, view: Any, root: str) -> bytes:
        if not site.url:
            return self.page(site, view, root)
        codes = tuple((path, qr.code(site.absolute(path))) for path in view.coded)
        return self.page(site, replace(view, codes=codes), root)


PictureKind = Literal["share", "activity", "day"]
PICTURES: dict[PictureKind, Callable[[Any, Font], bytes]] = {
    "share": picture.draw,
    "activity": activity_picture.draw,
    "day": day_picture.draw,
}


def draft_picture(kind: PictureKind, shown: Any, face: Font, mark: str) -> bytes:
    """*shown* as a picture of a site that is not public, with a *mark* that says so."""
    return draft_mark.marked(PICTURES[kind](shown, face), mark, face)


def image(source: str, digest: str, width: int, height: int) -> bytes:
    """The picture in the file *source*, whose bytes have this *digest*, as it is published."""
    content = read(source, digest)
    if source.lower().endswith(".svg"):
        return drawing.plain(content)
    return photograph.plain(content, (width, height))


def rendition(source: str, digest: str, width: int, height: int) -> bytes:
    """The same as a photograph of that size: as coarse as nobody sees."""
    content = read(source, digest)
    if source.lower().endswith(".svg"):
        return drawing.plain(content)
    return photograph.plain(content, (width, height), photograph.ON_A_PAGE)


# Readings are looked up in a dictionary that takes half a second to load: here, when a file is made, and not in the plan.


def finder_rows(found: tuple[FinderRow, ...], others: tuple[str, ...]) -> bytes:
    """The script with the rows of the finder, and the names of the *others* that hold more."""
    readings = {name: pinyin.reading(name) for row in found for name in row.names}
    names = tuple(field.name for field in fields(FinderRow))
    runs = {name: lengths(name) for row in found for name in (*row.names, row.sub)}
    sounds = pinyin.sounds(readings)
    pinyin.keep()
    return scripts.rows_script(names, map(attrgetter(*names), found), readings, others, sounds, runs)


def base_names(first: int, bases: tuple[tuple[str, str, str], ...]) -> bytes:
    """The script with the ids, names and readings of *bases* (id, name, words) from the number *first* on."""
    found = [[id, name, " ".join((name.lower(), words, *pinyin.variants(name)))] for id, name, words in bases]
    pinyin.keep()
    return scripts.call_script("baseNames", first, found)
