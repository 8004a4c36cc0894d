"""Deflate (RFC 1951) and its checksums, by zlib-ng: several times faster than zlib. A packer is never used twice."""

from zlib_ng import zlib_ng


def deflated(content: bytes, level: int) -> bytes:
    """*content* as a bare stream, without head and foot."""
    packer = zlib_ng.compressobj(level, zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def checked(content: bytes) -> int:
    """The CRC-32 of *content*."""
    return zlib_ng.crc32(content)


def zlib(content: bytes | memoryview, level: int) -> bytes:
    """*content* as a stream of zlib (RFC 1950)."""
    return zlib_ng.compress(content, level)
