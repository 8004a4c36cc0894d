"""Text becomes nodes: a small, strict YAML 1.2 in which every scalar is text.

Built from the parser's events with a stack of our own, so that no depth, alias or tag ever
reaches a constructor: libyaml's own composer dies of 100,000 brackets without an exception.
"""

import re
from collections.abc import Sequence
from sys import intern
from typing import Any

import yaml

from scienceweek.source.files.encoding import conflicts, fault, forbidden, hidden, plain
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.salvage import without
from scienceweek.source.yaml.yaml_comments import cuts
from scienceweek.source.yaml.yaml_errors import explained, full_width, half_width

DEEPEST = 20
MOST = 1_000_000
MENDED = 20
"""Records with faulty grammar that are left out of a file; each costs reading it again."""
WIDEST = 1_000  # of what a single record holds; records themselves are as many as there are
_SHORT = 20  # characters: keys, words, numbers, names
_RECORDS = 2  # how deep the list of them lies
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def read(file: str, text: str, problems: Problems, salvage: "Salvage | None" = None) -> Node | None:
    """The one document in *text*; None if nothing can be made of it. Every mistake is a problem.

    With a *salvage* a record with a mistake in its grammar is left out, and the rest is read.
    """
    if conflicts(file, text, problems) or forbidden(file, text, problems):
        return None
    if _tabs(file, text, problems):
        rest = salvage.untabbed(text) if salvage else None
        return None if rest is None else read(file, rest, problems, salvage)
    composer = _Composer(file, text, problems)
    try:
        composer.compose()
    except yaml.YAMLError as error:
        spot, message = explained(file, text, error)
        problems.error(spot, message)
        rest = salvage.rest(text, spot.line, error) if salvage else None
        return None if rest is None else read(file, rest, problems, salvage)
    except _Stop:
        return None
    if composer.root is None:
        problems.error(Position(file), "文件是空的。请写上内容，或删去这个文件。")
    return composer.root


