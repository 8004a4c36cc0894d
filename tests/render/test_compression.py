import gzip
import subprocess

import pytest

from scienceweek.render.compression import gzipped, is_text


@pytest.mark.parametrize("content", [b"", b"x", "科普".encode() * 5000])
def test_what_is_packed_comes_out_the_same(content):
    assert gzip.decompress(gzipped(content)) == content


def test_the_gzip_of_the_system_finds_no_fault():
    tested = subprocess.run(["gzip", "-t"], input=gzipped(b"x" * 1000), capture_output=True, check=False)

    assert (tested.returncode, tested.stderr) == (0, b"")


def test_neither_time_nor_system_is_written_down():
    assert gzipped(b"x")[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


def test_text_is_packed_and_what_is_packed_already_is_not():
    names = [
        "a.html",
        "a.css",
        "a.js",
        "a.json",
        "a.svg",
        "a.xml",
        "a.txt",
        "a.ics",
        "a.geojson",
        "a.csv",
        "a.atom",
    ]

    assert [
        name for name in [*names, "a.png", "a.xlsx", "a.jpg", "a.woff2", "a.html.gz"] if is_text(name)
    ] == names
