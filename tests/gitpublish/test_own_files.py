import os
from pathlib import Path

import pytest

from gitpublish import own_files


def test_what_is_written_is_read_by_its_owner_alone(tmp_path: Path):
    path = tmp_path / "kept"

    own_files.write(path, "旧")
    own_files.write(path, "新")

    assert own_files.read(path) == "新"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_where_nothing_was_written_there_is_nothing(tmp_path: Path):
    assert own_files.read(tmp_path / "kept") is None


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o606, 0o640])
def test_what_others_could_have_written_or_read_is_not_believed(tmp_path: Path, mode: int):
    own_files.write(tmp_path / "kept", "字")
    (tmp_path / "kept").chmod(mode)

    assert own_files.read(tmp_path / "kept") is None


def test_what_another_account_has_written_is_not_believed(tmp_path: Path, monkeypatch):
    own_files.write(tmp_path / "kept", "字")
    account = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: account + 1)

    assert own_files.read(tmp_path / "kept") is None


def test_no_link_is_followed_to_be_read_or_written(tmp_path: Path):
    own_files.write(tmp_path / "other", "字")
    (tmp_path / "kept").symlink_to(tmp_path / "other")

    with pytest.raises(OSError, match="symbolic links"):
        own_files.read(tmp_path / "kept")
    own_files.write(tmp_path / "kept", "新")

    assert (own_files.read(tmp_path / "kept"), own_files.read(tmp_path / "other")) == ("新", "字")


def test_nobody_waits_for_a_pipe(tmp_path: Path):
    os.mkfifo(tmp_path / "kept", 0o600)

    assert own_files.read(tmp_path / "kept") is None


def test_a_draft_that_was_left_lying_is_in_nobodys_way(tmp_path: Path):
    (tmp_path / f".kept.{os.getpid()}").symlink_to(tmp_path / "elsewhere")

    own_files.write(tmp_path / "kept", "字")

    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
