"""Internal numbers and addresses, read and looked for without a line of the program: the second opinion."""

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_SHOWN = ("public", "campaign")
_COUNTRY = re.compile("^(?:[+]|00)86")
_AREA = re.compile("^0(?:10|2[0-9]|[3-9][0-9]{2})(?=[2-9][0-9]{6,7}$)")
_TURN = re.compile("(?:转|分机|[Ee]xt).*$")
_PACKED = (".xlsx", ".docx")
_PICTURES = (".gz", ".ico", ".jpg", ".jpeg", ".pmtiles", ".png", ".webp", ".woff2")
_SHORTEST = 7
_BETWEEN = r"[\s\u00ad\u200b-\u200f\u2010-\u2015\u2212*·.()（）\[\]/-]{0,3}"


def of(files: Mapping[str, bytes]) -> frozenset[str]:
    """Numbers as digits without their area code, and addresses in small letters, that no record of *files* shows."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for name, content in files.items():
        if name.startswith("data/") and name.endswith(".yaml"):
            for contact, is_shown in _contacts(_parsed(content), withheld=False):
                (shown if is_shown else hidden).update(_ways(contact))
    return frozenset(hidden - shown)


def of_lines(path: Path) -> frozenset[str]:
    """Those that a file lists."""
    return frozenset(path.read_text("utf-8").split("\n")) - {""} if path.is_file() else frozenset()


def within(path: Path, hidden: frozenset[str]) -> set[str]:
    """Those of *hidden* that the file at *path* holds, however they are written."""
    pattern = _pattern(hidden)
    if pattern is None or path.name.endswith(_PICTURES):
        return set()
    found: set[str] = set()
    for text in _texts(path):
        for match in pattern.finditer(text):
            found |= {re.sub(r"[^0-9]", "", match["number"])} if match["number"] else {match[0].lower()}
    return found


@lru_cache(maxsize=8)
def _pattern(hidden: frozenset[str]) -> re.Pattern[str] | None:
    numbers = [_BETWEEN.join(one) for one in sorted(hidden) if one.isdigit()]
    addresses = [re.escape(one) for one in sorted(hidden) if "@" in one]
    parts = (
        [rf"(?<![0-9])(?<![0-9]\.)(?:0[0-9]{{2,3}}{_BETWEEN})?(?P<number>{'|'.join(numbers)})(?![0-9])"]
        if numbers
        else []
    )
    parts += [rf"(?<![\w.+-])(?:{'|'.join(addresses)})(?![\w-])"] if addresses else []
    return (
        re.compile("|".join(parts) if numbers else f"(?P<number>(?!))|{parts[0]}", re.IGNORECASE)
        if parts
        else None
    )


def _texts(path: Path) -> Iterator[str]:
    if path.name.endswith(_PACKED):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
            contents = [packed.read(name) for name in packed.namelist()]
    else:
        contents = [path.name.encode() + b"\n" + path.read_bytes()]
    for content in contents:
        text = unicodedata.normalize("NFKC", content.decode("utf-8", errors="replace"))
        yield text
        yield unicodedata.normalize("NFKC", html.unescape(re.sub("<[^<>]{0,200}>", "", text)))


@lru_cache(maxsize=64)
def _parsed(content: bytes) -> Any:
    try:
        return yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506 - every scalar is text
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def _contacts(node: Any, *, withheld: bool) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Every contact, and whether it is shown."""
    if isinstance(node, dict):
        withheld = withheld or node.get("admits") == "staff"
        if "phones" in node or "email" in node:
            yield node, node.get("show") in _SHOWN and not withheld
        for part in node.values():
            yield from _contacts(part, withheld=withheld)
    elif isinstance(node, list):
        for part in node:
            yield from _contacts(part, withheld=withheld)


def _ways(contact: Mapping[str, Any]) -> Iterator[str]:
    phones = contact.get("phones") or ()
    for text in phones if isinstance(phones, list) else (phones,):
        for piece in re.split("[、,;/，；]|或者?", str(text)):
            plain = _TURN.sub("", unicodedata.normalize("NFKC", piece))
            number = re.sub("[^0-9]", "", _COUNTRY.sub("", plain.strip()))
            number = _AREA.sub("", number)
            if len(number) >= _SHORTEST:
                yield number
    if isinstance(address := contact.get("email"), str) and "@" in address:
        yield address.strip().lower()
