from datetime import date

from samples import activity, base, campaign, catalogue, may, opening, session, site, venue
from scienceweek.model.activity import Change, Status
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.day_picture import PictureRow, PictureSpot, day_picture, pictured
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words.day_sentence import DaySentence

DAY = date(2024, 5, 25)
SENTENCE = DaySentence("5月25日", ("渝北有3场", "2场在创客港"), ("都要先打电话",))


def of(*things):
    return day_picture(DAY, agenda(catalogue(campaign(), *things)), SENTENCE, Privacy(DAY), site())


def test_a_day_is_told_by_place_with_its_hours_and_how_long_things_last():
    hall = venue(name="创客港")
    shown = of(
        activity(id="a", where=hall, when=may(25, 27)),
        activity(id="b", where=hall, when=session(25)),
        activity(id="c"),
    )

    assert (shown.number, shown.month, shown.week, shown.seal) == ("25", "2024年5月", "周六", "渝北")
    assert shown.sentence == ("渝北有3场，", "2场在创客港；", "都要先打电话。")
    title = ("我们曾经都是鱼",)
    assert shown.spots == (
        PictureSpot("创客港", (PictureRow(title, "9:30—11:00"), PictureRow(title, "到27日"))),
        PictureSpot("", (PictureRow(title, "只这一天"),)),
    )


def test_what_is_off_says_what_became_of_it_and_open_bases_are_named():
    off = activity(id="off", change=Change(Status.CANCELLED, "暴雨"))
    shown = of(activity(), off, base(openings=(opening(may(25)),)))

    assert [row.note for row in shown.off] == ["取消"]
    assert shown.doors == ("重庆市气象科普馆",)


def test_a_day_with_nothing_on_has_no_picture():
    assert of(activity(when=may(26))) is None


def test_the_days_to_come_that_have_a_picture_are_those_on_which_something_is_on():
    off = activity(id="off", when=may(28), change=Change(Status.CANCELLED, "暴雨"))
    known = agenda(catalogue(campaign(), activity(when=may(24, 26)), off))

    assert pictured(known, DAY, 2024) == (
        ("2024-05-25", "pictures/days/2024-05-25.png"),
        ("2024-05-26", "pictures/days/2024-05-26.png"),
    )
    assert pictured(known, DAY, 2025) == ()
