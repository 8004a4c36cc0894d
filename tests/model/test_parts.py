from dataclasses import replace
from datetime import date

import pytest

from samples import WINDOW, activity, base, campaign, catalogue, district, may, session, venue
from scienceweek.model.activity import Activity, Change, Piece, Status
from scienceweek.model.parts import hours_from, pieces_in, standing, tells_of, times_on, untold, wholes
from scienceweek.model.place import AtBase, AtPlace
from scienceweek.model.schedule import Days, DuringCampaign, Schedule, Session, Unfixed


def piece(*when: Schedule, **changes: object) -> Piece:
    return replace(Piece("talk", "讲座", when), **changes)


@pytest.mark.parametrize(
    ("whole", "part", "told"),
    [
        (may(25), session(25), True),
        (may(25, 27), may(26), True),
        (may(25), session(26), False),
        (may(25), (session(25), session(26)), False),
        (DuringCampaign(WINDOW), session(25), False),
        (DuringCampaign(WINDOW), DuringCampaign(WINDOW), True),
        (DuringCampaign(WINDOW), Unfixed("待定"), False),
        (may(25), Unfixed("待定"), True),
    ],
)
def test_a_whole_tells_of_a_part_if_it_stands_on_all_its_days(whole: object, part: object, *, told: bool):
    assert tells_of(activity(when=whole), activity(when=part)) == told


def test_a_part_stands_for_itself_where_its_whole_is_not():
    whole, part = activity(id="whole"), activity(id="part", part_of="whole")
    known = {"whole": whole, "part": part}

    assert standing((whole, part), known) == (whole,)
    assert standing((part,), known) == (part,)


def test_a_part_of_a_part_is_told_of_by_the_outermost_that_is_there():
    whole, middle, inner = (
        activity(id="whole"),
        activity(id="middle", part_of="whole"),
        activity(id="inner", part_of="middle"),
    )
    known = {one.id: one for one in (whole, middle, inner)}

    assert list(wholes(inner, known)) == [middle, whole]
    assert standing((whole, inner), known) == (whole,)
    assert standing((middle, inner), known) == (middle,)


def test_a_circle_ends_where_it_began():
    one, other = activity(id="one", part_of="other"), activity(id="other", part_of="one")

    assert list(wholes(one, {"one": one, "other": other})) == [other]


@pytest.mark.parametrize(
    ("pieces", "when"),
    [
        ((session(25, "08:45", "09:00"), session(25, "15:30", "16:30")), session(25, "08:45", "16:30")),
        ((session(25, "09:00", ""), session(25, "15:30", "16:30")), session(25, "09:00", "")),
        ((session(25), may(25)), may(25)),
        ((session(26),), may(25)),
        ((session(25, "18:00", "19:00"), session(25, "22:00", "01:00")), session(25, "18:00", "01:00")),
        ((), may(25)),
    ],
)
def test_a_day_has_the_hours_of_its_pieces_if_all_say_them(pieces: tuple[Schedule, ...], when: Schedule):
    assert hours_from(may(25), [piece(one) for one in pieces]) == when


def test_what_is_off_gives_no_hours():
    assert hours_from(may(25), [piece(session(25), off=True)]) == may(25)


def test_of_several_days_each_has_the_hours_of_its_pieces():
    fair = activity(
        when=may(25, 26), pieces=(piece(session(25, "09:00", "10:00")), piece(session(26, "14:00", "")))
    )

    assert hours_from(fair.when[0], fair.pieces) == may(25, 26)
    assert times_on(fair, date(2024, 5, 25)) == (session(25, "09:00", "10:00"),)
    assert times_on(fair, date(2024, 5, 26)) == (session(26, "14:00", ""),)
    assert untold(fair, fair.when) == ()
    assert untold(activity(when=may(25)), (may(25),)) == (may(25),)
    assert pieces_in(fair.pieces, may(26)) == fair.pieces[1:]


def test_lists_and_sums_have_the_whole_once_and_its_parts_where_it_is_not():
    museum, farm, hall = base(id="museum"), base(id="farm"), venue()
    city = campaign(id="city", district=district(id="chongqing", name="重庆市", short="重庆", code="500000"))
    whole = activity(id="whole", where=(museum, hall))
    inside = activity(id="inside", part_of="whole", where=museum, when=session(25))
    at_farm = activity(id="at-farm", part_of="whole", where=farm)
    later = activity(id="later", part_of="whole", where=museum, when=may(26))
    abroad = activity(id="abroad", part_of="whole", where=museum, campaign=city, district=city.district)
    found = catalogue(whole, inside, at_farm, later, abroad)

    def ids(listed: tuple[Activity, ...]) -> list[str]:
        return [one.id for one in listed]

    assert ids(found.listed) == ["whole", "later", "abroad"]
    assert ids(found.of_campaign["2024-yubei"]) == ["whole", "later"]
    assert ids(found.every_of_campaign["2024-yubei"]) == ["whole", "inside", "at-farm", "later"]
    assert ids(found.of_campaign["city"]) == ["abroad"]
    assert ids(found.of_district["chongqing"]) == ["abroad"]
    assert ids(found.of_base["museum"]) == ["whole", "later"]
    assert ids(found.at_place["farm"]) == ["at-farm"]
    assert ids(found.activities_in["yubei"]) == ["whole", "later"]
    assert ids(found.every_in["yubei"]) == ["whole", "inside", "at-farm", "later", "abroad"]
    assert ids(found.held_in["yubei", "city"]) == ["abroad"]
    assert ids(found.beside(whole)) == []
    assert ids(found.beside(inside)) == ["later"]


def test_what_is_off_is_told_of_on_its_old_days():
    off = Change(Status.CANCELLED)

    assert tells_of(activity(when=may(25), change=off), activity(when=session(25), change=off))
    assert not tells_of(
        activity(when=Unfixed("另行通知"), change=Change(Status.POSTPONED)), activity(when=session(25))
    )


def test_a_night_belongs_to_the_day_on_which_it_begins():
    night = Session(date(2024, 5, 25), session().start.replace(hour=22), session().start.replace(hour=1))

    assert tells_of(activity(when=Days(night.day, night.day)), activity(when=night))


def test_a_part_that_does_not_take_place_stands_for_itself_beside_a_whole_that_does():
    whole = activity(id="whole", when=may(25, 27))
    part = activity(id="part", part_of="whole", when=may(26), change=Change(Status.CANCELLED))
    known = {one.id: one for one in (whole, part)}
    off = replace(whole, change=Change(Status.CANCELLED))

    assert standing((whole, part), known) == (whole, part)
    assert standing((off, part), {"whole": off, "part": part}) == (off,)


def test_hours_of_a_part_that_is_elsewhere_are_not_those_of_the_whole():
    museum, elsewhere = AtBase(base()), AtPlace("示例广场")
    away = Piece("two", "航模表演", (session(26, "15:00", "16:00"),), (elsewhere,))
    here = Piece("one", "开放实验", (session(26, "10:00", "11:00"),), (AtBase(base(), "二楼"),))
    fair = activity(when=may(25, 26), where=museum, pieces=(here, away))

    assert times_on(fair, date(2024, 5, 26)) == (session(26, "10:00", "11:00"),)
    assert times_on(replace(fair, pieces=(away,)), date(2024, 5, 26)) == (may(26),)
