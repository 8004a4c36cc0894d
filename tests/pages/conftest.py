"""The site of the five notices, built once for all who look at its pages."""

import shutil
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


@pytest.fixture(scope="session")
def nu(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command of the Nu HTML checker, as its lock has it."""
    assert shutil.which("java"), "apt-get install default-jre-headless"
    assert shutil.which("npm"), "apt-get install npm"
    folder = tmp_path_factory.mktemp("nu")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / "tests" / "pages" / "nu" / name, folder)
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit"], cwd=folder, check=True, capture_output=True
    )
    (jar,) = folder.rglob("vnu.jar")
    return ["java", "-Xss16m", "-jar", str(jar), "--errors-only", "--skip-non-html"]
