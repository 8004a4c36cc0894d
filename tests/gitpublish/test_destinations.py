"""Places by their kind, and the zip."""

import hashlib
import os
from zipfile import ZipFile

import pytest
from parcels import PAGES, parcel

from gitpublish.destinations import compare, deliver, strayed
from gitpublish.messages import Failed
from gitpublish.seals import Difference


def test_a_place_of_another_kind_is_told(tmp_path):
    with pytest.raises(Failed, match=r"不知道怎样发布到“ftp”。可以写 server、zip、pages、rsync、s3"):
        deliver(parcel(tmp_path), "ftp", {}, print)


@pytest.mark.parametrize(("to", "key"), [("zip", "file"), ("rsync", "to"), ("s3", "bucket")])
def test_a_place_that_is_not_written_down_is_told(tmp_path, to, key):
    with pytest.raises(Failed, match=f"publishconf.py 里还没有写 {to} 的 {key}"):
        deliver(parcel(tmp_path), to, {"endpoint": "http://127.0.0.1:9", "region": "x"}, print)


def test_a_zip_holds_the_site_and_is_the_same_for_the_same_site(tmp_path):
    digests = set()
    for number in (1, 2):
        target = tmp_path / f"{number}.zip"
        given = parcel(tmp_path, f"00000{number}-a")
        os.utime(given.tree / "index.html", (number, number))
        deliver(given, "zip", {"file": str(target)}, str)
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())

    with ZipFile(target) as packed:
        assert {name: packed.read(name).decode() for name in packed.namelist()} == PAGES
    assert len(digests) == 1


def test_a_zip_is_compared_with_what_goes_there_and_held_against_what_went_there(tmp_path):
    target = tmp_path / "site.zip"
    place, first = {"file": str(target)}, parcel(tmp_path)
    second = parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None)
    assert compare(first, "zip", place) == Difference(new=tuple(sorted(PAGES)))
    deliver(first, "zip", place, str)

    assert compare(second, "zip", place) == Difference(changed=("index.html",), gone=("a/b.ics",))
    assert strayed(first, "zip", place) == Difference()
    with ZipFile(target, "a") as packed:
        packed.writestr("evil.html", "x")
    assert strayed(first, "zip", place) == Difference(gone=("evil.html",))
    target.write_bytes(b"x")
    with pytest.raises(Failed, match="打不开，不是完整的 zip"):
        strayed(first, "zip", place)
