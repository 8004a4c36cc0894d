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
        (Phone("12345转2", mobile=False), "12345;ext=2"),
        (Phone("10101010", mobile=False), "10101010"),
        (Phone("023-12345", mobile=False), "+862312345"),
        (Phone("+852 2345 6789", mobile=False), "+85223456789"),
        (Phone("+853 6612 3456", mobile=True), "+85366123456"),
    ],
)
def test_a_number_is_called_in_its_international_form(phone: Phone, tel: str):
    assert phone.tel == tel
