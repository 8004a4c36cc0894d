"""Everything that can be wrong with the facts and the prose, found before anything is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scienceweek.model.boundary import Boundary
from scienceweek.model.catalogue import Catalogue
from scienceweek.privacy.secrets import Secrets
from scienceweek.render import prose, salt
from scienceweek.source.boundaries import boundaries
from scienceweek.source.problems import Problem, Severity, SourceError
from scienceweek.source.recollection import Memory, recalled

_CODE = Path(__file__).parent
_LIBRARIES = ("markdown", "nh3", "pydantic", "pyyaml")


@dataclass(frozen=True, slots=True)
class Inspected:
    """What may be published, what must not be with it, and what staff should know about it."""

    catalogue: Catalogue
    secrets: Secrets
    boundaries: tuple[Boundary, ...]
    warnings: tuple[Problem, ...]


def inspect(data: Path, content: Path, kept: Path | None = None) -> Inspected:
    """The facts in *data* and the prose in *content*.

    If a file *kept* is named, what it holds is given again for as long as nothing in the two folders has changed;
    and a file beside it holds what has been read of each file, for as long as that one has not changed.

    Raises SourceError with every mistake, those in the prose included: its grammar belongs to
    drawing, which ``source`` does not see.
    """
    with _uncollected():
        return _inspect(data, content, Memory()) if kept is None else _recalled(data, content, kept)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing that is made here is garbage: looking for it takes longer than reading."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _recalled(data: Path, content: Path, kept: Path) -> Inspected:
    code = salt(_CODE, libraries=_LIBRARIES)
    memory = Memory(kept.with_name(f"{kept.name}-files"), code)
    try:
        identity = code + salt(data, content, libraries=())
    except OSError:  # of which inspection tells
        return _inspect(data, content, memory)
    try:
        return recalled(kept, identity, lambda: _inspect(data, content, memory))
    finally:
        memory.keep()


def _inspect(data: Path, content: Path, memory: Memory) -> Inspected:
    # Whoever finds everything kept needs no reader, which takes long to import.
    from scienceweek.source.loading import load

    mistakes = tuple(_in_prose(content, memory))
    try:
        loaded = load(data, content, memory)
        borders = boundaries(data, loaded.catalogue.districts)
    except SourceError as error:
        raise SourceError([*error.problems, *mistakes]) from None
    if mistakes:
        raise SourceError([*loaded.warnings, *mistakes])
    return Inspected(loaded.catalogue, loaded.secrets, borders, loaded.warnings)


def _in_prose(content: Path, memory: Memory) -> Iterator[Problem]:
    for path in sorted(content.rglob("*.md")):
        if path.is_symlink() or not path.is_file():
            continue  # loading refuses it
        text = path.read_text("utf-8", errors="replace")
        file = path.relative_to(content.parent).as_posix()
        found = memory.recall("prose", text)
        if found is None:
            found = tuple(prose.problems(text))
            memory.learn(found, "prose", text)
        for line, message in found:
            yield Problem(file, line, 1, Severity.ERROR, message)
