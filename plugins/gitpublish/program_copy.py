"""The server's own copy of the program: made once, and again by each update; no push touches it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

from gitpublish.program import Failed

_INVENTORY = ".inventory.json"
_PARTS = (
    *("plugins", "theme", "requirements", "deploy"),
    *("Makefile", "pyproject.toml", "pelicanconf.py", "publishconf.py", "tasks.py"),
)


def copy(source: Path, root: Path, python: str | None) -> Path:
    """Copies the program at *source* to ``programs/<number>`` below *root*, with an environment of its own.

    *python* is one that has all that is needed already. Raises Failed if the copy cannot be made complete.
    """
    programs = root / "programs"
    programs.mkdir(mode=0o755, exist_ok=True)
    number = 1 + max((int(path.name) for path in programs.iterdir() if path.name.isdigit()), default=0)
    draft = programs / f"{number}"
    draft.mkdir(mode=0o755)
    try:
        known = {}
        for path in _files(source):
            place = draft / path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / path, place)
            known[path.as_posix()] = _blob((source / path).read_bytes())
        (draft / _INVENTORY).write_text(json.dumps(known), encoding="utf-8")
        _launcher(draft, python or _environment(draft))
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


def inventory(program: Path) -> set[tuple[str, str]]:
    """Path and git's name of the bytes, for each file of the copy at *program*."""
    known: dict[str, str] = json.loads((program / _INVENTORY).read_bytes())
    return set(known.items())


def _files(source: Path) -> Iterator[Path]:
    for name in _PARTS:
        for path in sorted([source / name, *(source / name).rglob("*")]):
            if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
                yield path.relative_to(source)


def _blob(content: bytes) -> str:
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _environment(program: Path) -> str:
    """Sets one up in *program*, with what its lock names."""
    ran = subprocess.run(
        ["make", "--silent", "environment"], cwd=program, capture_output=True, check=False, text=True
    )
    if ran.returncode:
        last = (ran.stderr.strip() or ran.stdout.strip()).splitlines()[-3:]
        raise Failed("\n".join(["不能安装程序需要的软件包：", *last]))
    return str(program / ".venv" / "bin" / "python")


def _launcher(program: Path, python: str) -> None:
    """A script, not a link: Python finds its packages by where it lies."""
    script = program / "python"
    quoted = python.replace("'", "'\\''")
    script.write_text(f"#!/bin/sh\nexec '{quoted}' \"$@\"\n", encoding="utf-8")
    script.chmod(0o755)
