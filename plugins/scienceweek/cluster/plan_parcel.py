"""A plan as bytes, for workers that have the program in another folder."""

import copyreg
import io
import pickle
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path, PosixPath, WindowsPath
from typing import Any

from scienceweek.layout import PROGRAM
from scienceweek.render import Chapter, salt
from scienceweek.render.workshop import Workshop
from scienceweek.version import LIBRARIES


def packed(workshop: Workshop) -> bytes:
    """*workshop* as bytes; what lies in the program is named from there.

    Its chapters only: what else there is of a plan may be read from files that others do not have.
    """
    place = io.BytesIO()
    pickler = pickle.Pickler(place, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table | {PosixPath: _reduced, WindowsPath: _reduced}
    parts = [part if isinstance(part, Chapter) else _NOTHING for part in workshop.parts]
    pickler.dump(replace(workshop, parts=parts))
    return place.getvalue()


def unpacked(parcel: bytes) -> Workshop:
    """The workshop in *parcel*, which whoever asks has from whoever may have anything run here: see deploy/README.md."""
    found: Workshop = pickle.loads(parcel)  # noqa: S301 - a worker of Dask runs whatever its scheduler says
    return found


def program() -> str:
    """What stands for the program in this process: whoever has the same makes the same bytes."""
    folders = (
        PROGRAM / "plugins" / "scienceweek",
        PROGRAM / "theme" / "templates",
        PROGRAM / "theme" / "fonts",
    )
    found = blake2b(salt(*folders, libraries=LIBRARIES), digest_size=16)
    return found.hexdigest()


_NOTHING = Chapter("", tuple, ())


def _reduced(path: Path) -> Any:
    if path.is_relative_to(PROGRAM):
        return _of_program, (path.relative_to(PROGRAM).as_posix(),)
    return type(path), path.parts


def _of_program(path: str) -> Path:
    return PROGRAM / path
