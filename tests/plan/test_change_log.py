"""Every change of every record that was published: in order, and never taken back."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scienceweek.formats.open_data.dataset import DataField, DataKind
from scienceweek.plan.change_log import ChangeLog, LoggedChange, PublishedRecord, digest, grown
from scienceweek.plan.ledgers import Books, read, write

MONDAY = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
KIND = DataKind("venues", "活动场地", "Place", (DataField("id", "编号"), DataField("name", "名称")))
WIDER = DataKind("venues", "活动场地", "Place", (*KIND.fields, DataField("note", "附注")))


def records(held: Mapping[str, str]) -> Iterable[PublishedRecord]:
    return [
        PublishedRecord(KIND, id, f"venues/{id}.html", lambda own=(id, name): own)  # type: ignore[misc]
        for id, name in held.items()
    ]


def told(log: ChangeLog) -> list[tuple[str, datetime, bool]]:
    return [(one.id, one.modified, bool(one.digest)) for one in log]


def test_what_is_new_changed_and_gone_is_added_in_order():
    first = grown((), records({"b": "乙", "a": "甲"}), MONDAY)
    second = grown(first, records({"a": "甲", "c": "丙"}), TUESDAY)

    assert told(first) == [("a", MONDAY, True), ("b", MONDAY, True)]
    assert told(second[2:]) == [("c", TUESDAY, True), ("b", TUESDAY, False)]
    assert second[:2] == first
    assert second[2] == LoggedChange("venues", "c", TUESDAY, digest(KIND, ("c", "丙")), "venues/c.html")


def test_what_is_the_same_adds_nothing():
    first = grown((), records({"a": "甲"}), MONDAY)

    assert grown(first, records({"a": "甲"}), TUESDAY) == first


def test_what_was_gone_comes_back_and_no_moment_falls():
    log = grown((), records({"a": "甲"}), TUESDAY)
    log = grown(log, records({}), MONDAY)
    log = grown(log, records({"a": "甲"}), MONDAY)

    assert told(log) == [("a", TUESDAY, True), ("a", TUESDAY, False), ("a", TUESDAY, True)]


def test_a_field_that_is_new_to_the_program_and_unknown_changes_nothing():
    assert digest(KIND, ("a", "甲")) == digest(WIDER, ("a", "甲", None))


def test_a_log_is_read_as_it_was_written_and_an_older_ledger_has_none(tmp_path: Path):
    log = grown((), records({"a": "甲"}), MONDAY)
    write(Books({}, log), tmp_path / "ledger.json")
    (tmp_path / "old.json").write_text('{"activities": {}}')

    assert read(str(tmp_path / "ledger.json")) == Books({}, log)
    assert read(str(tmp_path / "old.json")) == Books({})


releases = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from("abc"), st.sampled_from("甲乙"), max_size=3), st.integers(0, 5)
    ),
    max_size=6,
)


@given(releases)
def test_whoever_follows_the_log_holds_what_is_published(history: list[tuple[dict[str, str], int]]):
    log: ChangeLog = ()
    held: dict[str, str] = {}
    for now, hours in history:
        longer = grown(log, records(now), MONDAY + timedelta(hours=hours))
        assert longer[: len(log)] == log
        for one in longer[len(log) :]:
            held[one.id] = one.digest
        log = longer
        assert {id: is_there for id, is_there in held.items() if is_there} == {
            id: digest(KIND, (id, name)) for id, name in now.items()
        }
    assert [one.modified for one in log] == sorted(one.modified for one in log)
