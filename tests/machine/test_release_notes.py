"""What becomes of a tag."""

import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github" / "release_notes.py"
CHANGELOG = """# Changelog

## [Unreleased]

### Added

- 甲

## [1.2.0] – 2027-01-02

### Fixed

- 乙 [1]

## [1.1.0] – 2026-12-01

- 丙

[Unreleased]: ../../compare/v1.2.0...HEAD
[1.2.0]: ../../releases/tag/v1.2.0
"""


@pytest.fixture
def script() -> ModuleType:
    found = spec_from_file_location("release_notes", SCRIPT)
    assert found
    assert found.loader
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_a_release_is_told_as_the_changelog_has_it(script):
    assert script.notes("v1.2.0", CHANGELOG, "1.2.0") == "### Fixed\n\n- 乙 [1]\n"
    assert script.notes("v1.1.0", CHANGELOG, "1.1.0") == "- 丙\n"


@pytest.mark.parametrize(
    ("tag", "version", "told"),
    [
        ("v1.2", "1.2.0", "v1.2 is no version: a tag is v1.2.3."),
        ("v1.2.0", "1.3.0", "The tag is v1.2.0, and pyproject.toml says 1.3.0."),
        (
            "v1.3.0",
            "1.3.0",
            "CHANGELOG.md has no “## [1.3.0] – date”: move what is under Unreleased there.",
        ),
    ],
)
def test_a_tag_that_fits_neither_program_nor_changelog_is_none(script, tag, version, told):
    with pytest.raises(script.NoReleaseError, match=f"^{told.replace('[', '.').replace(']', '.')}$"):
        script.notes(tag, CHANGELOG, version)


def test_the_version_that_the_program_has_can_be_released():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    ran = subprocess.run(
        [sys.executable, str(SCRIPT), f"v{version}"], capture_output=True, check=False, text=True
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.strip()


def test_another_is_refused_in_words_that_the_host_shows():
    ran = subprocess.run([sys.executable, str(SCRIPT), "v0.0.1"], capture_output=True, check=False, text=True)

    assert ran.returncode == 1
    assert ran.stderr.startswith("::error::The tag is v0.0.1, and pyproject.toml says ")
