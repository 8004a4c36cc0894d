from datetime import date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.formats import content_lines

WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(WRITTEN)
def test_lines_are_those_of_a_writer_that_is_not_ours(value: str):
    said = content_lines.text(value)

    assert (
        content_lines.line("SUMMARY", said)
        == icalendar.parser.Contentline(f"SUMMARY:{said}").to_ical() + b"\r\n"
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("甲,乙;丙\\丁", "甲\\,乙\\;丙\\\\丁"),
        ("一\n二", "一\\n二"),
        ("a\r\x07\x7fb", "ab"),
        ("a\\nb", "a\\\\nb"),
    ],
)
def test_text_is_escaped_and_has_no_control_characters(value: str, said: str):
    assert content_lines.text(value) == said


def test_no_line_ends_between_a_backslash_and_what_it_escapes():
    said = content_lines.text("x" * 65 + ",," * 9)

    assert [piece.endswith(b"\\") for piece in content_lines.line("SUMMARY", said).split(b"\r\n ")] == [
        False,
        False,
    ]


def test_days_and_moments_are_those_of_a_writer_that_is_not_ours():
    day, moment = date(2024, 5, 5), datetime(2024, 5, 5, 9, 3, 7)  # noqa: DTZ001 - a clock on a wall

    assert content_lines.day(day) == icalendar.vDate(day).to_ical().decode()
    assert content_lines.moment(moment) == icalendar.vDatetime(moment).to_ical().decode()
