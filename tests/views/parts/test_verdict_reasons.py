import samples
from scienceweek.model.activity import Admits
from scienceweek.model.place import Admission, AtPlace, Fee
from scienceweek.model.schedule import DuringCampaign
from scienceweek.views.parts.verdict_reasons import away_word, why

MUSEUM = samples.base(id="museum")
FREE = Admission(fee=Fee.FREE)


def of(*activities, base=MUSEUM):
    catalogue = samples.catalogue(base, *activities)
    return why(base, catalogue), away_word(base, catalogue)


def test_opening_periods_come_first():
    museum = samples.base(openings=(samples.opening(admission=FREE, note="其他时间预约"),))
    assert of(base=museum) == ("2024年5月25日—6月1日免费开放，其他时间预约", "")


def test_a_fee_that_nobody_states_is_not_said():
    museum = samples.base(openings=(samples.opening(samples.may(31)),))
    assert of(base=museum)[0] == "2024年5月31日 周五 开放"


def test_activities_at_the_base_are_said_with_their_days():
    assert of(samples.activity(base=MUSEUM, where=MUSEUM, when=samples.may(25, 27))) == (
        "2024年5月25日—27日有活动，平日通知未写明",
        "",
    )


def test_activities_elsewhere_say_where_to():
    assert of(samples.activity(base=MUSEUM, where=samples.venue())) == (
        "2024年5月25日的活动不在这里",
        "去市主会场",
    )


def test_activities_at_several_places_say_elsewhere():
    school = samples.activity(id="b", base=MUSEUM, where=AtPlace("龙山小学"), when=samples.may(26))
    assert of(samples.activity(base=MUSEUM, where=samples.venue()), school)[1] == "活动在别处"


def test_what_only_the_invited_see_is_not_said():
    assert of(samples.activity(base=MUSEUM, where=MUSEUM, admits=Admits.INVITED)) == (
        "平日开放时间通知未写明",
        "",
    )


def test_an_activity_whose_place_nobody_knows_is_not_elsewhere():
    assert of(samples.activity(base=MUSEUM)) == ("平日开放时间通知未写明", "")


def test_days_with_gaps_are_no_span():
    def on(*days: int) -> str:
        return of(
            *(samples.activity(id=f"d{day}", where=MUSEUM, when=samples.may(day)) for day in days),
            base=MUSEUM,
        )[0]

    assert on(18, 19, 25) == "2024年5月18日—19日、5月25日有活动，平日通知未写明"
    assert on(11, 18, 25, 30) == "2024年5月11日—30日之间有些天有活动，平日通知未写明"


def test_of_a_period_whose_days_nobody_has_written_the_conditions_stand_apart():
    museum = samples.base(openings=(samples.opening(DuringCampaign(samples.may(25, 27)), admission=FREE),))
    assert of(base=museum)[0] == "2024年活动期间（5月25日—27日），日期通知未写明，免费开放"
