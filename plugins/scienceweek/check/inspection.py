"""Everything that can be wrong with the facts and the prose, found before anything is made."""

import html
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from scienceweek import cache
from scienceweek.aside import aside
from scienceweek.check.drafts import without_drafts
from scienceweek.identity import give, given
from scienceweek.links import Site
from scienceweek.model.activity import Activity
from scienceweek.model.attachment import AttachedFile
from scienceweek.model.boundary import Boundary
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district_ground import DistrictGround
from scienceweek.model.image import Image, Photo
from scienceweek.model.place import Base, Venue
from scienceweek.model.site_facts import SiteFacts
from scienceweek.privacy.secrets import Secrets
from scienceweek.render import prose, salt
from scienceweek.source.files.encoding import LARGEST
from scienceweek.source.files.read_cache import Memory, let_go, recalled
from scienceweek.source.mistakes.problems import Position, Problem, Problems, Severity, SourceError, quoted
from scienceweek.source.positions.boundaries import boundaries
from scienceweek.source.positions.grounds import grounds
from scienceweek.source.prose.pages import front_matter
from scienceweek.surroundings import absent

if TYPE_CHECKING:
    from scienceweek.source.files.data_files import Tell
    from scienceweek.source.loading import Loaded
    from scienceweek.source.reading_ahead import Ahead
    from scienceweek.source.records.reading import RecordEntry

