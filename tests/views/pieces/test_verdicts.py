from samples import activity, base, catalogue, may, opening, venue
from scienceweek.model.activity import Admits
from scienceweek.model.schedule import Days, DuringCampaign, Unfixed
from scienceweek.views.pieces.verdicts import Verdict, verdict

MUSEUM = base(openings=(opening(may(25, 28)), opening(may(31))))


def on(*activities):
    return verdict(MUSEUM, catalogue(MUSEUM, *activities))


def test_a_base_is_open_in_its_opening_periods():
    assert on() == Verdict("2024-05-25/2024-05-28 2024-05-31", "", "")


def test_what_it_does_is_here_or_elsewhere():
    assert on(
        activity(id="here", when=may(25), base=MUSEUM, where=MUSEUM),
        activity(id="away", when=may(26, 27), base=MUSEUM, where=venue()),
    ) == Verdict("2024-05-25/2024-05-28 2024-05-31", "2024-05-25", "2024-05-26/2024-05-27")


def test_a_place_that_nobody_names_is_not_elsewhere():
    assert on(activity(when=may(26), base=MUSEUM)).away == ""


def test_what_has_no_day_answers_nothing():
    shown = on(
        activity(
            when=(Unfixed("待定"), DuringCampaign(Days(may(25).first, may(28).last))),
            base=MUSEUM,
            where=MUSEUM,
        )
    )

    assert (shown.here, shown.away) == ("", "")


def test_where_only_the_invited_get_in_one_had_better_ask():
    assert on(activity(admits=Admits.INVITED, base=MUSEUM, where=MUSEUM)).here == ""
