"""Holidays of China as the State Council arranged them."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from processes import unmeasured

from scienceweek.views.words.holidays import holiday

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"


def week(first: date, days: int) -> list[str]:
    return [holiday(first + timedelta(days=number)) for number in range(days)]


def test_the_first_of_may_2024_brings_days_off_that_weekends_pay_for():
    assert week(date(2024, 4, 28), 8) == ["补班", "", "", "劳动节", "放假", "放假", "", ""]
    assert holiday(date(2024, 5, 11)) == "补班"


def test_a_holiday_has_its_short_name():
    assert [holiday(day) for day in (date(2024, 6, 10), date(2025, 1, 28), date(2018, 2, 19))] == [
        "端午节",
        "除夕",
        "春节",
    ]


def test_two_holidays_on_one_day_are_both_named():
    assert holiday(date(2020, 10, 1)) == "中秋节、国庆节"


def test_a_working_day_of_the_year_before_belongs_to_the_year_it_lies_in():
    assert holiday(date(2011, 12, 31)) == "补班"


def test_nothing_is_said_of_a_year_that_is_not_arranged():
    assert {holiday(date(2049, 1, 1) + timedelta(days=number)) for number in range(365)} == {""}


def test_an_ordinary_day_has_no_word():
    assert holiday(date(2024, 5, 25)) == ""


def test_what_is_known_of_a_year_is_kept_for_the_next_process_which_needs_no_library():
    told = "import sys; from datetime import date; from scienceweek.views.words.holidays import holiday; "
    told += "print([holiday(date(2024, 4, day)) for day in (28, 29)], [holiday(date(2024, 5, 1))], 'holidays' in sys.modules)"
    environment = {**unmeasured(), "PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1"}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", told], env=environment, capture_output=True, check=True, encoding="utf-8"
        ).stdout
        for _ in range(2)
    )

    assert first.startswith("['补班', ''] ['劳动节']")
    assert second == "['补班', ''] ['劳动节'] False\n"
