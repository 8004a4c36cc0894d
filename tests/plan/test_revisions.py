from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples import (
    activity,
    base,
    campaign,
    catalogue,
    contact,
    may,
    organisation,
    part,
    session,
    sessions,
    stages,
)
from scienceweek.model.activity import Activity, Change, Revision, Status
from scienceweek.model.booking import Booking, Capacity
from scienceweek.model.campaign import Notice
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import SessionStatus, Stage, SubEvent
from scienceweek.plan.ledgers import Books, Ledger, RevisionsError, read, write
from scienceweek.plan.revisions import Inputs, revised

MONDAY = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
ISSUED = datetime(2024, 5, 17, tzinfo=UTC)
SECOND = timedelta(seconds=1)
OFF = Change(Status.CANCELLED, "下雨")


def publish(
    *activities: Activity, moment: datetime = MONDAY, newest: Ledger | None = None, live: Ledger | None = None
) -> tuple[dict[str, Revision], Ledger]:
    """What is published of *activities* after what was published before, but for what was put right, and the ledger that is left."""
    inputs = Inputs((newest or {}) if live is None else live, newest or {}, moment, Path())
    found, ledger = revised(catalogue(*activities), inputs)
    return {one.id: replace(one.revision, corrections=()) for one in found.activities}, ledger


def uids(*activities: Activity, newest: Ledger | None = None) -> tuple[dict[str, tuple[str, ...]], Ledger]:
    found, ledger = publish(*activities, newest=newest)
    return {id: revision.uids for id, revision in found.items()}, ledger


def test_at_first_the_numbers_are_those_of_the_records():
    given = activity(id="given", sequence=3, updated=date(2024, 5, 19))

    found, _ = publish(activity(), given)

    assert found == {
        "fish": Revision(0, ISSUED, ("fish",)),
        "given": Revision(3, datetime(2024, 5, 19, tzinfo=UTC), ("given",)),
    }


def test_nothing_has_changed_later_than_it_was_committed():
    late = campaign(notice=Notice(issued=date(2024, 5, 30)))

    assert publish(activity(campaign=late))[0]["fish"].modified == MONDAY


def test_without_a_ledger_a_site_shows_what_the_records_say():
    two, other = activity(sequence=2, when=(may(25), may(26))), activity(id="fish-2")

    assert revised(catalogue(two), None) == (catalogue(two), {})
    found, ledger = revised(catalogue(two, other), None)
    assert ([one.revision for one in found.activities], ledger) == (
        [Revision(2, ISSUED, ("fish", "fish.2")), Revision(0, ISSUED, ("fish-2",))],
        {},
    )


def test_what_changes_gets_the_next_number_and_the_moment_of_its_commit_and_nothing_else_does():
    moon = activity(id="moon")
    _, ledger = publish(activity(), moon)

    found, _ = publish(activity(change=OFF), moon, moment=TUESDAY, newest=ledger)

    assert found == {
        "fish": Revision(1, TUESDAY, ("fish",)),
        "moon": Revision(0, ISSUED, ("moon",)),
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "鱼"},
        {"when": may(26)},
        {"where": base()},
        {"description": "改了"},
        {"change": OFF},
        {"admission": Admission(booking=Booking.NONE)},
        {"contacts": (contact(),)},
        {"organisers": (part(Role.RESPONSIBLE, organisation(contacts=(contact(),))),)},
    ],
)
def test_every_fact_that_a_calendar_tells_counts(changes: dict[str, object]):
    _, ledger = publish(activity())

    found, _ = publish(activity(**changes), moment=TUESDAY, newest=ledger)

    assert (found["fish"].sequence, found["fish"].modified) == (1, TUESDAY)


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "s2"},
        {"inferred": ("when",)},
        {"body": "长篇"},
        {"contacts": (contact(show=Show.INTERNAL),)},
    ],
)
def test_what_no_calendar_tells_does_not(changes: dict[str, object]):
    before, ledger = publish(activity())

    assert publish(activity(**changes), moment=TUESDAY, newest=ledger) == (before, ledger)


