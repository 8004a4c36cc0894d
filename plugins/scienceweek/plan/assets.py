"""What pages load: style sheets and scripts, for every page or for those of one kind; and pictures."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from scienceweek import links
from scienceweek.formats import basemap
from scienceweek.formats.ground import Ground
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.image import Image
from scienceweek.plan import drawings
from scienceweek.render import Target, copy, join, paper_of, screen_of
from scienceweek.render.copies import read
from scienceweek.render.joined import paper, screen, style

_SHARED = {
    "activity": ("visit", "booking", "documents", "photograph"),
    "arrangements": ("arrangements",),
    "board": ("paper_rows",),
    "booklet": ("paper_rows",),
    "bases": ("chips", "sketch", "base_rows", "leaves"),
    "campaign": ("strip", "documents", "photograph", "leaves"),
    "day": ("dates",),
    "district": ("sketch", "strip", "base_rows", "leaves"),
    "embed": ("base_rows",),
    "finder": ("kinds", "chips", "forms"),
    "home": ("kinds",),
    "lists": ("contents",),
    "month": ("forms", "dates"),
    "notice": ("arrangements", "documents"),
    "off": ("base_rows", "kept"),
    "organisation": ("hours", "photograph", "leaves"),
    "running": ("contents", "sketch", "strip", "before"),
    "science_base": ("hours", "sketch", "visit", "booking", "documents", "photograph"),
    "tickets": ("kept",),
}
"""What of ``css/shared`` a sheet begins with, so that a page asks for no more files."""

_PRINTED = ("paper_rows", "board", "booklet")
"""Sheets of pages that are made for paper."""


def assets(static: Path, ground: Ground, holidays: str = "") -> Iterator[Target]:
    """The files that pages load, made of the folder *static* of a theme; *holidays* are a line of script that says them."""
    yield from _for_every_page(static, holidays)
    shared, pages = (sorted((static / "css" / room).glob("*.css")) for room in ("shared", "pages"))
    for sheet in pages:
        first = [static / "css" / "shared" / f"{name}.css" for name in _SHARED.get(sheet.stem, ())]
        yield screen_of(links.style(sheet.stem), [*first, sheet])
    # One for all pages, so that it is fetched once: no page has something for which the paper of another has a rule. Pages that
    # are made for paper say more than all others together.
    printed = [sheet for sheet in (*shared, *pages) if sheet.stem in _PRINTED]
    others = [sheet for sheet in (*shared, *pages) if sheet not in printed]
    yield paper_of(links.PAPER_STYLE, [*_for_all(static), *others])
    yield paper_of(links.PRINTED_STYLE, printed)
    yield join(links.FINDER_SCRIPT, sorted((static / "js" / "finder").glob("*.js")))
    yield copy(links.ARTICLE_SCRIPT, static / "js" / "article" / "copying.js")
    yield join(links.SCREEN_SCRIPT, sorted((static / "js" / "screen").glob("*.js")))
    my = static / "js" / "my"
    yield join(links.STAR_SCRIPT, [my / "starred.js", my / "star.js", my / "tickets.js"])
    yield join(links.MY_SCRIPT, [my / "starred.js", my / "page.js"])
    yield join(links.READING_SCRIPT, [my / "programme.js"])
    yield join(links.NEWS_SCRIPT, [my / "news.js"])
    vendor = static / "vendor" / "qrcode.js"
    yield join(links.TAKING_SCRIPT, [vendor, my / "events.js", my / "taking.js"])
    yield join(links.BASES_SCRIPT, sorted((static / "js" / "bases").glob("*.js")))
    yield from _map(static, ground)


def edition(loaded: Iterable[Target]) -> str:
    """A digest of what is *loaded*, hexadecimal: another one as soon as one of these files holds something else."""
    digest = blake2b(digest_size=4)
    for target in loaded:
        # A sheet is known by what it is made of: to pack all of them takes longer than the rest, and every check plans.
        content = (
            repr(target.data).encode() if target.draw in {style, screen, paper} else target.draw(*target.data)
        )
        digest.update(f"{target.path}\0".encode() + blake2b(content).digest())
    return digest.hexdigest()


def images(shown: Iterable[Image], folder: Path) -> Iterator[Target]:
    """The pictures that some page shows, whose files lie in *folder*: no other may leave."""
    for image in sorted(shown, key=lambda image: image.name):
        data = (str(folder / image.name), image.digest, image.width, image.height)
        yield Target(links.image(image.name), drawings.image, data)


def photographs(shown: Iterable[Image], folder: Path) -> Iterator[Target]:
    """Those among the pictures in *folder* that pages show as photographs, in each of their sizes."""
    for image in sorted(shown, key=lambda image: image.name):
        for width, height in image.renditions:
            data = (str(folder / image.name), image.digest, width, height)
            yield Target(links.rendition(image.name, width), drawings.rendition, data)


def files(offered: Iterable[AttachedFile], folder: Path) -> Iterator[Target]:
    """The files to take along that some page offers, which lie in *folder*: no other may leave."""
    for file in sorted(offered, key=lambda file: file.name):
        yield Target(links.file(file.name), read, (str(folder / file.name), file.digest))


def _for_every_page(static: Path, holidays: str) -> Iterator[Target]:
    scripts = [
        script
        for script in sorted((static / "js").glob("*.js"))
        if script.name not in {"first.js", "registry.js"}
    ]
    yield screen_of(links.STYLE, _for_all(static))
    yield join(links.SCRIPT, [static / "js" / "registry.js", *scripts], holidays)
    yield copy(links.FIRST_SCRIPT, static / "js" / "first.js")


def _for_all(static: Path) -> list[Path]:
    """The sheets of every page, in the order of their layers."""
    css = static / "css"
    return [
        *(css / f"{layer}.css" for layer in ("tokens", "layout", "parts")),
        *sorted((css / "common").glob("*.css")),
        *(css / f"{layer}.css" for layer in ("elder", "print")),
    ]


def _map(static: Path, ground: Ground) -> Iterator[Target]:
    """What the map is made of, for whoever asks for it: what others made goes before what is ours, in one file of each kind."""
    vendor = static / "vendor"
    sheets = [vendor / name for name in basemap.SHEETS] + sorted((static / "css" / "map").glob("*.css"))
    scripts = [vendor / name for name in basemap.scripts(ground)]
    yield join(links.MAP_STYLE, sheets)
    yield join(links.MAP_SCRIPT, scripts + sorted((static / "js" / "map").glob("*.js")))
    yield Target(links.BASE_MAP, basemap.script, (ground,))
    for name in basemap.PICTURES:
        yield copy(links.asset(name), vendor / name)
