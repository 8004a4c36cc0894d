from datetime import UTC, datetime

import pytest

from samples import activity
from scienceweek.model.activity import Activity, Revision
from scienceweek.model.correction import Correction
from scienceweek.views.parts.corrections import CorrectionNote, correction_notes, latest_correction, sentences

MONDAY, NIGHT = datetime(2024, 5, 20, 1, tzinfo=UTC), datetime(2024, 5, 20, 17, tzinfo=UTC)
LATER = datetime(2025, 1, 2, tzinfo=UTC)


def put_right(*corrections: Correction) -> Activity:
    return activity(revision=Revision(1, MONDAY, ("fish",), corrections))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("区图书馆", "文化馆", "地点由区图书馆改为文化馆"),
        ("", "文化馆", "地点原来没有写，现在是文化馆"),
        ("区图书馆", "", "地点不再写明，原来是区图书馆"),
        ("", "", "地点有变化"),
    ],
)
def test_what_was_put_right_is_a_sentence(before: str, after: str, told: str):
    assert sentences([Correction(MONDAY, "地点", before, after)]) == (told,)


def test_there_is_a_note_for_each_day_in_china_the_latest_first():
    found = put_right(
        Correction(MONDAY, "名称", "一", "二"),
        Correction(MONDAY, "电话"),
        Correction(NIGHT, "电话"),
        Correction(LATER, "名称", "二", "三"),
    )

    assert correction_notes(found) == (
        CorrectionNote("2025-01-02", "2025年1月2日", ("名称由二改为三",)),
        CorrectionNote("2024-05-21", "5月21日", ("电话有变化",)),
        CorrectionNote("2024-05-20", "5月20日", ("名称由一改为二", "电话有变化")),
    )
    assert latest_correction(found) == "2025年1月2日更正：名称由二改为三"


def test_what_is_as_it_was_has_none():
    assert (correction_notes(activity()), latest_correction(activity())) == ((), "")
