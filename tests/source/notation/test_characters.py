import pytest
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.source.notation.characters import normalise

DASHES = [
    chr(code) for code in (0x2D, 0x7E, *range(0x2010, 0x2016), 0x2212, 0x2500, 0x301C, 0x30FC, 0xFF0D, 0xFF5E)
]


@pytest.mark.parametrize("dash", DASHES)
def test_every_dash_and_wave_is_a_hyphen(dash):
    assert normalise(f"22日{dash}28日") == "22日-28日"


@pytest.mark.parametrize("colon", [":", "：", "\u2236", "\ufe55", "\ufe30"])
def test_every_colon_is_a_colon(colon):
    assert normalise(f"9{colon}30") == "9:30"


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\u00a0", "\u2003", "\u3000", "\u202f", "  \r\n "])
def test_every_space_is_one_space(space):
    assert normalise(f"{space}5月{space}8日{space}") == "5月 8日"


def test_brackets_of_every_kind_are_round():
    assert normalise("（周一）〔周一〕【周一】\ufe59周一\ufe5a(周一)") == "(周一)" * 5


def test_full_width_letters_and_digits_are_plain():
    assert normalise("\uff12\uff10\uff12\uff14－\uff10\uff15－\uff38\uff38；，／\uff0e") == "2024-05-XX;,/."


def test_the_radicals_of_pdf_files_are_characters():
    assert normalise("5\u2f4926\u2f47") == "5月26日"


def test_what_has_no_width_is_gone():
    assert normalise("\ufeff5.\u200b2\u00ad5\u2060") == "5.25"


def test_two_dashes_are_as_good_as_one():
    assert normalise("5.25——27") == "5.25-27"


def test_a_raised_footnote_is_no_digit_of_a_date():
    assert normalise("5.2\u00b2") == "5.2\u00b2"


@given(st.text())
def test_what_is_normal_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)
