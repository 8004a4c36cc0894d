from datetime import date, time
from pathlib import Path

import pytest
from trees import complaints, read, reminders

from scienceweek.model.alert import Alert, AlertSeverity
from scienceweek.model.booking import Limit

ALERTS = "data/alerts.yaml"


def written(*lines: str) -> dict[str, str]:
    """A file of alerts, each in flow style."""
    return {ALERTS: "alerts:\n" + "".join(f"  - {{{line}}}\n" for line in lines)}


def test_an_alert_says_what_from_when_until_when_and_how_loud(tmp_path: Path):
    text = "text: 因暴雨取消。, severity: 紧急, begin: 2024-05-24 17:40, end: 2024-05-25, link: about.html"

    assert read(tmp_path, written(text)).catalogue.alerts == (
        Alert(
            "因暴雨取消。",
            AlertSeverity.SEVERE,
            Limit(date(2024, 5, 24), time(17, 40)),
            Limit(date(2024, 5, 25)),
            "about.html",
        ),
    )


@pytest.mark.parametrize(
    ("scope", "key"),
    [
        ("", ("", "")),
        (", campaign: 2024-yubei", ("campaign", "2024-yubei")),
        (", district: yubei", ("district", "yubei")),
        (", base: meteorology-museum", ("base", "meteorology-museum")),
        (", venue: main-hall", ("venue", "main-hall")),
    ],
)
def test_an_alert_belongs_to_the_site_or_to_one_thing_of_it(tmp_path: Path, scope: str, key: tuple[str, str]):
    catalogue = read(tmp_path, written(f"text: 检修, end: 2024-05-26{scope}")).catalogue

    assert catalogue.alerts_of[key] == catalogue.alerts


def test_the_dates_of_a_campaign_need_no_year(tmp_path: Path):
    (alert,) = read(
        tmp_path, written("text: 检修, begin: 5月24日17:40, end: 5月25日, campaign: 2024-yubei")
    ).catalogue.alerts

    assert (alert.begin, alert.end) == (Limit(date(2024, 5, 24), time(17, 40)), Limit(date(2024, 5, 25)))


def test_an_alert_without_an_end_is_a_reminder(tmp_path: Path):
    assert reminders(tmp_path, written("text: 检修")) == [
        f"{ALERTS}:2:12: 提醒：公告没有写挂到什么时候（end），会一直挂着；过了请删去。"
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "text: 检修, end: 2024-05-26, base: museum",
            "2:39: 没有编号为“museum”的基地。要先在 data/bases 里写上它，或者改写别的编号。",
        ),
        (
            "text: 检修, end: 2024-05-26, district: yubei, campaign: 2024-yubei",
            "2:43: campaign、district 只能写一个。要挂在几处的，一处写一条；全站都要挂的，都不写。",
        ),
        (
            "text: 检修, begin: 2024-05-26, end: 2024-05-25",
            "2:40: 结束（end）在开始（begin）以前，这条公告一天也不会出现。",
        ),
        (
            "text: 检修, begin: 2024-05-26 9:00, end: 2024-05-26 9:00",
            "2:45: 结束（end）在开始（begin）以前，这条公告一天也不会出现。",
        ),
        (
            "text: 检修, end: 下周",
            "2:21: 看不懂“下周”这个时间",
        ),
        (
            "text: 检修, end: 2024-05-26, link: 'javascript:alert(1)'",
            (
                "2:39: “link”（链接）不能写“javascript:alert(1)”。网址要以 https:// 或 http:// 开头，中间没有空格；"
                "本站的页面写从首页看的路径，例如 notices/2027-yubei.html。"
            ),
        ),
        (
            "text: 检修, end: 2024-05-26, severity: 很急",
            "2:43: “severity”（轻重）不能写“很急”。可以写 severe（紧急） 或 minor（提示）。",
        ),
    ],
)
def test_what_is_wrong_with_an_alert_is_told_where_it_stands(tmp_path: Path, line: str, told: str):
    (found,) = complaints(tmp_path, written(line))

    assert found.startswith(f"{ALERTS}:{told}"), found


def test_a_number_that_is_not_public_is_in_no_alert(tmp_path: Path):
    (found,) = complaints(tmp_path, written("text: 请打13800138000, end: 2024-05-26"))

    assert found.startswith(f"{ALERTS}:2:14: “13800138000”是手机号，没有一条公开的记录有它。"), found
