"""`invoke` in this project: what its library says in English before it reads any task is said as our own parser says it.

Run as a module it has the commands ``invoke`` and ``inv`` that lie beside this Python start here.
"""

import re
import sys
from argparse import Action
from collections.abc import Iterator, Sequence
from pathlib import Path

from invoke import __version__
from invoke.exceptions import Exit, ParseError
from invoke.parser.argument import Argument
from invoke.program import Program

from scienceweek.__main__ import parser
from scienceweek.command_line.parser import Parser, nearest
from scienceweek.version import version

_NAMES = ("invoke", "inv")
_THEIRS = "from invoke.main import program\n"
_OURS = f"""\
try:
    from {__spec__.name if __spec__ else __name__} import program
except ImportError:  # the program has moved away
    from invoke.main import program
"""
_SLIPS = (
    (r"No idea what '(.*)' is!", r"不认识“\1”。"),
    (r"Flag <Argument: (\S+).*> needed value .*", r"--\1 后面要写一个值。"),
)


_ANY_NUMBER = ("+", "*")


class SpokenProgram(Program):
    """Invoke's, answering in Chinese."""

    def print_version(self) -> None:
        sys.stdout.write(
            f"scienceweek {version()} (Python {sys.version.split(maxsplit=1)[0]}, invoke {__version__})\n"
        )

    def print_help(self) -> None:
        known().print_help()

    def load_collection(self) -> None:
        try:
            super().load_collection()
        except Exit as refusal:
            if not refusal.message:
                raise
            told = "这里和上面的文件夹里都没有 tasks.py。请先 cd 到网站的文件夹，再运行。"
            raise Exit(told, code=1) from None

    def parse_tasks(self) -> None:
        self.core.unparsed = gathered(self.core.unparsed, known())
        try:
            super().parse_tasks()
        except ParseError as error:
            said = str(error)
            found = (re.sub(slip, answer, said) for slip, answer in _SLIPS if re.fullmatch(slip, said))
            told = next(found, f"看不懂：{said}。")
            raise Exit(f"{told}怎样写，看 invoke --help", code=2) from None


program = SpokenProgram(name="Invoke", binary="inv[oke]", binary_names=[*_NAMES], version=__version__)


def known() -> Parser:
    """All that can be written after ``invoke``, but for what only its library knows."""
    made = parser("invoke")
    made.add_argument(
        "--dry", action="store_true", help="只说会运行什么，什么也不做 (say what would be run, do nothing)"
    )
    return made


def slip(words: Sequence[str], known: Parser) -> str:
    """What is to be said of the first option among *words* that its verb does not know; empty if there is none."""
    core = {f"--{name}" for argument in _core() for name in argument.names}
    verb, skips = "", False
    for word in words:
        if skips:
            skips = False
        elif word in known.verbs:
            verb = word
        elif verb and word.startswith("--"):
            name, has_value, _ = word.partition("=")
            options = dict(_options(known.verbs[verb]))
            if name not in options and name not in core:
                return f"不认识“{name}”。{nearest(name, [*options, '--dry'])}怎样写，看 invoke {verb} --help"
            skips = not has_value and options.get(name, False)
    return ""


def gathered(words: Sequence[str], known: Parser) -> list[str]:
    """*words* as invoke takes them, which knows one word for each place and wants all of them.

    What a verb takes any number of is one word, its parts on lines of their own; what may be left out, and is, is an empty word.
    """
    made: list[str] = []
    verb: Parser | None = None
    free: list[Action] = []
    several, skips = -1, False
    for word in words:
        is_value = verb is not None and not skips and not word.startswith("-")
        if not skips and word in known.verbs and all(not one.required for one in free):
            made += _left_out(free)
            verb, several = known.verbs[word], -1
            free = _places(verb)
        elif verb and not skips and word.startswith("--"):
            name, has_value, _ = word.partition("=")
            free = [one for one in free if f"--{one.dest.replace('_', '-')}" != name]
            skips = not has_value and dict(_options(verb)).get(name, False)
            made.append(word)
            continue
        elif is_value and free:
            if free.pop(0).nargs in _ANY_NUMBER:
                several = len(made)
        elif is_value and several >= 0:
            made[several] += f"\n{word}"
            continue
        skips = False
        made.append(word)
    return [*made, *(_left_out(free) if all(not one.required for one in free) else ())]


def _places(verb: Parser) -> list[Action]:
    """What comes by its place."""
    return [option for option in verb.options if not option.option_strings]


def _left_out(free: Sequence[Action]) -> list[str]:
    return [""] * len(free)


def _core() -> list[Argument]:
    return [*program.core_args(), *program.task_args()]


def _options(verb: Parser) -> Iterator[tuple[str, bool]]:
    """The options of *verb* in `invoke`, where what comes by its place has a name too; whether a value follows."""
    for option in verb.options:
        for name in option.option_strings or (f"--{option.dest.replace('_', '-')}",):
            yield name, option.nargs != 0


def start_here(folder: Path) -> None:
    """Has the commands in *folder*, as pip has made them, start here."""
    for name in _NAMES:
        script = folder / name
        if script.is_file() and _THEIRS in (text := script.read_text("utf-8")) and "\ntry:\n" not in text:
            script.write_text(text.replace(_THEIRS, _OURS), encoding="utf-8")


if __name__ == "__main__":
    start_here(Path(sys.executable).parent)
