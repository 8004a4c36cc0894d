import threading
from datetime import UTC, datetime

from scienceweek.preview.outcome import Outcome
from scienceweek.preview.state import State

AT = datetime(2024, 5, 25, tzinfo=UTC)
BEFORE = datetime(2024, 5, 24, tzinfo=UTC)


def test_a_build_that_failed_leaves_the_moment_of_the_good_one():
    state, failed = State(BEFORE), Outcome(AT, said="没有做成")

    state.tell(failed)
    assert state.now == (1, failed, BEFORE)

    state.tell(good := Outcome(AT))
    assert state.now == (2, good, AT)


def test_whoever_waits_is_woken_by_the_next_build():
    state = State()
    woken = []
    waiting = threading.Thread(target=lambda: woken.append(state.wait(0, 60)))
    waiting.start()

    state.tell(Outcome(AT))
    waiting.join(30)

    assert woken == [1]


def test_whoever_has_waited_long_enough_is_told_the_same_number():
    assert State().wait(0, 0.01) == 0
