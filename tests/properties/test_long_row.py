"""A large site after a long row of edits is, byte for byte, what a build from nothing makes of the same sources."""

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import corpus
import pytest
from processes import unmeasured
from properties import edits

ROOT = Path(__file__).resolve().parents[2]
ACTIVITIES, EDITS, EACH = 2_000, 200, 20
SHARE = 0.1
"""Of edits at least so many pass."""


def build(project: Path) -> str:
    """What stands against the sources of *project*, or nothing: its site is new then."""
    done = subprocess.run(
        [sys.executable, "-m", "scienceweek", "build"],
        cwd=project,
        env={**unmeasured(), "PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1", "TODAY": "2026-05-25"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stdout + done.stderr
    return done.stderr if done.returncode else ""


def put(project: Path, files: dict[str, bytes], before: dict[str, bytes]) -> None:
    """Makes *files* of the *project* what they are to be; *before* is what they were."""
    for name in before.keys() - files.keys():
        (project / name).unlink()
    for name, content in files.items():
        if before.get(name) != content:
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def differences(one: Path, other: Path) -> list[str]:
    """The files that are not the same, or in one of the two only."""
    names = {path.relative_to(at) for at in (one, other) for path in at.rglob("*") if path.is_file()}
    return [
        str(name)
        for name in sorted(names)
        if not (one / name).is_file()
        or not (other / name).is_file()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    ]


@pytest.mark.slow
def test_after_each_twenty_of_two_hundred_edits_the_site_is_as_if_it_were_built_from_nothing(
    tmp_path: Path, seed: str
):
    project, cold = tmp_path / "project", tmp_path / "cold"
    corpus.write(project, ACTIVITIES)
    shutil.copytree(ROOT / "content/pages", project / "content/pages", dirs_exist_ok=True)
    shutil.copy(ROOT / "pelicanconf.py", project)
    for name in ("plugins", "theme"):
        (project / name).symlink_to(ROOT / name)
    folders = [project / "data", project / "content"]
    files = {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }
    files[edits.SETTINGS] = (project / edits.SETTINGS).read_bytes()
    assert build(project) == ""
    passed = 0
    for number in range(1, EDITS + 1):
        now, told = edits.edited(files, f"{seed} {number}")
        put(project, now, files)
        if build(project):
            put(project, files, now)
        else:
            files, passed = now, passed + 1
        if number % EACH == 0:
            build(project)
            shutil.rmtree(cold, ignore_errors=True)
            shutil.copytree(project, cold, symlinks=True, ignore=shutil.ignore_patterns("output", ".*"))
            assert build(cold) == ""
            assert differences(project / "output", cold / "output") == [], (seed, number, told)
    assert passed >= SHARE * EDITS, os.linesep.join((seed, str(passed)))
