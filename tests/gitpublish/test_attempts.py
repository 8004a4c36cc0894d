import json
import time
from pathlib import Path

import pytest

from gitpublish.attempts import Attempts


def aged(folder: Path, **changes: object) -> None:
    """What is kept, with *changes*."""
    file = folder / "attempts"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | changes), encoding="utf-8")


def test_the_first_two_are_made_at_once(tmp_path):
    attempts = Attempts(tmp_path, "a")
    before = attempts.is_due()
    attempts.begin()
    after_one = attempts.is_due()
    attempts.fail()
    attempts.begin()
    attempts.fail()

    assert (before, after_one, attempts.is_due()) == (True, True, False)


@pytest.mark.parametrize(
    ("count", "waited", "due"),
    [(2, 59, False), (2, 61, True), (3, 119, False), (3, 121, True), (99, 3590, False), (99, 3601, True)],
)
def test_each_that_follows_waits_twice_as_long_and_none_longer_than_an_hour(tmp_path, count, waited, due):
    attempts = Attempts(tmp_path, "a")
    attempts.fail()
    aged(tmp_path, count=count, at=time.time() - waited)

    assert attempts.is_due() == due


def test_a_clock_that_was_set_back_makes_nobody_wait(tmp_path):
    attempts = Attempts(tmp_path, "a")
    attempts.fail()
    aged(tmp_path, count=9, at=time.time() + 100_000)

    assert attempts.is_due()


def test_with_more_room_on_the_disk_it_is_time(tmp_path):
    attempts = Attempts(tmp_path, "a")
    attempts.fail()
    aged(tmp_path, count=9, room=0)

    assert attempts.is_due()


def test_where_there_was_room_enough_more_of_it_changes_nothing(tmp_path, monkeypatch):
    attempts = Attempts(tmp_path, "a")
    attempts.fail()
    aged(tmp_path, count=9, room=3_000_000_000)
    monkeypatch.setattr(Attempts, "_room", lambda _: 4_000_000_000)

    assert not attempts.is_due()


def test_something_else_is_tried_at_once(tmp_path):
    Attempts(tmp_path, "a").fail()
    aged(tmp_path, count=9)

    assert (Attempts(tmp_path, "a").is_due(), Attempts(tmp_path, "b").is_due()) == (False, True)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"what": "a", "count": "x", "at": 1, "room": 1}'])
def test_what_cannot_be_read_is_nothing(tmp_path, text):
    (tmp_path / "attempts").write_text(text, encoding="utf-8")
    (tmp_path / "attempts").chmod(0o600)

    assert Attempts(tmp_path, "a").is_due()


def test_success_forgets(tmp_path):
    attempts = Attempts(tmp_path, "a")
    attempts.begin()
    before = attempts.has_begun()

    attempts.end()
    attempts.end()

    assert (before, attempts.has_begun()) == (True, False)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_is_always_time(tmp_path):
    attempts = Attempts(tmp_path / "none", "a")

    attempts.begin()
    attempts.fail()
    attempts.end()

    assert attempts.is_due()
