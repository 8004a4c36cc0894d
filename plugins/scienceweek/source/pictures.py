"""Pictures: the files in ``content/images``."""

import re
import unicodedata
from pathlib import Path, PurePath

from scienceweek.links import PICTURES
from scienceweek.source.files import name as shown
from scienceweek.source.files import walk
from scienceweek.source.problems import Problems, Spot, quoted

_PLAIN = re.compile("[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_MEGABYTE = 1_000_000
_LARGE = 2 * _MEGABYTE  # ten times what a phone needs


def shelf(content: Path, problems: Problems) -> None:
    """Tell of files in ``content/images`` that cannot be shown, or hardly on a phone."""
    seen: dict[str, str] = {}
    for path in walk(content / "images", content.parent, problems):
        twin = _twin(path.relative_to(content / "images"), seen)
        spot = Spot(shown(path, content.parent))
        size = path.stat().st_size
        if path.suffix.lower() not in PICTURES:
            problems.error(
                spot, "这里只放 .jpg、.png、.webp 和 .svg 图片。别的图片请另存为 .jpg，其他文件请移走。"
            )
        elif odd := next((part for part in _parts(path, content) if not _PLAIN.fullmatch(part)), None):
            problems.error(
                spot,
                f"{quoted(odd)}会成为网址，只用英文字母、数字、“-”和“_”，不用汉字和空格。请改名，例如 {_renamed(odd)}。",
            )
        elif twin:
            problems.error(
                spot,
                f"和{quoted(twin)}只有大小写不同，在有的电脑上是同一个文件。请把一个改名，或删去多余的。",
            )
        elif size > _LARGE:
            problems.remind(spot, f"图片有 {size / _MEGABYTE:.0f} MB，手机上打开很慢，请先缩小到 1 MB 以内。")


def _twin(place: PurePath, seen: dict[str, str]) -> str:
    """What *place*, or a folder of it, differs from only in case; *seen* has those before it."""
    names = [one.as_posix() for one in (place, *place.parents[:-1])]
    return next((first for name in names if (first := seen.setdefault(name.lower(), name)) != name), "")


def _parts(path: Path, content: Path) -> tuple[str, ...]:
    return path.relative_to(content / "images").parts


def _renamed(name: str) -> str:
    stem, dot, kind = name.rpartition(".")
    plain = re.sub("[^A-Za-z0-9_]+", "-", unicodedata.normalize("NFKC", stem or kind)).strip("-")
    return f"{plain or 'photo-1'}{dot}{kind if dot else ''}"
