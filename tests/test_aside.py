import os
import threading

from scienceweek.aside import aside


def test_what_another_process_makes_comes_back():
    assert aside(lambda: b"made by %d" % os.getppid()) == b"made by %d" % os.getpid()
    assert aside(lambda: b"") == b""


def test_of_what_goes_wrong_nothing_comes_back():
    assert aside(lambda: bytes(1 // 0)) is None
    assert aside(lambda: os._exit(1)) is None


def test_with_threads_nobody_is_forked():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert aside(lambda: b"made") is None
    finally:
        done.set()
        thread.join()
