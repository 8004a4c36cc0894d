from datetime import date

from samples import campaign
from scienceweek.model.campaign import Disclosure, Notice
from scienceweek.views.parts.notice_particulars import Fact, Particulars, is_stated, particulars

TEXT = "开头。\n\n## 四、主要活动 {#s4}\n\n### （一）启动仪式 {#s4-1}\n\n内容。\n\n## 附件 {#annex}\n"
WEEK = campaign(notice=Notice(title="实施方案", issued=date(2024, 5, 17), text=TEXT))


def test_what_the_source_lacks_stands_among_its_defects():
    made = particulars(WEEK)

    assert made.facts == (Fact("成文日期", "2024年5月17日"),)
    assert made.defects[0] == "原文缺文号、发文单位、公开方式"


def test_a_printed_and_disclosed_notice_says_so():
    printed = Notice(printed=date(2021, 5, 10), disclosure=Disclosure.PUBLIC)

    assert particulars(campaign(notice=printed)).facts == (
        Fact("印发日期", "2021年5月10日"),
        Fact("公开方式", "主动公开"),
    )


def test_of_a_notice_of_which_nothing_is_recorded_nothing_is_lacking():
    assert particulars(campaign(notice=Notice(text=TEXT))) == Particulars(
        "", "notices/2024-yubei.html", (), (), ()
    )
    assert not is_stated(Notice(text=TEXT))
