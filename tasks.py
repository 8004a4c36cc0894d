"""What one does with the site, by `invoke`: the verbs of `python -m scienceweek`, each with the same options.

They are registered there (`scienceweek.command_line`), and each is run as a process of its own, in the project's folder.
"""

import inspect
import sys
from argparse import SUPPRESS
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from invoke import Context, Exit, Task

PROGRAM = Path(__file__).resolve().parent
sys.path.insert(0, str(PROGRAM / "plugins"))

from scienceweek import invoked  # noqa: E402
from scienceweek.command_line.parser import Parser, listed, unknown  # noqa: E402
from scienceweek.command_line.programs import python, run  # noqa: E402
from scienceweek.layout import project_of  # noqa: E402
from scienceweek.terminal import speak  # noqa: E402

ROOT = project_of(PROGRAM)

_EMPTY = inspect.Parameter.empty


def _task(name: str, verb: Parser) -> Task[Any]:
    """The task *name*: what *verb* needs comes by its place, what it may have is an option."""
    options = {
        option.dest: option
        for option in verb.options
        if option.dest not in ("help", "version") and option.help != SUPPRESS
    }
    shown = {dest: str(option.help) for dest, option in options.items() if option.help}

    def body(context: Context, **given: Any) -> None:
        if context.config.run.dry and "dry_run" in options:
            given["dry_run"] = True
        words = [*_words(options.values(), given)]
        if context.config.run.dry and "dry_run" not in options:
            print(f"会运行 (would run): python -m scienceweek {' '.join([name, *words])}")
            return
        if status := run(python("-m", "scienceweek", name, *words), folder=ROOT):
            raise Exit(code=status)

    body.__doc__ = verb.meaning
    body.__name__ = name.replace("-", "_")
    first = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    body.__signature__ = inspect.Signature([first, *map(_parameter, options.values())])  # type: ignore[attr-defined]
    by_place = [dest for dest, option in options.items() if not option.option_strings]
    return Task(body, name=name, help=shown, positional=by_place, auto_shortflags=False)


def _parameter(option: Any) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    if option.required:
        return inspect.Parameter(option.dest, kind, default=_EMPTY)
    if not option.option_strings:
        return inspect.Parameter(option.dest, kind, default=None)
    # Whatever is not a switch is text until the verb reads it.
    return inspect.Parameter(option.dest, kind, default=False if option.nargs == 0 else "")


def _words(options: Any, given: dict[str, Any]) -> Sequence[str]:
    """What was *given* to a task, as its verb has it on the command line: options, then what comes by its place."""
    by_name, by_place = [], []
    for option in options:
        value = given.get(option.dest)
        if not option.option_strings:
            # Several come as lines of one word: `scienceweek.invoked.gathered`.
            by_place += str(value).split("\n") if value else []
        elif value is True:
            by_name.append(option.option_strings[0])
        elif value:
            by_name += [option.option_strings[0], str(value)]
    return [*by_name, *by_place]


def _answered(words: Sequence[str], known: Parser) -> None:
    """Ends `invoke` where it would speak English only: for the list of tasks, for the help of one, for a slip.

    What it answers before it reads this file (``--help`` alone, ``--version``) is said in `scienceweek.invoked`.
    """
    verb = next((word for word in words if word in known.verbs), "")
    if verb and {"--help", "-h"} & set(words):
        known.parse_args([verb, "--help"])
    if not words or words[0] in ("--list", "-l"):
        known.parse_args(["--help"])
    if told := unknown(words, known) or invoked.slip(words, known):
        sys.exit(told)


def _is_invoked() -> bool:
    program = Path(sys.argv[0])
    return program.stem in ("invoke", "inv") or program.parent.name == "invoke"


speak()
_KNOWN: Parser = invoked.known()
if _is_invoked():
    _answered(sys.argv[1:], _KNOWN)
_MADE: dict[str, Callable[..., Any]] = {
    name.replace("-", "_"): _task(name, verb) for name, verb in listed(_KNOWN).items()
}
globals().update(_MADE)
