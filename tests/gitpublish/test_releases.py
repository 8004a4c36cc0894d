"""The releases there are, and the way back to an earlier one."""

import re

import pytest

from gitpublish.checkout import earlier, listed
from gitpublish.messages import Failed
from gitpublish.release_store import Release, Store


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "store")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "index.html").write_text("x")
    for commit in ("aaaaaaaaaaaa", "bbbbbbbbbbbb"):
        made.draft(tree)
        made.publish(commit)
    return made


def test_a_line_for_each_release_says_when_it_was_made_and_which_is_seen(store):
    lines = [
        re.sub("[0-9-]{10} [0-9:]{8}", "…", line)
        for line in listed(store, lambda commit: f"改了 {commit[:1]}")
    ]

    assert lines == ["   2  …  bbbbbbbb  改了 b ← 网站现在是这一版", "   1  …  aaaaaaaa  改了 a"]


def test_without_a_number_it_is_the_one_before_what_is_seen(store):
    first, second = Release(1, "aaaaaaaaaaaa"), Release(2, "bbbbbbbbbbbb")

    assert (earlier(store, None), earlier(store, 2)) == (first, second)


def test_a_release_that_is_not_there_is_told_with_those_that_are(store, tmp_path):
    with pytest.raises(Failed, match="没有第 7 版。还在的有：1、2。"):
        earlier(store, 7)
    with pytest.raises(Failed, match="没有第 7 版。还在的有：（没有）。"):
        earlier(Store(tmp_path / "empty"), 7)
    with pytest.raises(Failed, match="没有更早的一版可以退回。"):
        earlier(Store(tmp_path / "empty"), None)
