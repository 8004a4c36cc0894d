import hashlib
import os

import pytest

from gitpublish import seals
from gitpublish.seals import Difference


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def lay_out(folder, **texts: str):
    for name, text in texts.items():
        (folder / "a").mkdir(parents=True, exist_ok=True)
        (folder / "a" / name).write_text(text, encoding="utf-8")
    return folder


def test_each_file_has_its_digest_and_what_is_none_has_not(tmp_path):
    tree = lay_out(tmp_path / "tree", one="一", two="二")
    (tree / "link").symlink_to("a/one")
    os.mkfifo(tree / "pipe")

    assert seals.seal(tree) == {
        "a/one": sha("一"),
        "a/two": sha("二"),
        "link": seals.NO_FILE,
        "pipe": seals.NO_FILE,
    }


def test_what_is_one_file_with_that_of_an_earlier_release_keeps_the_digest_that_it_was_made_with(tmp_path):
    before = lay_out(tmp_path / "before", one="一", two="二")
    known = seals.seal(before)
    after = lay_out(tmp_path / "after", two="新")
    (after / "a" / "one").hardlink_to(before / "a" / "one")
    (before / "a" / "one").write_text("改", encoding="utf-8")

    assert seals.seal(after, before, known) == {"a/one": sha("一"), "a/two": sha("新")}
    assert seals.seal(after, tmp_path / "gone", known)["a/one"] == sha("改")


def test_a_seal_is_read_as_it_was_written():
    known = {"b": sha("二"), "中/文": sha("一")}

    assert seals.read(seals.written(known)) == known
    for text in ("", "[]", '{"a": 1}'):
        with pytest.raises(ValueError, match=r".*"):
            seals.read(text)


def test_what_became_of_each_path_is_told_of_many_the_first():
    found = Difference.between(
        {"gone": "1", "same": "1", "other": "1"}, {"same": "1", "other": "2", "new": "1"}
    )
    many = Difference(new=tuple(f"{number:02}" for number in range(22)))

    assert found == Difference(("new",), ("other",), ("gone",))
    assert list(found.lines("新增", "改动", "删除")) == ["  新增  new", "  改动  other", "  删除  gone"]
    assert list(many.lines("新增", "改动", "删除"))[-2:] == ["  新增  19", "……还有 2 个文件。"]
    assert (bool(found), bool(Difference())) == (True, False)
