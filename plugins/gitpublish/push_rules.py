"""What a push may hold. Told before anything of it is unpacked."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from gitpublish.program import Program
from gitpublish.repository import TreeEntry

MEGABYTE = 1_000_000
_LONGEST = 200  # bytes of a name; some disks end at 255, and drafts and packed twins have longer ones
_RESERVED = {
    "aux",
    "con",
    "nul",
    "prn",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
}
_SHOWN = 120
_FEW = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """Of a file and of all of them together, in megabytes; and how many there may be."""

    file: int = 20
    push: int = 200
    files: int = 50_000


def may_run(path: str, program: Program) -> bool:
    """Whether the file at *path* is of *program*, or may run as it does. Tests, for one, never come to a server."""
    top = path.partition("/")[0]
    return top in {*program.parts, *program.made} or (top in {*program.facts, path} and path.endswith(".py"))


def faults(
    entries: Collection[TreeEntry], known: Collection[tuple[str, str]], limits: Limits, program: Program
) -> Iterator[str]:
    """Why a push of *entries* is refused, for whoever pushed; nothing if it is not.

    *known* are path and sha of the files of *program* that this server knows.
    """
    paths = [(entry, entry.path.decode(errors="surrogateescape")) for entry in entries]
    for entry, path in paths:
        yield from _of_kind(entry, path)
        yield from _of_name(path)
        yield from _of_size(entry, path, limits)
    yield from _of_program(
        [path for entry, path in paths if may_run(path, program) and (path, entry.sha) not in known]
    )
    yield from _of_all(entries, limits)
    yield from _twins(path for _, path in paths)
    for folder in program.facts:
        if not any(path.startswith(f"{folder}/") for _, path in paths):
            yield f"推送里没有 {folder} 文件夹。请推送整个项目，或者至少 {' 和 '.join(program.facts)}。"


def of_branch(name: str) -> Iterator[str]:
    """Why nothing can lie on the disk under the *name* of a branch."""
    yield from _of_name(name.replace("/", "~"))


def _of_program(changed: list[str]) -> Iterator[str]:
    """Told once, with the first few: a server with an older program differs in many."""
    if changed:
        more = f"等 {len(changed)} 个文件" if len(changed) > _FEW else ""
        yield (
            f"{'、'.join(map(shown, changed[:_FEW]))}{more}: 程序文件不能通过推送修改。"
            "自己改过的，请撤销修改再推送；没有改过的，是服务器上的程序旧了，请管理员在服务器上用 invoke update-server 更新。"
        )


def _of_kind(entry: TreeEntry, path: str) -> Iterator[str]:
    match entry.mode:
        case "120000":
            yield f"{shown(path)}: 是一个符号链接（快捷方式）。请换成文件本身再推送。"
        case "160000":
            yield f"{shown(path)}: 是一个子模块。请把需要的文件放进项目本身再推送。"


def _of_name(path: str) -> Iterator[str]:
    for name in PurePosixPath(path).parts:
        if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in name):
            yield f"{shown(path)}: 文件名里有看不见的字符，或者不是 UTF-8 编码。请改名再推送。"
        elif unicodedata.normalize("NFC", name) != name:
            yield f"{shown(path)}: 文件名里的字母和附加符号是分开写的（NFD）。请改名再推送。"
        elif (
            name in {".", ".."} or name.endswith((".", " ")) or name.partition(".")[0].casefold() in _RESERVED
        ):
            yield f"{shown(path)}: 在有的电脑上不能用“{shown(name)}”作文件名。请改名再推送。"
        elif any(sign in name for sign in '\\:*?"<>|'):
            yield f'{shown(path)}: 文件名里不能有 \\ : * ? " < > |。请改名再推送。'
        elif len(name.encode(errors="surrogateescape")) > _LONGEST:
            yield f"{shown(path)}: 文件名太长。最多约 {_LONGEST // 3} 个汉字，请改短再推送。"
    if path.startswith(("/", "../")) or "/../" in path:
        yield f"{shown(path)}: 文件必须在项目文件夹里面。"


def _of_size(entry: TreeEntry, path: str, limits: Limits) -> Iterator[str]:
    if entry.size > limits.file * MEGABYTE:
        size = round(entry.size / MEGABYTE)
        yield f"{shown(path)}: 文件太大（{size} MB）。每个文件最多 {limits.file} MB，请缩小再推送。"


def _of_all(entries: Collection[TreeEntry], limits: Limits) -> Iterator[str]:
    if len(entries) > limits.files:
        yield f"推送里有 {len(entries)} 个文件，最多 {limits.files} 个。"
    size = sum(entry.size for entry in entries)
    if size > limits.push * MEGABYTE:
        yield f"推送的文件一共 {round(size / MEGABYTE)} MB，最多 {limits.push} MB。请缩小图片再推送。"


def _twins(paths: Iterable[str]) -> Iterator[str]:
    """Names that are one on Windows and macOS, folders included."""
    seen: dict[str, str] = {}
    for path in paths:
        for known in (path, *map(str, PurePosixPath(path).parents)):
            first = seen.setdefault(unicodedata.normalize("NFC", known).casefold(), known)
            if first != known:
                yield f"{shown(path)}: 和“{shown(first)}”只有大小写不同，在有的电脑上是同一个文件。请改名再推送。"
                break


def shown(path: str) -> str:
    """*path* on one line, with every sign visible."""
    line = path.encode(errors="backslashreplace").decode()
    seen = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in line)
    return seen if len(seen) <= _SHOWN else f"{seen[:_SHOWN]}…"
