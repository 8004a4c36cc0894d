"""Everything that can be wrong with the facts and the prose, found before anything is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scienceweek import cache
from scienceweek.model.boundary import Boundary
from scienceweek.model.catalogue import Catalogue
from scienceweek.render import prose, salt
from scienceweek.source.boundaries import boundaries
from scienceweek.source.problems import Problem, Severity, SourceError
from scienceweek.source.recollection import Memory, recalled
from scienceweek.surroundings import absent

_CACHE = ".cache"
_CODE = Path(__file__).parent
_LIBRARIES = ("markdown", "nh3", "pydantic", "pyyaml")


@dataclass(frozen=True, slots=True)
class Inspected:
    """What may be published, and what staff should know about it."""

    catalogue: Catalogue
    boundaries: tuple[Boundary, ...]
    warnings: tuple[Problem, ...]


def inspect(data: Path, content: Path, kept: Path | None = None) -> Inspected:
    """The facts in *data* and the prose in *content*.

    If a file *kept* is named, what it holds is given again for as long as nothing in the two folders has changed;
    and a file beside it holds what has been read of each file, for as long as that one has not changed.

    Raises SourceError with every mistake, those in the prose included: its grammar belongs to
    drawing, which ``source`` does not see.
    """
    if missing := [folder for folder in (data, content) if not folder.is_dir()]:
        raise SourceError([Problem(folder.name, 1, 1, Severity.ERROR, absent(folder)) for folder in missing])
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
    # What others bring is not believed anyway; whoever brings it should know.
    if kept.parent.name == _CACHE and cache.tracked(kept.parent):
        raise SourceError([_brought(kept.parent.name)])
    code = salt(_CODE, libraries=_LIBRARIES)
    memory = Memory(kept.with_name(f"{kept.name}-files"), code)
    try:
        identity = code + salt(data, content, libraries=(), hidden=True)
    except OSError:  # of which inspection tells
        return _inspect(data, content, memory)
    try:
        return recalled(kept, identity, lambda: _inspect(data, content, memory))
    finally:
        memory.keep()


def _brought(folder: str) -> Problem:
    told = f"缓存不能放进 git，别人带来的缓存不可信。请运行 git rm -r --cached {folder}，再提交。"
    return Problem(folder, 1, 1, Severity.ERROR, told)


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
    return Inspected(loaded.catalogue, borders, loaded.warnings)


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
