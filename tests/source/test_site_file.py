from pathlib import Path

import pytest

from scienceweek.model.site_facts import SiteFacts
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.source.site_file import read_site


def test_the_file_is_read_alone(tmp_path: Path):
    assert read_site(tmp_path) == SiteFacts()

    (tmp_path / "site.yaml").write_text("name: 科普\n", "utf-8")
    assert read_site(tmp_path).name == "科普"


def test_a_mistake_in_it_is_told(tmp_path: Path):
    (tmp_path / "site.yaml").write_text("names: 科普\n", "utf-8")

    with pytest.raises(SourceError, match=r"site\.yaml:1:1: 网站没有“names”这一项"):
        read_site(tmp_path)


def test_a_link_is_not_followed(tmp_path: Path):
    (tmp_path / "other.yaml").write_text("name: 科普\n", "utf-8")
    (tmp_path / "site.yaml").symlink_to("other.yaml")

    assert read_site(tmp_path) == SiteFacts()
