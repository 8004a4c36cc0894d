"""Files of a commit as files on the disk: bytes as they were pushed, names that have been checked, nothing else."""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from gitpublish.repository import Repository, TreeEntry


def unpack(repository: Repository, entries: Iterable[TreeEntry], folder: Path) -> None:
    """Makes *folder* hold the files of *entries* and nothing else; what it holds already, from last time, stays.

    Beside it lies a list of what was unpacked. It is taken away first and written last: without it all is written.
    """
    wanted = {os.fsdecode(entry.path): entry.sha for entry in entries}
    listed = folder.with_name(f"{folder.name}.json")
    held = _held(listed, folder)
    listed.unlink(missing_ok=True)
    if not held:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    for path in held.keys() - wanted.keys():
        (folder / path).unlink(missing_ok=True)
    missing = [path for path, sha in wanted.items() if held.get(path) != sha]
    contents = repository.contents(wanted[path] for path in missing)
    for path, content in zip(missing, contents, strict=True):
        if held:
            _make_way(folder, path)
        _write(f"{folder}/{path}", content)
    listed.write_text(json.dumps(wanted), encoding="utf-8")


def _make_way(folder: Path, path: str) -> None:
    """A folder may stand where a file is wanted, and a file where a folder is."""
    place = folder / path
    for parent in [*reversed(place.relative_to(folder).parents)][1:]:
        if (folder / parent).is_file():
            (folder / parent).unlink()
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)


def _write(path: str, content: bytes) -> None:
    """A file that is not there yet, and the folders that it lies in."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(path, flags, 0o644)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, flags, 0o644)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor is no path
        file.write(content)


def _held(listed: Path, folder: Path) -> dict[str, str]:
    try:
        held: dict[str, str] = json.loads(listed.read_bytes())
    except (OSError, ValueError):
        return {}
    return held if folder.is_dir() else {}
