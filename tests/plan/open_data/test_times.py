from datetime import date, time

import pytest

from samples import MORNING, NOTED, SATURDAYS, SINCE, UNTIL, WINDOW, may, session
from scienceweek.formats.open_data.json_data import json_record
from scienceweek.model.schedule import DuringCampaign, Month, Months, Schedule, Session, Unfixed, YearRound
from scienceweek.plan.open_data.times import FIELDS, edtf, times


def told(when: Schedule) -> dict[str, object]:
    return json_record(FIELDS, times((when,))[0])


def test_an_hour_has_a_day_and_its_note():
    assert told(NOTED) == {
        "precision": "session",
        "name": "2024年5月25日 周六 9:30—11:00（雨天顺延至6月1日）",
        "startDate": "2024-05-25",
        "endDate": "2024-05-25",
        "startTime": "09:30",
        "endTime": "11:00",
        "edtf": "2024-05-25T09:30:00/2024-05-25T11:00:00",
        "note": "雨天顺延至6月1日",
    }


def test_what_comes_again_has_its_rule_and_the_days_on_which_it_happens():
    found = told(SATURDAYS)

    assert (found["startDate"], found["endDate"]) == ("2024-05-18", "2024-06-01")
    assert (found["repeatRule"], found["edtf"]) == ("FREQ=WEEKLY;BYDAY=SA", "2024-05-15/2024-06-05")


def test_of_what_is_open_at_one_end_the_other_is_not_made_up():
    assert [("startDate" in found, "endDate" in found) for found in (told(SINCE), told(UNTIL))] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    "when",
    [Months(Month(2024, 4), Month(2024, 5)), DuringCampaign(WINDOW), YearRound(2024), Unfixed("时间未定")],
)
def test_what_has_no_day_has_none_here(when: Schedule):
    assert {"startDate", "endDate", "startTime"} & told(when).keys() == set()


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (may(25), "2024-05-25"),
        (may(25, 27), "2024-05-25/2024-05-27"),
        (MORNING, "2024-05-25"),
        (SINCE, "2024-05-25/.."),
        (UNTIL, "../2024-05-31"),
        (session(end=""), "2024-05-25T09:30:00"),
        (Session(date(2024, 5, 25), time(22), time(2)), "2024-05-25T22:00:00/2024-05-26T02:00:00"),
        (Months(Month(2024, 5), Month(2024, 5)), "2024-05"),
        (Months(Month(2021, 4), Month(2021, 5)), "2021-04/2021-05"),
        (YearRound(2022), "2022"),
        (DuringCampaign(WINDOW), ""),
        (Unfixed("时间未定"), ""),
    ],
)
def test_each_shape_is_written_as_the_standard_has_it(when: Schedule, written: str):
    assert edtf(when) == written
