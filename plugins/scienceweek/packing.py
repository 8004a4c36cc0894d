"""Deflate (RFC 1951) and its checksums, by zlib-ng: several times faster than zlib. A packer is never used twice."""

from collections.abc import Iterable

from zlib_ng import zlib_ng


def deflated(content: bytes, level: int) -> bytes:
    """*content* as a bare stream, without head and foot."""
    packer = zlib_ng.compressobj(level, zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def checked(content: bytes) -> int:
    """The CRC-32 of *content*."""
    return zlib_ng.crc32(content)


def zlib(content: Iterable[bytes], level: int) -> bytes:
    """*content*, piece by piece, as a stream of zlib (RFC 1950)."""
    packer = zlib_ng.compressobj(level)
    return b"".join([*map(packer.compress, content), packer.flush()])
