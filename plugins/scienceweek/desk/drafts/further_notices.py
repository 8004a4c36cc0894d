"""One more document of a campaign: ``notices`` has it after those that are there, and a ``notice`` alone becomes the first of them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from scienceweek.desk.findings import Value


def told_apart(there: Sequence[Any], found: list[Value]) -> list[Value]:
    """*found* with ids where a document of the same kind is *there* already: correction-2."""
    taken = {str(one.get("id") or one.get("kind") or "") for one in there if isinstance(one, Mapping)}
    made: list[Value] = []
    for one in found:
        if not isinstance(one, dict):
            continue
        kind = str(one.get("kind"))
        ways = (kind, *(f"{kind}-{number}" for number in range(2, len(taken) + 3)))
        id = next(way for way in ways if way not in taken)
        taken.add(id)
        made.append({"kind": kind, **({"id": id} if id != kind else {}), **one})
    return made


def is_listed(found: Value, there: Any) -> bool:
    """Whether a campaign has all documents that were *found* among those that are *there*: by title, or by number."""
    known = [one for one in there if isinstance(one, Mapping)] if isinstance(there, list) else []
    return isinstance(found, list) and all(
        isinstance(one, dict)
        and any(
            one.get(key) and one.get(key) == other.get(key) for other in known for key in ("title", "number")
        )
        for one in found
    )


def stem_of(document: Mapping[str, Any]) -> str:
    """By which word the text of a further *document* is known: content/notices/2026-yubei.correction.md."""
    return str(document.get("id") or document.get("kind"))


def as_first(lines: Sequence[str]) -> list[str]:
    """The *lines* of ``notice: …`` as those of a list ``notices`` with one document; comments stay where they are."""
    head, *below = lines
    _, _, said = head.partition(":")
    if said.split("#")[0].strip():
        return ["notices:\n", f"  - {said.strip()}\n", *below]
    indent = min(
        (
            len(line) - len(line.lstrip())
            for line in below
            if line.strip() and not line.lstrip().startswith("#")
        ),
        default=2,
    )
    made = [f"notices:{said}"]
    has_begun = False
    for line in below:
        is_said = bool(line.strip()) and not line.lstrip().startswith("#")
        bare = line[indent:] if line[:indent].isspace() or not line[:indent] else line.lstrip()
        lead = "  - " if is_said and not has_begun else "    "
        made.append(f"{lead}{bare}" if line.strip() else line)
        has_begun = has_begun or is_said
    return made


def indent_of(lines: Sequence[str]) -> int:
    """How far the dashes of a list are indented, of which these are the *lines*."""
    return next((len(said[1]) for line in lines if (said := re.match("( *)- ", line))), 2)
