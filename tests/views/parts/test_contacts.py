from dataclasses import replace
from datetime import date

import pytest

from samples import campaign, contact
from scienceweek.model.contact import AsOf, Show
from scienceweek.views.parts.contacts import Call, NumberAge, Privacy, age, shown

DURING, AFTER = Privacy(date(2024, 6, 1)), Privacy(date(2024, 6, 2))


def test_a_public_number_is_always_shown():
    assert shown((contact("023-60000001", name="王"),), campaign(), AFTER) == (
        Call("王", "023-60000001", "tel:+862360000001"),
    )


def test_a_number_for_the_campaign_is_shown_until_its_last_day():
    desk = (contact("023-60000001", show=Show.CAMPAIGN),)

    assert shown(desk, campaign(), DURING) == (Call("", "023-60000001", "tel:+862360000001"),)
    assert shown(desk, campaign(), AFTER) == ()


def test_a_number_for_the_campaign_is_shown_for_no_other_reason():
    assert shown((contact(show=Show.CAMPAIGN),), None, DURING) == ()


def test_an_internal_contact_is_never_shown_nor_is_its_address():
    assert shown((contact(show=Show.INTERNAL, email="a@example.org"),), campaign(), DURING) == ()


def test_each_number_of_a_contact_is_a_call_of_its_own_and_so_is_its_address():
    assert shown((contact("023-60000001", "13800000000", email="a@example.org"),), None, DURING) == (
        Call("", "023-60000001", "tel:+862360000001"),
        Call("", "13800000000", "tel:+8613800000000", mobile=True),
        Call("", "a@example.org", "mailto:a@example.org"),
    )


def test_a_masked_mobile_cannot_be_called_and_a_landline_is_not_masked():
    masked = Privacy(date(2024, 5, 25), mask_mobiles=True)

    assert shown((contact("17700009721", "023-60000001"),), campaign(), masked) == (
        Call("", "177****9721", "", mobile=True),
        Call("", "023-60000001", "tel:+862360000001"),
    )


def test_mobiles_are_taken_away_so_many_days_after_the_campaign():
    desk = (contact("17700009721"),)

    assert shown(desk, campaign(), Privacy(date(2024, 7, 1), hide_after=30)) == (
        Call("", "17700009721", "tel:+8617700009721", mobile=True),
    )
    assert shown(desk, campaign(), Privacy(date(2024, 7, 2), hide_after=30)) == ()


@pytest.mark.parametrize(
    ("name", "post", "who"),
    [
        ("张三", "区科技局", "区科技局 张三"),
        ("", "区科技局", "区科技局"),
        ("张三", "", "张三"),
        ("区科技局科普科", "区科技局", "区科技局科普科"),
    ],
)
def test_a_contact_is_named_with_its_post(name: str, post: str, who: str):
    one = contact("023-60000001", name=name, post=post, email="kepu@example.cn")

    assert {call.who for call in shown((one,), None, DURING)} == {who}


def test_of_an_office_the_landline_is_shown_without_the_person():
    office = contact(
        "023-60000001", "13800000000", name="李工", post="区科技局", show=Show.OFFICE, email="a@example.org"
    )

    assert shown((office, replace(office, name="王工")), None, AFTER) == (
        Call("区科技局", "023-60000001", "tel:+862360000001"),
    )


def test_numbers_are_as_old_as_the_oldest():
    calls = shown(
        (
            contact("023-60000001", told=AsOf(date(2024, 5, 17))),
            contact("023-60000002", told=AsOf(date(2025, 3, 1), verified=True)),
            contact("023-60000003"),
        ),
        None,
        AFTER,
    )

    assert age(calls) == NumberAge("2024-05-17", "号码见2024年5月17日的通知")
    assert age(calls[1:]) == NumberAge("2025-03-01", "号码2025年3月1日核实过")
    assert age(calls[2:]) is None


def test_an_address_is_written_to():
    (call,) = shown((contact(phones=(), email="a@example.org"),), None, AFTER)

    assert call.is_mail
    assert not Call("", "023-60000001", "tel:+862360000001").is_mail
