"""Files to take along: those in ``content/files``."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePath
from urllib.parse import unquote

from scienceweek import links
from scienceweek.model.attachment import AttachedFile
from scienceweek.source.attachments.formats import FORMATS, AttachmentError, other, told
from scienceweek.source.attachments.unseen import unseen
from scienceweek.source.files.folder import name as shown
from scienceweek.source.files.folder import walk
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.pictures.album import Addresses

_PLAIN = re.compile("[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_MEGABYTE = 1_000_000
_LARGE = 5 * _MEGABYTE  # some minutes where the net is slow
_LARGEST = 20 * _MEGABYTE  # as much as a server takes
MAY = "Word、Excel、PowerPoint、PDF、OFD、ODF、.csv 和 .txt"
"""What files to take along may be."""


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The *names* of all files in ``content/files``, those that may be offered, and what to tell of each that leaves."""

    names: Collection[str] = ()
    files: Mapping[str, AttachedFile] = field(default_factory=dict)
    unseen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_cabinet(content: Path, problems: Problems, memory: Memory) -> Cabinet:
    """What is in ``content/files``; each file that may not be offered is a problem."""
    folder = content / "files"
    seen: dict[str, str] = {}
    names: list[str] = []
    files: dict[str, AttachedFile] = {}
    notes: dict[str, tuple[str, ...]] = {}
    for path in walk(folder, content.parent, problems):
        place = path.relative_to(folder)
        names.append(place.as_posix())
        spot = Position(shown(path, content.parent))
        try:
            if message := _misplaced(path, place, seen):
                raise AttachmentError(message)
            if (size := path.stat().st_size) > _LARGEST:
                raise AttachmentError(
                    f"文件有 {size / _MEGABYTE:.0f} MB，最多 20 MB。请缩小里面的图片，或拆成几份。"
                )
            raw = path.read_bytes()
            digest = blake2b(raw).hexdigest()
            kind, remarks = _looked_at(raw, digest, path.name, memory)
        except AttachmentError as error:
            problems.error(spot, str(error))
            continue
        except OSError as error:
            problems.error(spot, f"打不开这个文件：{error.strerror}。")
            continue
        files[place.as_posix()] = AttachedFile(place.as_posix(), digest, len(raw), kind)
        notes[place.as_posix()] = (*_heavy(len(raw)), *remarks)
    return Cabinet(tuple(sorted(names)), files, notes)


def offered(text: str, root: str, cabinet: Cabinet, addresses: Addresses) -> tuple[AttachedFile, ...]:
    """The files of the *cabinet* to which *text* leads. *root* leads from its page to the site's root."""
    right = links.file("")
    found: dict[str, AttachedFile] = {}
    for _, _, address in addresses(text) if cabinet.files else ():
        way = re.split("[?#]", unquote(address))[0]
        if way.startswith(root + right) and (file := cabinet.files.get(way.removeprefix(root + right))):
            found.setdefault(file.name, file)
    return tuple(found.values())


def plain(name: str) -> str:
    """*name* with signs that an address may have: a folder, or a file with its ending."""
    if _PLAIN.fullmatch(name):
        return name
    stem, dot, kind = name.rpartition(".")
    left = re.sub("[^A-Za-z0-9_]+", "-", unicodedata.normalize("NFKC", stem or kind)).strip("-")
    return f"{left or 'form-1'}{dot}{kind if dot else ''}"


def _looked_at(raw: bytes, digest: str, name: str, memory: Memory) -> tuple[str, tuple[str, ...]]:
    """What the file *raw* is, and what to tell of it: found once for each *digest* and *name*. Raises AttachmentError."""
    known: tuple[str, tuple[str, ...]] | str | None = memory.recall("attachment", digest, name)
    if known is None:
        try:
            known = (told(raw, name), tuple(unseen(name, raw)))
        except AttachmentError as error:
            known = str(error)
        memory.learn(known, "attachment", digest, name)
    if isinstance(known, str):
        raise AttachmentError(known)
    return known


def _heavy(size: int) -> tuple[str, ...]:
    heavy = size > _LARGE
    return (f"文件有 {size / _MEGABYTE:.0f} MB，手机上下载很慢，请缩小里面的图片。",) if heavy else ()


def _misplaced(path: Path, place: PurePath, seen: dict[str, str]) -> str:
    """What keeps the file at *path* from being offered, whatever is in it; *seen* has the names before it."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        return _stranger(path)
    if odd := next((part for part in place.parts if not _PLAIN.fullmatch(part)), None):
        return (
            f"{quoted(odd)}会成为网址，只用英文字母、数字、“-”和“_”，不用汉字和空格；中文名称写在 title 里或链接的文字里。"
            f"请改名，例如 {plain(odd)}。"
        )
    names = [one.as_posix() for one in (place, *place.parents[:-1])]
    twin = next((first for name in names if (first := seen.setdefault(name.lower(), name)) != name), "")
    if twin:
        return f"和{quoted(twin)}只有大小写不同，在有的电脑上是同一个文件。请把一个改名，或删去多余的。"
    return ""


def _stranger(path: Path) -> str:
    """What to do with a file that is not called as those that are offered."""
    suffix = path.suffix.lower()
    here = f"这里只放给人下载的文件：{MAY}。"
    if suffix in links.PICTURES:
        return f"{here}图片请放在 content/images。"
    if suffix in (".docm", ".dotm", ".xlsm", ".xltm", ".pptm", ".xlsb"):
        return f"{here}带宏的文件会自己运行，请另存为 .docx、.xlsx 或 .pptx。"
    if suffix in (".wps", ".et", ".dps", ".rtf"):
        return f"{here}请在 WPS 里另存为 .docx、.xlsx 或 .pptx。"
    if suffix in (".zip", ".rar", ".7z", ".gz", ".tar"):
        return f"{here}压缩包看不到里面，请解开，把里面的文件一个一个放进来。"
    try:
        with path.open("rb") as opened:
            found = other(opened.read(_LARGEST))
    except OSError as error:
        return f"打不开这个文件：{error.strerror}。"
    return f"{here}这是{quoted(found)}，请移走，或改正扩展名。" if found else f"{here}请移走别的文件。"
