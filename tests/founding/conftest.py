import shutil
from pathlib import Path

import pytest
from compiled import compiled
from founding.sites import begun


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, as it was made."""
    site = begun(tmp_path_factory.mktemp("first") / "site")
    compiled(site / "program" / "plugins")
    return site


@pytest.fixture
def site(first: Path, tmp_path: Path) -> Path:
    """A new site of the test's own."""
    return Path(shutil.copytree(first, tmp_path / "site"))
