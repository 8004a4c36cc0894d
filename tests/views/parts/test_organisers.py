from samples import activity, base, organisation, part
from scienceweek.model.organisation import Role
from scienceweek.views.parts.organisers import host, organisers
from scienceweek.views.parts.ticket import Link


def test_whose_it_is_is_its_base_else_the_one_unit_that_answers():
    bureau = organisation()

    assert host(activity(base=base())) == Link("重庆市气象科普馆", "bases/museum.html")
    assert host(activity(organisers=(part(Role.HOST, bureau),))) == Link(
        "渝北区科技局", "organisations/science-bureau.html"
    )
    assert host(activity(organisers=(part(Role.HOST, "区科技局", "区科协"),))) == Link("区科技局、区科协")


def test_of_a_role_so_many_are_shown_and_the_others_folded():
    many = part(Role.SUPPORT, *(f"第{number}小学" for number in range(8)))
    made = organisers((many,), 6)[0]

    assert (made.role, made.number, len(made.shown), made.folded) == (
        "协办单位",
        8,
        6,
        (Link("第6小学"), Link("第7小学")),
    )


def test_a_collective_has_no_page_to_link_to():
    towns = organisation(id="towns", name="各镇街", collective=True)

    assert organisers((part(Role.LEAD, towns),), 6)[0].shown == (Link("各镇街"),)
