"""What a newer version changes, from the two CHANGELOGs (Keep a Changelog)."""

import re
from collections.abc import Iterator

_SECTION = re.compile(r"^## \[?(?P<name>[^\]\n]+)\]?(?P<rest>.*)$", re.MULTILINE)
_ENTRY = re.compile(r"^- .*(?:\n(?:  ).*)*", re.MULTILINE)
_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)
_REFERENCE = re.compile(r"^\[[^\]]+\]: .*$", re.MULTILINE)


def between(old: str, new: str) -> tuple[str, ...]:
    """The lines of the CHANGELOG *new* that tell of what *old* does not: versions, kinds of change, entries."""
    known = {_plain(entry) for entry in _ENTRY.findall(old)}
    return tuple(line for heading, body in _sections(new) for line in _news(heading, body, known))


def _news(heading: str, body: str, known: set[str]) -> Iterator[str]:
    told = [
        (kind, [entry for entry in map(_plain, _ENTRY.findall(part)) if entry not in known])
        for kind, part in _kinds(body)
    ]
    if any(entries for _, entries in told):
        yield heading
    for kind, entries in told:
        yield from [f"  {kind}", *(f"  {entry}" for entry in entries)] if entries else ()


def _kinds(body: str) -> Iterator[tuple[str, str]]:
    """The kinds of change in a section, each with its entries."""
    _, *parts = _HEADING.split(body)
    return zip(parts[::2], parts[1::2], strict=True)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    plain = _REFERENCE.sub("", text)
    found = list(_SECTION.finditer(plain))
    ends = [*(match.start() for match in found[1:]), len(plain)]
    for match, end in zip(found, ends, strict=False):
        yield f"{match['name']}{match['rest']}", plain[match.end() : end]


def _plain(entry: str) -> str:
    return " ".join(entry.split())
