from datetime import date

import pytest

from samples import activity, base, campaign, site
from scienceweek import links
from scienceweek.model.schedule import Month


def test_each_thing_lives_at_its_id():
    assert links.activity(activity(id="fish")) == "activities/fish.html"
    assert links.base(base(id="museum")) == "bases/museum.html"
    assert links.month(Month(2024, 5)) == "calendar/2024-05.html"
    assert links.day(date(2024, 5, 25)) == "calendar/2024-05-25.html"


def test_a_notice_is_linked_to_at_the_place_that_a_record_points_at():
    notice = campaign(id="2024-yubei")

    assert links.notice(notice) == "notices/2024-yubei.html"
    assert links.notice(notice, "annex-9") == "notices/2024-yubei.html#annex-9"


@pytest.mark.parametrize(
    ("path", "root"),
    [("index.html", ""), ("bases/museum.html", "../"), ("elder/districts/yubei.html", "../../")],
)
def test_the_way_to_the_root_is_as_long_as_the_path_is_deep(path: str, root: str):
    assert links.root(path) == root


def test_an_address_is_absolute_only_where_the_site_has_one():
    assert site().absolute("index.html") == ""
    assert (
        site(url="https://example.org/kepu").absolute("index.html") == "https://example.org/kepu/index.html"
    )
