import os
from contextlib import nullcontext

from gitpublish.tree_files import files


def test_two_names_of_one_file_have_one_identity_and_no_other_has(tmp_path):
    tree, other = tmp_path / "tree", tmp_path / "other"
    (tree / "a").mkdir(parents=True)
    other.mkdir()
    (tree / "a" / "one").write_text("一", encoding="utf-8")
    (tree / "two").write_text("一", encoding="utf-8")
    (tree / "link").symlink_to("two")
    (other / "one").hardlink_to(tree / "a" / "one")

    found = files(tree)

    assert found.keys() == {"a/one", "two", "link"}
    assert len(set(found.values())) == 3
    assert files(other) == {"one": found["a/one"]}


class Numberless:
    """An entry of a file system that gives all its files one number."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self._entry, self.name = entry, entry.name

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return self._entry.is_dir(follow_symlinks=follow_symlinks)

    def inode(self) -> int:
        return 2**32 - 1


def test_where_all_files_have_one_number_each_is_looked_at(tmp_path, monkeypatch):
    for name in "ab":
        (tmp_path / name).write_text(name, encoding="utf-8")
    known = files(tmp_path)
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: nullcontext(map(Numberless, scan(path))))

    assert files(tmp_path) == known
