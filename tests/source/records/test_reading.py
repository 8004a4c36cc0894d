import pickle
from pathlib import Path

import pytest
from trees import ACTIVITIES, CAMPAIGN, FILES, activity, complaints

from scienceweek.source.mistakes.problems import Position, Problems
from scienceweek.source.records.place import BaseRecord, VenueRecord
from scienceweek.source.records.reading import EntryHead, KeptEntry, RecordEntry, read
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import read as tree


def node(text: str) -> Node:
    found = tree("x.yaml", text, Problems())
    assert found
    return found


def test_a_record_knows_where_its_values_stand():
    entry = read(
        VenueRecord, "x.yaml", node("id: hall\nname: 主会场\ndistrict: yubei\naliases: [甲, 乙]"), Problems()
    )

    assert entry
    assert entry.record == VenueRecord(id="hall", name="主会场", district="yubei", aliases=("甲", "乙"))
    assert entry.spot("aliases", 1) == Position("x.yaml", 4, 14)
    assert entry.sound


def test_what_is_wrong_is_left_out_so_that_the_rest_is_looked_at():
    problems = Problems()

    entry = read(VenueRecord, "x.yaml", node("id: hall\ndistrict: yubei\naliases: 甲\nurl: x"), problems)

    assert [problem.line for problem in problems.all] == [1, 3, 4]
    assert entry
    assert entry.record == VenueRecord(id="hall", name="name", district="yubei")
    assert not entry.sound


def test_without_an_id_a_record_is_looked_at_all_the_same():
    entry = read(VenueRecord, "x.yaml", node("name: 主会场\ndistrict: yubei"), Problems())

    assert entry
    assert entry == RecordEntry(
        "x.yaml", entry.node, VenueRecord(id="line-1", name="主会场", district="yubei"), sound=False
    )


def test_what_hangs_on_what_is_missing_is_no_record():
    assert read(VenueRecord, "x.yaml", node("id: a\nname: 主会场"), Problems()) is None


def test_an_empty_value_is_none():
    entry = read(BaseRecord, "x.yaml", node("id: a\nname: 甲\naddress:\ncontacts:\nopening: ~"), Problems())

    assert entry
    assert entry.record == BaseRecord(id="a", name="甲")


def test_a_campaign_with_a_mistake_still_dates_its_activities(tmp_path: Path):
    files = {CAMPAIGN: FILES[CAMPAIGN] + "slogan: x\n", ACTIVITIES: activity(when="5.32")}

    assert [line.split(": ")[0] for line in complaints(tmp_path, files)] == [
        "data/activities/2024-yubei.yaml:5:11",
        "data/campaigns/2024-yubei.yaml:8:1",
    ]


def test_a_kept_entry_is_read_when_somebody_asks_what_it_says():
    entry = read(
        VenueRecord, "x.yaml", node("id: hall\nname: 主会场\ndistrict: yubei\nwas: [old]"), Problems()
    )
    assert entry
    asked = []
    kept = KeptEntry(entry.head, lambda: asked.append(1) or entry)

    assert (kept.head, asked) == (EntryHead("hall", ("old",)), [])
    assert kept.spot("district") == entry.spot("district")
    assert (kept.file, kept.record, kept.sound, asked) == (entry.file, entry.record, entry.sound, [1])
    assert pickle.loads(pickle.dumps(kept)).record == entry.record  # noqa: S301 - ours
    with pytest.raises(AttributeError):
        _ = kept.other
