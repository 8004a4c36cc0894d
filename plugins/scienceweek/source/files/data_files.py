"""The files of ``data/``: which there are, and the records in each."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from scienceweek.source.checks.leaks import ShownText, shown
from scienceweek.source.files import unread
from scienceweek.source.files.folder import misnamed, name, read, walk
from scienceweek.source.files.read_cache import Memory, unpacked
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.records import ACTIVITIES, ALLOWED, SHELVES, FileKind
from scienceweek.source.records.reading import EntryHead, KeptEntry, RecordEntry
from scienceweek.source.records.reading import read as record
from scienceweek.source.records.record import ID, LONGEST
from scienceweek.source.records.shape import entry_kind, fields
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import Salvage
from scienceweek.source.yaml.tree import read as tree

Tell = Callable[[int, int], object]
LONG = 1_000_000
"""Bytes from which a file is better split: an editor grows slow, and two people meet in it."""


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file: its *heading* with the entries taken out, and the entries by their key.

    *lost* has the ids of entries that could not be read; *whole* is false if there may be more. *said* gives what of it is
    said in public. The *key* is another for any other content, and nothing where something was wrong. Whoever has asked what it says
    may have it *forget* that, until somebody asks again.
    """

    file: str
    heading: RecordEntry[Any] | None = None
    entries: Mapping[str, tuple[RecordEntry[Any], ...]] = field(default_factory=dict)
    lost: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: bool = True
    said: Callable[[], ShownText] = ShownText
    key: str = ""
    forget: Callable[[], None] = _nothing


class _KeptFile(NamedTuple):
    """What is kept of a file in which nothing was wrong."""

    heading: RecordEntry[Any] | None
    entries: Mapping[str, tuple[RecordEntry[Any], ...]]
    said: ShownText


class _Heads(NamedTuple):
    """The heads of a file: of it and of its entries."""

    heading: EntryHead | None
    entries: Mapping[str, tuple[EntryHead, ...]]


def sheets(
    data: Path, problems: Problems, memory: Memory, tell: Tell | None = None
) -> Mapping[str, tuple[DataFile, ...]]:
    """The files of ``data/`` by the pattern of their shelf; the *memory* has those in which nothing was wrong.

    *tell* is told how many are read, of how many.
    """
    found: dict[str, list[DataFile]] = {shelf.pattern: [] for shelf in SHELVES}
    paths = tuple(walk(data, data.parent, problems))
    for number, path in enumerate(paths):
        if tell:
            tell(number, len(paths))
        place = path.relative_to(data)
        if path.suffix.lower() not in (".yaml", ".yml") and not misnamed(path):
            unread.fact(path, data, problems)
            continue
        shelf = next((shelf for shelf in SHELVES if _fits(place, shelf)), None)
        if shelf is None:
            file = name(path, data.parent)
            problems.error(Position(file), misnamed(path) or _homeless(place))
            # What it holds is missed by others, for no fault of theirs.
            for several in (shelf for shelf in SHELVES if shelf.pattern.endswith("*.yaml")):
                found[several.pattern].append(DataFile(file, whole=False))
        else:
            found[shelf.pattern].append(_recalled(path, data.parent, shelf, problems, memory))
    if not found["districts.yaml"]:
        file = name(data / "districts.yaml", data.parent)
        problems.error(Position(file), "没有这个文件。请先写区县名单。")
        found["districts.yaml"].append(DataFile(file, whole=False))
    return {pattern: tuple(files) for pattern, files in found.items()}


def single(path: Path, root: Path, shelf: FileKind, problems: Problems, memory: Memory) -> DataFile | None:
    """The file of *shelf* at *path*; None if there is none, or a link, which `sheets` refuses."""
    is_there = path.is_file() and not path.is_symlink()
    return _recalled(path, root, shelf, problems, memory) if is_there else None