class Salvage:
    """What is left of a file of records whose lists stand at *keys*; *lost* has the ids of those left out, or "" for each."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self.lost: list[str] = []

    def rest(self, text: str, line: int, error: Any) -> str | None:
        """*text* without the record around *line*, or around where the parser gave up; None if that cannot be told."""
        mark = getattr(error, "problem_mark", None)
        places = (line, mark.line + 1) if mark else (line,)
        return next((rest for at in places if (rest := self._without(text, at)) is not None), None)

    def untabbed(self, text: str) -> str | None:
        """*text* without the records that tabs indent; elsewhere a tab is a space."""
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line[: len(line) - len(line.lstrip())]:
                if not text.split("\n")[number - 1].strip():
                    continue  # it has gone with its record
                rest = self._without(text, number)
                if rest is None:
                    return None
                text = rest
        return text.replace("\t", " ")

    def _without(self, text: str, line: int) -> str | None:
        found = without(text, line, self.keys) if len(self.lost) < MENDED else None
        if found is None:
            return None
        self.lost.append(found[1])
        return found[0]


def _once(text: str) -> str:
    """*text*; what is short comes again and again, and is held once, here and in what is kept."""
    return intern(text) if len(text) <= _SHORT else text


_NO_KEY = "冒号前面要有一个名称，不能是空的、列表或括号。"


class _Stop(Exception):
    """There is no point in reading on."""


class _Composer:
    """Builds nodes from events; state: the open collections and the key that waits for its value."""

    def __init__(self, file: str, text: str, problems: Problems) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self.problems = problems
        self.root: Node | None = None
        self.open: list[Node] = []
        self.waiting: list[tuple[str, Node] | None] = []
        self.count = 0
        self.cuts = cuts(text)
        self.doubled: list[Node] = []

    def compose(self) -> None:
        documents = 0
        event: Any
        for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.scalar(event)
            elif kind is yaml.MappingStartEvent:
                self.start(event, {})
            elif kind is yaml.SequenceStartEvent:
                self.start(event, [])
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self.open.pop()
                self.waiting.pop()
            elif kind is yaml.AliasEvent:
                self.refuse(
                    event, f"“*{event.anchor}”是 YAML 的引用，这里不能用。如果是文字，请给整个值加上引号。"
                )
                self.place(self.node(event, f"*{event.anchor}"), None)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                self.document(event, documents)

    def document(self, event: Any, number: int) -> None:
        if number > 1:
            self.refuse(event, "一个文件里只能有一份内容，不能用“---”分成几份。")
            raise _Stop
        if event.version or event.tags:
            self.refuse(event, "不能用“%”开头的指令，请删去这一行。")

    def scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self.marked(event)
        # What is written as “\\u2F08” has not been made plain with the text.
        value = _once(plain(event.value) if event.style == '"' else event.value)
        node = self.node(event, value)
        if event.style == "":
            if event.value in _NULLS:
                node.value = None
            # What a comment has swallowed whole is told as that, not as missing too.
            node.value = self.plain(event) or node.value
        elif event.style == '"' and (character := hidden(event.value)):
            self.refuse(event, f"引号里有{fault(character)}")
            # Without it, so that it is told once.
            while character := hidden(value):
                value = value.replace(character, "")
            node.value = value
        self.place(node, _once(event.value))

    def plain(self, event: Any) -> str:
        """Tell what a value without quotes may have lost or swallowed; it is the whole of a value that is gone."""
        lost = ""
        end = event.end_mark
        if (found := self.cuts.get(end.line)) and found.gap == end.column:
            spot = Position(self.file, end.line + 1, found.at + 1)
            if found.note:
                self.problems.remind(spot, found.message)
            else:
                self.problems.error(spot, found.message)
                lost = "" if event.value else found.lost
        if end.line > event.start_mark.line:
            for number, line in full_width(self.lines, event.start_mark.line + 1, end.line):
                self.problems.error(
                    Position(self.file, number, 1 + len(line) - len(line.lstrip())), half_width(line)
                )
        return lost

    def start(self, event: Any, value: Any) -> None:
        if event.anchor or event.tag:
            self.marked(event)
        if len(self.open) >= DEEPEST:
            self.refuse(event, f"括号或缩进太深，最多 {DEEPEST} 层。")
            raise _Stop
        node = self.node(event, value)
        node.parts = {}
        self.place(node, None)
        self.open.append(node)
        self.waiting.append(None)

    def place(self, node: Node, key: str | None) -> None:
        """Put *node* where it belongs; a scalar may be a *key*."""
        if not self.open:
            self.root = node
            return
        around = self.open[-1]
        if len(around.value) > WIDEST and len(self.open) > _RECORDS:
            told = f"这里有 {WIDEST} 项以上，太多了。请检查是不是多复制了；如果没有，请分到几条里写。"
            self.problems.error(Position(self.file, around.line, around.column), told)
            raise _Stop
        if type(around.value) is list:
            around.parts[len(around.value)] = node
            around.value.append(node.value)
            return
        waiting = self.waiting[-1]
        if waiting is None:
            if not key:
                self.problems.error(Position(self.file, node.line, node.column), _NO_KEY)
                raise _Stop
            if key in around.parts:
                self.twice(key, node, around)
            self.waiting[-1] = key, node
        else:
            self.waiting[-1] = None
            name, mark = waiting
            if name not in around.value:
                around.value[name] = node.value
                around.parts[name] = node
                node.key_line, node.key_column = mark.line, mark.column

    def twice(self, key: str, node: Node, around: Node) -> None:
        line = around.parts[key].key_line
        told = f"{quoted(key)}写了两次，第一次在第 {line} 行。"
        if around in self.doubled:
            return
        listed = len(self.open) > 1 and type(self.open[-2].value) is list
        if listed and key == next(iter(around.parts)) and node.line > line:
            # The keys of another record follow: they were all told with the first.
            self.doubled.append(around)
            told += "如果这里是另一条，前面少了“- ”；如果不是，"
        self.problems.error(Position(self.file, node.line, node.column), f"{told}请只留一个。")

    def node(self, event: Any, value: Any) -> Node:
        self.count += 1
        if self.count > MOST:
            self.refuse(event, "文件里的内容太多，请拆成几个文件。")
            raise _Stop
        mark = event.start_mark
        return Node(mark.line + 1, mark.column + 1, value)

    def marked(self, event: Any) -> None:
        sign = f"&{event.anchor}" if event.anchor else str(event.tag)
        self.refuse(event, f"{quoted(sign)}是 YAML 的记号，这里不能用。如果是文字，请给整个值加上引号。")

    def refuse(self, event: Any, message: str) -> None:
        mark = event.start_mark
        self.problems.error(Position(self.file, mark.line + 1, mark.column + 1), message)


def _tabs(file: str, text: str, problems: Problems) -> bool:
    """Whether there are tabs, which look like spaces but do not indent."""
    if "\t" not in text:
        return False
    for number, line in enumerate(text.split("\n"), 1):
        if match := re.search("\t", line):
            problems.error(Position(file, number, match.start() + 1), "这里有制表符（Tab 键），请改成空格。")
    return True
