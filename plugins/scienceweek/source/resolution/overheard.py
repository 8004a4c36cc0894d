"""What is looked up at the desk while something is resolved: whoever has heard it knows whether it would be resolved alike again."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from scienceweek.recorder import recorded
from scienceweek.source.resolution.register import Register
from scienceweek.source.resolution.registers import Registers

_INDEXES = ("named", "names_in", "issued", "papers")


def looked_up(desk: Registers) -> SimpleNamespace:
    """All that activities may look up at the *desk*, each index by its name. It is complete where nothing was wrong with it."""
    library = desk.library
    found: dict[str, Mapping[Any, object]] = {name: getattr(desk, name) for name in _INDEXES}
    for name, register in _registers(desk).items():
        found |= {f"{name}_{what}": index for what, index in register.indexes.items()}
    found["texts"], found["notices"] = library.activities, library.notices
    found["images"], found["image_names"] = library.album.images, dict.fromkeys(library.album.names)
    found["files"], found["file_names"] = library.cabinet.files, dict.fromkeys(library.cabinet.names)
    return SimpleNamespace(**found)


def overheard(desk: Registers, facts: SimpleNamespace, note: Callable[[str, str], None]) -> Registers:
    """The same *desk*; *note* is told what of the *facts*, which are those that are `looked_up` there, somebody asks for."""
    told: Any = recorded(facts, note)
    other, library = copy(desk), desk.library
    for name in _INDEXES:
        setattr(other, name, getattr(told, name))
    for name, register in _registers(desk).items():
        indexes = {what: getattr(told, f"{name}_{what}") for what in register.indexes}
        setattr(other, name, register.over(indexes))
    other.library = replace(
        library,
        activities=told.texts,
        notices=told.notices,
        album=replace(library.album, images=told.images, names=told.image_names),
        cabinet=replace(library.cabinet, files=told.files, names=told.file_names),
    )
    return other


def _registers(desk: Registers) -> Mapping[str, Register[Any]]:
    """Those that are full before the activities are."""
    return {name: known for name, known in desk.behind.items() if isinstance(known, Register)}
