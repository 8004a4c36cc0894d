"""The locked requirements."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
LOCKS = ("site", "publish", "cluster", "test", "upkeep", "bench")


def pins(name: str) -> dict[str, str]:
    lock = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", lock, re.MULTILINE))


def wanted(name: str) -> set[str]:
    lines = (REQUIREMENTS / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return {re.match(r"[a-z0-9-]+", line)[0] for line in lines if line and line[0] not in "#-"}


@pytest.mark.parametrize("name", LOCKS)
def test_everything_that_is_asked_for_is_locked(name: str) -> None:
    assert wanted(name) - pins(name).keys() == set()


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_its_hashes(name: str) -> None:
    lock = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")

    assert [
        pin for pin in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:] if "--hash=sha256:" not in pin
    ] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_package_index_is_written_down(name: str) -> None:
    assert "://" not in (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")


def test_the_locks_agree() -> None:
    assert pins("test") == pins("test") | pins("publish") | pins("cluster") | pins("site")


def test_what_looks_after_them_is_locked_to_the_same_versions() -> None:
    assert {name: pin for name, pin in pins("upkeep").items() if name in pins("test")} == {
        name: pin for name, pin in pins("test").items() if name in pins("upkeep")
    }


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize(
    "system",
    [
        *("x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "x86_64-pc-windows-msvc"),
        *("x86_64-apple-darwin", "aarch64-apple-darwin"),
    ],
)
def test_every_python_on_every_system_finds_its_packages_in_the_lock(
    version: str, system: str, tmp_path: Path
) -> None:
    """Asks the package index, as an installation does, for nothing but what is locked."""
    asked = subprocess.run(
        [
            *(Path(sys.executable).with_name("uv"), "pip", "install", "--dry-run", "--quiet"),
            *("--target", tmp_path, "--python-version", version, "--python-platform", system),
            *("--only-binary", ":all:", "--require-hashes", "--requirement", REQUIREMENTS / "site.txt"),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (asked.returncode, asked.stderr) == (0, "")
