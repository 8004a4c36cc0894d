from samples import activity, campaign, catalogue, contact, district, organisation, part
from scienceweek.model.organisation import Role
from scienceweek.views.pages.organisations import NamedOnly, OrganisationRow, organisations_page
from scienceweek.views.parts.ticket import Link

BUREAU = organisation(name="渝北区科技局")
TOWNS = organisation(id="towns", name="各镇街", collective=True)


def test_those_with_most_activities_come_first_and_who_stands_for_many_is_none():
    other = organisation(id="other", name="渝北区科协", contacts=(contact("023-60000001"),))
    busy = organisation(id="busy", name="渝北区教委")
    known = catalogue(
        other, TOWNS, BUREAU, busy, activity(id="a", organisers=(part(Role.HOST, busy),)),
        activity(id="b", organisers=(part(Role.HOST, busy, BUREAU, TOWNS),)),
    )  # fmt: skip
    (yubei,) = organisations_page(known).districts

    assert (yubei.name, yubei.path, yubei.number) == ("渝北区", "districts/yubei.html", 3)
    assert yubei.rows == (
        OrganisationRow("渝北区教委", "organisations/busy.html", 2),
        OrganisationRow("渝北区科技局", "organisations/science-bureau.html", 1),
        OrganisationRow("渝北区科协", "organisations/other.html", 0),
    )
    assert yubei.others == ()


def test_those_without_a_page_are_told_together_by_what_they_are_in_a_campaign():
    second, third = (organisation(id=id, name=id) for id in ("second", "third"))
    week = campaign(organisers=(part(Role.ISSUER, BUREAU), part(Role.HOST, BUREAU, second, TOWNS)))
    (yubei,) = organisations_page(catalogue(BUREAU, second, third, TOWNS, week)).districts
    link = Link(week.name, "campaigns/2024-yubei.html")

    assert yubei.rows == ()
    assert yubei.others == (
        NamedOnly(((link, "发文单位、主办单位"),), (("science-bureau", "渝北区科技局"),)),
        NamedOnly(((link, "主办单位"),), (("second", "second"),)),
        NamedOnly((), (("third", "third"),)),
    )


def test_a_district_without_units_is_left_out():
    far = district(id="far", name="远方区")

    assert [one.name for one in organisations_page(catalogue(BUREAU, far)).districts] == ["渝北区"]
