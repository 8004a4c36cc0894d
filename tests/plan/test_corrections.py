"""What was put right after it was published: counted field by field, and told in plain words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from samples import activity, base, campaign, catalogue, contact, may, session, sessions
from scienceweek.model.activity import Activity, Admits, Change, Status
from scienceweek.model.booking import Booking
from scienceweek.model.contact import Show
from scienceweek.model.correction import Correction
from scienceweek.model.place import Admission, AtPlace, Fee, Price
from scienceweek.model.schedule import Unfixed
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.plan.ledgers import Books, Ledger, read, write
from scienceweek.plan.revisions import Inputs, revised

MONDAY = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
LIBRARY, HALL = AtPlace("区图书馆", "人民路1号"), AtPlace("文化馆", "人民路2号")


def published(
    *activities: Activity,
    moment: datetime = MONDAY,
    newest: Ledger | None = None,
    live: Ledger | None = None,
    is_private: Callable[[str], bool] = lambda _: False,
) -> tuple[tuple[Correction, ...], Ledger]:
    """What was put right of the first of *activities*, and the ledger that is left."""
    inputs = Inputs((newest or {}) if live is None else live, newest or {}, moment, Path())
    found, ledger = revised(catalogue(*activities), inputs, is_private)
    revision = found.activities[0].revision
    return revision.corrections if revision else (), ledger


def put_right(before: Activity, after: Activity) -> list[tuple[str, str, str]]:
    _, ledger = published(before)
    found, _ = published(after, moment=TUESDAY, newest=ledger)
    assert {one.moment for one in found} <= {TUESDAY}
    return [(one.field, one.before, one.after) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"title": "鱼"}, {"title": "月壤"}, [("名称", "鱼", "月壤")]),
        ({"where": LIBRARY}, {"where": HALL}, [("地点", "区图书馆 人民路1号", "文化馆 人民路2号")]),
        ({"where": ()}, {"where": LIBRARY}, [("地点", "", "区图书馆 人民路1号")]),
        ({"when": may(25)}, {"when": may(26)}, [("时间", "2024年5月25日 周六", "2024年5月26日 周日")]),
        (
            {"when": may(25)},
            {"when": Unfixed("另行通知"), "change": Change(Status.POSTPONED, "下雨")},
            [("状态", "照常", "延期（下雨）"), ("时间", "2024年5月25日 周六", "另行通知")],
        ),
        (
            {"admission": Admission(fee=Fee.FREE)},
            {"admission": Admission(fee=Fee.PAID, prices=(Price("成人", 30),), booking=Booking.NONE)},
            [("收费", "免费", "收费，成人30元"), ("预约", "", "不用预约")],
        ),
        ({"admits": Admits.PUBLIC}, {"admits": Admits.INVITED}, [("谁能参加", "面向公众", "定向邀请，不对外开放")]),
        ({"bring": "水杯"}, {}, [("来之前", "要带：水杯", "")]),
        ({"description": "一"}, {"description": "二"}, [("简介", "", "")]),
        ({"base": None}, {"base": base()}, [("主办", "", "重庆市气象科普馆")]),
    ],
)  # fmt: skip
def test_what_changed_is_told_field_by_field(before, after, told):
    assert put_right(activity(**before), activity(**after)) == told


def test_a_number_is_never_repeated():
    first = activity(contacts=(contact("023-60000001"),))
    second = activity(contacts=(contact("023-60000002"),))

    assert put_right(first, second) == [("电话", "", "")]
    assert put_right(first, activity()) == [("电话", "", "")]


def test_a_mobile_in_the_words_is_not_repeated_either():
    assert put_right(activity(title="鱼，电话13900000009"), activity(title="鱼")) == [("名称", "", "")]


def test_what_became_private_is_not_repeated_whatever_was_told_before():
    _, ledger = published(activity(where=AtPlace("张三家")))
    _, ledger = published(activity(where=LIBRARY), moment=TUESDAY, newest=ledger)

    found, _ = published(
        activity(where=LIBRARY), moment=WEDNESDAY, newest=ledger, is_private=lambda words: "张三" in words
    )

    assert found == (Correction(TUESDAY, "地点"),)


def test_what_is_long_is_not_told_twice():
    many = tuple(may(day) for day in range(1, 31, 2))
    longer = tuple(may(day) for day in range(2, 31, 2))

    assert put_right(activity(when=many), activity(when=longer)) == [("时间", "", "")]


def test_a_session_that_is_cancelled_is_told():
    morning = SubEvent(session(25, "09:00"))
    off = replace(morning, status=SessionStatus.CANCELLED)

    assert [field for field, *_ in put_right(sessions(morning, SubEvent(session(26))), sessions(off, SubEvent(session(26))))] == ["时间", "场次"]  # fmt: skip


def test_what_no_visitor_sees_is_no_correction():
    before = activity(contacts=(contact("13900000009", show=Show.INTERNAL),))

    assert put_right(before, activity(source="s2", inferred=("when",))) == []


def test_corrections_add_up_and_go_on_after_a_rollback():
    _, first = published(activity(title="一"))
    _, second = published(activity(title="二"), moment=TUESDAY, newest=first)

    found, _ = published(activity(title="一"), moment=WEDNESDAY, newest=second, live=first)

    assert found == (Correction(TUESDAY, "名称", "一", "二"), Correction(WEDNESDAY, "名称", "二", "一"))


def test_what_was_gone_keeps_its_corrections_and_its_words_are_kept_no_longer():
    moon = activity(id="moon")
    _, ledger = published(activity(title="一"), moon)
    _, ledger = published(activity(title="二"), moon, moment=TUESDAY, newest=ledger)
    _, ledger = published(moon, moment=WEDNESDAY, newest=ledger)

    assert ledger["fish"].told == ()
    found, _ = published(activity(title="三"), moon, moment=WEDNESDAY, newest=ledger)
    assert found == (Correction(TUESDAY, "名称", "一", "二"),)


def test_a_ledger_of_an_older_program_counts_from_its_next_release(tmp_path: Path):
    file = tmp_path / "old.json"
    file.write_text(
        '{"activities": {"fish": {"digest": "0", "sequence": 2, "modified": "2024-05-20T00:00:00+00:00", "times": [], "retired": []}}}'
    )
    found, ledger = published(activity(title="一"), moment=TUESDAY, newest=read(str(file)).ledger)
    then, _ = published(activity(title="二"), moment=WEDNESDAY, newest=ledger)

    assert (found, then) == ((), (Correction(WEDNESDAY, "名称", "一", "二"),))


def test_words_that_are_hostile_are_kept_as_they_are(tmp_path: Path):
    strange = '"}\n\\u0000<script>alert(1)</script>\u2028￿'
    _, ledger = published(activity(title="鱼"))
    found, ledger = published(activity(title=strange), moment=TUESDAY, newest=ledger)
    write(Books(ledger), tmp_path / "ledger.json")

    assert found == (Correction(TUESDAY, "名称", "鱼", strange),)
    assert read(str(tmp_path / "ledger.json")) == Books(ledger)


def test_the_day_of_a_correction_is_that_of_china():
    assert Correction(datetime(2024, 5, 20, 16, tzinfo=UTC), "名称").day == date(2024, 5, 21)


def test_a_campaign_of_an_activity_is_none_of_its_facts():
    assert put_right(activity(campaign=campaign(name="甲")), activity(campaign=campaign(name="乙"))) == []
