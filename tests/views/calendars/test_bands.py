"""What lies on no day."""

from datetime import date

from samples import WINDOW, activity, campaign, district
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Schedule, Unfixed, YearRound
from scienceweek.views.calendars.agenda import Undated
from scienceweek.views.calendars.bands import Folded, MonthBand, bands, folded, gathered, wholes, word

MAY = Months(Month(2024, 5), Month(2024, 5))
SPRING = Months(Month(2024, 4), Month(2024, 5))
DURING = DuringCampaign(WINDOW)


def undated(when: Schedule, id: str = "fish", **changes: object) -> Undated:
    return Undated(activity(id=id, when=when, **changes), when)


def words(found: tuple[MonthBand, ...]) -> list[tuple[str, str, str]]:
    return [(band.shape, band.when, band.word) for band in found]


def test_months_come_first_then_campaigns_then_years():
    found = bands([undated(YearRound(2024)), undated(DURING), undated(MAY), undated(SPRING)])

    assert words(found) == [
        ("month", "4月—5月内", "日期待定"),
        ("month", "5月内", "日期待定"),
        ("whole", "整周", "5.25—6.1"),
        ("year", "全年", "2024年"),
    ]


def test_campaigns_have_a_band_each():
    other = campaign(id="2024-nanan", district=district(id="nanan", name="南岸区"))

    assert [band.by for band in bands([undated(MAY), undated(MAY, campaign=other)])] == ["南岸区", "渝北区"]


def test_what_is_not_fixed_is_no_band():
    assert bands([undated(Unfixed("待定"))]) == ()


def test_four_are_named_and_of_five_three():
    four, five = ([undated(MAY, f"a{number}") for number in range(most)] for most in (4, 5))

    assert [(len(band.shown), len(band.more)) for band in bands(four)] == [(4, 0)]
    assert [(len(band.shown), len(band.more)) for band in bands(five)] == [(3, 2)]


def test_the_list_of_a_campaign_ends_at_some_length_and_says_how_many_more():
    (whole,) = wholes([undated(DURING, f"a{number}") for number in range(100)])

    assert (whole.number, len(whole.lines), whole.rest, whole.path) == (
        100,
        24,
        76,
        "campaigns/2024-yubei.html",
    )


def test_a_week_with_both_weekends_is_a_week_and_a_month_is_not():
    assert [word(Days(date(2024, 9, 1), date(2024, 9, last))) for last in (10, 30)] == ["整周", "活动期间"]


def test_bands_that_would_push_the_grid_off_the_screen_are_folded():
    few, many = (
        bands([undated(MAY, campaign=campaign(id=f"c{n}")) for n in range(number)]) for number in (6, 7)
    )

    assert folded(few) == (few, Folded())
    assert folded(many) == ((), Folded(many, 7))


def test_the_words_of_the_notice_have_a_band_of_their_own():
    middle = Months(Month(2024, 5), Month(2024, 5), "5月中旬")

    assert words(bands([undated(MAY), undated(middle), undated(YearRound(2024, "长期"))])) == [
        ("month", "5月内", "日期待定"),
        ("month", "5月中旬", "日期待定"),
        ("year", "长期", "2024年"),
    ]


def test_a_band_of_a_city_names_campaigns_with_how_many_each_has():
    nanan = district(id="nanan", name="南岸区")
    week, month = (campaign(id=id, name=id, district=nanan) for id in ("2024-nanan", "2024-nanan-month"))

    found = gathered(
        [
            undated(MAY, "a1"),
            undated(MAY, "a2"),
            undated(DURING, "a3"),
            undated(MAY, "a4", campaign=week),
            undated(MAY, "a5", campaign=month),
        ]
    )

    assert words(found.bands) == [("month", "5月内", "日期待定"), ("whole", "整周", "5.25—6.1")]
    assert found.number == 5
    assert [(band.by, [link.word for link in band.shown], band.more, band.rest) for band in found.bands] == [
        ("4项", ["2024-nanan1项", "2024-nanan-month1项", "渝北区2项"], (), 0),
        ("", ["渝北区1项"], (), 0),
    ]
    assert found.bands[0].shown[2].path == "campaigns/2024-yubei.html#undated"
