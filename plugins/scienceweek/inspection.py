"""Everything that can be wrong with the facts and the prose, found before anything is made."""

from collections.abc import Iterator
from pathlib import Path

from scienceweek.render import prose
from scienceweek.source import Loaded, load
from scienceweek.source.problems import Problem, Severity, SourceError


def inspect(data: Path, content: Path) -> Loaded:
    """The facts in *data* and the prose in *content*, with what staff should know.

    Raises SourceError with every mistake, those in the prose included: its grammar belongs to
    drawing, which ``source`` does not see.
    """
    try:
        loaded = load(data, content)
    except SourceError as error:
        raise SourceError([*error.problems, *_in_prose(content)]) from None
    mistakes = tuple(_in_prose(content))
    if mistakes:
        raise SourceError([*loaded.warnings, *mistakes])
    return loaded


def _in_prose(content: Path) -> Iterator[Problem]:
    for path in sorted(content.rglob("*.md")):
        if path.is_symlink() or not path.is_file():
            continue  # loading refuses it
        text = path.read_text("utf-8", errors="replace")
        file = path.relative_to(content.parent).as_posix()
        for line, message in prose.problems(text):
            yield Problem(file, line, 1, Severity.ERROR, message)
