from datetime import date, time
from pathlib import Path

import pytest
from trees import BASES, FILES, complaints, read

from scienceweek.model.hours import Closure, Doors, Hours, When
from scienceweek.model.schedule import Days


def with_more(lines: str) -> dict[str, str]:
    return {BASES: f"{FILES[BASES]}    {lines}\n"}


def test_hours_are_one_line_or_several(tmp_path: Path):
    one = read(tmp_path, with_more("hours: 9:00—17:00")).catalogue.bases[0].hours

    assert one == (Hours(When(), (Doors(time(9), time(17)),), words="9:00—17:00"),)


def test_the_holidays_come_with_hours_that_go_by_them(tmp_path: Path):
    plain = read(tmp_path, with_more("hours: [每天9:00—17:00]")).catalogue.bases[0]
    feast = read(tmp_path, with_more("hours: [法定节假日 9:00—17:00]")).catalogue.bases[0]

    assert not plain.holidays.off
    # 国庆节, with the weekend in it; the Saturday after it was a working day.
    assert [feast.holidays.is_off(date(2024, 10, day)) for day in (1, 5, 7, 8)] == [True, True, True, False]
    assert feast.holidays.is_working(date(2024, 10, 12))


@pytest.mark.parametrize(
    ("written", "closure"),
    [
        ("{when: 2024-05-25}", Closure(Days(date(2024, 5, 25), date(2024, 5, 25)))),
        (
            "{when: 2024年6月8日—21日, reason: 检修}",
            Closure(Days(date(2024, 6, 8), date(2024, 6, 21)), reason="检修"),
        ),
        (
            "{when: 2021年10月31日起, until: 恢复时间另行通知}",
            Closure(Days(date(2021, 10, 31), date.max), ends=False, until="恢复时间另行通知"),
        ),
        (
            "{when: 2021-10-31起, until: 2022年3月1日恢复开放}",
            Closure(Days(date(2021, 10, 31), date(2022, 2, 28)), until="2022年3月1日恢复开放"),
        ),
    ],
)
def test_closures(tmp_path: Path, written: str, closure: Closure):
    assert read(tmp_path, with_more(f"closures: [{written}]")).catalogue.bases[0].closures == (closure,)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("hours: 上午开", "看不懂“上午开”这个开放时间。"),
        ("hours: [9:00—17:00, 9:00—17:00]", "同样的开放时间写了两次。请只留一行。"),
        ("closures: [{when: 每周一}]", "看不懂“每周一”这个时间。可以写 2024-05-25"),
        (
            "closures: [{when: 2024年5月25日13:00—17:00}]",
            "看不懂“2024年5月25日13:00-17:00”这个时间。只闭半天或几个小时的，不写 closures；请在 hours（开放时间）里加一行",
        ),
        ("closures: [{when: 6月8日}]", "看不懂“6月8日”这个时间：没有写年份"),
        (
            "closures: [{when: 2024-05-25, until: 2024-05-25}]",
            "恢复开放的日子（2024-05-25）要在闭馆（2024-05-25）以后。",
        ),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, lines: str, said: str):
    (complaint,) = complaints(tmp_path, with_more(lines))

    assert said in complaint