def test_a_number_written_by_staff_is_the_least():
    _, ledger = publish(activity())

    raised, after = publish(activity(sequence=5), moment=TUESDAY, newest=ledger)
    changed, _ = publish(activity(sequence=5, change=OFF), moment=WEDNESDAY, newest=after)

    assert raised["fish"] == Revision(5, TUESDAY, ("fish",))
    assert changed["fish"] == Revision(6, WEDNESDAY, ("fish",))


def test_a_day_written_by_staff_is_the_earliest():
    _, ledger = publish(activity())
    later = date(2024, 5, 30)

    found, _ = publish(activity(change=OFF, updated=later), moment=TUESDAY, newest=ledger)

    assert found["fish"].modified == datetime(2024, 5, 30, tzinfo=UTC)


def test_a_moment_never_falls_and_a_change_is_later_than_the_one_before():
    _, ledger = publish(activity())
    _, ledger = publish(activity(change=OFF), moment=TUESDAY, newest=ledger)

    found, _ = publish(activity(title="鱼", change=OFF), moment=MONDAY, newest=ledger)

    assert found["fish"] == Revision(2, TUESDAY + SECOND, ("fish",))


@pytest.mark.parametrize("change", [Change(), OFF])
def test_after_a_rollback_every_number_is_higher_than_any_that_was_published(change: Change):
    _, first = publish(activity())
    _, second = publish(activity(change=OFF), moment=TUESDAY, newest=first)

    found, _ = publish(activity(change=change), moment=WEDNESDAY, live=first, newest=second)

    assert found["fish"] == Revision(2, WEDNESDAY, ("fish",))


def test_what_was_not_touched_by_what_was_rolled_back_stays():
    moon = activity(id="moon")
    _, first = publish(activity(), moon)
    _, second = publish(activity(change=OFF), moon, moment=TUESDAY, newest=first)

    found, _ = publish(activity(), moon, moment=WEDNESDAY, live=first, newest=second)

    assert found["moon"].sequence == 0


def test_what_was_gone_and_comes_back_counts_on():
    fish, moon = activity(), activity(id="moon")
    _, ledger = publish(fish, moon)
    _, ledger = publish(moon, moment=TUESDAY, newest=ledger)

    found, _ = publish(fish, moon, moment=WEDNESDAY, newest=ledger)

    assert found["fish"] == Revision(1, WEDNESDAY, ("fish",))


def test_an_activity_that_is_new_to_a_published_site_is_of_the_moment():
    _, ledger = publish(activity(id="moon"))

    assert (
        publish(activity(), activity(id="moon"), moment=TUESDAY, newest=ledger)[0]["fish"].modified == TUESDAY
    )


def test_a_contact_that_goes_with_its_campaign_changes_nothing():
    seasonal = activity(contacts=(contact(show=Show.CAMPAIGN),))

    assert publish(seasonal) == publish(replace(seasonal))


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path):
    _, ledger = publish(activity(when=(may(25), Unfixed("另行通知"))))
    file = tmp_path / "ledger.json"

    write(Books(ledger), file)

    assert read(str(file)) == Books(ledger)
    assert read(str(tmp_path / "none")) == Books({})


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"activities": {"a": 1}}', '{"activities": {"a": {"digest": ""}}}']
)
def test_a_ledger_that_is_none_is_told_by_its_name(tmp_path: Path, content: str):
    file = tmp_path / "ledger.json"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(RevisionsError, match=f"^看不懂 {file}（记着每个活动改过几次）："):
        read(str(file))


def test_a_commit_of_no_moment_is_of_the_day_in_china(tmp_path: Path):
    given = {"moment": "", "left": str(tmp_path)}

    moments = [
        Inputs.of(given | {"moment": moment}, date(2024, 5, 20)).moment
        for moment in ("", "36812-02-20T00:00:00+00:00", "2024-05-20T09:02:03+08:00")
    ]

    assert moments == [datetime(2024, 5, 19, 16, tzinfo=UTC)] * 2 + [MONDAY]


