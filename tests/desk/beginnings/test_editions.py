import pytest

from scienceweek.desk.beginnings.editions import following


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("第七届渝北区公民科学素质大赛", "第八届渝北区公民科学素质大赛"),
        ("第十届", "第十一届"),
        ("第九届", "第十届"),
        ("第十九届", "第二十届"),
        ("第二十九届", "第三十届"),
        ("第九十九届", "第一百届"),
        ("第一百届", "第一百零一届"),
        ("第一百零九届", "第一百一十届"),
        ("第 12 届", "第13届"),
        ("2024年渝北区科技活动周", "2025年渝北区科技活动周"),
        ("“2024年”第三届航模赛", "“2025年”第四届航模赛"),
        ("2021—2025年规划宣讲", "2021—2025年规划宣讲"),
        ("第百百届", "第百百届"),
        ("第二课堂", "第二课堂"),
    ],
)
def test_the_next_edition_has_the_next_number(title, later):
    assert following(title, 2024) == later
