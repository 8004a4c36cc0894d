"""Files are read: only those of the tree itself, and never a link."""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from scienceweek.source.files.encoding import LARGEST, decode
from scienceweek.source.mistakes.problems import Position, Problems

_DEEPEST = 6
_SYSTEM = (".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_LONGEST = 200  # bytes of a name; some disks end at 255, and drafts and packed twins have longer ones
_LINK = "这里不能放链接（快捷方式），请放文件本身。"


def walk(folder: Path, root: Path, problems: Problems, but: Collection[str] = ()) -> Iterator[Path]:
    """The files in *folder* and below, sorted; what is called as in *but* is left out, where it is in *folder* itself.

    Links are problems; hidden files and copies that programs leave are told and left out, those that systems make for
    themselves are not told. A folder of *root* itself may be a link: whoever set up the machine put it there.
    """
    if folder.parent != root and folder.is_symlink():
        problems.error(Position(name(folder, root)), _LINK)
        return
    if len(folder.relative_to(root).parts) > _DEEPEST:
        problems.error(Position(name(folder, root)), f"文件夹套得太深，最多 {_DEEPEST} 层。")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            problems.error(Position(name(folder, root)), f"打不开这个文件夹：{error.strerror}。")
        return
    for entry in entries:
        if entry.name in but or _is_nobodys(entry.name):
            continue
        yield from _found(entry, root, problems)


def _found(entry: os.DirEntry[str], root: Path, problems: Problems) -> Iterator[Path]:
    path = Path(entry.path)
    if left := leftover(entry.name):
        problems.remind(Position(name(path, root)), f"{left}不会被读取。")
    elif message := _refused(entry):
        problems.error(Position(name(path, root)), message)
    elif entry.is_dir():
        yield from walk(path, root, problems)
    else:
        yield path


def _refused(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return _LINK
    if is_device(entry.name):
        return "这是 Windows 留给设备的名字，在有的电脑上不能用。请改名。"
    if len(os.fsencode(entry.name)) > _LONGEST:
        return f"文件名太长，最多约 {_LONGEST // 3} 个汉字或 {_LONGEST} 个字母。请改短。"
    return "" if entry.is_dir() or entry.is_file() else "这不是普通文件，请删去。"


def is_device(name: str) -> bool:
    """Whether Windows keeps *name*, or what comes before its first dot, for a device."""
    return bool(_DEVICE.fullmatch(name))


def _is_nobodys(file: str) -> bool:
    """Whether a system or an open Office program has made it for itself: nobody has written anything there."""
    return file in _SYSTEM or file.startswith(("~$", ".~lock.", "._"))


def read(path: Path, root: Path, problems: Problems) -> str | None:
    """The text of the file at *path*; None if it cannot be read."""
    file = name(path, root)
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        problems.error(Position(file), f"打不开这个文件：{error.strerror}。")
        return None
    return decode(file, raw, problems)


def leftover(file: str) -> str:
    """What a file with such a name is, if it is one that programs leave or hide; or nothing."""
    if file.endswith("~") or re.search(r"(?i)\.(?:bak|orig|rej|sw[a-p]|tmp|old)$|^#.*#$|^\.#", file):
        return "这是编辑时留下的备份，请删去；要用它，先改成正确的文件名，否则"
    if file.startswith("."):
        return "名称以“.”开头，是隐藏的。要用它，请去掉开头的“.”，否则"
    return ""


def misnamed(path: Path) -> str:
    """What to call a file to which Notepad has added ``.txt``; or nothing."""
    right = path.name.removesuffix(".txt")
    kind = right.rpartition(".")[2]
    if right == path.name or kind not in ("md", "yaml"):
        return ""
    return f"文件名后面多了“.txt”，请改名为“{right}”；看不见“.txt”时，先让电脑显示“文件扩展名”。"


def renamed(path: Path) -> str:
    """What to call a Markdown file whose ending nobody reads; or nothing."""
    right = re.sub(r"(?i)\.(?:md|markdown|mdown|mkd)$", ".md", path.name)
    return "" if right == path.name else f"扩展名要用小写的 .md，请改名为“{right}”。"


def name(path: Path, root: Path) -> str:
    """*path* as problems show it: relative to *root*, with ``/``."""
    relative = path.relative_to(root) if path.is_relative_to(root) else path
    return os.fsencode(relative.as_posix()).decode(errors="backslashreplace")
