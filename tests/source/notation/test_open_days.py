from datetime import date

import pytest

from samples import WINDOW
from scienceweek.model.schedule import OpenDays
from scienceweek.source.notation.moments import MomentError, schedule

TWENTIETH, LAST = date(2024, 5, 20), date(2024, 5, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-20/..", OpenDays(TWENTIETH, begins=True)),
        ("5月20日起", OpenDays(TWENTIETH, begins=True)),
        ("自2024年5月20日（周一）起", OpenDays(TWENTIETH, begins=True)),
        ("从5月20日开始", OpenDays(TWENTIETH, begins=True)),
        ("5月20日起长期开放", OpenDays(TWENTIETH, begins=True)),
        ("5月20日起每天9:00—17:00", OpenDays(TWENTIETH, begins=True, note="每天9:00—17:00")),
        ("../2024-05-31", OpenDays(LAST, begins=False)),
        ("至5月31日", OpenDays(LAST, begins=False)),
        ("5月31日止", OpenDays(LAST, begins=False)),
        ("即日起至5月31日", OpenDays(LAST, begins=False, note="即日起")),
        ("即日起至5月31日止", OpenDays(LAST, begins=False, note="即日起")),
        ("即日起到5月31日，9:00—17:00", OpenDays(LAST, begins=False, note="即日起，9:00—17:00")),
    ],
)
def test_the_end_that_is_known_is_known_and_the_other_is_not(text: str, expected: OpenDays):
    assert schedule(text, window=WINDOW, year=None) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("即日起", "没有写是哪一天；只知道从哪天起，请写 5月20日起，只知道到哪天止，请写 即日起至5月31日"),
        ("5月20日以后", "没有写到哪一天为止；不知道的，请写 5月20日起"),
        ("5月20日起每周六", "没有写到哪一天为止，例如 5月25日—6月30日每周六9:00"),
        ("至5月31日每周六", "没有写从哪一天开始，例如 5月1日—5月31日每周六9:00"),
        ("5月20日起暂停开放", "这不是活动的时间"),
        ("至5月31日前", "这是期限，不是活动的时间"),
        ("5月20日截止", "这是期限，不是活动的时间"),
    ],
)
def test_what_comes_again_has_both_its_ends(text: str, reason: str):
    with pytest.raises(MomentError) as refused:
        schedule(text, window=WINDOW, year=None)

    assert f"：{reason}。" in str(refused.value)
