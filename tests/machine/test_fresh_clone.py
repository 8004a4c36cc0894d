"""What a machine does that has never seen the project."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "TODAY"))}
    return subprocess.run(
        command, cwd=folder, env=inherited | environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone in which `make site` has run; pip's cache is the machine's."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    run(ROOT, "git", "clone", "--quiet", "--no-local", str(ROOT), str(folder)).check_returncode()
    made = run(folder, "make", "site")
    assert made.returncode == 0, made.stdout + made.stderr
    return folder


def test_make_site_builds_the_site(clone: Path) -> None:
    assert (clone / "output" / "index.html").is_file()


def test_nothing_that_is_made_is_left_for_git(clone: Path) -> None:
    assert run(clone, "git", "status", "--porcelain").stdout == ""


def test_the_second_time_nothing_is_installed(clone: Path) -> None:
    assert "Installing" not in run(clone, "make", "site").stdout


def test_make_passes_the_day_on(clone: Path) -> None:
    assert run(clone, "make", "site", "TODAY=2024-05-25").returncode == 0

    assert 'data-today="2024-05-25"' in (clone / "output" / "index.html").read_text(encoding="utf-8")


def test_a_mistake_in_the_data_is_told_without_a_traceback_and_leaves_the_site_as_it_was(clone: Path) -> None:
    campaigns = clone / "data" / "campaigns"
    (campaigns / "mistake.yaml").write_text("id: mistake\nwhen: 5月32日\n", encoding="utf-8")
    before = (clone / "output" / "index.html").read_bytes()

    made = run(clone, "make", "site")

    assert made.returncode != 0
    assert "data/campaigns/mistake.yaml:1:1: " in made.stdout + made.stderr
    assert "Traceback" not in made.stdout + made.stderr
    assert (clone / "output" / "index.html").read_bytes() == before
