"""Copies of the program, compiled once: what is copied from them runs at once, wherever it comes to lie."""

import shutil
from compileall import compile_dir
from pathlib import Path
from py_compile import PycInvalidationMode

_KEPT = "__pycache__"


def compiled(folder: Path) -> Path:
    """*folder*, with all its modules compiled. They are known by what is in them, so that no copy's new times matter."""
    assert compile_dir(folder, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return folder


def with_compiled_of(folder: Path, other: Path) -> Path:
    """*folder*, with what was compiled beside the same files of *other*."""
    for kept in other.rglob(_KEPT):
        place = folder / kept.relative_to(other)
        if place.parent.is_dir() and not place.exists():
            shutil.copytree(kept, place)
    return folder
