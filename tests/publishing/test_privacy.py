import pytest

from scienceweek.publishing.privacy import Private

NUMBER = "023-60009999"


@pytest.mark.parametrize(
    "text",
    [
        "023-60009999",
        "02360009999",
        "023 6000 9999",
        "tel:+862360009999",
        "电话023-60009999转8",
        "+86-23-60009999",
    ],
)
def test_a_number_is_found_however_it_is_written(text):
    assert list(Private.of([NUMBER]).within(text.encode())) == [NUMBER]


@pytest.mark.parametrize("text", ["023-60009998", "1023-60009999", "2024-05-25 09:30", "60009"])
def test_other_numbers_are_not_it(text):
    assert list(Private.of([NUMBER]).within(text.encode())) == []


def test_a_mobile_is_found_between_others():
    private = Private.of(["13800000000"])

    assert list(private.within(b"023-86715025 13800000000")) == ["13800000000"]


def test_an_address_is_found_in_any_case():
    private = Private.of(["Li@kepu.cn"])

    assert list(private.within(b"mailto:li@KEPU.cn.")) == ["Li@kepu.cn"]
    assert list(private.within(b"wli@kepu.cn")) == []


def test_a_short_number_is_everybodys():
    assert not Private.of(["12345"])
