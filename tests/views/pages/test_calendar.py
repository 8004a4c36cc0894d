"""The front of the calendar between campaigns: what comes next, and the years."""

from datetime import date

from samples import activity, base, campaign, catalogue, may, opening
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, YearRound
from scienceweek.views.calendars import agenda
from scienceweek.views.pages.calendar import CalendarView, YearMonth, calendar_page

NOVEMBER = date(2024, 11, 27)


def front(*things: object, today: date = NOVEMBER) -> CalendarView:
    return calendar_page(agenda.agenda(catalogue(*things)), today)


def months(view: CalendarView) -> dict[str, list[tuple[int, str, str]]]:
    return {
        year.year: [(one.month, one.word, one.shape) for one in year.months if one.path]
        for year in view.years
    }


def test_a_month_has_what_takes_place_in_it_and_is_darker_the_more_that_is():
    over = Days(date(2024, 5, 31), date(2024, 6, 1))
    off = activity(id="off", change=Change(Status.CANCELLED))
    found = [activity(id=f"a{number}", when=may(25)) for number in range(4)]

    view = front(*found, off, activity(id="over", when=over))

    assert months(view) == {"2024": [(5, "5", "heat-2"), (6, "1", "heat-1")]}
    assert [len(year.months) for year in view.years] == [12]
    assert view.years[0].months[0] == YearMonth(1)


def test_the_latest_year_comes_first_and_one_without_anything_is_left_out():
    old = campaign(id="2021", when=Days(date(2021, 5, 22), date(2021, 5, 28)))

    assert list(months(front(activity(), activity(id="old", campaign=old, when=date_of(2021))))) == [
        "2024",
        "2021",
    ]


def date_of(year: int) -> Days:
    return Days(date(year, 5, 22), date(year, 5, 22))


def test_what_has_no_number_says_what_it_has():
    later = campaign(id="2025", when=Days(date(2025, 5, 24), date(2025, 5, 31)))
    view = front(
        base(openings=(opening(Days(date(2024, 7, 1), date(2024, 7, 2))),)),
        activity(id="march", when=Months(Month(2024, 3), Month(2024, 3))),
        activity(id="year", when=YearRound(2023)),
        activity(id="later", campaign=later, when=DuringCampaign(later.when)),
    )

    assert months(view)["2024"] == [
        (3, "没写哪天", "untold"),
        (5, "没写哪天", "untold"),
        (6, "没写哪天", "untold"),
        (7, "开放", "doors"),
    ]
    assert {word for _, word, _ in months(view)["2023"]} == {"全年"}
    assert [(one.word, one.is_next) for one in view.years[0].months if one.path] == [("待定", True)]


def test_what_comes_next_stands_above():
    view = front(activity(title="冬至观测", when=Days(date(2024, 12, 21), date(2024, 12, 21))))

    assert [("".join(line.title), line.day) for line in view.later] == [("冬至观测", "2024-12-21")]
    assert (view.day, view.said) == ("2024-11-27", "11月27日 周三")
