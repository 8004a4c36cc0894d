from datetime import date

from samples import activity, base, campaign, contact, organisation, part, venue
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.enquiries import EnquiryDesk, base_desk, desk

PRIVACY = Privacy(date(2024, 5, 25))
CALL = Call("", "023-60000001", "tel:+862360000001")
MUSEUM = base(contacts=(contact("023-60000001"),))


def test_its_own_number_comes_first():
    own = contact("023-60000009")

    assert desk(activity(contacts=(own,), base=MUSEUM), PRIVACY) == EnquiryDesk(
        "重庆市气象科普馆", "bases/museum.html", (Call("", "023-60000009", "tel:+862360000009"),)
    )


def test_without_a_number_of_its_own_the_base_is_asked_then_the_place():
    answer = EnquiryDesk("重庆市气象科普馆", "bases/museum.html", (CALL,))

    assert desk(activity(base=MUSEUM), PRIVACY) == answer
    assert desk(activity(base=base(id="farm"), where=MUSEUM), PRIVACY) == answer
    hall = venue(contacts=(contact("023-60000001"),))
    assert desk(activity(where=hall), PRIVACY) == EnquiryDesk("市主会场", "venues/hall.html", (CALL,))


def test_who_is_responsible_is_asked_before_who_supports():
    bureau = organisation(contacts=(contact("023-60000001"),))
    school = organisation(id="school", name="小学", contacts=(contact("023-60000002"),))
    parts = (part(Role.SUPPORT, school), part(Role.RESPONSIBLE, bureau))

    assert desk(activity(organisers=parts), PRIVACY) == EnquiryDesk(
        "渝北区科技局", "organisations/science-bureau.html", (CALL,)
    )


def test_without_any_number_the_one_who_answers_is_named():
    assert desk(activity(organisers=(part(Role.LEAD, "区科技局"),)), PRIVACY) == EnquiryDesk(
        "区科技局", "", ()
    )
    assert desk(activity(), PRIVACY) == EnquiryDesk("", "", ())


def test_nobody_is_told_to_ask_many_or_a_sponsor():
    towns = organisation(id="towns", name="各镇街", collective=True)
    parts = (part(Role.LEAD, towns, "各成员单位"), part(Role.SPONSOR, "某公司"))

    assert desk(activity(organisers=parts), PRIVACY) == EnquiryDesk("", "", ())


def test_a_number_that_is_not_for_the_public_is_said_to_be_withheld():
    quiet = base(contacts=(contact(show=Show.INTERNAL),))

    assert desk(activity(base=quiet), PRIVACY) == EnquiryDesk(
        "重庆市气象科普馆", "bases/museum.html", (), withheld=True
    )


def test_who_holds_the_campaign_is_asked_last():
    bureau = organisation(contacts=(contact("023-60000001"),))
    held = campaign(organisers=(part(Role.HOST, bureau),))

    assert desk(activity(campaign=held), PRIVACY) == EnquiryDesk(
        "渝北区科技局", "organisations/science-bureau.html", (CALL,)
    )


def test_who_keeps_the_campaign_answers_where_nobody_else_does_as_an_office():
    keeper = contact(
        "023-60000003", "13800000000", name="李工", post="区科技局", show=Show.OFFICE, email="a@example.org"
    )

    assert desk(
        activity(campaign=campaign(contacts=(keeper,)), organisers=(part(),)), PRIVACY
    ) == EnquiryDesk(
        "2024年渝北区科技活动周",
        "campaigns/2024-yubei.html",
        (Call("区科技局", "023-60000003", "tel:+862360000003"),),
    )


def test_a_number_is_better_than_an_address():
    written = contact(phones=(), email="a@example.org")
    bureau = organisation(contacts=(contact("023-60000001"),))
    mailed = activity(contacts=(written,), organisers=(part(Role.LEAD, bureau),))

    assert desk(mailed, PRIVACY).calls == (CALL,)
    assert desk(activity(contacts=(written,)), PRIVACY).calls == (
        Call("", "a@example.org", "mailto:a@example.org"),
    )


def test_no_number_is_withheld_where_none_was_given():
    assert not desk(
        activity(contacts=(contact(phones=(), name="李工", show=Show.INTERNAL),)), PRIVACY
    ).withheld


def test_of_a_base_without_a_number_those_are_asked_whose_notice_names_it_by_their_full_name():
    office = organisation(short_names=("区科技局",))
    named = part(Role.DRAFTER, office)
    answer = EnquiryDesk("渝北区科技局", "organisations/science-bureau.html", ())
    assert base_desk(base(campaign=campaign(organisers=(named,))), PRIVACY) == answer
    reached = campaign(organisers=(named,), contacts=(contact("023-60000001"),))
    assert base_desk(base(campaign=reached), PRIVACY) == EnquiryDesk(
        reached.name, "campaigns/2024-yubei.html", (CALL,)
    )
    assert base_desk(base(), PRIVACY) is None
