"""What lies on which day and in which month."""

from datetime import date

from samples import SINCE, WINDOW, activity, base, campaign, catalogue, may, opening, session, sessions
from scienceweek.model.activity import Change, Status
from scienceweek.model.place import AtPlace
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Recurring, Unfixed, YearRound
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.calendars import agenda
from scienceweek.views.calendars.agenda import between, once

MAY, JUNE = Month(2024, 5), Month(2024, 6)


def found(*things: object) -> tuple[Month, ...]:
    return agenda.agenda(catalogue(*things)).months


def test_a_month_exists_if_it_holds_a_window_a_day_or_a_band():
    assert found(campaign()) == (MAY, JUNE)
    assert found(activity(when=Days(date(2024, 3, 9), date(2024, 3, 9)))) == (Month(2024, 3), MAY, JUNE)
    assert found(activity(when=Months(Month(2023, 12), Month(2024, 1)))) == (
        Month(2023, 12),
        Month(2024, 1),
        MAY,
        JUNE,
    )
    assert found(activity(when=YearRound(2024))) == tuple(Month(2024, number) for number in range(1, 13))
    assert found(activity(when=Unfixed("时间未定"))) == (MAY, JUNE)
    assert found(base(openings=(opening(Days(date(2024, 9, 1), date(2024, 9, 1))),))) == (Month(2024, 9),)


def test_the_first_month_to_see_is_today_s_or_in_an_archive_the_latest_campaign_s():
    old = campaign(id="2021-yubei", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
    both = agenda.agenda(catalogue(campaign(), old))

    assert both.leading(date(2021, 5, 1)) == Month(2021, 5)
    assert both.leading(date(2026, 1, 1)) == MAY


def test_an_activity_is_on_each_of_its_days():
    days = agenda.agenda(catalogue(activity(when=may(25, 27)))).events_on

    assert sorted(days) == [date(2024, 5, day) for day in (25, 26, 27)]


def test_what_comes_again_is_on_its_days_only():
    weekly = activity(when=Recurring(may(1, 31), "FREQ=WEEKLY;BYDAY=SA"))

    assert sorted(agenda.agenda(catalogue(weekly)).events_on) == [
        date(2024, 5, day) for day in (4, 11, 18, 25)
    ]


def test_a_base_is_open_in_spans_without_its_closed_days():
    week = Recurring(may(20, 29), "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU")

    assert [door.days for door in agenda.agenda(catalogue(base(openings=(opening(week),)))).doors] == [
        may(21, 26),
        may(28, 29),
    ]


def test_a_moved_activity_is_gone_from_its_old_days_and_there_on_its_new():
    moved = activity(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),)))

    assert [(event.days, event.gone) for event in agenda.agenda(catalogue(moved)).events] == [
        (may(28), False),
        (may(25), True),
    ]


def test_the_nearest_days_are_those_with_a_page():
    known = agenda.agenda(catalogue(activity(when=may(20))))

    assert known.days_beside[date(2024, 5, 20)] == (None, WINDOW.first)
    assert known.days_beside[WINDOW.first] == (date(2024, 5, 20), date(2024, 5, 26))
    assert known.days_beside[WINDOW.last] == (date(2024, 5, 31), None)
    assert tuple(known.days_beside) == known.days


def test_what_is_at_some_time_during_a_campaign_is_on_each_day_of_its_window():
    whole = activity(when=DuringCampaign(WINDOW))
    known = agenda.agenda(catalogue(whole, activity(id="year", when=YearRound(2024))))

    assert known.wholes_on == dict.fromkeys(WINDOW, known.undated[:1])
    assert known.wholes_on[date(2024, 5, 20)] == ()


def test_what_lasts_is_found_once_between_some_days():
    known = agenda.agenda(catalogue(activity(when=may(25, 27))))

    assert between(known.events_on, may(20, 31)) == known.events


def test_a_part_has_no_entry_on_a_day_on_which_its_whole_has_one():
    whole, inside, later = (
        activity(id="whole", when=may(25)),
        activity(id="inside", when=session(25), part_of="whole"),
        activity(id="later", when=may(26), part_of="whole"),
    )
    known = agenda.agenda(catalogue(whole, inside, later))

    assert [event.activity.id for event in known.events] == ["whole", "later"]


def test_several_hours_of_a_day_are_one_event_by_the_hour():
    late, early = session(25, "14:00", ""), session(25, "09:30", "")

    assert [
        (one.days, one.times) for one in agenda.agenda(catalogue(activity(when=(late, early)))).events
    ] == [(may(25), (early, late))]


def test_days_without_an_end_are_on_the_day_that_is_known():
    assert [one.days for one in agenda.agenda(catalogue(activity(when=SINCE))).events] == [may(25)]


def test_on_a_day_each_activity_is_once_with_all_its_hours():
    talk = activity(when=(may(25, 28), session(26)))
    found = agenda.agenda(catalogue(talk, activity(id="other", when=may(26)))).events_on[date(2024, 5, 26)]

    assert [(one.activity.id, one.days, one.times) for one in once(found)] == [
        ("fish", may(25, 28), (session(26), may(25, 28))),
        ("other", may(26), (may(26),)),
    ]


def test_sessions_of_a_day_that_are_all_the_same_are_one_event_and_others_have_their_own():
    ten, two, four = session(25, "10:00"), session(25, "14:00", ""), session(25, "16:00", "")
    talk = sessions(
        SubEvent(ten, whom="散客"),
        SubEvent(two, whom="散客"),
        SubEvent(four, whom="团体", where=(AtPlace("龙山小学"),)),
        SubEvent(session(25, "18:00", ""), status=SessionStatus.CANCELLED, reason="停电"),
        where=base(),
    )
    found = agenda.agenda(catalogue(talk)).events

    assert [(one.activity.subtitle, one.times, one.gone) for one in found] == [
        ("散客", (ten, two), False),
        ("团体", (four,), False),
        ("", (session(25, "18:00", ""),), True),
    ]
    assert tuple(once(found)) == found
    assert found[1].activity.where == (AtPlace("龙山小学"),)
    assert (found[2].activity.off, found[2].activity.change.reason) == (True, "停电")


def test_between_campaigns_the_month_has_nothing_from_today_on():
    known = agenda.agenda(catalogue(activity(when=may(25))))

    assert [known.is_between(date(2024, *day)) for day in ((5, 1), (6, 1), (6, 2), (11, 27))] == [
        False,
        False,
        True,
        True,
    ]
    assert not agenda.agenda(catalogue()).is_between(date(2024, 11, 27))
