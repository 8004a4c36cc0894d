"""A parser of command lines that answers in Chinese, with English beside it, and names the nearest word for a slip."""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Never

from scienceweek.version import version

_SLIPS = (
    (r"the following arguments are required: (.*)", r"少了 \1。"),
    (r"argument (.*?): invalid (?:int|float) value: '(.*)'", r"\1 要写数字，不能写“\2”。"),
    (r"argument (.*?): invalid choice: '(.*)' \(choose from (.*)\)", r"\1 不能写“\2”，可以写 \3。"),
    (r"argument (.*?): expected one argument", r"\1 后面要写一个值。"),
    (r"argument (.*?): ignored explicit argument '(.*)'", r"\1 后面不用写“\2”。"),
    (r"ambiguous option: (.*?) could match (.*)", r"“\1”可以是 \2，请写全。"),
    (r"unrecognized arguments: (.*)", r"不认识“\1”。"),
)
_HEADINGS = (
    ("usage: ", "用法 (usage): "),
    ("positional arguments:", "参数 (arguments):"),
    ("options:", "选项 (options):"),
    ("show this help message and exit", "显示这些说明 (show this help)"),
)


class Parser(argparse.ArgumentParser):
    """Keeps its *options* in the order in which they were added, and the *verbs* that were added to it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.options: list[argparse.Action] = []
        self.verbs: dict[str, Parser] = {}
        self.meaning = ""
        super().__init__(*args, **kwargs)
        # From Python 3.14 on, help is coloured: signs that would stand between the words looked for.
        self.color = False

    def add_argument(self, *args: Any, **kwargs: Any) -> argparse.Action:
        action = super().add_argument(*args, **kwargs)
        self.options.append(action)
        return action

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse, but what a verb does not know is told by that verb."""
        chosen, unknown = self.parse_known_args(args, namespace)
        if unknown:
            parser = self.verbs.get(getattr(chosen, "verb", "") or "", self)
            parser.error(f"unrecognized arguments: {' '.join(unknown)}")
        return chosen

    def format_help(self) -> str:
        return _in_chinese(super().format_help())

    def format_usage(self) -> str:
        return _in_chinese(super().format_usage())

    def error(self, message: str) -> Never:
        found = (re.sub(slip, answer, message) for slip, answer in _SLIPS if re.fullmatch(slip, message))
        told = next(found, f"看不懂：{message}。")
        self.exit(2, f"{told}{self._nearest_option(message)}怎样写，看 {self.prog} --help\n")

    def _nearest_option(self, message: str) -> str:
        unknown = re.match(r"unrecognized arguments: (--\S+?)(?:=|\s|$)", message)
        known = [name for option in self.options for name in option.option_strings]
        return nearest(unknown[1], known) if unknown else ""


class Verbs:
    """The verbs of a command line. With this stands in for what `argparse` gives for subparsers."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.subparsers = parser.add_subparsers(
            title="命令 (commands)", metavar="命令", dest="verb", required=True, parser_class=Parser
        )

    def add_parser(self, name: str, **kwargs: Any) -> Parser:
        """A verb; its *help* is what it means. Without *help* it is for programs: it is not listed, nor guessed at."""
        meaning = kwargs.get("help", "")
        made: Parser = self.subparsers.add_parser(name, **{"description": meaning, **kwargs})
        made.meaning = meaning
        self.parser.verbs[name] = made
        return made


class _Version(argparse.Action):
    """Says which version this is, and which Python runs it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> Never:
        parser.exit(0, f"scienceweek {version()} (Python {sys.version.split(maxsplit=1)[0]})\n")


def begun(prog: str) -> tuple[Parser, Verbs]:
    """A parser that knows no verb yet, and where they are added."""
    parser = Parser(
        prog=prog,
        description="科技活动周网站 (a site of science weeks)",
        epilog=f"一个命令怎样写，看 {prog} 命令 --help (how a command is written)",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="显示版本 (show the version)")
    return parser, Verbs(parser)


def listed(parser: Parser) -> dict[str, Parser]:
    """The verbs that people use, in order."""
    return {name: verb for name, verb in parser.verbs.items() if verb.meaning}


def unknown(words: Sequence[str], parser: Parser) -> str:
    """What is to be said if the first of *words* is no verb of *parser*; empty if it is one, or an option."""
    if not words or words[0].startswith("-") or words[0] in parser.verbs:
        return ""
    near = nearest(words[0], listed(parser))
    return f"没有“{words[0]}”这个命令。{near}全部命令看 {parser.prog} --help"


def nearest(word: str, known: Iterable[str]) -> str:
    """``是不是 check？`` for what is nearest to *word*, or nothing."""
    near = get_close_matches(word.lower(), list(known), n=1)
    return f"是不是 {near[0]}？" if near else ""


def _in_chinese(text: str) -> str:
    for english, chinese in _HEADINGS:
        text = re.sub(f"(?m)(^|  ){re.escape(english)}", rf"\g<1>{chinese}", text)
    return text
