import subprocess
import sys

import pytest

from gitpublish.publish_lock import TooLong, taken


def test_who_waits_is_told_once_who_holds_the_lock(tmp_path):
    told: list[str] = []

    with (
        taken(tmp_path / "lock", "甲", told.append),
        pytest.raises(TooLong),
        taken(tmp_path / "lock", "乙", told.append, timeout=0.2),
    ):
        pass

    assert told == ["甲"]


def test_the_lock_is_free_again_afterwards(tmp_path):
    told: list[str] = []

    for _ in range(2):
        with taken(tmp_path / "lock", "甲", told.append):
            pass

    assert told == []


def test_the_lock_stays_taken_while_a_command_that_was_given_it_runs(tmp_path):
    with taken(tmp_path / "lock", "甲", print) as lock:
        command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=(lock,))

    with pytest.raises(TooLong), taken(tmp_path / "lock", "乙", str, timeout=0.1):
        pass
    process.communicate()
    with taken(tmp_path / "lock", "乙", str, timeout=5):
        pass
