from datetime import date

from samples import WINDOW, activity, base, catalogue, contact, district, may, opening
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed
from scienceweek.views.pages.screen import ScreenBase, ScreenView, screen_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.paper_rows import PaperProgramme, paper_days

DAYS, PRIVACY = (date(2024, 5, 25), date(2024, 5, 26)), Privacy(date(2024, 5, 25))


def screen(*things: object) -> ScreenView:
    known = catalogue(district(), *things)
    days = paper_days(DAYS, known.activities, PRIVACY)
    return screen_page(district(), PaperProgramme(("活动周",), known.activities, days), known, PRIVACY)


def test_each_day_is_shown_in_pictures_that_can_be_read_then_what_has_no_day():
    view = screen(
        *(activity(id=f"a{number}", when=may(25)) for number in range(5)),
        activity(id="next", when=may(26)),
        activity(id="some-day", when=Unfixed("另行通知")),
    )

    assert [(one.day, one.part, len(one.rows)) for one in view.pictures] == [
        ("2024-05-25", "1/2", 3),
        ("2024-05-25", "2/2", 2),
        ("2024-05-26", "", 1),
        ("", "", 1),
    ]
    assert (view.head.path, view.coded) == ("districts/yubei.screen.html", ("districts/yubei.html",))


def test_what_has_no_day_is_told_as_long_as_it_may_still_be():
    month = Month(2024, 6)
    view = screen(
        activity(id="whole", when=DuringCampaign(WINDOW)),
        activity(id="some-day", when=Unfixed("另行通知")),
        activity(id="month", when=Months(month, month)),
    )

    assert [(one.until, len(one.rows)) for one in view.pictures] == [("2024-06-01", 2), ("2024-06-30", 1)]


def test_bases_are_told_three_at_a_time_with_what_is_known_of_them():
    doors = [base(id=f"b{number}", contacts=(contact(f"023-6000000{number}"),)) for number in range(4)]
    open_now = base(id="open", name="馆", openings=(opening(),))
    view = screen(*doors, open_now, base(id="bare", name="只有名字"))

    assert [len(one) for one in view.doors] == [3, 2]
    assert view.doors[1][1] == ScreenBase(("馆",), ("2024年5月25日—6月1日开放",), "")