def test_two_activities_never_share_a_uid():
    both = activity(id="a", when=(may(25), may(26))), activity(id="a-2")

    assert uids(*both)[0] == {"a": ("a", "a.2"), "a-2": ("a-2",)}
    assert uids(*reversed(both))[0] == {"a": ("a", "a.2"), "a-2": ("a-2",)}


def test_the_uid_that_was_published_stays_and_the_newcomer_gets_another():
    old = activity(id="a", when=(may(25), may(26)))
    _, ledger = uids(old)

    assert uids(old, activity(id="a-2"), newest=ledger)[0] == {"a": ("a", "a-2"), "a-2": ("a-2.1",)}


def test_a_uid_is_never_given_to_another_after_its_activity_has_gone():
    _, ledger = uids(activity(id="a", when=(may(25), may(26))))
    _, ledger = uids(activity(id="b"), newest=ledger)

    assert uids(activity(id="a-2"), newest=ledger)[0] == {"a-2": ("a-2.1",)}


@pytest.mark.parametrize(
    ("now", "named"),
    [
        ((may(25), may(28)), ("a-2", "a-3")),
        ((may(23), may(26), may(28)), ("a", "a-2", "a-3")),
        ((may(28), may(23), may(25)), ("a-3", "a", "a-2")),
        ((may(23), may(24), may(25), may(28)), ("a", "a.2", "a-2", "a-3")),
        ((may(25), may(28), may(30)), ("a-2", "a-3", "a.3")),
        ((may(29),), ("a",)),
        ((may(29), may(30), may(31)), ("a", "a-2", "a-3")),
        ((may(23), may(25), may(28), may(30)), ("a", "a-2", "a-3", "a-4")),
    ],
)
def test_a_time_keeps_its_uid_when_others_come_go_or_move(now: object, named: tuple[str, ...]):
    _, ledger = uids(activity(id="a", when=(may(23), may(25), may(28))))

    assert uids(activity(id="a", when=now), newest=ledger)[0] == {"a": named}


def test_a_time_that_comes_back_has_its_uid_again():
    all_three = activity(id="a", when=(may(23), may(25), may(28)))
    _, ledger = uids(all_three)
    _, ledger = uids(activity(id="a", when=(may(25), may(28))), newest=ledger)

    assert uids(all_three, newest=ledger)[0] == {"a": ("a", "a-2", "a-3")}


def test_what_is_put_off_keeps_the_uids_of_its_old_days_and_takes_them_to_the_new():
    old = (may(23), may(25))
    _, ledger = uids(activity(id="a", when=old))
    postponed = activity(id="a", when=Unfixed("另行通知"), change=Change(Status.POSTPONED, "", old))
    off, ledger = uids(postponed, newest=ledger)
    moved = activity(id="a", when=(may(28), may(30)), change=Change(Status.RESCHEDULED, "", old))

    assert (off, uids(moved, newest=ledger)[0]) == ({"a": ("a", "a-2")}, {"a": ("a", "a-2")})


IDS = ("a", "a-2", "a-3", "b")
versions = st.dictionaries(
    st.sampled_from(IDS),
    st.tuples(st.lists(st.integers(20, 30), min_size=1, max_size=4), st.sampled_from(["甲", "乙"])),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(versions, st.booleans(), st.integers(0, 5)), max_size=6))
