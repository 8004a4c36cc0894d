from pathlib import Path

import pytest

from gitpublish import media_types
from gitpublish.web_servers import FILES
from scienceweek.formats.ground import Ground, csp

DEPLOY = Path(__file__).parents[2] / "deploy"


@pytest.mark.parametrize("name", FILES)
def test_what_is_in_deploy_is_what_the_site_asks_for(name):
    assert (DEPLOY / name).read_text("utf-8") == FILES[name](csp(Ground()), "/srv/scienceweek/live")


@pytest.mark.parametrize("name", FILES)
def test_every_server_says_the_policy_and_knows_every_type(name):
    text = FILES[name]("default-src 'none'", "/srv/www")

    assert "default-src 'none'; frame-ancestors 'none'" in text
    assert [type for type in media_types.TYPES.values() if type not in text] == []
