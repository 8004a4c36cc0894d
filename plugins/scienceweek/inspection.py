"""Everything that can be wrong with the facts and the prose, found before anything is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scienceweek.model.boundary import Boundary
from scienceweek.model.catalogue import Catalogue
from scienceweek.render import prose
from scienceweek.source import Problem, Severity, SourceError, load
from scienceweek.source.boundaries import boundaries


@dataclass(frozen=True, slots=True)
class Inspected:
    """What may be published, and what staff should know about it."""

    catalogue: Catalogue
    boundaries: tuple[Boundary, ...]
    warnings: tuple[Problem, ...]


def inspect(data: Path, content: Path) -> Inspected:
    """The facts in *data* and the prose in *content*.

    Raises SourceError with every mistake, those in the prose included: its grammar belongs to
    drawing, which ``source`` does not see.
    """
    mistakes = tuple(_in_prose(content))
    try:
        loaded = load(data, content)
        borders = boundaries(data, loaded.catalogue.districts)
    except SourceError as error:
        raise SourceError([*error.problems, *mistakes]) from None
    if mistakes:
        raise SourceError([*loaded.warnings, *mistakes])
    return Inspected(loaded.catalogue, borders, loaded.warnings)


def _in_prose(content: Path) -> Iterator[Problem]:
    for path in sorted(content.rglob("*.md")):
        if path.is_symlink() or not path.is_file():
            continue  # loading refuses it
        text = path.read_text("utf-8", errors="replace")
        file = path.relative_to(content.parent).as_posix()
        for line, message in prose.problems(text):
            yield Problem(file, line, 1, Severity.ERROR, message)
