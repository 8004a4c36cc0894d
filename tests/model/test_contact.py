from dataclasses import replace

import pytest

from scienceweek.model.contact import Contact, Phone, Show


@pytest.mark.parametrize(
    ("phone", "tel"),
    [
        (Phone("023-67821101", mobile=False), "+862367821101"),
        (Phone("010-63581772", mobile=False), "+861063581772"),
        (Phone("13800000000", mobile=True), "+8613800000000"),
        (Phone("023-67821101转801", mobile=False), "+862367821101;ext=801"),
        (Phone("400-800-0000", mobile=False), "+864008000000"),
        (Phone("12345", mobile=False), "12345"),
        (Phone("12345转2", mobile=False), "12345;ext=2"),
        (Phone("10101010", mobile=False), "10101010"),
        (Phone("023-12345", mobile=False), "+862312345"),
        (Phone("+852 2345 6789", mobile=False), "+85223456789"),
        (Phone("+853 6612 3456", mobile=True), "+85366123456"),
    ],
)
def test_a_number_is_called_in_its_international_form(phone: Phone, tel: str):
    assert phone.tel == tel


OFFICE = Contact(
    "李工",
    (Phone("023-60000001", mobile=False), Phone("13800000000", mobile=True)),
    "a@example.org",
    "区科技局",
    Show.OFFICE,
)


def test_of_an_office_the_landline_is_open_and_the_person_is_secret():
    assert OFFICE.open == replace(OFFICE, name="", phones=OFFICE.phones[:1], email="")
    assert OFFICE.secret == replace(OFFICE, phones=OFFICE.phones[1:])


@pytest.mark.parametrize("show", [Show.PUBLIC, Show.CAMPAIGN])
def test_what_is_public_has_nothing_secret(show: Show):
    shown = replace(OFFICE, show=show)

    assert (shown.open, shown.secret) == (shown, None)


def test_what_is_internal_has_nothing_open():
    kept = replace(OFFICE, show=Show.INTERNAL)

    assert (kept.open, kept.secret) == (None, kept)
