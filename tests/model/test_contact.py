import pytest

from scienceweek.model.contact import Phone


@pytest.mark.parametrize(
    ("phone", "tel"),
    [
        (Phone("023-67821101", mobile=False), "+862367821101"),
        (Phone("010-63581772", mobile=False), "+861063581772"),
        (Phone("13800000000", mobile=True), "+8613800000000"),
        (Phone("023-67821101转801", mobile=False), "+862367821101;ext=801"),
        (Phone("400-800-0000", mobile=False), "+864008000000"),
        (Phone("12345", mobile=False), "12345"),
    ],
)
def test_a_number_is_called_in_its_international_form(phone: Phone, tel: str):
    assert phone.tel == tel
