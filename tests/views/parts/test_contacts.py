from datetime import date

import pytest

from samples import campaign, contact
from scienceweek.model.contact import Show
from scienceweek.views.parts.contacts import Call, Privacy, shown

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
