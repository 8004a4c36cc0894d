import json
from pathlib import Path

import pytest
from founding.sites import PARTS, ROOT

from scienceweek.founding.program_parts import (
    ProgramManifest,
    ProgramParts,
    changed,
    digest,
    lay,
    seeds,
    version,
)
from scienceweek.founding.refusals import FoundingError


def small(folder: Path) -> ProgramParts:
    """A program of a few files."""
    for name, text in {
        "plugins/scienceweek/__main__.py": "",
        "plugins/scienceweek/__pycache__/x.pyc": "",
        "plugins/other.py": "甲\n",
        "pyproject.toml": '[project]\nversion = "1.2.3"\n',
        "data/terms.yaml": "kinds: []\n",
        "data/districts.yaml": "districts: []\n",
        "content/pages/about.md": "Title: 关于\n",
        "tests/test_x.py": "",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "plugins/link").symlink_to("other.py")
    return ProgramParts(folder, ("plugins", "pyproject.toml", "none"))


def test_a_program_is_copied_with_what_a_site_begins_with_and_without_the_rest(tmp_path: Path):
    digests = lay(small(tmp_path / "here"), tmp_path / "there")

    files = {
        path.relative_to(tmp_path / "there").as_posix()
        for path in (tmp_path / "there").rglob("*")
        if path.is_file()
    }
    assert files == set(digests)
    assert files == {
        "plugins/scienceweek/__main__.py",
        "plugins/other.py",
        "pyproject.toml",
        "seed/data/terms.yaml",
        "seed/content/pages/about.md",
    }
    assert version(tmp_path / "there") == "1.2.3"


def test_a_copy_of_a_copy_is_the_same(tmp_path: Path):
    first = lay(small(tmp_path / "here"), tmp_path / "there")

    assert lay(ProgramParts(tmp_path / "there", ("plugins", "pyproject.toml")), tmp_path / "next") == first
    assert seeds(tmp_path / "next") == {
        "data/terms.yaml": tmp_path / "next/seed/data/terms.yaml",
        "content/pages/about.md": tmp_path / "next/seed/content/pages/about.md",
    }


def test_what_somebody_has_changed_is_found(tmp_path: Path):
    there = tmp_path / "there"
    manifest = ProgramManifest("1.2.3", "here", "", lay(small(tmp_path / "here"), there))
    manifest.write(there)
    assert (ProgramManifest.of(there), changed(there, manifest)) == (manifest, [])

    (there / "plugins/other.py").write_bytes("甲\r\n".encode())
    assert changed(there, manifest) == []
    (there / "plugins/other.py").write_text("乙\n", "utf-8")
    (there / "plugins/own.py").touch()
    (there / "pyproject.toml").unlink()
    assert changed(there, manifest) == ["plugins/other.py", "plugins/own.py", "pyproject.toml"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": "1"}'])
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, text: str):
    (tmp_path / "program.json").write_text(text)

    with pytest.raises(FoundingError, match="读不出来"):
        ProgramManifest.of(tmp_path)


def test_a_folder_without_the_program_is_none(tmp_path: Path):
    with pytest.raises(FoundingError, match="里没有这个程序"):
        lay(ProgramParts(tmp_path, ()), tmp_path / "there")


def test_the_program_of_this_project_is_all_there(first: Path):
    files = json.loads((first / "program/program.json").read_text("utf-8"))["files"]

    assert set(PARTS.names) <= {name.partition("/")[0] for name in files}
    assert [name for name in files if name.startswith(("tests/", "bench/", "data/", "content/"))] == []
    assert files["plugins/scienceweek/layout.py"] == digest(ROOT / "plugins/scienceweek/layout.py")
