"""The site in another folder, by rsync: releases side by side, or file by file."""

import os
import shutil

import pytest
from parcels import contents, parcel

from gitpublish.destinations import compare, deliver, memory, restore, strayed
from gitpublish.messages import Failed
from gitpublish.seals import Difference

WAYS = pytest.mark.parametrize("swap", [True, False])


@pytest.mark.slow
def test_rsync_lays_releases_side_by_side_shares_files_and_swaps_a_link(tmp_path):
    there = tmp_path / "there"
    first = parcel(tmp_path)
    deliver(first, "rsync", {"to": str(there)}, str)
    second = parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None)
    for path in second.tree.rglob("*.*"):
        # What has not changed keeps its time, as in a release.
        old = first.tree / path.relative_to(second.tree)
        if path.is_file() and old.exists() and old.read_bytes() == path.read_bytes():
            os.utime(path, ns=(old.stat().st_mtime_ns,) * 2)

    deliver(second, "rsync", {"to": str(there)}, str)

    live = there / "live"
    assert live.readlink().name == "000002-b"
    assert contents(live) == contents(second.tree)
    assert (live / "a/b.html").samefile(there / "releases/000001-a/a/b.html")
    deliver(first, "rsync", {"to": str(there)}, str)
    assert live.readlink().name == "000001-a"
    assert contents(live) == contents(first.tree)
    assert sorted(path.name for path in (there / "releases").iterdir()) == ["000001-a", "000002-b"]


@pytest.mark.slow
def test_rsync_into_a_folder_itself_leaves_nothing_of_the_old_site(tmp_path):
    there = tmp_path / "there"
    deliver(parcel(tmp_path), "rsync", {"to": str(there), "swap": False}, str)
    second = parcel(tmp_path, "000002-b", a__b_ics=None)

    deliver(second, "rsync", {"to": str(there), "swap": False}, str)

    assert contents(there) == contents(second.tree)


@pytest.mark.slow
@WAYS
def test_it_is_known_from_there_alone_which_releases_there_were_and_what_they_left(tmp_path, swap):
    place = {"to": str(tmp_path / "there"), "swap": swap}
    assert memory("rsync", place).live == ""
    deliver(parcel(tmp_path), "rsync", place, str)
    deliver(parcel(tmp_path, "000002-b"), "rsync", place, str)

    known = memory("rsync", place)

    assert (known.live, list(known.releases)) == ("000002-b", ["000001-a", "000002-b"])
    assert known.releases["000001-a"].ledger == "账本 000001-a"
    assert (tmp_path / "there/.published.json.gz").stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
def test_an_earlier_release_is_shown_again_where_it_lies(tmp_path):
    there = tmp_path / "there"
    first = parcel(tmp_path)
    deliver(first, "rsync", {"to": str(there)}, str)
    deliver(parcel(tmp_path, "000002-b", index_html="新首页"), "rsync", {"to": str(there)}, str)

    restore("000001-a", "rsync", {"to": str(there)}, str)

    assert contents(there / "live") == contents(first.tree)
    assert memory("rsync", {"to": str(there)}).live == "000001-a"


@pytest.mark.slow
def test_file_by_file_there_is_no_earlier_release(tmp_path):
    place = {"to": str(tmp_path / "there"), "swap": False}
    deliver(parcel(tmp_path), "rsync", place, str)

    with pytest.raises(Failed, match="请在发布过它的那台电脑上退回，或者 git revert 那次修改"):
        restore("000001-a", "rsync", place, str)


@pytest.mark.slow
@WAYS
def test_what_a_delivery_would_change_is_known_before(tmp_path, swap):
    place = {"to": str(tmp_path / "there"), "swap": swap}
    first = parcel(tmp_path)
    everything = tuple(sorted(contents(first.tree)))
    assert compare(first, "rsync", place) == Difference(new=everything)
    deliver(first, "rsync", place, str)
    second = parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None, 中__文_html="新")
    # The same size and time: only the bytes tell.
    third = parcel(tmp_path, "000003-c", index_html="末页")
    stamp = (first.tree / "index.html").stat().st_mtime_ns
    os.utime(third.tree / "index.html", ns=(stamp, stamp))

    assert compare(first, "rsync", place) == Difference()
    assert compare(second, "rsync", place) == Difference(
        new=("中/文.html", "中/文.html.gz"),
        changed=("index.html", "index.html.gz"),
        gone=("a/b.ics", "a/b.ics.gz"),
    )
    assert compare(third, "rsync", place).changed == ("index.html", "index.html.gz")
    assert not (tmp_path / "there" / "releases" / "000002-b").exists()


@pytest.mark.slow
@WAYS
def test_each_kind_of_tampering_is_found_and_mended_by_the_next_delivery(tmp_path, swap):
    there = tmp_path / "there"
    place, given = {"to": str(there), "swap": swap}, parcel(tmp_path)
    deliver(given, "rsync", place, str)
    assert strayed(given, "rsync", place) == Difference()
    shown = there / "live" if swap else there

    (shown / "index.html").write_text("末页", "utf-8")
    stamp = (given.tree / "index.html").stat().st_mtime_ns
    os.utime(shown / "index.html", ns=(stamp, stamp))
    (shown / "a/b.html").unlink()
    (shown / "evil.html").write_text("x")
    (shown / "passwords.html").symlink_to("/etc/passwd")

    assert strayed(given, "rsync", place) == Difference(
        new=("a/b.html",), changed=("index.html",), gone=("evil.html", "passwords.html")
    )
    if swap:
        deliver(given, "rsync", place, str)
        assert strayed(given, "rsync", place) == Difference()


@pytest.mark.slow
def test_what_is_at_no_place_is_found_to_be_missing(tmp_path):
    given = parcel(tmp_path)
    place = {"to": str(tmp_path / "there")}
    deliver(given, "rsync", place, str)
    shutil.rmtree(tmp_path / "there")

    assert strayed(given, "rsync", place).new == tuple(sorted(contents(given.tree)))


@pytest.mark.parametrize("target", ["deploy@kepu.example.gov.cn:", "-oProxyCommand=x:/srv/kepu"])
def test_an_address_that_is_no_place_for_rsync_is_refused(tmp_path, target):
    with pytest.raises(
        Failed, match=f"看不懂发布地址“{target}”。可以写 deploy@kepu.example.gov.cn:/srv/kepu 或 /srv/kepu。"
    ):
        deliver(parcel(tmp_path), "rsync", {"to": target}, print)


@pytest.mark.parametrize(
    ("target", "swap", "lacks"), [("there", False, "rsync"), ("host:/srv/kepu", True, "ssh")]
)
def test_without_its_program_a_place_is_not_published_to_and_it_is_told(
    tmp_path, monkeypatch, target, swap, lacks
):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))

    with pytest.raises(Failed, match=f"这台电脑上没有 {lacks}。请先安装，例如 apt-get install {lacks}。"):
        deliver(parcel(tmp_path), "rsync", {"to": target, "swap": swap}, print)


def test_what_the_other_program_says_is_told(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(Failed, match=r"没有发布成功（sh [0-9]+）："):
        deliver(parcel(tmp_path), "rsync", {"to": str(tmp_path / "file" / "there")}, print)
