"""What is wrong with the sources: where, what was found, and what would do."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

_SHOWN = 40
_ALIKE = 3
_PLACES = 12
_LONGEST = 600
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


class Severity(StrEnum):
    """An error keeps the site from being published, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file, counted from 1; *file* is relative to the project, with ``/``."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake or reminder; mistakes sort before reminders, each by file and line. The message is on one line, and ends."""

    file: str
    line: int
    column: int
    severity: Severity
    message: str

    def __post_init__(self) -> None:
        line = visible(" ".join(self.message.split()))
        short = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
        object.__setattr__(self, "message", short)

    def __lt__(self, other: "Problem") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[bool, str, int, int, str]:
        return (self.severity is Severity.WARNING, self.file, self.line, self.column, self.message)

    def __str__(self) -> str:
        reminder = "提醒：" if self.severity is Severity.WARNING else ""
        return f"{Position(self.file, self.line, self.column)}: {reminder}{self.message}"


class SourceError(Exception):
    """The sources cannot be published. Carries every problem, not the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        reminders = [str(one) for one in self.problems if one.severity is Severity.WARNING]
        gap = [""] if reminders else []
        super().__init__("\n".join([*map(str, self.errors), *gap, *reminders]))

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


class ProblemsMark(NamedTuple):
    """How many problems were *found* at a moment, and how many *guesses* were left."""

    found: int
    guesses: int


class HeardProblems(NamedTuple):
    """The *problems* that were found in something, and how many *guesses* at what may have been meant were spent on it."""

    problems: tuple[Problem, ...]
    guesses: int


class Problems:
    """What has been found so far."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}
        self._suggestions = 200

    def __len__(self) -> int:
        return len(self._found)

    def error(self, spot: Position, message: str) -> None:
        self._add(spot, Severity.ERROR, message)

    def remind(self, spot: Position, message: str) -> None:
        self._add(spot, Severity.WARNING, message)

    def since(self, before: ProblemsMark) -> HeardProblems | None:
        """What was found since *before*; None if it cannot be told once more without looking again: errors, or no guess was left."""
        found = tuple(islice(self._found, before.found, None))
        whole = self._suggestions and all(one.severity is Severity.WARNING for one in found)
        return HeardProblems(found, before.guesses - self._suggestions) if whole else None

    @property
    def mark(self) -> ProblemsMark:
        """How many there are now."""
        return ProblemsMark(len(self._found), self._suggestions)

    def tell_again(self, told: HeardProblems) -> bool:
        """Tells what was found elsewhere; False, and nothing is told, if so many guesses are not left."""
        if told.guesses >= self._suggestions:
            return False
        self._suggestions -= told.guesses
        self._found.update(dict.fromkeys(told.problems))
        return True

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """``是不是“museum”？`` for the known word that is nearest to *word*, or nothing."""
        near = self.near(word, known)
        return f"是不是“{near}”？" if near else ""

    def near(self, word: str, known: Iterable[str]) -> str | None:
        """As `closest`, but not for ever: comparing with ten thousand ids takes a tenth of a second each time."""
        if not self._suggestions:
            return None
        self._suggestions -= 1
        return self.closest(word, known)

    @staticmethod
    def closest(word: str, known: Iterable[str]) -> str | None:
        """The known word that is nearest to *word*, if one is near."""
        return next(iter(get_close_matches(word[:64].lower(), list(known), n=1, cutoff=0.6)), None)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.all if problem.severity is Severity.ERROR)

    @property
    def all(self) -> tuple[Problem, ...]:
        """In order; what is said of many places is said once, of the first, with the others."""
        same: dict[tuple[Severity, str], list[Problem]] = {}
        for problem in sorted(self._found):
            same.setdefault((problem.severity, problem.message), []).append(problem)
        return tuple(
            sorted(
                one
                for problems in same.values()
                for one in (problems if len(problems) <= _ALIKE else [_together(problems)])
            )
        )

    def _add(self, spot: Position, severity: Severity, message: str) -> None:
        self._found[Problem(spot.file, spot.line, spot.column, severity, message)] = None


def _together(problems: Sequence[Problem]) -> Problem:
    """The first of *problems*, which say the same, with the places of the others."""
    first, *others = problems
    lines: dict[str, list[int]] = {}
    for one in others[:_PLACES]:
        lines.setdefault(one.file, []).append(one.line)
    places = "；".join(
        f"{'' if file == first.file else visible(file) + ' '}第 {'、'.join(map(str, dict.fromkeys(numbers)))} 行"
        for file, numbers in lines.items()
    )
    more = "等" if len(others) > _PLACES else ""
    return replace(first, message=f"{first.message}（同样的还有 {len(others)} 处：{places}{more}。）")


def quoted(text: object) -> str:
    """*text* in “ ”, or in 「 」 if it has some of its own, on one line, not too long, and with every sign visible."""
    line = " ".join(str(text).split())
    short = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    return f"「{visible(short)}」" if re.search("[“”]", short) else f"“{visible(short)}”"


def unwrapped(text: str) -> str:
    """What stands in *text* between Chinese quotation marks or brackets that enclose all of it, or nothing."""
    match = re.fullmatch("[“”‘’「『\uff02'\"](?P<inside>[^“”‘’「」『』]+)[“”‘’」』\uff02'\"]", text.strip())
    return match["inside"].strip() if match else ""


def visible(text: str) -> str:
    """*text* with ``U+200B`` in place of what a terminal would obey or not show."""
    return _UNSEEN.sub(lambda match: f"U+{ord(match[0]):04X}", text)


def choices(words: Iterable[str]) -> str:
    """``甲、乙 或 丙``."""
    *most, last = words
    return f"{'、'.join(most)} 或 {last}" if most else last
