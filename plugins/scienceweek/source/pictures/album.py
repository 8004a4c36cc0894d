"""Pictures: the files in ``content/images``."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePath
from urllib.parse import unquote

from scienceweek.links import PICTURES
from scienceweek.model.image import Image
from scienceweek.source.files.folder import name as shown
from scienceweek.source.files.folder import walk
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.pictures import photographs, svg
from scienceweek.source.pictures.photographs import PictureError
from scienceweek.source.pictures.signatures import ENOUGH, SVG, FileType, kind
from scienceweek.source.pictures.svg import SvgError

_PLAIN = re.compile("[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_MEGABYTE = 1_000_000
_LARGE = 2 * _MEGABYTE  # ten times what a phone needs
_LARGEST = 20 * _MEGABYTE  # as much as a server takes

Addresses = Callable[[str], tuple[tuple[int, int, str], ...]]
"""Line, column and address of what a text shows or leads to: drawing alone knows all ways to write them."""


def none(text: str) -> tuple[tuple[int, int, str], ...]:
    """The addresses of a *text* in which nobody looks for pictures."""
    return ()


@dataclass(frozen=True, slots=True)
class Use:
    """An *image* that a text shows, and where."""

    image: Image
    spot: Position


@dataclass(frozen=True, slots=True)
class Album:
    """The *names* of all files in ``content/images``, and those that are pictures and may be published.

    *addresses* reads a text: which pictures it shows.
    """

    names: Collection[str] = ()
    images: Mapping[str, Image] = field(default_factory=dict)
    addresses: Addresses = none


def read_album(content: Path, addresses: Addresses, problems: Problems, memory: Memory) -> Album:
    """What is in ``content/images``; each file that cannot be shown, or hardly on a phone, is a problem."""
    folder = content / "images"
    seen: dict[str, str] = {}
    names: list[str] = []
    images: dict[str, Image] = {}
    for path in walk(folder, content.parent, problems):
        place = path.relative_to(folder)
        names.append(place.as_posix())
        spot = Position(shown(path, content.parent))
        if message := _misplaced(path, place, _twin(place, seen)):
            problems.error(spot, message)
            continue
        try:
            if (size := path.stat().st_size) > _LARGEST:
                raise PictureError(f"文件有 {size / _MEGABYTE:.0f} MB，最多 20 MB。请先缩小到 1 MB 以内。")
            raw = path.read_bytes()
        except OSError as error:
            problems.error(spot, f"打不开这个文件：{error.strerror}。")
            continue
        except PictureError as error:
            problems.error(spot, str(error))
            continue
        digest = blake2b(raw).hexdigest()
        found = _recalled(raw, digest, path.name, memory)
        if isinstance(found, str):
            problems.error(spot, found)
            continue
        images[place.as_posix()] = Image.fitted(place.as_posix(), digest, *found)
        if len(raw) > _LARGE:
            problems.remind(
                spot, f"图片有 {len(raw) / _MEGABYTE:.0f} MB，手机上打开很慢，请先缩小到 1 MB 以内。"
            )
    return Album(tuple(sorted(names)), images, addresses)


def pictures(file: str, text: str, root: str, album: Album) -> tuple[Use, ...]:
    """The pictures of the *album* that *text* shows. *root* leads from its page to the site's root."""
    right = f"{root}images/"
    uses: dict[str, Use] = {}
    for line, column, address in album.addresses(text):
        name = re.split("[?#]", unquote(address))[0]
        if name.startswith(right) and (image := album.images.get(name.removeprefix(right))):
            uses.setdefault(image.name, Use(image, Position(file, line, column)))
    return tuple(uses.values())


def _misplaced(path: Path, place: PurePath, twin: str) -> str:
    """What keeps the file at *path* from being published, whatever is in it."""
    if path.suffix.lower() not in PICTURES:
        return _stranger(path)
    if odd := next((part for part in place.parts if not _PLAIN.fullmatch(part)), None):
        return f"{quoted(odd)}会成为网址，只用英文字母、数字、“-”和“_”，不用汉字和空格。请改名，例如 {_renamed(odd)}。"
    if twin:
        return f"和{quoted(twin)}只有大小写不同，在有的电脑上是同一个文件。请把一个改名，或删去多余的。"
    return ""


def _stranger(path: Path) -> str:
    """What to do with a file that is not called as a picture is."""
    here = "这里只放 .jpg、.png、.webp 和 .svg 图片。"
    try:
        with path.open("rb") as opened:
            found = kind(opened.read(ENOUGH))
    except OSError as error:
        return f"打不开这个文件：{error.strerror}。"
    if found is None:
        return f"{here}别的图片请另存为 .jpg，其他文件请移走。"
    if found.suffixes:
        return f"{here}这是 {found.name}，请改名，例如 {_renamed(path.stem + found.suffixes[0])}。"
    return f"{here}这是 {found.name}。{found.remedy}"


def _recalled(raw: bytes, digest: str, name: str, memory: Memory) -> tuple[int, int] | str:
    """Width and height of the picture *raw*, or what is wrong with it: found once for each *digest* and *name*."""
    found: tuple[int, int] | str | None = memory.recall("picture", digest, name)
    if found is None:
        try:
            found = _size(raw, name)
        except (PictureError, SvgError) as error:
            found = str(error)
        memory.learn(found, "picture", digest, name)
    return found


def _size(raw: bytes, name: str) -> tuple[int, int]:
    if not raw:
        raise PictureError("这是一个空文件。请从原来的地方再取一次，用“画图”能打开再放进来。")
    found = kind(raw[:ENOUGH])
    suffix = PurePath(name).suffix
    if found is None or suffix.lower() not in found.suffixes:
        raise PictureError(_otherwise(found, name))
    return svg.size(raw) if found is SVG else photographs.size(raw, found)


def _otherwise(found: FileType | None, name: str) -> str:
    """What to do with a picture that is not what it is called."""
    suffix = PurePath(name).suffix
    if found is None:
        return f"名字是 {suffix}，里面却不是图片。请从原来的地方再取一次，用“画图”能打开再放进来。"
    said = f"名字是 {suffix}，里面却是 {found.name}。"
    if found.suffixes:
        right = PurePath(name).with_suffix(found.suffixes[0])
        return f"{said}请改名为“{right}”，文章里也写新的名称。"
    return said + found.remedy


def _twin(place: PurePath, seen: dict[str, str]) -> str:
    """What *place*, or a folder of it, differs from only in case; *seen* has those before it."""
    names = [one.as_posix() for one in (place, *place.parents[:-1])]
    return next((first for name in names if (first := seen.setdefault(name.lower(), name)) != name), "")


def _renamed(name: str) -> str:
    stem, dot, kind = name.rpartition(".")
    plain = re.sub("[^A-Za-z0-9_]+", "-", unicodedata.normalize("NFKC", stem or kind)).strip("-")
    return f"{plain or 'photo-1'}{dot}{kind if dot else ''}"
