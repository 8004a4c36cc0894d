import pytest

from samples import activity, base, campaign, contact, organisation, part, venue
from scienceweek.model.booking import BookingPlan, Way, WayKind
from scienceweek.model.contact import Show
from scienceweek.model.enquiry import Enquiry, answering, enquiries, of_office
from scienceweek.model.organisation import Party, Role
from scienceweek.model.place import Admission

DESK = contact("023-60000001")
MUSEUM = base(contacts=(DESK,))
BUREAU = organisation(contacts=(DESK,), short_names=("区科技局",))


def test_own_contacts_then_base_then_place_then_who_answers_then_the_campaign():
    hall = venue(contacts=(contact("023-60000002"),))
    held = campaign(organisers=(part(Role.HOST, "区政府"),), contacts=(contact("023-60000003"),))
    shown = activity(
        contacts=(contact("023-60000009"),),
        base=MUSEUM,
        where=hall,
        organisers=(part(Role.LEAD, BUREAU),),
        campaign=held,
    )

    assert list(enquiries(shown)) == [
        Enquiry("重庆市气象科普馆", MUSEUM, shown.contacts),
        Enquiry("重庆市气象科普馆", MUSEUM, (DESK,)),
        Enquiry("市主会场", hall, hall.contacts),
        Enquiry("渝北区科技局", BUREAU, (DESK,)),
        Enquiry("区政府"),
        Enquiry("2024年渝北区科技活动周", held, held.contacts),
    ]


def test_what_a_part_has_from_its_whole_its_base_and_its_place_know_better():
    part_ = activity(base=MUSEUM, contacts=(contact("023-60000009"),), inherited=("contacts",))

    assert list(enquiries(part_)) == [
        Enquiry("重庆市气象科普馆", MUSEUM, (DESK,)),
        Enquiry("", None, part_.contacts),
    ]


@pytest.mark.parametrize("role", [Role.GUIDE, Role.MEDIA, Role.SPONSOR, Role.PARTICIPANT])
def test_who_guides_reports_pays_or_takes_part_is_never_asked(role: Role):
    assert list(answering((part(role, "某公司"),))) == []


def test_nobody_is_asked_who_stands_for_many():
    towns = organisation(id="towns", name="镇街", collective=True)
    parties = ("各成员单位", "全体会员", "有关单位", "市级有关部门", "区成员单位")

    assert list(answering((part(Role.LEAD, towns, *parties),))) == []
    assert not Party("各界科技馆联盟", BUREAU).many


def test_the_most_responsible_is_asked_first():
    parts = (part(Role.SUPPORT, "甲"), part(Role.CO_ORGANISER, "乙"), part(Role.RESPONSIBLE, "丙"))

    assert [one.name for one in answering(parts)] == ["丙", "乙", "甲"]


@pytest.mark.parametrize(
    ("show", "secret"),
    [(Show.INTERNAL, True), (Show.PUBLIC, False), (Show.OFFICE, False)],
)
def test_a_desk_is_secret_if_it_has_a_number_that_is_not_public(show: Show, *, secret: bool):
    assert Enquiry("馆", contacts=(contact("023-60000001", show=show),)).secret is secret


def test_a_contact_without_a_number_keeps_none_secret():
    assert not Enquiry("馆", contacts=(contact(phones=(), show=Show.INTERNAL),)).secret


def test_a_unit_is_called_where_its_campaign_says():
    line = contact("023-60000003", post="区科技局科普科")
    plain = organisation(short_names=("区科技局",))

    assert of_office(plain, (campaign(contacts=(contact(post="区科协"), line)),)) == (line,)
    assert of_office(BUREAU, (campaign(contacts=(line,)),)) == (DESK,)
    assert of_office(plain, (campaign(),)) == ()


def test_where_the_place_has_no_number_one_asks_where_one_books():
    plan = BookingPlan((Way(WayKind.PHONE, contact=DESK),))
    booked = activity(admission=Admission(plan=plan), organisers=(part(Role.HOST, "区政府"),))

    assert list(enquiries(booked)) == [Enquiry("", None, (DESK,)), Enquiry("区政府")]
