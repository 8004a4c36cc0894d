from collections.abc import Iterator

import pytest

from scienceweek.founding.refusals import FoundingError
from scienceweek.founding.wish import SiteWish, suggested, wished
from scienceweek.model.campaign import Series

GIVEN = {
    "name": "渝北区",
    "code": "500112",
    "series": "全国科普日",
    "id": "",
    "url": "https://kepu.example.gov.cn/",
}


def test_what_options_say_is_not_asked_for():
    said: list[str] = []

    wish = wished(GIVEN, None, said.append)

    assert wish == SiteWish("渝北区", "500112", Series.DAY, "yubei", url="https://kepu.example.gov.cn")
    assert (wish.short, wish.domain) == ("渝北", "kepu.example.gov.cn")
    assert said == [
        "区县的编号用了 yubei（按拼音）。它是网址的一部分，定了就不改；要换，删去文件夹，加上 --id 再来一次。"
    ]


def test_what_is_missing_is_told_where_nobody_can_be_asked():
    with pytest.raises(FoundingError) as caught:
        wished({"name": "渝北区"}, None, lambda _: None)

    assert (
        str(caught.value) == "还要写 --code、--series。例如 --name 渝北区 --code 500112 --series 科技活动周。"
    )


def test_the_rest_is_asked_for_until_it_will_do():
    asked: list[str] = []
    said: list[str] = []
    answers: Iterator[str] = iter(
        ["Yubei", "渝北区", "5001", "500112", "", "", "渝北区科技局", "", "kepu", ""]
    )

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    wish = wished({}, ask, said.append)

    assert wish == SiteWish("渝北区", "500112", Series.WEEK, "yubei", keeper="渝北区科技局")
    assert asked == [
        "哪个区县？写全称，例如 渝北区：",
        "哪个区县？写全称，例如 渝北区：",
        "行政区划代码，六位数字，例如 500112：",
        "行政区划代码，六位数字，例如 500112：",
        "区县的编号，小写字母；它是网址的一部分，定了就不改（直接按回车就是 yubei）：",
        "办什么？科技活动周、全国科普日、全国科普月，或其他（直接按回车就是 science-week）：",
        "由哪个单位管理这个网站，例如 渝北区科技局（还没有就按回车）：",
        "电话区号，例如 023（还没有就按回车）：",
        "网站的网址，例如 https://kepu.example.gov.cn（还没有就按回车）：",
        "网站的网址，例如 https://kepu.example.gov.cn（还没有就按回车）：",
    ]
    assert [line.partition("，")[0] for line in said] == [
        "区县的名称要写全称",
        "行政区划代码是六位数字（GB/T 2260）",
        "网址“kepu”要以 https:// 或 http:// 开头。例如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu。",
    ]


@pytest.mark.parametrize(
    ("option", "written", "told"),
    [
        ("name", "Yubei", "区县的名称要写全称，只用汉字，例如 渝北区，这里是“Yubei”。"),
        ("code", "5001", "行政区划代码是六位数字（GB/T 2260），例如 500112，这里是“5001”。"),
        ("code", "990112", "行政区划代码是六位数字（GB/T 2260），例如 500112，这里是“990112”。"),
        (
            "series",
            "科技周",
            (
                "没有“科技周”这个系列。可以写 science-week（科技活动周）、science-day（全国科普日）、"
                "science-month（全国科普月）、other（科普活动）。"
            ),
        ),
        ("id", "渝北", "编号只用小写字母、数字和连字符，例如 yubei，这里是“渝北”。"),
        (
            "url",
            "kepu.example.gov.cn",
            (
                "网址“kepu.example.gov.cn”要以 https:// 或 http:// 开头。"
                "例如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu。"
            ),
        ),
        ("area_code", "23", "区号是 0 开头的三位或四位数字，例如 023，这里是“23”。"),
        ("keeper", "科技局: 甲", "管理单位写单位的名称，例如 渝北区科技局，这里是“科技局: 甲”。"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_do(option: str, written: str, told: str):
    with pytest.raises(FoundingError) as caught:
        wished({**GIVEN, option: written}, None, lambda _: None)

    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("name", "short", "id"),
    [
        ("渝北区", "渝北", "yubei"),
        ("平罗县", "平罗", "pingluo"),
        ("重庆市", "重庆", "chongqing"),
        ("两江新区", "两江", "liangjiang"),
    ],
)
def test_a_district_is_called_by_its_short_name(name: str, short: str, id: str):
    assert (SiteWish(name, "", Series.WEEK, "").short, suggested(name)) == (short, id)


@pytest.mark.parametrize("url", ["", "http://192.0.2.1/kepu", "http://localhost:8000"])
def test_an_address_without_a_name_of_its_own_is_no_domain(url: str):
    assert SiteWish("渝北区", "500112", Series.WEEK, "yubei", url=url).domain == ""