def test_whatever_is_published_and_rolled_back_numbers_only_rise_and_a_uid_names_one_thing(
    history: list[tuple[dict[str, tuple[list[int], str]], bool, int]],
):
    releases: list[tuple[dict[str, Activity], dict[str, Revision], Ledger]] = []
    live = 0
    highest: dict[str, Revision] = {}
    owners: dict[str, str] = {}
    for written, back, hours in history:
        if back and live:
            live -= 1
        facts = {
            id: activity(id=id, title=title, when=tuple(map(may, days)))
            for id, (days, title) in written.items()
        }
        seen = releases[live] if releases else ({}, {}, {})
        newest = releases[-1][2] if releases else {}
        found, ledger = publish(
            *facts.values(), moment=MONDAY + timedelta(hours=hours), newest=newest, live=seen[2]
        )
        for id, revision in found.items():
            if seen[0].get(id) == facts[id] and seen[2][id] == newest[id]:
                assert revision == highest[id]
            elif id in highest:
                assert revision.sequence > highest[id].sequence
                assert revision.modified > highest[id].modified
            highest[id] = revision
            assert all(owners.setdefault(uid, id) == id for uid in revision.uids)
            before = newest[id].corrections if id in newest else ()
            assert ledger[id].corrections[: len(before)] == before
            titles = [one for one in ledger[id].corrections if one.field == "名称"]
            # Each begins where the one before ended, unless it was gone in between, and the last ends where things are.
            assert all(one.before != one.after for one in titles)
            assert [one.moment for one in titles] == sorted(one.moment for one in titles)
            if titles and titles[-1].moment == revision.modified:
                assert titles[-1].after == facts[id].title
            assert len(set(revision.uids)) == len(facts[id].when)
        releases.append((facts, found, ledger))
        live = len(releases) - 1


def test_an_activity_with_a_new_id_stays_for_programs_what_it_was():
    _, ledger = publish(activity(when=(may(25), may(26))))
    renamed = activity(id="carp", was=("fish",), when=(may(25), may(26), may(27)))

    found, left = publish(renamed, moment=TUESDAY, newest=ledger)

    assert found["carp"].uids == ("fish", "fish-2", "fish-3")
    assert found["carp"].sequence == 1
    assert set(left) == {"fish"}


def test_a_new_id_alone_is_no_change():
    _, ledger = publish(activity())

    found, left = publish(activity(id="carp", was=("fish",)), moment=TUESDAY, newest=ledger)

    assert (found["carp"].sequence, left) == (0, ledger)


def test_what_was_published_first_counts_whatever_the_order_in_which_ids_are_written():
    _, ledger = publish(activity(id="carp"))

    assert uids(activity(id="trout", was=("fish", "carp")), newest=ledger)[0] == {"trout": ("carp",)}


def test_the_id_that_an_activity_had_is_no_other_ones_uid():
    renamed, other = activity(id="carp", was=("fish-2",)), activity(when=(may(25), may(26)))

    assert uids(renamed, other)[0] == {"carp": ("fish-2",), "fish": ("fish", "fish.2")}


MORNING, NOON = SubEvent(session(25, "09:00")), SubEvent(session(25, "12:00", "13:00"))


def test_a_session_keeps_its_uid_when_it_is_cancelled_and_others_come_before_it():
    first, ledger = uids(sessions(MORNING, NOON))
    off = replace(MORNING, status=SessionStatus.CANCELLED)
    then, _ = uids(sessions(SubEvent(session(24)), off, NOON), newest=ledger)

    assert (first["fish"], then["fish"]) == (("fish", "fish-2"), ("fish.1", "fish", "fish-2"))


def test_sessions_at_one_hour_have_a_uid_each():
    one = sessions(replace(MORNING, whom="散客"), replace(MORNING, whom="团体"))
    first, ledger = uids(one)

    assert first["fish"] == uids(one, newest=ledger)[0]["fish"] == ("fish", "fish-2")


@pytest.mark.parametrize(
    "changes",
    [
        {"status": SessionStatus.FULL},
        {"note": "改走东门"},
        {"whom": "团体"},
        {"capacity": Capacity("60", 60)},
    ],
)
def test_what_becomes_of_a_session_counts(changes: dict[str, object]):
    _, ledger = publish(sessions(MORNING, NOON))
    found, _ = publish(sessions(replace(MORNING, **changes), NOON), moment=TUESDAY, newest=ledger)

    assert found["fish"].sequence == 1


def test_a_stage_that_no_calendar_has_does_not_count():
    final = Stage("决赛", (may(25),), attend=True)
    _, ledger = publish(stages(Stage("报名", (may(1, 10),)), final))
    longer, _ = publish(stages(Stage("报名", (may(1, 12),)), final), moment=TUESDAY, newest=ledger)
    told, _ = publish(stages(replace(final, note="凭票")), moment=TUESDAY, newest=ledger)

    assert (longer["fish"].sequence, told["fish"].sequence) == (0, 1)
