"""What is known before a document is read."""

from samples import WINDOW, campaign, catalogue, district
from scienceweek.desk.setting import Setting


def test_a_district_that_nobody_names_is_that_of_the_campaign():
    known = catalogue(campaign(), district(id="qijiang", area_code="023"), district(area_code="0951"))

    assert Setting(known, campaign().id).district_meant.id == campaign().district.id
    assert Setting(known, campaign().id, "qijiang").area_code == "023"
    assert Setting(known, campaign().id).window == WINDOW


def test_where_nobody_says_anything_nothing_is_known():
    nothing = Setting()

    assert (nothing.campaign_meant, nothing.district_meant, nothing.window, nothing.area_code) == (
        None,
        None,
        None,
        "",
    )
