import pytest

from scienceweek.desk.filing.labels import Asked, asked, is_of_units


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("地 址", Asked.ADDRESS),
        ("项 目 简 介(主要活动内容、方式、参加人员、宣传方式)", Asked.TEXT),
        ("联系电话：", Asked.PHONE),
        ("活动经费", None),
        ("项目负责人", None),
    ],
)
def test_a_heading_is_known_however_it_is_spaced_and_explained(heading: str, found: Asked | None):
    assert asked(heading) is found


def test_a_form_that_begins_with_a_unit_lists_units():
    assert is_of_units(("单位名称", "开放时间"))
    assert not is_of_units(("项目名称", "主办单位"))
    assert not is_of_units(())
