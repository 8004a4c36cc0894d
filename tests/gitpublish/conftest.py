import shutil
import sys
from pathlib import Path

import pytest
import small_project
from pushers import ROOT, URL, Clone, clone, scienceweek

PROGRAM = ("plugins", "theme", "Makefile", "pyproject.toml", "pelicanconf.py", "publishconf.py")


def set_up(root: Path) -> Path:
    made = scienceweek("setup-server", root, "--url", URL, "--python", sys.executable)
    assert (made.returncode, made.stderr) == (0, "")
    return root


@pytest.fixture(scope="session")
def first_push(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server and a clone, after the first push."""
    folder = tmp_path_factory.mktemp("first")
    root = set_up(folder / "server")
    mine = clone(root, folder / "staff")
    for name in PROGRAM:
        # As the server has it, which is what everybody has.
        source = root / "program" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, mine.folder / name)
    shutil.copytree(ROOT / "content" / "pages", mine.folder / "content" / "pages")
    small_project.write(
        mine.folder, **{"tests/test_something.py": "# The server has no tests, a checkout has.\n"}
    )
    mine.git("checkout", "--quiet", "-b", "main")
    mine.commit("开始")
    status, told = mine.push()
    assert status == 0, told
    assert "已发布第 1 版" in told, told
    return folder


@pytest.fixture
def server(first_push: Path, tmp_path: Path) -> Path:
    """A server of the test's own, with the first push published."""
    shutil.copytree(first_push / "server", tmp_path / "server", symlinks=True)
    return set_up(tmp_path / "server")


@pytest.fixture
def staff(server: Path, first_push: Path, tmp_path: Path) -> Clone:
    """A clone of what is published."""
    shutil.copytree(first_push / "staff", tmp_path / "staff", symlinks=True)
    mine = Clone(tmp_path / "staff")
    mine.git("remote", "set-url", "origin", server / "site.git")
    return mine
