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

_ALLOWED = "data/allowed.yaml"
_SHOWN = ("public", "campaign", "公开", "活动周结束后不再公开")
_OFFICE = ("office", "办公电话")
_STAFF = ("staff", "内部活动，任何页面都不出现")
_COUNTRY = re.compile("^(?:[+]|00)86")
_AREA = re.compile("^0(?:10|2[0-9]|[3-9][0-9]{2})(?=[2-9][0-9]{6,7}$)")
_TURN = re.compile("(?:转|分机|[Ee]xt).*$")
_PACKED = (".xlsx", ".docx")
_PICTURES = (".gz", ".ico", ".jpg", ".jpeg", ".pmtiles", ".png", ".webp", ".woff2")
_SHORTEST = 7
_BETWEEN = r"[\s\u00ad\u200b-\u200f\u2010-\u2015\u2212*·.()（）\[\]/-]{0,3}"


def of(files: Mapping[str, bytes]) -> frozenset[str]:
    """Numbers as digits, with their area code and - if they have one, and addresses in small letters, that no record of *files* shows or allows."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for name, content in files.items():
        if name == _ALLOWED:
            shown.update(way for value in _values(_parsed(content)) for way in _ways(value))
        if name.startswith("data/") and name.endswith(".yaml"):
            for contact, is_shown in _contacts(_parsed(content), withheld=False):
                (shown if is_shown else hidden).update(_ways(contact))
    known = {_local(one) for one in shown}
    return frozenset(one for one in hidden if _local(one) not in known)


def of_lines(path: Path) -> frozenset[str]:
    """Those that a file lists."""
    return frozenset(path.read_text("utf-8").split("\n")) - {""} if path.is_file() else frozenset()


def within(path: Path, hidden: frozenset[str]) -> set[str]:
    """Those of *hidden* that the file at *path* holds, however they are written; in another area a number is another."""
    pattern = _pattern(hidden)
    if pattern is None or path.name.endswith(_PICTURES):
        return set()
    matches = (match for text in _texts(path) for match in pattern.finditer(text))
    return {one for match in matches for one in _meant(match, hidden)}


def _meant(match: re.Match[str], hidden: frozenset[str]) -> Iterator[str]:
    if not match["number"]:
        yield match[0].lower()
        return
    number, area = (_digits(match[name] or "") for name in ("number", "area"))
    for one in hidden:
        own = one.partition("-")[0] if "-" in one else ""
        if _local(one) == number and (not area or not own or own == area):
            yield one


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _local(one: str) -> str:
    """A number without its area code."""
    return one if "@" in one else one.rpartition("-")[2]


@lru_cache(maxsize=8)
def _pattern(hidden: frozenset[str]) -> re.Pattern[str] | None:
    numbers = "|".join(_BETWEEN.join(_local(one)) for one in sorted(hidden) if "@" not in one)
    addresses = "|".join(re.escape(one) for one in sorted(hidden) if "@" in one)
    number = (
        rf"(?<![0-9])(?<![0-9]\.)(?P<area>0[0-9]{{2,3}}{_BETWEEN})?(?P<number>{numbers or '(?!)'})(?![0-9])"
    )
    address = rf"(?<![\w.+-])(?:{addresses or '(?!)'})(?![\w-])"
    return re.compile(f"{number}|{address}", re.IGNORECASE) if hidden else None


def _texts(path: Path) -> Iterator[str]:
    if path.name.endswith(_PACKED):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
            contents = [packed.read(name) for name in packed.namelist()]
    else:
        contents = [path.name.encode() + b"\n" + path.read_bytes()]
    for content in contents:
        written = content.decode("utf-8", errors="replace")
        text = unicodedata.normalize("NFKC", written)
        # As it is too: ①60000001 would become 160000001.
        yield from dict.fromkeys((written, text))
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
        withheld = withheld or node.get("admits") in _STAFF
        if "phones" in node or "email" in node:
            if node.get("show") in _OFFICE and not withheld:
                yield {"phones": _landlines(node)}, True
            yield node, node.get("show") in _SHOWN and not withheld
        for key, part in node.items():
            if key == "phone":
                yield from ((one, not withheld) for one in _booked(part))
            else:
                yield from _contacts(part, withheld=withheld)
    elif isinstance(node, list):
        for part in node:
            yield from _contacts(part, withheld=withheld)


def _landlines(contact: Mapping[str, Any]) -> list[str]:
    return [
        way for way in _ways({"phones": contact.get("phones")}) if not re.fullmatch("1[3-9][0-9]{9}", way)
    ]


def _booked(node: Any) -> Iterator[Mapping[str, Any]]:
    """The numbers at which one books, as contacts."""
    for one in node if isinstance(node, list) else (node,):
        number = one.get("number") if isinstance(one, dict) else one
        if isinstance(number, str):
            yield {"phones": number}


def _values(node: Any) -> Iterator[Mapping[str, Any]]:
    """What is allowed, as contacts."""
    rows = node.get("allowed") if isinstance(node, dict) else None
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(value := row.get("value"), str):
            yield {"email": value} if "@" in value else {"phones": value}


def _ways(contact: Mapping[str, Any]) -> Iterator[str]:
    phones = contact.get("phones") or ()
    for text in phones if isinstance(phones, list) else (phones,):
        for piece in re.split("[、,;/，；]|或者?", str(text)):
            plain = _TURN.sub("", unicodedata.normalize("NFKC", piece))
            number = _digits(_COUNTRY.sub("", plain.strip()))
            if len(number) >= _SHORTEST:
                yield _AREA.sub(lambda match: f"{match[0]}-", number)
    if isinstance(address := contact.get("email"), str) and "@" in address:
        yield address.strip().lower()
