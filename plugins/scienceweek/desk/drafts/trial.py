"""Whether what is to be written would be read: the loader is asked, of a copy."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from scienceweek.desk.drafts.draft import DraftRecords, Entry
from scienceweek.desk.drafts.likeness import digits, numbers
from scienceweek.desk.findings import Kind
from scienceweek.source.loading import load
from scienceweek.source.mistakes.problems import Problem, Problems, SourceError
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import read

_SIGN = re.compile(r"U\+([0-9A-F]{4,6})")
_NUMBER = re.compile(r"[0-9][0-9-]{6,}[0-9]")


def faults(data: Path, content: Path, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the loader refuses in *data* and *content* once *texts* are written there; their names are relative to the project."""
    with TemporaryDirectory() as folder:
        copied = Path(folder) / "data", Path(folder) / "content"
        for origin, copy in zip((data, content), copied, strict=True):
            shutil.copytree(origin, copy, copy_function=_linked, symlinks=True)
        for name, text in texts.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        try:
            load(*copied)
        except SourceError as error:
            return error.errors
    return ()


def spared(draft: DraftRecords, texts: Mapping[str, str], problems: tuple[Problem, ...]) -> DraftRecords:
    """*draft* without the values that are refused; itself if they are not of it."""
    made = draft
    for problem in problems:
        found = _value(made, texts, problem) or _private(made, problem) or _lost(made, problem)
        if found:
            entry, field = found
            made = made.without(entry, field, f"检查不接受：{problem.message}")
    return made


def _value(draft: DraftRecords, texts: Mapping[str, str], problem: Problem) -> tuple[Entry, str] | None:
    """The entry of *draft* and its field in which *problem* is."""
    text = texts.get(problem.file)
    node = read(problem.file, text, Problems()) if text else None
    if node is None:
        return None
    spot = (problem.line, problem.column)
    there = [one for one in draft.entries if f"data/{one.file}" == problem.file]
    for entry in there:
        record = node if entry.kind is Kind.CAMPAIGN else _record(node, entry)
        if record is None:
            continue
        keys = [(place, key) for key, place in record.marks.items() if place <= spot]
        if keys and (entry.kind is Kind.CAMPAIGN or spot <= _end(record)):
            field = max(keys)[1]
            return (entry, field) if field in entry.written else None
    return None


def _private(draft: DraftRecords, problem: Problem) -> tuple[Entry, str] | None:
    """The contacts of *draft* whose number *problem* finds in a text that is public."""
    told = {digits(run) for run in _NUMBER.findall(problem.message)}
    for entry in draft.entries:
        found = entry.fields.get("contacts")
        if found and told & numbers(found.value):
            return entry, "contacts"
    return None


def _lost(draft: DraftRecords, problem: Problem) -> tuple[Entry, str] | None:
    """The value of *draft* with the sign that *problem* names by its code: with such a one nothing of a file is read."""
    told = _SIGN.search(problem.message)
    sign = chr(int(told[1], 16)) if told else ""
    for entry in draft.entries if sign else ():
        for name, found in entry.fields.items():
            if sign in str(found.value):
                return entry, name
    return None


def _record(node: Node, entry: Entry) -> Node | None:
    several = node.parts.get(entry.kind.value)
    for one in several.parts.values() if several else ():
        if isinstance(one.value, dict) and one.value.get("id") == entry.id:
            return one
    return None


def _end(node: Node) -> tuple[int, int]:
    """Where the last thing in *node* begins, and whatever is on its line."""
    last = max(
        [(node.line, node.column), *node.marks.values(), *(_end(part) for part in node.parts.values())]
    )
    return last[0], 1_000_000


def _linked(origin: str, copy: str) -> None:
    try:
        os.link(origin, copy)
    except OSError:
        shutil.copy2(origin, copy)
