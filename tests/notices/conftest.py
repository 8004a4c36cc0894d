"""The site's own data, read once: what the five notices say, every figure of it."""

from pathlib import Path

import pytest

from scienceweek.model.catalogue import Catalogue
from scienceweek.source.loading import Loaded, load

HERE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(HERE / "data", HERE / "content")


@pytest.fixture(scope="session")
def catalogue(loaded: Loaded) -> Catalogue:
    return loaded.catalogue
