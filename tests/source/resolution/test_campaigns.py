from datetime import date
from pathlib import Path

from trees import CAMPAIGN, FILES, complaints, read

from scienceweek.model.campaign import Deadline, Form, Quota, Registration, Series
from scienceweek.model.schedule import Days

MORE = (
    FILES[CAMPAIGN]
    + """\
theme: 弘扬科学家精神
deadlines: [{when: 6月4日, what: 报送总结, to: 区科技局, source: s4-1}]
registration: {when: 2024-05-01/2024-05-20, url: 'https://example.cn'}
quotas: [{unit: 每个区县, at_least: 10}]
forms: [{id: f1, title: 备案表, fields: [单位, 联系人]}]
contacts: [{name: 李工, phones: [67821101]}]
"""
)


def test_a_campaign_is_all_that_is_written(tmp_path: Path):
    campaign = read(tmp_path, {CAMPAIGN: MORE}).catalogue.campaigns[0]

    assert (campaign.series, campaign.when) == (Series.WEEK, Days(date(2024, 5, 25), date(2024, 6, 1)))
    assert campaign.deadlines == (Deadline(date(2024, 6, 4), "报送总结", "区科技局", "s4-1"),)
    assert campaign.registration == Registration(
        Days(date(2024, 5, 1), date(2024, 5, 20)), "https://example.cn"
    )
    assert campaign.quotas == (Quota("每个区县", 10),)
    assert campaign.forms == (Form("f1", "备案表", ("单位", "联系人")),)
    assert (campaign.notice.title, campaign.notice.number, campaign.notice.issued) == (
        "实施方案",
        "",
        date(2024, 5, 17),
    )
    assert campaign.contacts[0].phones[0].number == "023-67821101"


def test_a_campaign_may_carry_out_another_whatever_the_order_of_files(tmp_path: Path):
    city = (
        FILES[CAMPAIGN].replace("2024-yubei", "2024-z-city").replace("district: yubei", "district: chongqing")
    )
    files = {
        CAMPAIGN: FILES[CAMPAIGN] + "parent: 2024-z-city\n",
        "data/campaigns/2024-z-city.yaml": city,
        "content/notices/2024-z-city.md": "x",
    }
    first, second = read(tmp_path, files).catalogue.campaigns

    assert (first.id, first.parent) == ("2024-yubei", second)


def test_campaigns_do_not_go_round(tmp_path: Path):
    assert complaints(tmp_path, {CAMPAIGN: FILES[CAMPAIGN] + "parent: 2024-yubei\n"}) == [
        f"{CAMPAIGN}:8:9: 上级绕成了圈：“2024-yubei”往上又回到它自己。"
    ]


def test_a_strand_is_written_once(tmp_path: Path):
    files = {
        CAMPAIGN: FILES[CAMPAIGN].replace("title: 科学家精神}", "title: 科学家精神}, {id: s1, title: 另}")
    }

    assert complaints(tmp_path, files) == [f"{CAMPAIGN}:6:40: 编号“s1”在 strands 里写了两次。"]
