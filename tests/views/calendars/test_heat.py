from datetime import date

from samples import activity, base, campaign, catalogue, district, may, opening
from scienceweek.model.activity import Change, Status
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.heat import MOST, HeatCell, HeatColumn, heat

TODAY = date(2024, 5, 25)
YUBEI = district()
BEIBEI = district(id="beibei", name="北碚区", short="北碚", code="500109")


def grid(*things, of=(YUBEI, BEIBEI)):
    return heat(of, agenda(catalogue(*things)), TODAY)


def test_districts_stand_by_their_reading_and_days_from_today_on():
    made = grid(activity(when=may(26)))

    assert made.tables[0].columns == (
        HeatColumn("beibei", "北碚", "districts/beibei.html"),
        HeatColumn("yubei", "渝北", "districts/yubei.html"),
    )
    assert [row.number for row in made.tables[0].rows] == ["25", "26", "27", "28", "29", "30", "31", "1"]


def test_a_cell_leads_to_that_day_of_that_district_and_its_row_sums_all():
    made = grid(activity(), activity(id="birds"), activity(id="stars", district=BEIBEI))
    (row, *_) = made.tables[0].rows

    assert row.cells == (
        HeatCell("北碚", "calendar/2024-05-25.html#in-beibei", 1, 1, is_open=False),
        HeatCell("渝北", "calendar/2024-05-25.html#in-yubei", 2, 2, is_open=False),
    )
    assert row.sum == 3


def test_what_is_off_is_not_counted_and_an_open_base_is_a_line():
    museum = base(openings=(opening(may(25)),))
    made = grid(activity(change=Change(Status.CANCELLED)), museum)

    assert made.tables[0].rows[0].cells[1] == HeatCell("渝北", "", 0, 0, is_open=True)
    assert made.doors


def test_the_days_end_with_what_is_known():
    week = campaign(when=may(24, 26))

    assert [row.day for row in grid(activity(campaign=week)).tables[0].rows] == ["2024-05-25", "2024-05-26"]


def test_the_steps_grow_with_the_busiest_district():
    few, many = grid(activity()), grid(*(activity(id=f"a{number}") for number in range(50)))

    assert few.key == ("1", "2", "3—4", "5—6", "7场以上")
    assert many.key == ("1—2", "3—5", "6—10", "11—23", "24场以上")
    assert many.tables[0].rows[0].cells[1].step == 5


def test_more_districts_than_fit_stand_in_a_second_table_with_the_same_days():
    crowd = [
        district(id=f"d{number:02}", name=f"第{number:02}区", short=f"区{number}") for number in range(50)
    ]
    made = grid(activity(), of=crowd)

    assert [len(table.columns) for table in made.tables] == [MOST, 5]
    assert [row.day for row in made.tables[0].rows] == [row.day for row in made.tables[1].rows]
    assert (made.number, made.few) == (50, False)
