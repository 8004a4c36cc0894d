import os
import subprocess
from pathlib import Path

import pytest

from scienceweek import cache


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The account's state folder, empty; the key lies in it after the first use."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A file of the cache of a project."""
    (tmp_path / "project").mkdir()
    (tmp_path / "project/pelicanconf.py").touch()
    return tmp_path / "project/.cache/kept"


def test_what_is_kept_for_something_is_read_for_that_only(place):
    cache.write(place, b"facts", b"content")

    assert cache.read(place, b"facts") == b"content"
    assert cache.read(place, b"other facts") is None


def test_pieces_are_read_as_a_whole(place):
    cache.write(place, b"facts", b"con", b"tent")
    whole = place.read_bytes()
    cache.write(place, b"facts", b"content")

    assert cache.read(place, b"facts") == b"content"
    assert place.read_bytes() == whole


def test_the_key_is_of_this_account_alone(place, state):
    cache.write(place, b"facts", b"content")

    assert oct((state / "scienceweek/cache.key").stat().st_mode) == "0o100600"
    assert oct((state / "scienceweek").stat().st_mode) == "0o40700"
    assert [path.name for path in (state / "scienceweek").iterdir()] == ["cache.key"]


def test_what_another_account_has_sealed_is_not_believed(place, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    cache.write(place, b"facts", b"content")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    assert cache.read(place, b"facts") is None


def test_what_somebody_has_changed_is_not_believed(place):
    cache.write(place, b"facts", b"content")
    kept = place.read_bytes()

    for damaged in (kept[:-1], kept + b"x", b"", kept[:5] + b"x" + kept[6:], kept[:-1] + b"x"):
        place.write_bytes(damaged)
        assert cache.read(place, b"facts") is None


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_read(place, mode):
    cache.write(place, b"facts", b"content")
    place.chmod(mode)

    assert cache.read(place, b"facts") is None


@pytest.mark.parametrize("mode", [0o770, 0o777])
def test_a_folder_that_others_may_write_keeps_nothing(place, mode):
    cache.write(place, b"facts", b"content")
    place.parent.chmod(mode)
    before = place.read_bytes()

    cache.write(place, b"facts", b"other content")

    assert (cache.read(place, b"facts"), place.read_bytes()) == (None, before)


def test_what_belongs_to_somebody_else_is_not_read(place, monkeypatch):
    cache.write(place, b"facts", b"content")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)

    assert cache.read(place, b"facts") is None


def test_a_key_that_others_may_read_is_none(place, state, monkeypatch):
    cache.write(place, b"facts", b"content")
    (state / "scienceweek").rename(state / "once")
    (state / "once/cache.key").chmod(0o644)
    monkeypatch.setenv("XDG_STATE_HOME", str(state / "again"))
    (state / "again").mkdir()
    (state / "once").rename(state / "again/scienceweek")

    assert cache.read(place, b"facts") is None


def test_a_key_within_the_project_could_be_brought_and_is_none(place, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(place.parents[1] / "state"))

    cache.write(place, b"facts", b"content")

    assert not place.parent.exists()


def test_an_account_without_a_home_keeps_nothing(place, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    monkeypatch.setenv("HOME", str(place / "file/home"))
    place.parent.mkdir()
    place.touch()

    cache.write(place, b"facts", b"content")

    assert (place.read_bytes(), cache.read(place, b"facts")) == (b"", None)


def test_links_are_not_followed(place, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("victim")
    cache.write(place, b"facts", b"content")
    moved = place.rename(tmp_path / "moved")
    place.symlink_to(moved)
    draft = place.with_name(f".kept.{os.getpid()}.draft")
    draft.symlink_to(victim)

    assert cache.read(place, b"facts") is None
    cache.write(place, b"facts", b"new")

    assert (cache.read(place, b"facts"), place.is_symlink(), victim.read_text()) == (b"new", False, "victim")
    assert [path.name for path in place.parent.iterdir()] == ["kept"]


def test_a_folder_that_is_a_link_keeps_nothing(place, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    place.parent.symlink_to(tmp_path / "elsewhere")

    cache.write(place, b"facts", b"content")

    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nobody_waits_for_a_pipe(place):
    place.parent.mkdir(mode=0o700)
    os.mkfifo(place, 0o600)

    assert cache.read(place, b"facts") is None


def test_a_file_takes_the_place_of_another_with_the_mode_that_is_asked(tmp_path):
    cache.replace(tmp_path / "file", b"one ", b"file", mode=0o664)

    assert ((tmp_path / "file").read_bytes(), oct((tmp_path / "file").stat().st_mode)) == (
        b"one file",
        "0o100664",
    )


def test_a_folder_that_git_brings_is_tracked(place):
    place.parent.mkdir()
    place.touch()
    project = place.parents[1]
    assert not cache.tracked(place.parent)
    subprocess.run(["git", "init", "-q", str(project)], check=True)
    assert not cache.tracked(place.parent)

    subprocess.run(["git", "-C", str(project), "add", "-f", ".cache"], check=True)

    assert cache.tracked(place.parent)
