from datetime import date

from samples import FIRST, activity, base, campaign, catalogue, contact, may, opening
from scienceweek.model.campaign import Notice
from scienceweek.model.contact import Show
from scienceweek.model.place import Admission, Fee
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.parts.arrangements import Plan
from scienceweek.views.parts.contacts import Privacy

TODAY = Privacy(today=FIRST)
TEXT = "开头。\n\n## 四、主要活动 {#s4}\n\n### （一）启动仪式 {#s4-1}\n\n内容。\n\n## 附件 {#annex}\n"
WEEK = campaign(notice=Notice(title="实施方案", issued=date(2024, 5, 17), text=TEXT))


def page(*things, of=WEEK):
    return notice_page(of, catalogue(of, *things), TODAY)


def test_the_annex_is_drawn_from_the_records_in_its_order():
    second = base(id="second", name="第二家", campaign=WEEK, source="annex-2")
    tenth = base(id="tenth", name="第十家", campaign=WEEK, source="annex-10")
    elsewhere = base(id="elsewhere", campaign=campaign(id="other"), source="annex-1")

    assert [(row.anchor, row.number, row.name) for row in page(tenth, second, elsewhere).annex] == [
        ("annex-2", "2", "第二家"),
        ("annex-10", "10", "第十家"),
    ]


def test_a_row_lists_activities_and_openings_with_the_number_to_call():
    free = opening(campaign=WEEK, admission=Admission(fee=Fee.FREE), note="其他时间预约开放", when=may(31))
    museum = base(campaign=WEEK, source="annex-1", contacts=(contact(name="某人"),), openings=(free,))
    school = activity(campaign=WEEK, base=museum, source="annex-1", when=may(21), where=museum)
    (row,) = page(museum, school).annex

    assert (row.who, [call.number for call in row.calls]) == (("某人",), ["023-60000001"])
    assert row.plans == (
        Plan("2024年5月21日 周二", "我们曾经都是鱼", "activities/fish.html", "在基地", titled=True),
        Plan("2024年5月31日 周五", "免费开放", "bases/museum.html", "其他时间预约开放"),
    )


def test_liaison_persons_are_in_no_row():
    museum = base(campaign=WEEK, source="annex-1", contacts=(contact(show=Show.INTERNAL, name="某人"),))
    (row,) = page(museum).annex

    assert (row.who, row.calls) == ((), ())
