from datetime import date

from samples import activity, base, campaign, contact, may, part, session, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.booking import Booking
from scienceweek.model.contact import Show
from scienceweek.model.place import Admission, Fee
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.paper_rows import PaperRow, lines_of, paper_days, paper_row, parted

PRIVACY = Privacy(date(2024, 5, 25))
MUSEUM = base(contacts=(contact("023-60000001"),))
FISH = activity(when=session(25), where=MUSEUM, base=MUSEUM, admission=Admission(Fee.FREE, Booking.NONE))
SHOW = activity(id="show", title="展览", when=may(25, 27), where=venue(), organisers=(part(),))


def days(*numbers: int):
    return [date(2024, 5, number) for number in numbers]


def test_a_row_says_when_what_where_and_whom_to_ring():
    assert paper_row(FISH, PRIVACY) == PaperRow(
        path="activities/fish.html",
        title=("我们曾经都是鱼",),
        sub="",
        when="5月25日 周六 9:30—11:00",
        hours="9:30—11:00",
        place=("重庆市", "气象", "科普馆"),
        host="",
        how="免费，不用预约",
        phone="023-60000001",
        tel="tel:+862360000001",
        whose="",
    )


def test_a_number_of_somebody_else_says_whose_it_is_and_one_that_is_not_public_is_not_told():
    asked = campaign(contacts=(contact("023-60000009"),))
    secret = base(contacts=(contact("13800000000", show=Show.INTERNAL),))

    told = paper_row(activity(campaign=asked, where=venue()), PRIVACY)
    kept = paper_row(activity(where=secret, base=secret), PRIVACY)

    assert (told.phone, told.whose) == ("023-60000009", "2024年渝北区科技活动周")
    assert (kept.phone, kept.whose) == ("", "")


def test_a_masked_number_can_be_rung_by_nobody_and_is_left_out():
    museum = base(contacts=(contact("13800000000"),))

    row = paper_row(activity(where=museum, base=museum), Privacy(date(2024, 5, 25), mask_mobiles=True))

    assert row.phone == ""


def test_each_day_has_what_begins_what_goes_on_and_what_was_to_be():
    off = activity(id="off", title="取消的", when=may(26), change=Change(Status.CANCELLED, "因雨"))

    first, second, third = paper_days(days(24, 25, 26, 27), (SHOW, FISH, off), PRIVACY)

    assert [(day.day, day.held) for day in (first, second, third)] == [
        ("2024-05-25", 2),
        ("2024-05-26", 1),
        ("2024-05-27", 1),
    ]
    assert [(row.title, row.hours) for row in first.starts] == [
        (("展览",), "到5月27日"),
        (("我们曾经都是鱼",), "9:30—11:00"),
    ]
    assert [row.title for row in second.still] == [("展览",)]
    (gone,) = second.gone
    assert (gone.title, gone.status, gone.reason, gone.how, gone.gone) == (
        ("取消的",),
        "取消",
        "因雨",
        "",
        True,
    )


def test_rows_are_parted_where_there_is_no_room_and_a_large_one_has_a_part_of_its_own():
    rows = [paper_row(activity(id=str(number), title="题" * number), PRIVACY) for number in (1, 2, 9, 1)]

    parts = parted(rows, 4, lambda row: len("".join(row.title)))

    assert [[len("".join(row.title)) for row in part] for part in parts] == [[1, 2], [9], [1]]


def test_signs_of_ascii_are_half_as_wide():
    assert [lines_of(text, 4) for text in ("", "四个汉字", "四个汉字1", "12345678")] == [0, 1, 2, 1]
