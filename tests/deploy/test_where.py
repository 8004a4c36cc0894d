"""Where a pipeline publishes to."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = (
    'name: 科普\nurl: https://kepu.cq.cn\npublish:\n  to: rsync\n  rsync: {to: "kepu@kepu.cq.cn:/srv/kepu"}\n'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("plugins", "theme"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("data", "content"):
        (tmp_path / name).mkdir()
    return tmp_path


def where(project: Path, **asked: str) -> str:
    """The kind of place that publishconf.py names, where the environment has *asked*."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("TO", "SITEURL"))}
    program = "import publishconf; print(publishconf.PUBLISH['to'])"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        env=given | asked,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()


def test_a_variable_of_the_code_host_goes_before_the_facts_and_these_before_the_template(
    project: Path,
) -> None:
    assert where(project) == "zip"
    assert where(project, TO="", TO_DEFAULT="pages") == "pages"

    (project / "data" / "site.yaml").write_text(SITE, encoding="utf-8")

    assert where(project, TO="", TO_DEFAULT="pages") == "rsync"
    assert where(project, TO="s3", TO_DEFAULT="pages") == "s3"
