from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, activity, reminders

CLOSED = f"{FILES[BASES]}    closures: [{{when: 2024年5月24日—26日, reason: 检修}}]\n"
TOLD = (
    "提醒：5月25日在“重庆市气象科普馆”，那天闭馆（检修）。照常的不用管；"
    "换了地方的改 where，不办了的写 status: cancelled。"
)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, [TOLD]),
        ({"when": "5.27"}, []),
        ({"where": "{place: 龙山小学}"}, []),
        ({"status": "cancelled", "reason": "检修"}, []),
        ({"when": "", "sessions": "[{when: 5月25日 10:00}, {when: 5月27日 10:00}]"}, [TOLD]),
        ({"when": "", "sessions": "[{when: 5月25日 10:00, status: cancelled}, {when: 5月27日 10:00}]"}, []),
    ],
)
def test_what_is_at_a_place_while_that_is_closed_is_asked_about(
    tmp_path: Path, changes: dict[str, str], told: list[str]
):
    text = activity(**{"where": "{base: meteorology-museum}"} | changes)
    found = reminders(tmp_path, {BASES: CLOSED, ACTIVITIES: text})

    assert [one.split(": ", 1)[1] for one in found if "闭馆" in one] == told
