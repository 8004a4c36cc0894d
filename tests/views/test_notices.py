from datetime import date

from samples import FIRST, WINDOW, activity, base, campaign, catalogue, contact, may, opening
from scienceweek.model.campaign import Deadline, Disclosure, Form, Notice
from scienceweek.model.contact import Show
from scienceweek.model.place import Admission, Fee
from scienceweek.model.schedule import DuringCampaign
from scienceweek.views.annex import Plan
from scienceweek.views.contacts import Privacy
from scienceweek.views.notices import Reference, notice
from scienceweek.views.particulars import Fact, particulars

TODAY = Privacy(today=FIRST)
TEXT = "开头。\n\n## 四、主要活动 {#s4}\n\n### （一）启动仪式 {#s4-1}\n\n内容。\n\n## 附件 {#annex}\n"
WEEK = campaign(notice=Notice(title="实施方案", issued=date(2024, 5, 17), text=TEXT))


def page(*things, of=WEEK):
    return notice(of, catalogue(of, *things), TODAY)


def test_beside_a_passage_stands_what_it_became():
    ceremony = activity(title="启动仪式", campaign=WEEK, when=DuringCampaign(WINDOW), source="s4-1")
    view = page(ceremony)

    assert [(section.anchor, section.references) for section in view.sections] == [
        ("", ()),
        ("s4", ()),
        ("s4-1", (Reference("活动", "启动仪式", "activities/fish.html", "活动期间，日子未写明"),)),
        ("annex", ()),
    ]


def test_deadlines_and_forms_stand_beside_their_passage_too():
    asked = campaign(
        notice=Notice(text=TEXT),
        deadlines=(Deadline(date(2024, 6, 4), "总结", source="s4"),),
        forms=(Form("f1", "备案表", ("项目名称",), source="s4"),),
    )

    assert page(of=asked).sections[1].references == (
        Reference("期限", "6月4日前", "campaigns/2024-yubei.html#deadlines", "总结"),
        Reference("表格", "备案表", "campaigns/2024-yubei.html#form-f1"),
    )


def test_the_contents_count_what_a_passage_became():
    view = page(activity(campaign=WEEK, source="s4-1"), activity(id="second", campaign=WEEK, source="s4-1"))

    assert [(entry.anchor, entry.level, entry.number) for entry in view.contents] == [
        ("s4", 2, 0),
        ("s4-1", 3, 2),
        ("annex", 2, 0),
    ]


def test_what_goes_beyond_a_few_is_folded():
    many = [activity(id=f"a{number}", campaign=WEEK, source="s4-1") for number in range(7)]
    passage = page(*many).sections[2]

    assert (len(passage.references), len(passage.more)) == (3, 4)


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
        Plan("2024年5月21日 周二", "我们曾经都是鱼", "activities/fish.html", "在基地"),
        Plan("2024年5月31日 周五", "免费开放", "bases/museum.html", "其他时间预约开放"),
    )


def test_liaison_persons_are_in_no_row():
    museum = base(campaign=WEEK, source="annex-1", contacts=(contact(show=Show.INTERNAL, name="某人"),))
    (row,) = page(museum).annex

    assert (row.who, row.calls) == ((), ())


def test_what_the_source_lacks_is_lacking():
    assert particulars(WEEK).facts == (
        Fact("文号", ""),
        Fact("发文单位", ""),
        Fact("成文日期", "2024年5月17日"),
        Fact("公开方式", ""),
    )


def test_a_printed_and_disclosed_notice_says_so():
    printed = Notice(printed=date(2021, 5, 10), disclosure=Disclosure.PUBLIC)

    assert particulars(campaign(notice=printed)).facts[3:] == (
        Fact("印发日期", "2021年5月10日"),
        Fact("公开方式", "主动公开"),
    )


def test_a_notice_whose_text_the_site_lacks_leads_nowhere():
    view = page(of=campaign())

    assert (view.card.path, view.sections, view.contents) == ("", (), ())
