"""Content lines of iCalendar (RFC 5545 §3.1): values as they are written, lines folded. A reader that is not ours judges them in the tests."""

from datetime import date, datetime

_MOST = 74  # octets, less the blank that a folded line begins with
_INSIDE = 0x80  # the first two bits of an octet that continues a character
_ESCAPES = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
    | {sign: None for sign in (*map(chr, range(32)), "\x7f") if sign != "\n"}
)


def line(name: str, value: str) -> bytes:
    """The line that gives the property *name* (with its parameters, if any) this *value*."""
    whole = f"{name}:{value}".encode()
    return whole + b"\r\n" if len(whole) <= _MOST else b"\r\n ".join(_folded(whole)) + b"\r\n"


def text(value: str) -> str:
    """*value* as TEXT (§3.3.11), without what it cannot hold: control characters but the line end."""
    return value.translate(_ESCAPES)


def day(value: date) -> str:
    """*value* as DATE (§3.3.4)."""
    return f"{value:%Y%m%d}"


def moment(value: datetime) -> str:
    """*value* as DATE-TIME (§3.3.5) where its clock is: the line tells the zone."""
    return f"{value:%Y%m%dT%H%M%S}"


def utc(value: datetime) -> str:
    """*value*, which is in UTC, as DATE-TIME."""
    return f"{value:%Y%m%dT%H%M%S}Z"


def _folded(whole: bytes) -> list[bytes]:
    """Pieces of a line: none ends within a character, or between a backslash and what it escapes."""
    pieces, start = [], 0
    while len(whole) - start > _MOST:
        end = start + _MOST
        while whole[end] & 0xC0 == _INSIDE:
            end -= 1
        if whole[end - 1] == ord("\\"):
            end -= 1
        pieces.append(whole[start:end])
        start = end
    pieces.append(whole[start:])
    return pieces
