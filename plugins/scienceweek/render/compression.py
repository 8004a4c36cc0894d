"""Text as gzip (RFC 1952), for servers that send what lies ready: it tells neither when nor where it was made."""

from scienceweek import packing

_TEXT = (".atom", ".css", ".csv", ".geojson", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml")
# Of a level more the files are 3 % smaller, and a build of a large site takes a tenth longer.
_LEVEL = 6
# Magic, deflate, no flags, no time, no word on the level, no operating system: `gzip.compress` writes the builder's.
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


def is_text(path: str) -> bool:
    """Whether the file at *path* is worth it; images and Office files are packed already."""
    return path.endswith(_TEXT)


def gzipped(content: bytes) -> bytes:
    ends = packing.checked(content).to_bytes(4, "little") + (len(content) & 0xFFFFFFFF).to_bytes(4, "little")
    return _HEAD + packing.deflated(content, _LEVEL) + ends
