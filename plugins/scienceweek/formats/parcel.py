"""Parts in an archive (APPNOTE 6.3), as Office files are: equal parts make equal bytes, whenever and wherever."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX, _CENTRAL_HEADER = 3, 46


def parcel(parts: Mapping[str, bytes]) -> bytes:
    """*parts* by name, in their order."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
            archive.writestr(entry, content)
    return made.getvalue()


def same_everywhere(packed: bytes) -> bytes:
    """An archive without a comment as it would be if it was made on Unix: Windows puts another number for itself."""
    made = bytearray(packed)
    at = int.from_bytes(made[-6:-2], "little")
    while made[at : at + 4] == b"PK\x01\x02":
        made[at + 5] = _UNIX
        lengths = (int.from_bytes(made[at + place : at + place + 2], "little") for place in (28, 30, 32))
        at += _CENTRAL_HEADER + sum(lengths)
    return bytes(made)
