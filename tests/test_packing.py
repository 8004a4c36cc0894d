import zlib

import pytest

from scienceweek import packing

CONTENTS = [b"", b"x", "科普".encode() * 5000, bytes(range(256)) * 300]


@pytest.mark.parametrize("level", [2, 6])
@pytest.mark.parametrize("content", CONTENTS)
def test_zlib_reads_what_was_packed(content: bytes, level: int):
    assert zlib.decompress(packing.deflated(content, level), -zlib.MAX_WBITS) == content
    assert zlib.decompress(packing.zlib((content[:7], content[7:]), level)) == content


@pytest.mark.parametrize("content", CONTENTS)
def test_the_checksum_is_that_of_zlib(content: bytes):
    assert packing.checked(content) == zlib.crc32(content)
