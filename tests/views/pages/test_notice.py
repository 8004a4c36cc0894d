from datetime import date

from samples import FIRST, WINDOW, activity, campaign, catalogue
from scienceweek.model.campaign import Deadline, Form, Notice
from scienceweek.model.schedule import DuringCampaign
from scienceweek.views.pages.notice import Reference, notice_page
from scienceweek.views.parts.contacts import Privacy

TODAY = Privacy(today=FIRST)
TEXT = "开头。\n\n## 四、主要活动 {#s4}\n\n### （一）启动仪式 {#s4-1}\n\n内容。\n\n## 附件 {#annex}\n"
WEEK = campaign(notice=Notice(title="实施方案", issued=date(2024, 5, 17), text=TEXT))


def page(*things, of=WEEK):
    return notice_page(of, catalogue(of, *things), TODAY)


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


def test_a_notice_whose_text_the_site_lacks_leads_nowhere():
    view = page(of=campaign())

    assert (view.card.path, view.sections, view.contents) == ("", (), ())
