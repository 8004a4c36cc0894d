"""What can be read of a PDF (ISO 32000) without drawing it: the strings of its pages, by the maps of its fonts, and who wrote it.

No more than a page's text: what is a picture (a scan), or locked, says nothing.
"""

import re
import unicodedata
import zlib
from base64 import a85decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

MOST = 30_000_000  # bytes of all that is packed
_FONTS = 400
_TRIED = 4  # maps of fonts that go by one name on several pages

_NEXT = 1.5  # times the size of the letters: so far is a letter from the one before it, and no further
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,7}) [0-9]{1,5} obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_NAMED = re.compile(rb"/([^\s/<>\[\]()%{}]{1,60})\s+([0-9]{1,7}) [0-9]{1,5} R\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+([0-9]{1,7}) [0-9]{1,5} R\b")
_TOKEN = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()%{}]{1,60})\s+(?P<size>[-0-9.]{1,20})\s+Tf\b"
    rb"|(?P<text>\((?:[^()\\]++|\\.|\((?:[^()\\]|\\.)*+\))*+\))|<(?P<codes>[0-9A-Fa-f\s]*)>"
    rb"|(?<![-0-9.])(?P<right>[-0-9.]{1,20})\s+(?P<down>[-0-9.]{1,20})\s+T[dD]\b|(?P<apart>T[m*]|['\"])(?![A-Za-z])",
    re.DOTALL,
)
_OTHER = re.compile(rb"/(?:Image|FontFile|Length1|Type1C|CIDFontType0C|OpenType|XRef|DCTDecode|JPXDecode)\b")
_SECTION = re.compile(rb"beginbf(char|range)((?:[^e]++|e(?!ndbf))*+)endbf")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}
_AUTHOR = re.compile(rb"/Author\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL)
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFiles?)(?![A-Za-z])")

Codes = tuple[int, Mapping[int, str]]
"""The bytes of a code of a font, and what each code says."""


@dataclass(frozen=True)
class Pdf:
    """The PDF *content*, as far as it can be taken apart."""

    content: bytes

    @property
    def is_locked(self) -> bool:
        return b"/Encrypt" in self.content[-4_096:] or b"/Encrypt" in self.content[:4_096]

    @property
    def is_active(self) -> bool:
        """Whether something in it may run, or another file is in it."""
        return any(_ACTIVE.search(part) for part in (self._outside, *self._packed_objects))

    @property
    def author(self) -> str:
        for part in (self.content, *self._packed_objects):
            if found := _AUTHOR.search(part):
                return _said(_bytes(found[1])).strip("\0 ")
        return ""

    @property
    def texts(self) -> Iterator[str]:
        """What each page says, in the order of its drawing."""
        for stream in self._streams.values():
            if b"Tj" in stream or b"TJ" in stream:
                yield from _drawn(stream, self._fonts)

    @cached_property
    def _objects(self) -> Mapping[int, bytes]:
        """What stands in each object, without its stream; those that are packed together are taken apart."""
        starts = list(_OBJECT.finditer(self.content))
        ends = [match.start() for match in starts[1:]] + [len(self.content)]
        found = {}
        for match, end in zip(starts, ends, strict=True):
            found[int(match[1])] = _STREAM.split(self.content[match.end() : end], maxsplit=1)[0]
        for stream in self._packed_objects:
            numbers = re.findall(rb"[0-9]+", stream.split(b"<", 1)[0])
            if len(numbers) > 1:
                first = len(stream.split(b"<", 1)[0])
                places = [int(one) for one in numbers[1::2]]
                for number, place, end in zip(numbers[::2], places, [*places[1:], len(stream)], strict=False):
                    found[int(number)] = stream[first + place : first + end]
        return found

    @cached_property
    def _streams(self) -> Mapping[int, bytes]:
        """What is in each stream but pictures and fonts, by the number of its object."""
        found: dict[int, bytes] = {}
        left, done = MOST, 0
        for match in _OBJECT.finditer(self.content):
            # What looks like an object within a stream is none: so nothing is gone through twice.
            if match.start() < done:
                continue
            begun = _STREAM.search(self.content, match.end(), match.end() + 4_096)
            if not begun or b"endobj" in (head := self.content[match.end() : begun.start()]):
                continue
            done = self.content.find(b"endstream", begun.end())
            if done < 0:
                break
            if _OTHER.search(head):
                continue
            part = _unpacked(head, self.content[begun.end() : done], left)
            left -= len(part)
            if left <= 0:
                break
            found[int(match[1])] = part
        return found

    @cached_property
    def _packed_objects(self) -> tuple[bytes, ...]:
        heads = {int(match[1]): match.end() for match in _OBJECT.finditer(self.content)}
        return tuple(
            stream
            for number, stream in self._streams.items()
            if b"/ObjStm" in self.content[heads[number] : heads[number] + 600]
        )

    @cached_property
    def _fonts(self) -> Mapping[bytes, tuple[Codes, ...]]:
        """The maps of the fonts by the names that pages give them."""
        maps: dict[int, Codes] = {}
        for number, about in list(self._objects.items())[:200_000]:
            if (to := _TO_UNICODE.search(about)) and (stream := self._streams.get(int(to[1]))):
                if len(maps) >= _FONTS:
                    break
                maps[number] = _codes(stream)
        found: dict[bytes, list[Codes]] = {}
        for about in self._objects.values():
            for name, number in _NAMED.findall(about[:100_000]) if maps else ():
                if (known := maps.get(int(number))) and known not in found.setdefault(name, []):
                    found[name].append(known)
        return {name: tuple(known[:_TRIED]) for name, known in found.items()}

    @property
    def _outside(self) -> bytes:
        """All but the streams."""
        parts, at = [], 0
        while begun := _STREAM.search(self.content, at):
            parts.append(self.content[at : begun.start()])
            at = self.content.find(b"endstream", begun.end())
            if at < 0:
                return b"".join(parts)
            at += len(b"endstream")
        return b"".join([*parts, self.content[at:]])


