from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, activity, reminders


def told(tmp_path: Path, **fields: str) -> list[str]:
    return [
        line.removeprefix(f"{ACTIVITIES}:") for line in reminders(tmp_path, {ACTIVITIES: activity(**fields)})
    ]


@pytest.mark.parametrize(
    ("admission", "expected"),
    [
        (
            "{booking: {until: 5月26日}}",
            "提醒：预约截止（2024-05-26）在活动结束以后，请核对日期。",
        ),
        (
            "{booking: {opens: 5月27日9:00}}",
            "提醒：开始预约（2024-05-27 09:00）在活动结束以后，请核对日期。",
        ),
        ("{booking: required, until: 2023-05-24}", "提醒：2023-05-24 离活动有半年以上，请核对日期。"),
        (
            "{booking: none, url: 'https://kepu.example.cn'}",
            "提醒：写了不用预约（none），又写了“url”。要预约的，请写 booking: required。",
        ),
    ],
)
def test_hours_after_the_end_and_ways_where_one_need_not_are_slips(
    tmp_path: Path, admission: str, expected: str
):
    found = told(tmp_path, admission=admission)

    assert [line.partition(": ")[2] for line in found] == [expected]


def test_what_fits_is_not_told(tmp_path: Path):
    assert told(tmp_path, admission="{booking: {opens: 5月1日9:00, until: 5月25日}}") == []
    assert told(tmp_path, when="另行通知", admission="{booking: {until: 5月24日}}") == []


def test_a_number_for_staff_that_becomes_public_is_told(tmp_path: Path):
    internal = FILES[BASES].replace(
        "{name: 科普科, phones: [67821101], show: public}", "{name: 张三, phones: [67821101]}"
    )
    files = {BASES: internal, ACTIVITIES: activity(admission="{booking: {phone: 023-67821101}}")}

    assert reminders(tmp_path, files) == [
        f"{ACTIVITIES}:3:9: 提醒：预约电话“023-67821101”也是内部联系人（张三）的号码，写在这里就公开了。不该公开的，请换成办公电话。"
    ]
