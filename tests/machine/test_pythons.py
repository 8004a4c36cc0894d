"""The other Pythons that the program promises to run on, as far as this machine has them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "TODAY"))}
    return subprocess.run(
        command, cwd=folder, env=inherited, capture_output=True, encoding="utf-8", check=False
    )


def pythons() -> dict[str, Path]:
    """By version, those that start: on the PATH, and pyenv's."""
    found: dict[str, Path] = {}
    for version in VERSIONS:
        candidates = [
            shutil.which(f"python{version}"),
            *Path.home().glob(f".pyenv/versions/{version}.*/bin/python"),
        ]
        for path in filter(None, candidates):
            asked = subprocess.run([path, "-c", "import ensurepip"], capture_output=True, check=False)
            if asked.returncode == 0:
                found.setdefault(version, Path(path))
    return found


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pythons") / "clone"
    run(ROOT, "git", "clone", "--quiet", "--no-local", str(ROOT), str(folder)).check_returncode()
    return folder


def site_of(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def test_every_python_there_is_makes_the_same_site(clone: Path) -> None:
    sites = {}
    for version, python in ({OWN: Path(sys.executable)} | pythons()).items():
        made = run(clone, "make", f"PYTHON={python}", "site")
        assert made.returncode == 0, made.stdout + made.stderr
        sites[version] = site_of(clone / "output")
        shutil.rmtree(clone / ".venv")
        shutil.rmtree(clone / "output")

    assert [version for version in sites if sites[version] != sites[OWN]] == []


def test_an_environment_whose_python_is_gone_is_made_anew(clone: Path) -> None:
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "made").touch()
    (clone / ".venv" / "bin" / "python").symlink_to("/nowhere/python3.10")

    planned = run(clone, "make", "--dry-run", "site")

    assert planned.returncode == 0
    assert not (clone / ".venv" / "made").exists()


def test_a_python_that_does_not_fit_is_told_in_one_line(clone: Path) -> None:
    # Without uv, which would fetch one.
    made = run(clone, "env", "PATH=/usr/bin:/bin", "make", "PYTHON=/bin/false", "site")

    assert made.returncode != 0
    assert "需要 Python 3.11 到 3.14" in made.stderr
