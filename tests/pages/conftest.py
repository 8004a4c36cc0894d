"""The site of the five notices, built once for all who look at its pages."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make site` builds it."""
    folder = tmp_path_factory.mktemp("whole") / "output"
    build = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    subprocess.run([*build, "-o", str(folder)], cwd=HERE, check=True, capture_output=True)
    return folder
