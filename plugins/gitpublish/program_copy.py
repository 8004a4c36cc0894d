"""The server's own copy of the program: made once, and again by each update; no push touches it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

from gitpublish.messages import Failed
from gitpublish.program import Program

_INVENTORY = ".inventory.json"


def copy(program: Program, root: Path, python: str | None) -> Path:
    """Copies *program* to ``programs/<number>`` below *root*, with an environment of its own.

    *python* is one that has all that is needed already. Raises Failed if the copy cannot be made complete.
    """
    programs = root / "programs"
    programs.mkdir(mode=0o755, exist_ok=True)
    number = 1 + max((int(path.name) for path in programs.iterdir() if path.name.isdigit()), default=0)
    draft = programs / f"{number}"
    draft.mkdir(mode=0o755)
    try:
        known = list(_doors(program))
        for path in _files(program):
            place = draft / path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(program.source / path, place)
            known.append((path.as_posix(), _blob(place.read_bytes())))
        (draft / _INVENTORY).write_text(json.dumps(known), encoding="utf-8")
        _launcher(draft, python or _installed(program, draft))
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return draft


def use(copied: Path, root: Path) -> None:
    """From now on *copied* is the program; earlier copies but the last go."""
    fresh = root / ".program"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(copied.relative_to(root))
    fresh.replace(root / "program")
    older = sorted(
        (path for path in copied.parent.iterdir() if path.name.isdigit()), key=lambda path: int(path.name)
    )
    for path in older[:-2]:
        shutil.rmtree(path, ignore_errors=True)


def inventory(copied: Path) -> set[tuple[str, str]]:
    """Path and git's name of the bytes, for each file of the copy at *copied*."""
    known: list[tuple[str, str]] | dict[str, str] = json.loads((copied / _INVENTORY).read_bytes())
    # Copies of earlier versions have a path once only.
    return {(path, sha) for path, sha in (known.items() if isinstance(known, dict) else known)}


def _files(program: Program) -> Iterator[Path]:
    for name in program.parts:
        part = program.source / name
        for path in sorted([part, *part.rglob("*")]):
            if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
                yield path.relative_to(program.source)


def _doors(program: Program) -> Iterator[tuple[str, str]]:
    """What leads to the program in the project that it is a folder of, by the names that its own files have: no danger either."""
    for name in program.parts:
        door = program.checkout / name
        if program.checkout != program.source and door.is_file() and not door.is_symlink():
            yield name, _blob(door.read_bytes())


def _blob(content: bytes) -> str:
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _installed(program: Program, copied: Path) -> str:
    """The Python that *program* sets up in the copy, with all that it needs."""
    ran = subprocess.run(program.install, cwd=copied, capture_output=True, check=False, text=True)
    if ran.returncode:
        last = (ran.stderr.strip() or ran.stdout.strip()).splitlines()[-3:]
        raise Failed("\n".join(["不能安装程序需要的软件包：", *last]))
    return str(copied / program.python)


def _launcher(copied: Path, python: str) -> None:
    """A script, not a link: Python finds its packages by where it lies."""
    script = copied / "python"
    quoted = python.replace("'", "'\\''")
    script.write_text(f"#!/bin/sh\nexec '{quoted}' \"$@\"\n", encoding="utf-8")
    script.chmod(0o755)
