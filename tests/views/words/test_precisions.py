from samples import SINCE, WINDOW, activity, may, session
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.views.words.precisions import Precision, Share, grouped, precision, shares

MAY = Months(Month(2024, 5), Month(2024, 5))


def test_an_activity_is_known_as_well_as_its_best_time():
    assert precision(activity(when=(Unfixed("时间未定"), MAY))) is Precision.MONTHS
    assert precision(activity(when=(DuringCampaign(WINDOW), session()))) is Precision.DATED
    assert precision(activity(when=(SINCE, MAY))) is Precision.OPEN


def test_what_is_known_best_comes_first_in_the_order_of_the_files():
    unfixed, first, second = (
        activity(when=Unfixed("时间未定")),
        activity(when=may(27)),
        activity(when=may(25)),
    )

    assert list(grouped([unfixed, first, second]).items()) == [
        (Precision.DATED, (first, second)),
        (Precision.UNFIXED, (unfixed,)),
    ]


def test_shares_say_how_many_have_no_day():
    activities = [
        activity(when=may(25)),
        activity(when=DuringCampaign(WINDOW)),
        activity(when=YearRound(2024)),
    ]

    assert shares(activities) == (
        Share("有确定的日子", 1),
        Share("活动期间，日子未写明", 1),
        Share("全年进行", 1),
    )


def test_what_is_called_off_is_counted_apart():
    off = activity(id="off", change=Change(Status.CANCELLED))

    assert shares([activity(), off]) == (Share("有确定的日子", 1), Share("已取消", 1))
