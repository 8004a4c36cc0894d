from pathlib import Path

import pytest

from scienceweek.render import tree
from scienceweek.render.tree import Stamp


def test_a_survey_tells_files_and_folders_and_has_no_stamp_for_what_we_would_not_write(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    stamp = tree.write(str(tmp_path / "a/x.html"), b"xyz")
    tree.write(str(tmp_path / "a/b/secret.html"), b"")
    (tmp_path / "a/b/secret.html").chmod(0o600)
    (tmp_path / "link").symlink_to("a")

    assert tree.survey(str(tmp_path)) == (
        {"a/x.html": stamp, "a/b/secret.html": None, "link": None},
        frozenset({"a", "a/b"}),
    )
    assert stamp == Stamp(3, (tmp_path / "a/x.html").stat().st_mtime_ns)


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "x").symlink_to("elsewhere")

    with pytest.raises(FileExistsError):
        tree.write(str(tmp_path / "x"), b"x")


def test_every_folder_on_the_way_is_named():
    assert tree.folders_of(["x", "a/x", "b/c/d/x", "b/y"]) == {"a", "b", "b/c", "b/c/d"}


def test_a_tree_takes_the_place_of_another(tmp_path):
    for name in ("fresh", "output"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text(name)

    tree.put_in_place(*(str(tmp_path / name) for name in ("fresh", "output", "aside")))

    assert (tmp_path / "output/x").read_text() == "fresh"


def test_a_file_is_linked_where_it_can_be(tmp_path):
    source = tmp_path / "source"
    source.touch()

    tree.link(str(source), str(tmp_path / "link"))

    assert (tmp_path / "link").samefile(source)


def test_a_file_is_copied_where_it_cannot_be_linked(tmp_path):
    tree.link("/proc/version", str(tmp_path / "copy"))

    assert (tmp_path / "copy").read_bytes() == Path("/proc/version").read_bytes()


def test_removal_does_not_follow_links(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/x").touch()
    (tmp_path / "gone").mkdir()
    for link in (tmp_path / "link", tmp_path / "gone/link"):
        link.symlink_to(tmp_path / "kept")

    for name in ("gone", "link", "never-there"):
        tree.remove(tmp_path / name)

    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept/x").exists()
