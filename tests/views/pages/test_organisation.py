from datetime import date

from samples import FIRST, activity, campaign, catalogue, contact, organisation, part
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import Days
from scienceweek.views.pages.organisation import organisation_page as page
from scienceweek.views.pages.organisation import organisations
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import Link

TODAY = Privacy(today=FIRST)
BUREAU = organisation(short_names=("区科技局",))
HOME = "districts/yubei.html"


def test_duties_are_by_campaign_and_role_latest_first():
    old = campaign(id="old", name="2021年", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
    known = catalogue(
        BUREAU,
        activity(id="a", campaign=old, organisers=(part(Role.HOST, BUREAU),)),
        activity(id="b", organisers=(part(Role.RESPONSIBLE, "区科协", BUREAU), part(Role.SUPPORT, BUREAU))),
        activity(id="c", organisers=(part(Role.RESPONSIBLE, BUREAU),)),
        activity(id="d", organisers=(part(Role.RESPONSIBLE, "区科协"),)),
    )

    assert [
        (term.campaign.word, [(duty.role, duty.number) for duty in term.duties])
        for term in page(BUREAU, known, HOME, TODAY).terms
    ] == [("2024年渝北区科技活动周", [("协办单位", 1), ("责任单位", 2)]), ("2021年", [("主办单位", 1)])]


def test_a_unit_of_the_whole_campaign_is_named_as_such():
    known = catalogue(BUREAU, campaign(organisers=(part(Role.ISSUER, BUREAU),)))
    (term,) = page(BUREAU, known, HOME, TODAY).terms

    assert (term.roles, term.duties) == (("发文单位",), ())


def test_a_campaign_in_which_it_has_no_part_is_left_out():
    assert page(BUREAU, catalogue(BUREAU, activity()), HOME, TODAY).terms == ()


def test_only_public_contacts_are_shown():
    bureau = organisation(contacts=(contact("023-1"), contact("023-2", show=Show.INTERNAL)))

    assert [call.number for call in page(bureau, catalogue(bureau), HOME, TODAY).calls] == ["023-1"]


def test_its_district_is_a_link_if_it_has_a_page():
    known = catalogue(BUREAU)

    assert page(BUREAU, known, HOME, TODAY).district == Link("渝北区", "districts/yubei.html")
    assert page(BUREAU, known, "", TODAY).district == Link("渝北区", "")


def test_one_that_stands_for_many_has_no_page():
    towns = organisation(id="towns", collective=True)

    assert organisations(catalogue(BUREAU, towns)) == (BUREAU,)
