from pathlib import Path

import pytest
from trees import ACTIVITIES, activity, read

import samples
from samples import may, session
from scienceweek.model.activity import Activity, Admits, Status
from scienceweek.model.booking import Booking, BookingPlan
from scienceweek.model.place import AtBase, AtPlace, Fee
from scienceweek.source.resolution.inheritance import inherited

WHOLE = {
    "when": "5.25",
    "where": "{base: meteorology-museum, room: 一楼}",
    "base": "meteorology-museum",
    "admits": "public",
    "organisers": "{responsible: [某公司]}",
    "admission": '{fee: free, booking: required, url: "https://example.cn/book", until: 2024-05-24, note: 上午40组}',
    "contacts": "[{phones: [023-60000001], show: public}]",
}


def parts(tmp_path: Path, *written: str, **whole: str) -> dict[str, Activity]:
    rows = "".join(f"  - {{title: 讲座, {one}}}\n" for one in written)
    found = read(tmp_path, {ACTIVITIES: activity(**WHOLE | whole) + rows}).catalogue
    return {one.id: one for one in found.activities}


def test_a_part_has_from_its_whole_what_it_does_not_say(tmp_path: Path):
    found = parts(tmp_path, "id: talk, part_of: fish, when: 5月25日9:30-11:00")
    whole, talk = found["fish"], found["talk"]

    for name in ("where", "base", "admits", "organisers", "audience", "contacts", "admission"):
        assert getattr(talk, name) == getattr(whole, name)
    assert talk.inherited == ("where", "base", "admits", "organisers", "contacts", "admission")
    assert talk.campaign == whole.campaign


def test_a_part_keeps_what_it_says(tmp_path: Path):
    talk = parts(
        tmp_path,
        "id: talk, part_of: fish, when: 5.25, where: {place: 龙山小学}, admits: invited, "
        "admission: {booking: required, note: 20组}, contacts: [{phones: [023-60000002], show: public}]",
    )["talk"]

    assert (talk.where, talk.admits) == ((AtPlace("龙山小学"),), Admits.INVITED)
    assert (talk.admission.fee, talk.admission.booking, talk.admission.note) == (
        Fee.FREE,
        Booking.REQUIRED,
        "20组",
    )
    assert [way.name for way in talk.admission.plan.ways] == ["https://example.cn/book"]
    assert [phone.number for one in talk.contacts for phone in one.phones] == ["023-60000002"]
    assert talk.inherited == ("base", "organisers", "admission")


@pytest.mark.parametrize("own", ["fee: paid", "booking: none"])
def test_a_part_that_differs_in_its_conditions_has_none_of_the_others(tmp_path: Path, own: str):
    talk = parts(tmp_path, f"id: talk, part_of: fish, when: 5.25, admission: {{{own}}}")["talk"]

    assert (talk.admission.note, talk.admission.plan) == ("", BookingPlan())
    assert "admission" not in talk.inherited


def test_what_a_heading_says_of_who_may_come_is_not_true_of_other_peoples_doors(tmp_path: Path):
    heading = {"when": "活动期间", "where": "{area: 全区}", "base": ""}
    found = parts(
        tmp_path,
        "id: school, part_of: fish, when: 5.25, where: {place: 龙山小学}",
        "id: own, part_of: fish, when: 时间未定, base: meteorology-museum",
        "id: area, part_of: fish, when: 5.26",
        **heading,
    )

    assert (found["school"].admits, found["school"].organisers) == (Admits.UNKNOWN, ())
    assert found["own"].admits is Admits.UNKNOWN
    assert found["area"].admits is Admits.PUBLIC
    assert (found["own"].contacts, found["area"].contacts) == ((), found["fish"].contacts)


def test_a_part_of_a_part_has_it_from_both(tmp_path: Path):
    found = parts(
        tmp_path,
        "id: inner, part_of: middle, when: 5月25日9:30-11:00",
        "id: middle, part_of: fish, when: 5.25, where: {place: 龙山小学}",
    )

    assert found["inner"].where == (AtPlace("龙山小学"),)
    assert found["inner"].admission == found["fish"].admission


def test_a_whole_has_the_hours_of_its_parts_and_knows_them(tmp_path: Path):
    found = parts(
        tmp_path,
        "id: a, part_of: fish, when: 5月25日8:45-9:00",
        "id: b, part_of: fish, when: 5.25",
        "id: b1, part_of: b, when: 5月25日15:30-16:30",
    )
    whole = found["fish"]

    assert whole.when == (session(25, "08:45", "16:30"),)
    assert [(one.id, one.when) for one in whole.pieces] == [
        ("a", (session(25, "08:45", "09:00"),)),
        ("b", (session(25, "15:30", "16:30"),)),
    ]


def test_what_is_for_staff_neither_leaves_nor_is_told(tmp_path: Path):
    found = parts(tmp_path, "id: setup, part_of: fish, when: 5月25日7:00-8:00, admits: staff")

    assert (found["fish"].when, found["fish"].pieces) == ((may(25),), ())


def test_what_is_cancelled_takes_its_parts_along(tmp_path: Path):
    found = parts(
        tmp_path,
        "id: talk, part_of: fish, when: 5.25, where: {place: 龙山小学}",
        "id: own, part_of: fish, when: 5.26, status: rescheduled, previously: 5.25, reason: 让路",
        status="cancelled",
        reason="因雨",
    )

    assert (found["talk"].change.status, found["talk"].change.reason) == (Status.CANCELLED, "因雨")
    assert found["talk"].off
    assert found["own"].change.status is Status.RESCHEDULED


def test_what_moves_online_takes_along_what_has_no_place_of_its_own(tmp_path: Path):
    found = parts(
        tmp_path,
        "id: here, part_of: fish, when: 5.25",
        "id: there, part_of: fish, when: 5.25, where: {place: 龙山小学}",
        status="moved-online",
        where="[{base: meteorology-museum}, {online: 'https://example.cn/live'}]",
    )

    assert found["here"].held_at == found["fish"].held_at
    assert found["there"].held_at == (AtPlace("龙山小学"),)


def test_rain_goes_with_the_place(tmp_path: Path):
    found = parts(
        tmp_path,
        "id: here, part_of: fish, when: 5.25",
        "id: there, part_of: fish, when: 5.25, where: {place: 龙山小学}",
        rain="{note: 下雨取消}",
    )

    assert (found["here"].rain, found["there"].rain) == (found["fish"].rain, None)


def test_a_circle_comes_to_an_end():
    one, other = (
        samples.activity(id="one", part_of="other"),
        samples.activity(id="other", part_of="one", where=samples.base()),
    )

    assert inherited((one, other))[0].where == (AtBase(samples.base()),)
