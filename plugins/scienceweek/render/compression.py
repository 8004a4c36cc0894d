"""Text as gzip (RFC 1952), for servers that send what lies ready: the same bytes on every machine."""

import zlib

_TEXT = (".atom", ".css", ".csv", ".geojson", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml")
# Magic, deflate, no flags, no time, best compression, no operating system: `gzip.compress` writes the builder's.
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def is_text(path: str) -> bool:
    """Whether the file at *path* is worth it; images and Office files are packed already."""
    return path.endswith(_TEXT)


def gzipped(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(content) + packer.flush()
    return (
        _HEAD
        + body
        + zlib.crc32(content).to_bytes(4, "little")
        + (len(content) & 0xFFFFFFFF).to_bytes(4, "little")
    )
