import gzip
import json

import pytest

from gitpublish.messages import Failed
from gitpublish.place_memory import Kept, PlaceMemory

FIRST = Kept({"index.html": "1"}, "账本")


def test_what_is_remembered_is_read_as_it_was_written_and_is_the_same_bytes():
    known = PlaceMemory().showing("000001-a", FIRST).showing("000002-b", Kept({"index.html": "2"}))

    assert PlaceMemory.unpacked(known.packed(), "那里") == known
    assert known.packed() == PlaceMemory.unpacked(known.packed(), "那里").packed()


def test_going_back_forgets_nothing():
    known = PlaceMemory().showing("000001-a", FIRST).showing("000002-b", Kept())

    assert known.showing("000001-a") == PlaceMemory("000001-a", {"000001-a": FIRST, "000002-b": Kept()})


def test_the_newest_few_are_remembered_and_the_live_one():
    known = PlaceMemory()
    for number in range(1, 9):
        known = known.showing(f"00000{number}-a", Kept())

    assert list(known.releases) == [f"00000{number}-a" for number in range(4, 9)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        gzip.compress(b"x", mtime=0),
        gzip.compress(json.dumps({"live": "", "releases": []}).encode(), mtime=0),
    ],
    ids=["nothing", "a letter", "a packed letter", "nothing but a list"],
)
def test_what_cannot_be_read_is_told(content):
    with pytest.raises(Failed, match=r"看不懂 那里（记着发布到第几版、每个活动改过几次）。请从备份恢复"):
        PlaceMemory.unpacked(content, "那里")
