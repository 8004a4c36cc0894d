"""Script files that hand values to the scripts of a page (ECMAScript; RFC 8259): ``fetch`` does not work from ``file://``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any


def value_script(name: str, value: Any) -> bytes:
    """``ScienceWeek.name = value;`` for a dataclass or anything that JSON can hold (RFC 8259)."""
    return f"ScienceWeek.{name} = {_plain(value)};\n".encode()


def call_script(name: str, *values: Any) -> bytes:
    """``ScienceWeek.name(value, …);`` likewise: for what comes in several files."""
    return f"ScienceWeek.{name}({','.join(map(_plain, values))});\n".encode()


def _plain(value: Any) -> str:
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # In case somebody puts it into a page.
    return text.replace("<", "\\u003c")


def rows_script(  # noqa: PLR0913, PLR0917 - all that a file of rows consists of
    fields: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    readings: Mapping[str, str],
    others: tuple[str, ...] = (),
    sounds: Mapping[str, str] | None = None,
    runs: Mapping[str, str] | None = None,
) -> bytes:
    """One call of ``ScienceWeek.rows``. Each text is there once, in *words*, beside its reading; a row is a list of places in it.

    *readings* are of those words that have one; *others* are the paths of more files; *sounds* are characters
    with all their readings; *runs* are of those words that may break, a digit (base 36) to each run. Empty cells at the end of a row are left out.
    """
    places: dict[str, int] = {"": 0}
    numbered = [_trimmed([places.setdefault(cell, len(places)) for cell in row]) for row in rows]
    given: dict[str, object] = {
        "fields": fields,
        "words": tuple(places),
        "readings": tuple(readings.get(word, "") for word in places),
        "rows": numbered,
        "others": others,
    }
    if runs and any(runs.values()):
        given["runs"] = tuple(runs.get(word, "") for word in places)
    if sounds:
        given["sounds"] = sounds
    text = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    # Two line ends that JSON may hold and older browsers refuse in a script.
    for sign in ("\u2028", "\u2029"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"ScienceWeek.rows({text});\n".encode()


def _trimmed(cells: list[int]) -> list[int]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
