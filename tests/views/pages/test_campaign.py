from dataclasses import replace
from datetime import date

from samples import (
    FIRST,
    WINDOW,
    activity,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    opening,
    organisation,
    part,
)
from scienceweek.model.activity import Change, Status
from scienceweek.model.campaign import Deadline, Form, Notice, Strand
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import DuringCampaign, Recurring
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.figures import HeadFigure
from scienceweek.views.parts.ticket import Link
from scienceweek.views.words.precisions import Share

TODAY = Privacy(today=FIRST)
CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
TEXT = Notice(title="通知", text="## 一 {#s1}\n\n正文。\n")


def page(given, *things):
    return campaign_page(given, catalogue(given, *things), TODAY)


def test_numbers_say_how_many_have_a_day():
    view = page(campaign(), activity(), activity(id="week", when=DuringCampaign(WINDOW)))

    assert (view.number, view.shares) == (2, (Share("有确定的日子", 1), Share("活动期间，日子未写明", 1)))


def test_figures_count_what_there_is_and_no_zero():
    museum = base(campaign=campaign(), openings=(opening(),))

    assert page(
        campaign(), museum, activity(organisers=(part(Role.LEAD, "区科技局", "区科协"),))
    ).figures == (
        HeadFigure("1", "活动", "#programme"),
        HeadFigure("1", "基地与资源", ""),
        HeadFigure("1", "开放期", ""),
        HeadFigure("2", "点名的单位", ""),
    )


def test_a_notice_without_activities_has_a_page_of_what_it_asks():
    asked = campaign(
        strands=(Strand("s1", "弘扬科学家精神", "内容"),),
        deadlines=(Deadline(date(2024, 6, 4), "总结"),),
        forms=(Form("f1", "备案表", ("项目名称",)),),
    )
    view = page(asked)

    assert (view.number, view.programme, view.groups) == (0, (), ())
    assert [figure.word for figure in view.figures] == ["内容板块", "报送期限", "表格"]
    assert view.head.title == "2024年渝北区科技活动周 5月25日—6月1日"


def test_what_goes_beyond_eight_is_folded():
    units = [f"单位{number}" for number in range(18)]
    (told,) = page(campaign(organisers=(part(Role.CO_ORGANISER, *units),))).organisers

    assert (told.role, told.number, len(told.shown), len(told.folded)) == ("联合主办", 18, 8, 10)


def test_a_unit_leads_to_its_page_if_it_stands_for_itself():
    bureau, towns = organisation(name="区科技局"), organisation(id="towns", name="各镇街", collective=True)
    (told,) = page(campaign(organisers=(part(Role.RESPONSIBLE, bureau, towns, "不知道的单位"),))).organisers

    assert told.shown == (
        Link("区科技局", "organisations.html#science-bureau"),
        Link("各镇街", ""),
        Link("不知道的单位", ""),
    )


def test_liaison_persons_are_not_shown():
    assert page(campaign(contacts=(contact(show=Show.INTERNAL),))).calls == ()


def test_a_campaign_names_those_above_and_below_it():
    day = campaign(id="day", name="科普日", district=CITY)
    part_of_it = campaign(parent=day)

    assert page(part_of_it, day).parent == Link("科普日", "campaigns/day.html")
    assert page(day, part_of_it).children == (Link("2024年渝北区科技活动周", "campaigns/2024-yubei.html"),)


def test_a_strand_counts_its_activities():
    strand = Strand("s1", "弘扬科学家精神", source="s1")
    view = page(campaign(strands=(strand,), notice=TEXT), activity(strand=strand), activity(id="other"))

    assert [(one.number, one.source) for one in view.strands] == [(1, "notices/2024-yubei.html#s1")]


def test_the_programme_lists_days_with_something():
    view = page(campaign(), activity(when=may(26)), activity(id="early", when=may(20)))

    assert [day.day for day in view.programme] == ["2024-05-20", "2024-05-26"]


def test_units_that_stand_for_many_are_no_number():
    towns = organisation(id="towns", name="各镇街", collective=True)
    held = campaign(organisers=(part(Role.RESPONSIBLE, "区科技局", towns, "有关单位"),))

    assert HeadFigure("1", "点名的单位", "#organisers") in page(held).figures


def test_a_campaign_without_a_notice_shows_no_card():
    assert page(campaign(notice=Notice())).notice is None


def test_what_comes_again_and_again_is_said_once():
    weekly = activity(title="观星", when=Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA"))
    moved = replace(weekly, id="moved", change=Change(Status.RESCHEDULED))

    view = page(campaign(), weekly, moved)

    assert ["".join(line.title) for line in view.again.shown] == ["观星"]
    assert {line.path for day in view.programme for line in day.starts} == {"activities/moved.html"}
