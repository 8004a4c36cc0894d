import pytest

from scienceweek.desk.notices.letterhead import letterhead
from scienceweek.desk.notices.lines import pieces
from scienceweek.desk.notices.outline import outline
from tests.desk.notices.papers import (
    BY_DAY,
    FRESH,
    LECTURES,
    OF_A_CITY,
    ONLINE,
    OPEN_DAY,
    PLAN,
    announced,
    document,
    marked,
    values,
)


def test_a_plan_says_what_it_is_of_when_and_by_whom():
    found = announced(PLAN)
    assert values(found, "name", "series", "when", "theme", "organisers", "notice") == (
        "2024年丰都县科技活动周",
        "science-week",
        "2024年5月25日—6月1日",
        "弘扬科学家精神，激发全社会创新活力",
        {
            "issuer": ["丰都县科学技术局"],
            "host": ["县科技局", "县委宣传部", "县科协"],
            "co-host": ["县科技馆"],
        },
        {
            "title": "关于印发《2024年丰都县科技活动周工作方案》的通知",
            "number": "丰科发〔2024〕12号",
            "issuer": "丰都县科学技术局",
            "issued": "2024-05-08",
            "disclosure": "public",
            "implements": ["市科技局《关于举办2024年重庆市科技活动周的通知》（渝科局发〔2024〕31号）"],
            "defects": ["“活动安排”这一部分有两个“（二）”。"],
        },
    )
    assert marked(found) == {
        "when": "原文里的字母当作数字读",
        "notice": "原文里的字母当作数字读",
        "deadlines": "是从句子里读出来的",
        "contacts": "联系人的单位是照前面一句的报送单位写的",
    }


@pytest.mark.parametrize(
    ("text", "name", "when", "why"),
    [
        (
            BY_DAY,
            "2023年全国科普日",
            "2023年9月17日至23日",
            "日子写在句子里；没有写年份，是照标题或成文日期的年份",
        ),
        (OF_A_CITY, "2024年示例市科技活动周", "2024年5月25日至6月1日", "日子写在句子里"),
        (OPEN_DAY, "示例大学2025年全国科普日", "2025年9月20日", "只有一天，看看是不是整个活动周"),
        (
            LECTURES,
            "示例区2024年科技活动周",
            "2024年5月25日至6月1日",
            "日子写在句子里；没有写年份，是照标题或成文日期的年份",
        ),
        (ONLINE, "2022年重庆市全国科普日", "2022年9月15日至21日", ""),
    ],
)
def test_the_days_of_a_campaign_are_sure_only_where_they_stand_under_their_heading(
    text: str, name: str, when: str, why: str
):
    found = announced(text)
    assert values(found, "name", "when") == (name, when)
    assert found.fields["when"].why == why


def test_the_theme_may_stand_in_a_sentence():
    found = announced(BY_DAY).fields["theme"]
    assert (found.value, found.why) == ("提升全民科学素质，助力科技自立自强", "")


def test_the_innermost_district_is_meant_and_stands_for_the_whole_that_a_notice_names():
    found = announced(
        "重庆市渝北区科学技术局关于举办2024年全区科技活动周的通知\n一、时间\n2024年5月25日至6月1日", FRESH
    )
    assert values(found, "name", "called", "district") == (
        "2024年渝北区科技活动周",
        "2024年全区科技活动周",
        "yubei",
    )
    assert found.fields["name"].why == "通知里写“全市”这样的话，换成了区县的名称"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("綦江府办〔2021〕20号", "綦江府办〔2021〕20号"),
        ("濮科[2021]18号", "濮科〔2021〕18号"),
        ("渝北科协发【2024】第 7 号", "渝北科协发〔2024〕7号"),
        ("丰科发（2024）12号", "丰科发〔2024〕12号"),
    ],
)
def test_the_number_of_a_document_is_read_in_all_brackets(line: str, number: str):
    found = letterhead(outline(pieces(document(f"{line}\n关于举办科技活动周的通知").blocks)))
    assert found.number is not None
    assert (found.number.value, found.number.why) == (number, "")


def test_a_day_in_chinese_figures_and_the_day_of_printing_are_told_apart():
    found = letterhead(
        outline(
            pieces(
                document(
                    "关于举办科普日的通知\n一、要求\n认真组织。\n某某县科学技术协会\n二〇二四年五月十七日\n2024年5月20日印发"
                ).blocks
            )
        )
    )
    assert found.issued is not None
    assert found.printed is not None
    assert (found.issued.value, found.printed.value, [one.value for one in found.issuers]) == (
        "2024-05-17",
        "2024-05-20",
        ["某某县科学技术协会"],
    )