def texts(content: bytes) -> Iterator[bytes]:
    """What the pages of a PDF say, and what is said of it; what cannot be read is left out."""
    found = Pdf(content)
    for text in found.texts:
        yield text.encode(errors="replace")
    if found.author:
        yield found.author.encode(errors="replace")


def _unpacked(head: bytes, raw: bytes, most: int) -> bytes:
    try:
        if b"ASCII85Decode" in head or b"/A85" in head:
            raw = a85decode(raw.strip().removesuffix(b"~>").removeprefix(b"<~"))
        if b"FlateDecode" in head or b"/Fl " in head:
            return zlib.decompressobj().decompress(raw, most)
    except (zlib.error, ValueError):
        return b""
    return raw[:most]


def _drawn(stream: bytes, fonts: Mapping[bytes, tuple[Codes, ...]]) -> Iterator[str]:
    """What *stream* draws, once for each map that its fonts may have: those of one name are rarely several."""
    most = max([1, *map(len, fonts.values())])
    for turn in range(most):
        known: tuple[Codes, ...] = ()
        size = 1.0
        said: list[str] = []
        for token in _TOKEN.finditer(stream):
            if token["font"]:
                known, size = fonts.get(token["font"], ()), _number(token["size"])
            elif token["apart"] or token["right"]:
                near = (
                    token["right"]
                    and not _number(token["down"])
                    and abs(_number(token["right"])) < _NEXT * size
                )
                said.append("" if near else "\n")
            else:
                raw = _bytes(token[0])
                said.append(_read(raw, known[min(turn, len(known) - 1)]) if known else _said(raw))
        yield _RADICAL.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), "".join(said))


def _number(written: bytes) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0


def _bytes(written: bytes) -> bytes:
    """The bytes of a string as written, ``(…)`` or ``<…>``."""
    if written.startswith(b"<"):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", written)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_escaped, written[1:-1])


def _escaped(match: re.Match[bytes]) -> bytes:
    if match[1][:1] in b"01234567":
        return bytes([int(match[1], 8) & 255])
    return b"" if match[1] in (b"\r\n", b"\n", b"\r") else _PLAIN.get(match[1], match[1])


def _said(raw: bytes) -> str:
    """A string without a map."""
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "ignore")
    return raw.decode("latin-1")


def _read(raw: bytes, codes: Codes) -> str:
    wide, known = codes
    return "".join(
        known.get(int.from_bytes(raw[at : at + wide], "big"), "") for at in range(0, len(raw), wide)
    )


def _codes(stream: bytes) -> Codes:
    """The map of a font (ToUnicode, 9.10.3)."""
    known: dict[int, str] = {}
    wide = 1
    for kind, body in _SECTION.findall(stream):
        parts = [(match[0], re.sub(rb"\s", b"", match[1] or b"")) for match in _HEX.finditer(body)]
        values = [part for sign, part in parts if sign not in (b"[", b"]")]
        wide = max([wide, *(len(value) // 2 for value in values[:1])])
        if kind == b"char":
            for code, text in zip(values[::2], values[1::2], strict=False):
                known[int(code or b"0", 16)] = _unicode(text)
        else:
            _ranges(parts, known)
    return wide, known


def _ranges(parts: list[tuple[bytes, bytes]], known: dict[int, str]) -> None:
    """Codes from one to another, with the first text, or a list of all."""
    at = 0
    while at + 2 < len(parts):
        low, high = int(parts[at][1] or b"0", 16), int(parts[at + 1][1] or b"0", 16)
        high = min(high, low + 65_535)
        if parts[at + 2][0] == b"[":
            at += 3
            code = low
            while at < len(parts) and parts[at][0] != b"]":
                known[code] = _unicode(parts[at][1])
                code, at = code + 1, at + 1
            at += 1
            continue
        first = _unicode(parts[at + 2][1])
        for code in range(low, high + 1) if first else ():
            known[code] = first[:-1] + chr(min(ord(first[-1]) + code - low, 0x10FFFF))
        at += 3


def _unicode(written: bytes) -> str:
    return bytes.fromhex((written + b"0" * (len(written) % 2)).decode()).decode("utf-16-be", "ignore")
