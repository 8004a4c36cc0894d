"""Sites to plan: a made-up one, and the project's own."""

from pathlib import Path

import corpus
import pytest

import samples
from scienceweek.model.catalogue import Catalogue
from scienceweek.source.loading import load

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("made-up")
    corpus.write(folder, 300, 1)
    return load(folder / "data", folder / "content").catalogue


@pytest.fixture(scope="session")
def whole_year() -> Catalogue:
    return samples.whole_year()


@pytest.fixture(scope="session")
def own() -> Catalogue:
    return load(PROJECT / "data", PROJECT / "content").catalogue
