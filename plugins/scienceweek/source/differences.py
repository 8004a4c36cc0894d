"""What two versions of the facts differ in, in a sentence: 增加活动“月壤”，修改基地“气象馆”等 5 个。"""

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from scienceweek.source.files.encoding import decode
from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.records import SHELVES, FileKind
from scienceweek.source.records.shape import fields, thing
from scienceweek.source.yaml.tree import read

Versions = tuple[bytes | None, bytes | None]
"""A file before and after; None where there was none."""

_SHOWN = 3  # names
_LONGEST = 20  # letters of a name
_NAMES = ("title", "name", "text", "id")
_TEXTS = (
    ("content/activities/", "活动的说明"),
    ("content/bases/", "基地的说明"),
    ("content/notices/", "通知"),
    ("content/pages/", "页面"),
    ("content/images/", "图片"),
    ("", "文件"),
)


def sentence(changes: Mapping[str, Versions]) -> str:
    """What *changes* come to, by the path of each file from the project's folder; paths have "/"."""
    groups: dict[tuple[str, str], list[str]] = {}
    for path, versions in sorted(changes.items()):
        for done, kind, name in _changes(path, *versions):
            known = groups.setdefault((done, kind), [])
            if name not in known:
                known.append(name)
    order = sorted(groups, key=lambda group: ("增加", "修改", "删去").index(group[0]))
    return "，".join(f"{done}{kind}{_named(groups[done, kind])}" for done, kind in order) or "没有改动"


def _changes(path: str, before: bytes | None, after: bytes | None) -> Iterator[tuple[str, str, str]]:
    """What was done, to which kind of thing, and its name."""
    shelf = next(filter(partial(_is_on, path), SHELVES), None)
    old, new = _records(path, before, shelf), _records(path, after, shelf)
    if shelf is None or old is None or new is None or old == new:
        kind = next(kind for start, kind in _TEXTS if path.startswith(start))
        yield _done(before, after), kind, path.rpartition("/")[2]
        return
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = old.get(key), new.get(key)
        if was != now:
            yield _done(was, now), key[0], _name(now or was or {})


def _is_on(path: str, shelf: FileKind) -> bool:
    return fnmatchcase(path, f"data/{shelf.pattern.replace('/**/', '/')}")


def _records(path: str, raw: bytes | None, shelf: FileKind | None) -> dict[tuple[str, str], Any] | None:
    """The records of a file by their kind and id; None if it cannot be read."""
    if raw is None or shelf is None:
        return {}
    problems = Problems()
    text = decode(path, raw, problems)
    root = read(path, text, problems) if text is not None else None
    if root is None or not isinstance(root.value, dict):
        return None
    if not shelf.entries:
        return {(thing(shelf.record), ""): root.value}
    found: dict[tuple[str, str], Any] = {}
    for key in shelf.entries:
        listed = root.value.get(key)
        for number, record in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(record, dict):
                found[str(fields(shelf.record)[key].title), str(record.get("id", number))] = record
    return found


def _done(before: object, after: object) -> str:
    return "增加" if before is None else "删去" if after is None else "修改"


def _name(record: Mapping[str, Any]) -> str:
    found = next((str(record[key]) for key in _NAMES if record.get(key)), "")
    return f"{found[:_LONGEST]}……" if len(found) > _LONGEST else found


def _named(names: Iterable[str]) -> str:
    known = [name for name in names if name]
    told = "".join(f"“{name}”" for name in known[:_SHOWN])
    return f"{told}等 {len(known)} 个" if len(known) > _SHOWN else told
