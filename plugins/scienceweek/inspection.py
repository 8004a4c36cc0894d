"""Everything that can be wrong with the facts and the prose, found before anything is made."""

import gc
import html
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from scienceweek.model.boundary import Boundary
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.image import Image
from scienceweek.render import prose, salt
from scienceweek.source.boundaries import boundaries
from scienceweek.source.problems import Problem, Problems, Severity, SourceError, Spot, quoted
from scienceweek.source.recollection import Memory, recalled

if TYPE_CHECKING:
    from scienceweek.source.loading import Loaded
    from scienceweek.source.pictures import Album

_CODE = Path(__file__).parent
_FONTS = _CODE.parents[1] / "theme" / "fonts"
_LIBRARIES = ("markdown", "nh3", "pillow", "pydantic", "pyyaml")
_IMAGES = "images/"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What may be published, and what staff should know about it.

    *pages* has the pictures that each page of prose shows, by its id; *marks* are those at the foot of every page.
    """

    catalogue: Catalogue
    boundaries: tuple[Boundary, ...]
    warnings: tuple[Problem, ...]
    pages: Mapping[str, tuple[Image, ...]]
    marks: tuple[Image, ...]


def inspect(data: Path, content: Path, kept: Path | None = None, *, mark: str = "") -> Inspected:
    """The facts in *data* and the prose in *content*; *mark* is a picture that the settings show on every page.

    If a file *kept* is named, what it holds is given again for as long as nothing in the two folders has changed;
    and a file beside it holds what has been read of each file, for as long as that one has not changed.

    Raises SourceError with every mistake, those in the prose included: its grammar belongs to
    drawing, which ``source`` does not see.
    """
    with _uncollected():
        asked = _Asked(data, content, mark)
        return _inspect(asked, Memory()) if kept is None else _recalled(asked, kept)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be looked at."""

    data: Path
    content: Path
    mark: str


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing that is made here is garbage: looking for it takes longer than reading."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _recalled(asked: _Asked, kept: Path) -> Inspected:
    code = salt(_CODE, _FONTS, libraries=_LIBRARIES)
    memory = Memory(kept.with_name(f"{kept.name}-files"), code)
    try:
        identity = code + salt(asked.data, asked.content, libraries=()) + asked.mark.encode()
    except OSError:  # of which inspection tells
        return _inspect(asked, memory)
    try:
        return recalled(kept, identity, lambda: _inspect(asked, memory))
    finally:
        memory.keep()


def _inspect(asked: _Asked, memory: Memory) -> Inspected:
    # Whoever finds everything kept needs no reader, which takes long to import.
    from scienceweek.assets import illustrations
    from scienceweek.source.loading import load

    mistakes = tuple(_in_prose(asked.content, memory))
    try:
        loaded = load(asked.data, asked.content, memory, lambda text: _addresses(text, memory))
        borders = boundaries(asked.data, loaded.catalogue.districts)
    except SourceError as error:
        raise SourceError([*error.problems, *mistakes]) from None
    problems = Problems()
    marks = _marks(asked.mark, loaded.album, problems)
    others = [*marks, *(image for images in loaded.pages.values() for image in images)]
    _unseen(loaded, illustrations(loaded.catalogue, others), problems)
    found = sorted([*loaded.warnings, *problems.all])
    if mistakes or problems.errors:
        raise SourceError([*found, *mistakes])
    return Inspected(loaded.catalogue, borders, tuple(found), loaded.pages, marks)


def _addresses(text: str, memory: Memory) -> tuple[str, ...]:
    """Where the links and images of *text* lead that may be pictures of the site."""
    if _IMAGES not in unquote(html.unescape(text)):
        return ()
    found: tuple[str, ...] | None = memory.recall("addresses", text)
    if found is None:
        found = prose.addresses(text)
        memory.learn(found, "addresses", text)
    return found


def _marks(mark: str, album: "Album", problems: Problems) -> tuple[Image, ...]:
    """The picture that the settings name, which must be there."""
    if not mark:
        return ()
    image = album.images.get(mark.removeprefix(_IMAGES)) if mark.startswith(_IMAGES) else None
    if image is None:
        problems.error(
            Spot("pelicanconf.py"),
            f"marks 的 authority 写的是{quoted(mark)}，没有这张图片。请把图片放进 content/images，这里写 images/文件名。",
        )
    return (image,) if image else ()


def _unseen(loaded: "Loaded", shown: Iterable[Image], problems: Problems) -> None:
    """Tell of pictures that do not leave, so that nobody waits for them."""
    photos = {
        photo.file
        for activity in (*loaded.catalogue.activities, *loaded.catalogue.withheld)
        for photo in (activity.results.photos if activity.results else ())
    }
    known = set(shown)
    for name, image in loaded.album.images.items():
        if image in known:
            continue
        problems.remind(
            Spot(f"content/{_IMAGES}{name}"),
            "照片里的人还没有同意公开（consent: true），这张照片不会发布。"
            if name in photos
            else "没有页面用到这张图片，不会发布。用不着的话请移走。",
        )


def _in_prose(content: Path, memory: Memory) -> Iterator[Problem]:
    for path in sorted(content.rglob("*.md")):
        if path.is_symlink() or not path.is_file():
            continue  # loading refuses it
        text = path.read_text("utf-8", errors="replace")
        file = path.relative_to(content.parent).as_posix()
        found = memory.recall("prose", text)
        if found is None:
            found = tuple(prose.problems(text))
            memory.learn(found, "prose", text)
        for line, message in found:
            yield Problem(file, line, 1, Severity.ERROR, message)
