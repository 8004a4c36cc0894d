import os
import signal
import time

import pytest

from scienceweek.render.lock import Busy, held


def ignore(message: str) -> None:
    pass


def test_a_lock_can_be_taken_again_when_it_has_been_let_go(tmp_path):
    for _ in range(2):
        with held(tmp_path / "lock", 0, ignore):
            pass

    assert (tmp_path / "lock").exists()


def test_a_lock_that_is_held_is_waited_for_as_long_as_we_would_wait(tmp_path):
    said: list[str] = []
    start = time.monotonic()

    with (
        held(tmp_path / "lock", None, ignore),
        pytest.raises(Busy),
        held(tmp_path / "lock", 0.2, said.append),
    ):
        pass

    assert said == ["另一次生成正在进行，等它结束。"]
    assert time.monotonic() - start >= 0.2


def test_an_error_lets_the_lock_go(tmp_path):
    with pytest.raises(ZeroDivisionError), held(tmp_path / "lock", 0, ignore):
        raise ZeroDivisionError

    with held(tmp_path / "lock", 0, ignore):
        pass


def test_the_lock_of_a_process_that_is_killed_is_free(tmp_path):
    ready, tell = os.pipe()
    holder = os.fork()
    if holder == 0:
        with held(tmp_path / "lock", 0, ignore):
            os.write(tell, b".")
            time.sleep(60)
            os._exit(0)
    os.read(ready, 1)
    with pytest.raises(Busy), held(tmp_path / "lock", 0, ignore):
        pass

    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)

    with held(tmp_path / "lock", 0, ignore):
        pass


def test_a_link_is_not_taken_for_a_lock(tmp_path):
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OSError, match="lock"), held(tmp_path / "lock", 0, ignore):
        pass

    assert not (tmp_path / "elsewhere").exists()
