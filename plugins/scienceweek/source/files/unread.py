"""What nobody reads under ``data/`` and ``content/``: told, with the place where it may belong."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from scienceweek.links import PICTURES
from scienceweek.source.attachments.formats import FORMATS
from scienceweek.source.files.folder import misnamed, name, walk
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.records import SHELVES
from scienceweek.source.resolution.registers import Registers

PROSE = ("pages", "notices", "activities", "bases", "images", "files")
"""The folders of ``content/``."""

_BOUNDARIES, _GROUNDS, _DRAFTS = "boundaries", "grounds", "drafts"
_OTHERS = ((_GROUNDS, ".geojson"), (_DRAFTS, ".json"))
"""Folders with files that others read."""
_ALIKE = 0.75
_SCHEMAS = frozenset(shelf.schema for shelf in SHELVES)
_FOLDERS = tuple(sorted({shelf.pattern.split("/")[0] for shelf in SHELVES if "/" in shelf.pattern}))
_FILES = tuple(shelf.pattern for shelf in SHELVES if "/" not in shelf.pattern)
_FACTS = "这个文件不会被读取。data/ 里的内容写在 .yaml 文件里；Excel 表请把内容抄过来。"


def fact(path: Path, data: Path, problems: Problems) -> None:
    """Tell of a file of *data* that is not YAML, unless it is a schema, a boundary, a ground, marks of drafts, or says what the folder is for."""
    place = PurePosixPath(path.relative_to(data).as_posix())
    spot = Position(name(path, data.parent))
    folder, ending = place.parts[0], place.suffix.lower()
    if folder == "schema" and len(place.parts) > 1:
        if place.name not in _SCHEMAS or len(place.parts) > 2:  # noqa: PLR2004 - the folder and the file
            problems.remind(
                spot, "这个文件不会被读取。data/schema/ 由 invoke schema 生成，请删去多余的文件。"
            )
    elif len(place.parts) == 2 and (folder, place.suffix) in _OTHERS:  # noqa: PLR2004 - the folder and the file
        return
    elif folder == _BOUNDARIES or ending == ".geojson":
        right = f"data/{_BOUNDARIES}/{place.stem}.geojson"
        if f"data/{place}" != right:
            problems.error(
                spot, f"这个文件不会被读取。区县的边界放在 {quoted(right)}，用区县的编号做文件名。"
            )
    elif ending in (".md", ".markdown"):
        if place.name == "README.md":
            return
        problems.remind(spot, "这个文件不会被读取。文章放在 content/ 里；data/ 里只放 .yaml 文件。")
    else:
        problems.remind(spot, _FACTS)


def home(place: PurePosixPath) -> str:
    """Where the YAML file at *place* in ``data/`` is likely to belong, as a question; or nothing."""
    first, stem = place.parts[0], f"{place.stem}.yaml"
    if len(place.parts) == 1:
        near = Problems.closest(stem, _FILES)
        return f"是不是“data/{near}”？" if near else ""
    if first in _FOLDERS:
        return f"请移到“data/{first}/{stem}”。"
    if place.name in _FILES:
        return f"请移到“data/{place.name}”。"
    near = Problems.closest(first, _FOLDERS)
    return f"是不是“data/{near}/{stem}”？" if near else ""


def prose(content: Path, desk: Registers) -> None:
    """Tell of files in *content* that are in none of its folders."""
    for path in walk(content, content.parent, desk.problems, but=PROSE):
        place = PurePosixPath(path.relative_to(content).as_posix())
        spot = Position(name(path, content.parent))
        told = next(_right(place, desk), "")
        if wrong := misnamed(path):
            desk.problems.error(spot, wrong)
        elif place.suffix.lower() in (".md", ".markdown", *PICTURES):
            desk.problems.error(
                spot, f"这个文件放错了地方，不会显示。{told}content/ 里只有 {'、'.join(PROSE)} 这几个文件夹。"
            )
        else:
            desk.problems.remind(
                spot, f"这个文件不会显示。{told}content/ 里只有 {'、'.join(PROSE)} 这几个文件夹。"
            )


def _right(place: PurePosixPath, desk: Registers) -> Iterator[str]:
    """Where the text or picture at *place* may belong."""
    if place.suffix.lower() in PICTURES:
        yield f"图片放在“content/images/{place.name}”。"
    if place.suffix.lower() in FORMATS and place.suffix != ".txt":
        yield f"给人下载的文件放在“content/files/{place.name}”。"
    if near := get_close_matches(place.parts[0].lower(), PROSE, n=1, cutoff=_ALIKE):
        yield f"是不是“content/{near[0]}/{place.name}”？"
    for folder, known in (
        ("activities", desk.activities),
        ("bases", desk.bases),
        ("notices", desk.campaigns),
    ):
        if place.stem in known:
            yield f"请移到“content/{folder}/{place.stem}.md”。"