def _fits(place: Path, shelf: FileKind) -> bool:
    """Whether a file at *place* belongs on *shelf*; activities may be a folder of files."""
    folder, _, last = shelf.pattern.rpartition("/")
    if last != "*.yaml":
        return place.as_posix() == shelf.pattern
    depths = (2, 3) if folder.endswith("/**") else (2,)
    return place.suffix == ".yaml" and len(place.parts) in depths and place.parts[0] == folder.split("/")[0]


def _homeless(place: Path) -> str:
    if place.suffix != ".yaml" and place.suffix.lower() in (".yaml", ".yml"):
        return f"扩展名要用 .yaml，请改名为{quoted(place.with_suffix('.yaml').name)}。"
    homes = "、".join(shelf.pattern.replace("**/", "") for shelf in SHELVES)
    near = unread.home(PurePosixPath(place.as_posix()))
    return f"这个文件放错了地方，不会被读取。{near}data/ 里只有 {homes}。"


def _recalled(path: Path, root: Path, shelf: FileKind, problems: Problems, memory: Memory) -> DataFile:
    file = name(path, root)
    text = read(path, root, problems)
    if text is None:
        return DataFile(file, whole=False)
    if (size := path.stat().st_size) > LONG:
        said = f"文件有 {size // 1000} KB，打开慢，也容易两个人同时改一个文件。{_split(file, shelf)}"
        problems.remind(Position(file), said)
    key = _key(file, text, shelf)
    heads: _Heads | None = memory.recall("heads", key)
    if heads is not None and memory.knows("file", key):
        return _unread(file, key, heads, memory)
    return _learned(file, text, shelf, problems, memory)


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A *file* of the shelf with a *pattern*, with its *text*: all that reading it takes."""

    file: str
    text: str
    pattern: str

    @property
    def key(self) -> str:
        return _key(self.file, self.text, _shelf(self.pattern))

    def learn(self, memory: Memory) -> None:
        """Has the *memory* know what is in it, unless something is wrong with it: whoever reads it then says what."""
        _learned(self.file, self.text, _shelf(self.pattern), Problems(), memory)


def unread_files(data: Path, memory: Memory) -> Iterator[UnreadFile]:
    """Those of which the *memory* knows nothing, and that can be read at all."""
    for path in walk(data, data.parent, Problems()):
        shelf = next((shelf for shelf in SHELVES if _fits(path.relative_to(data), shelf)), None)
        text = read(path, data.parent, Problems()) if shelf else None
        if shelf and text is not None:
            one = UnreadFile(name(path, data.parent), text, shelf.pattern)
            if not memory.knows("file", one.key):
                yield one


def kept_file(file: str, key: str, kept: bytes) -> DataFile:
    """The *file* of a *key*, of which this is *kept*."""
    found: _KeptFile = unpacked(kept)
    return DataFile(file, found.heading, found.entries, key=key)


def _key(file: str, text: str, shelf: FileKind) -> str:
    return f"{shelf.pattern} {file} {blake2b(text.encode(errors='surrogatepass')).hexdigest()}"


def _shelf(pattern: str) -> FileKind:
    return next(shelf for shelf in SHELVES if shelf.pattern == pattern)


def _learned(file: str, text: str, shelf: FileKind, problems: Problems, memory: Memory) -> DataFile:
    """What is in the file; the *memory* knows it afterwards if nothing was wrong."""
    key, told = _key(file, text, shelf), len(problems)
    sheet = _sheet(file, text, shelf, problems)
    if len(problems) > told:
        return sheet
    memory.learn(_KeptFile(sheet.heading, sheet.entries, sheet.said()), "file", key)
    entries = {name: tuple(one.head for one in several) for name, several in sheet.entries.items()}
    heads = _Heads(sheet.heading.head if sheet.heading else None, entries)
    memory.learn(heads, "heads", key)
    if shelf is ACTIVITIES and memory.keeps:
        # Of all files at once records take ten times what they take packed.
        return replace(_unread(file, key, heads, memory), said=sheet.said)
    return replace(sheet, key=key)


def _unread(file: str, key: str, heads: _Heads, memory: Memory) -> DataFile:
    """A file of which the *memory* knows all: what stands in it is unpacked when somebody asks."""

    @cache
    def kept() -> _KeptFile:
        found: _KeptFile = memory.recall("file", key)
        return found

    def heading() -> RecordEntry[Any]:
        found = kept().heading
        assert found  # noqa: S101 - for mypy
        return found

    def entry(name: str, number: int) -> RecordEntry[Any]:
        return kept().entries[name][number]

    first: KeptEntry[Any] | None = KeptEntry(heads.heading, heading) if heads.heading else None
    entries: dict[str, tuple[KeptEntry[Any], ...]] = {
        name: tuple(KeptEntry(head, partial(entry, name, at)) for at, head in enumerate(several))
        for name, several in heads.entries.items()
    }

    def forget() -> None:
        kept.cache_clear()
        for one in chain((first,) if first else (), *entries.values()):
            one.forget()

    return DataFile(file, first, entries, said=lambda: kept().said, key=key, forget=forget)


def _split(file: str, shelf: FileKind) -> str:
    """How a long file of *shelf* becomes several."""
    stem = PurePosixPath(file).stem
    if "**" in shelf.pattern:
        return f"可以拆成几个：建文件夹 data/activities/{stem}/，里面每个 .yaml 写一部分活动，每个文件开头都写上同样的 campaign。"
    if shelf.entries and "*" in shelf.pattern:
        return f"可以拆成几个，例如 {stem}.yaml 和 {stem}-2.yaml，每个文件开头都写上同样的 district。"
    return "请看看有没有可以删去的内容。"


def _sheet(file: str, text: str, shelf: FileKind, problems: Problems) -> DataFile:
    salvage = Salvage(shelf.entries)
    node = tree(file, text, problems, salvage)
    if node is None:
        return DataFile(file, whole=False)
    if not isinstance(node.value, dict):
        record(shelf.record, file, node, problems)
        return DataFile(file, whole=False)
    entries: dict[str, tuple[RecordEntry[Any], ...]] = {}
    lost: dict[str, tuple[str, ...]] = {}
    required = [
        key for key, field in fields(shelf.record).items() if key in shelf.entries and field.is_required()
    ]
    for key in shelf.entries:
        if isinstance(node.value.get(key), list):
            kind = entry_kind(shelf.record, key)
            read_ = [(record(kind, file, item, problems), item) for item in _items(node.at(key))]
            entries[key] = tuple(entry for entry, _ in read_ if entry)
            lost[key] = tuple(_id(item) for entry, item in read_ if not _is_known(entry, item))
            lost[key] += tuple(salvage.lost)
    heading = record(shelf.record, file, _heading(node, shelf), problems)
    if not shelf.entries and not _is_known(heading, node):
        lost[""] = (_id(node),)
    whole = all(id for ids in lost.values() for id in ids) and all(key in entries for key in required)
    said = ShownText() if shelf is ALLOWED else shown(node)
    return DataFile(file, heading, entries, lost, whole, lambda: said)


def _is_known(entry: RecordEntry[Any] | None, item: Node) -> bool:
    """Whether *item* was read as *entry*, under the id that it says, if it must have one."""
    return entry is not None and getattr(entry.record, "id", None) == item.value.get("id")


def _items(node: Node) -> Iterator[Node]:
    for number in range(len(node.value)):
        yield node.at(number)


def _heading(node: Node, shelf: FileKind) -> Node:
    """*node* with empty lists in place of its entries."""
    heading = Node(node.line, node.column, dict(node.value))
    heading.parts = dict(node.parts)
    for key in shelf.entries:
        if isinstance(node.value.get(key), list):
            heading.value[key] = []
            listed = node.at(key)
            heading.parts[key] = empty = Node(listed.line, listed.column, [])
            empty.key_line, empty.key_column = listed.key_line, listed.key_column
    return heading


def _id(node: Node) -> str:
    """The id of a record that could not be read, or nothing if that is not right either."""
    written = node.value.get("id") if isinstance(node.value, dict) else None
    return (
        written if isinstance(written, str) and len(written) <= LONGEST and re.fullmatch(ID, written) else ""
    )
