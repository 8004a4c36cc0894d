"""Ids are readable, and are never given twice, be what had one gone."""

import subprocess
from pathlib import Path

from scienceweek.desk.drafts.history import ever
from scienceweek.desk.drafts.ids import Ids

WHO = ("-c", "user.name=a", "-c", "user.email=a@example.com")


def test_activities_are_numbered_on_and_places_are_called_as_they_are_read():
    ids = Ids(["2024-yubei-01", "2024-yubei-07", "2024-yubei-b01", "dizhiguan"])
    assert [ids.of_activity("2024-yubei") for _ in range(2)] == ["2024-yubei-08", "2024-yubei-09"]
    assert ids.of_activity("2025-yubei") == "2025-yubei-01"
    assert [ids.of_name("地质馆", "base") for _ in range(2)] == ["dizhiguan-2", "dizhiguan-3"]
    assert ids.of_name("！", "base") == "base"
    assert len(ids.of_name("非常长的名称" * 20, "base")) <= 60


def test_what_git_has_seen_once_keeps_its_id(tmp_path: Path):
    def git(*words: str) -> None:
        subprocess.run(["git", *WHO, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--quiet")
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.yaml").write_text("bases:\n  - {id: gone, name: 甲}\n  - id: there\n", "utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message", "x")
    (data / "a.yaml").write_text("bases:\n  - id: there\n", "utf-8")
    git("commit", "--quiet", "--all", "--message", "y")
    assert ever(data) == {"gone", "there"}


def test_without_git_nothing_is_known_of_what_was(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ever(tmp_path) == frozenset()
