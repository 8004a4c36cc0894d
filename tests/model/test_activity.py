import pytest

from samples import WINDOW, activity, base, may, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.place import Access, AtBase, AtPlace, InArea, Location, Online, OnTour
from scienceweek.model.schedule import DuringCampaign, Schedule, Unfixed
from scienceweek.model.session import Stage

OLD, NEW, OPEN = may(23), may(28), Unfixed("另行通知")


@pytest.mark.parametrize(
    ("status", "when", "previously", "times", "off"),
    [
        (Status.SCHEDULED, NEW, (), (NEW,), False),
        (Status.CANCELLED, OLD, (), (OLD,), True),
        (Status.CANCELLED, OPEN, (OLD,), (OLD,), True),
        (Status.CANCELLED, NEW, (OLD,), (NEW,), True),
        (Status.POSTPONED, OPEN, (OLD,), (OLD,), True),
        (Status.POSTPONED, OLD, (), (OLD,), True),
        (Status.POSTPONED, OPEN, (), (OPEN,), True),
        (Status.POSTPONED, NEW, (OLD,), (NEW,), False),
        (Status.RESCHEDULED, NEW, (OLD,), (NEW,), False),
        (Status.RESCHEDULED, DuringCampaign(WINDOW), (OLD,), (OLD,), True),
        (Status.MOVED_ONLINE, NEW, (), (NEW,), False),
        (Status.MOVED_ONLINE, OPEN, (OLD,), (OLD,), True),
    ],
)
def test_what_is_off_stands_on_its_old_days_and_what_is_not_on_its_new(
    status: Status,
    when: Schedule,
    previously: tuple[Schedule, ...],
    times: tuple[Schedule, ...],
    *,
    off: bool,
):
    one = activity(when=when, change=Change(status, "", previously))

    assert (one.times, one.off) == (times, off)


def test_what_has_moved_online_was_at_its_old_place():
    hall, live = base(), Online("", "快手", "北京天文馆")
    moved = Change(Status.MOVED_ONLINE)
    both, without = activity(where=(hall, live), change=moved), activity(where=hall, change=moved)

    assert (both.held_at, both.was_at, both.sites, both.is_at(hall)) == ((live,), (AtBase(hall),), (), False)
    assert (without.held_at, without.was_at) == ((Online(),), (AtBase(hall),))


def test_what_can_be_seen_online_too_is_still_at_its_place():
    hall, live = base(), Online("", "快手", "北京天文馆")
    shown = activity(where=(hall, live))

    assert (shown.held_at, shown.was_at, shown.sites) == ((AtBase(hall), live), (), (AtBase(hall),))


def test_its_places_are_the_bases_and_venues_in_the_order_of_the_notice():
    hall, museum = venue(), base()
    tour = activity(where=(hall, AtPlace("学校"), museum, InArea("全区")), base=base(id="farm"))

    assert (tour.places, tour.is_at(museum), tour.is_at(base(id="farm"))) == ((hall, museum), True, False)


@pytest.mark.parametrize(
    ("where", "wide"),
    [
        ((InArea("全区"),), True),
        ((InArea("全区"), OnTour("大篷车")), True),
        ((InArea("全区"), Online()), False),
        ((), False),
    ],
)
def test_what_is_over_an_area_and_at_no_place_is_wide(where: tuple[Location, ...], wide: bool):  # noqa: FBT001
    assert activity(where=where).is_wide == wide


def test_of_wheelchairs_the_place_of_a_later_stage_says_nothing():
    hall = AtBase(base(wheelchair=Access.FULL))
    final = Stage("决赛", (may(26),), where=(hall,), attend=True)

    assert activity(where=AtPlace("一中"), stages=(final,)).wheelchair is Access.UNKNOWN
    assert activity(where=hall, stages=(final,)).wheelchair is Access.FULL
