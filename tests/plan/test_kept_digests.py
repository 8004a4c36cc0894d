from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from samples import activity, base, catalogue, may
from scienceweek.identity import ValueIdentities
from scienceweek.model.activity import Activity, Revision
from scienceweek.plan.kept_digests import KeptDigests
from scienceweek.plan.revisions import Inputs, revised
from scienceweek.source.files.read_cache import Memory

NOW = datetime(2024, 5, 20, tzinfo=UTC)


class Count:
    """Tells of what was asked for."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        return f"digest {self.times}"


def test_what_was_found_of_a_record_is_found_once_whoever_asks(tmp_path: Path):
    found = Count()
    for _ in range(2):
        kept = KeptDigests(Memory(tmp_path / "kept"))
        assert kept.found("activity", (activity(),), found) == "digest 1"
        kept.keep()

    assert kept.found("activity", (activity(title="月壤"),), found) == "digest 2"
    assert kept.found("base", (activity(),), found) == "digest 3"


def test_without_a_memory_it_is_found_each_time():
    found = Count()

    assert [KeptDigests().found("base", (base(),), found) for _ in range(2)] == ["digest 1", "digest 2"]


def identity(one: Activity) -> str:
    return ValueIdentities().of(one)


def test_what_comes_of_a_record_is_known_by_it_and_by_what_was_added(tmp_path: Path):
    kept, one = KeptDigests(Memory(tmp_path / "kept")), activity()
    told = {}
    for name, revision in (
        ("first", Revision(1, NOW, ())),
        ("second", Revision(2, NOW, ())),
        ("first again", Revision(1, NOW, ())),
    ):
        made = replace(one, revision=revision)
        kept.derive(made, (one, revision))
        told[name] = identity(made)

    assert told["first"] == told["first again"] != told["second"]
    assert identity(one) not in told.values()


def test_a_ledger_is_the_same_whether_digests_are_kept_or_not(tmp_path: Path):
    facts = catalogue(activity(when=may(25)), activity(id="two", when=may(26)))
    inputs = Inputs({}, {}, NOW, tmp_path / "left")
    ledgers = []
    for kept in (None, *(KeptDigests(Memory(tmp_path / "kept")) for _ in range(2))):
        ledgers.append(revised(facts, inputs, kept=kept)[1])
        if kept:
            kept.keep()

    assert ledgers[0] == ledgers[1] == ledgers[2]