_CACHE = ".cache"
_CODE = Path(__file__).parents[1]
FONTS = _CODE.parents[1] / "theme" / "fonts"
_LIBRARIES = ("markdown-it-py", "nh3", "phonenumbers", "pillow", "pydantic", "pyyaml")
_MUCH = 1_000_000  # bytes; less is read in a moment
_IMAGES, _FILES = "images/", "files/"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What may be published, the *secrets* that must not be with it, and what staff should know about it.

    *images* are the pictures that may be published, by name; *pages* has those that each page of prose shows, by its id;
    *marks* are those at the foot of every page and under the pins of the map. *files* are those to take along that there are, *linked* those to which pages
    of prose lead. *site* is what is said of the site itself. *exposed* is what is wrong if the settings show mobiles in part, or for a time.
    """

    catalogue: Catalogue
    secrets: Secrets
    boundaries: tuple[Boundary, ...]
    warnings: tuple[Problem, ...]
    pages: Mapping[str, tuple[Image, ...]]
    images: Mapping[str, Image]
    marks: tuple[Image, ...] = ()
    exposed: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    linked: tuple[AttachedFile, ...] = ()
    site: SiteFacts = SiteFacts()
    grounds: tuple[DistrictGround, ...] = ()


class _Told(NamedTuple):
    """What was inspected, and the identities of its activities, for whoever goes on with it."""

    inspected: Inspected
    identities: tuple[str, ...]


def inspect(  # noqa: PLR0913 - whoever reads says what for
    data: Path,
    content: Path,
    kept: Path | None = None,
    *,
    mark: str = "",
    tell: "Tell | None" = None,
    leaves: bool = True,
    ahead: "Ahead | None" = None,
) -> Inspected:
    """The facts in *data* and the prose in *content*; *mark* is a picture that the settings show on every page.

    Where the facts name a picture, it is that one.

    If a file *kept* is named, what it holds is given again for as long as nothing in the two folders has changed;
    and a file beside it holds what has been read of each file, for as long as that one has not changed. Whoever goes on with it and
    *leaves* nothing for another process spares the time of writing the first.

    *tell* is told how many files of *data* are read, of how many. Others may read them *ahead*, where much is to be kept.

    Raises SourceError with every mistake, those in the prose included: its grammar belongs to
    drawing, which ``source`` does not see.
    """
    if missing := [folder for folder in (data, content) if not folder.is_dir()]:
        raise SourceError([Problem(folder.name, 1, 1, Severity.ERROR, absent(folder)) for folder in missing])
    found = (
        _inspect(data, content, Memory(), tell)
        if kept is None
        else _recalled(data, content, kept, tell, ahead, leaves=leaves)
    )
    return _with_mark(found, mark)


def _recalled(  # noqa: PLR0913 - as `inspect`
    data: Path, content: Path, kept: Path, tell: "Tell | None", ahead: "Ahead | None", *, leaves: bool
) -> Inspected:
    # What others bring is not believed anyway; whoever brings it should know.
    if kept.parent.name == _CACHE and cache.tracked(kept.parent):
        raise SourceError([_brought(kept.parent.name)])
    code = salt(_CODE, FONTS, libraries=_LIBRARIES)
    memory = Memory(kept.with_name(f"{kept.name}-files"), code)
    try:
        identity = code + salt(data, content, libraries=(), hidden=True)
    except OSError:  # of which inspection tells
        return _inspect(data, content, memory, tell)

    def told() -> _Told:
        found = _inspect(data, content, memory, tell, ahead)
        return _Told(found, given(found.catalogue.activities))

    if not memory.is_there and _size(data) > _MUCH:
        aside(partial(_reads, partial(recalled, kept, identity, told), memory))
    try:
        found, identities = recalled(kept, identity, told, leaves=leaves)
    except SourceError:
        # Whoever ends at a mistake has not asked for all that will be wanted once it is mended.
        memory.keep(everything=True)
        raise
    memory.keep()
    give(zip(found.catalogue.activities, identities, strict=True))
    return found


def _reads(read: Callable[[], object], memory: Memory) -> bytes:
    """Has *read* keep what it finds, for another process: reading costs more than twice the memory of the facts.

    What is wrong is told by whoever reads next; what is *memory* of by then makes that quick.
    """
    # Whoever holds what was read would write it later, and there is no later here; and would have the records at hand until then.
    let_go()
    with suppress(Exception):
        read()
    memory.keep()
    return b""


def _size(data: Path) -> int:
    """Of the files of records, in bytes."""
    return sum(path.stat().st_size for path in data.rglob("*.yaml") if path.is_file())


def _brought(folder: str) -> Problem:
    told = f"缓存不能放进 git，别人带来的缓存不可信。请运行 git rm -r --cached {folder}，再提交。"
    return Problem(folder, 1, 1, Severity.ERROR, told)


def _inspect(
    data: Path, content: Path, memory: Memory, tell: "Tell | None", ahead: "Ahead | None" = None
) -> Inspected:
    # Whoever finds everything kept needs no reader, which takes long to import.
    from scienceweek.source.loading import load

    mistakes = tuple(_in_prose(content, memory))
    try:
        loaded = load(data, content, memory, _Addresses(memory), tell, ahead)
        borders = boundaries(data, loaded.catalogue.districts)
        laid = grounds(data, loaded.catalogue.districts, loaded.album.images)
    except SourceError as error:
        raise SourceError([*error.problems, *mistakes]) from None
    if mistakes:
        raise SourceError([*loaded.warnings, *mistakes])
    catalogue, drafts = without_drafts(loaded.catalogue, data, published=loaded.site.with_drafts)
    loaded = replace(loaded, catalogue=catalogue)
    warnings = sorted([*loaded.warnings, *drafts, *_undrawn(loaded, memory), *_untaken(loaded)])
    return Inspected(
        loaded.catalogue,
        loaded.secrets,
        borders,
        tuple(warnings),
        loaded.pages,
        loaded.album.images,
        exposed=loaded.exposed,
        files=tuple(loaded.cabinet.names),
        linked=loaded.linked,
        site=loaded.site,
        grounds=laid,
    )


class _Addresses:
    """Line, column and address of the links and images of a text that may be pictures of the site, or files to take along.

    Once for each text, as far as the *memory* goes: it stays where it is when this goes elsewhere.
    """

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory or Memory()

    def __reduce__(self) -> tuple[Any, ...]:
        return _Addresses, ()

    def __call__(self, text: str) -> tuple[tuple[int, int, str], ...]:
        plain = unquote(html.unescape(text))
        if _IMAGES not in plain and _FILES not in plain:
            return ()
        found: tuple[tuple[int, int, str], ...] | None = self._memory.recall("addresses", text)
        if found is None:
            found = prose.addresses(text)
            self._memory.learn(found, "addresses", text)
        return found


def _with_mark(found: Inspected, mark: str) -> Inspected:
    """*found* with the picture that is on every page, which must be there; and with those of which nobody makes use."""
    problems, spot = Problems(), Position("pelicanconf.py")
    if own := found.site.marks.get("authority"):
        mark, spot = own, Position("data/site.yaml", *found.site.lines["marks.authority"])
    image = found.images.get(mark.removeprefix(_IMAGES)) if mark.startswith(_IMAGES) else None
    if mark and image is None:
        problems.error(
            spot,
            f"marks 的 authority 写的是{quoted(mark)}，没有这张图片。请把图片放进 content/images，这里写 images/文件名。",
        )
    maps = {one.picture.path for one in found.grounds if one.picture}
    marks = (
        *((image,) if image else ()),
        *(one for one in found.images.values() if _IMAGES + one.name in maps),
    )
    refused = frozenset(_refused(found.catalogue))
    if image and image.digest in refused:
        problems.error(
            spot,
            f"marks 的 authority 写的是{quoted(mark)}，照片里的人还没有同意公开（consent: true）。请换一张。",
        )
    _unseen(found, marks, refused, problems)
    if problems.errors:
        raise SourceError([*found.warnings, *problems.all])
    return replace(found, warnings=tuple(sorted([*found.warnings, *problems.all])), marks=marks)


def _refused(catalogue: Catalogue) -> Iterator[str]:
    """The digests of the photos to which the people in them have not agreed."""
    for activity in (*catalogue.activities, *catalogue.withheld):
        yield from _unpublished(activity.results.photos if activity.results else ())
    places: tuple[Venue | Base, ...] = (*catalogue.venues, *catalogue.bases)
    activities = (*catalogue.activities, *catalogue.withheld)
    records: tuple[Campaign | Venue | Base | Activity, ...] = (*catalogue.campaigns, *places, *activities)
    yield from _unpublished(one.image for one in records if one.image)


def _unpublished(photos: Iterable[Photo]) -> Iterator[str]:
    return (photo.image.digest for photo in photos if photo.image and not photo.consent)


def _unseen(found: Inspected, marks: tuple[Image, ...], refused: Collection[str], problems: Problems) -> None:
    """Tell of pictures that do not leave, so that nobody waits for them; *refused* are digests of photos."""
    pages = (image for images in found.pages.values() for image in images)
    shown = {*marks, *found.catalogue.images, *found.catalogue.photographs, *pages}
    for image in found.images.values():
        if image not in shown:
            problems.remind(
                Position(f"content/{_IMAGES}{image.name}"),
                "照片里的人还没有同意公开（consent: true），这张照片不会发布。"
                if image.digest in refused
                else "没有页面用到这张图片，不会发布。用不着的话请移走。",
            )


def _untaken(loaded: "Loaded") -> tuple[Problem, ...]:
    """Tell of files to take along that do not leave, and of those that do: what somebody should look at in them."""
    problems, cabinet = Problems(), loaded.cabinet
    taken = {*loaded.catalogue.files, *loaded.linked}
    for name, file in cabinet.files.items():
        spot = Position(f"content/{_FILES}{name}")
        if file not in taken:
            problems.remind(
                spot,
                "没有页面用到这个文件，不会发布。请在记录的 files 里写上它，或在文章里指到它；用不着的话请移走。",
            )
            continue
        for told in cabinet.unseen[name]:
            problems.remind(spot, told)
    return problems.all


def _undrawn(loaded: "Loaded", memory: Memory) -> tuple[Problem, ...]:
    """Tell of lines that a picture to be handed on does without: its font lacks a character."""
    from scienceweek.formats import picture, picture_parts
    from scienceweek.views.parts import share_pictures
    from scienceweek.views.parts.contacts import Privacy

    problems = Problems()
    site, privacy = Site(name=""), Privacy(date.min)
    shown = [(one.id, share_pictures.of_campaign(one, site)) for one in loaded.catalogue.campaigns]
    shown += [(one.id, share_pictures.of_base(one, privacy, site)) for one in loaded.catalogue.bases]
    lines = [(id, line) for id, one in shown for line in picture.texts(one)]
    signs = "".join(sorted(set().union(*(line for _, line in lines))))
    lacking: str | None = memory.recall("font", signs)
    if lacking is None:
        lacking = picture_parts.lacking(signs, picture_parts.Font.of(FONTS))
        memory.learn(lacking, "font", signs)
    for id, line in lines:
        if missing := "".join(sign for sign in lacking if sign in line):
            problems.remind(_where(loaded.entries[id], line), lacks(missing, line))
    return problems.all


def lacks(missing: str, line: str) -> str:
    """What is said of a *line* whose characters *missing* cannot be drawn."""
    return (
        f"分享图的字库里没有{quoted(missing)}，图上不写{quoted(line)}这一行。"
        "有别的写法就改一改；没有的话，请管理员照 theme/fonts/README.md 加上这个字。"
    )


def _where(entry: "RecordEntry[Any]", line: str) -> Position:
    """The field that holds *line*, or a part of it; the name, if it is put together from others."""
    own = ((key, value) for key, value in entry.record if isinstance(value, str) and value)
    return entry.spot(next((key for key, value in own if value in line or line in value), "name"))


def _in_prose(content: Path, memory: Memory) -> Iterator[Problem]:
    for path in sorted(content.rglob("*.md")):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
            continue  # loading refuses it
        text = path.read_text("utf-8", errors="replace")
        if path.parent == content / "pages":
            _, body = front_matter(text)
            text = "\n" * (len(text.splitlines()) - len(body.splitlines())) + body
        file = path.relative_to(content.parent).as_posix()
        found = memory.recall("prose", text)
        if found is None:
            found = tuple(prose.problems(text))
            memory.learn(found, "prose", text)
        for line, message in found:
            yield Problem(file, line, 1, Severity.ERROR, message)
