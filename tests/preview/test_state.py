import threading
from datetime import UTC, datetime

from scienceweek.preview.outcome import PreviewOutcome
from scienceweek.preview.state import PreviewState

AT = datetime(2024, 5, 25, tzinfo=UTC)
BEFORE = datetime(2024, 5, 24, tzinfo=UTC)


def test_a_build_that_failed_leaves_the_moment_of_the_good_one():
    state, failed = PreviewState(BEFORE), PreviewOutcome(AT, said="没有做成")

    state.tell(failed)
    assert state.now == (1, failed, BEFORE)

    state.tell(good := PreviewOutcome(AT))
    assert state.now == (2, good, AT)


def test_whoever_waits_is_woken_by_the_next_build():
    state = PreviewState()
    woken = []
    waiting = threading.Thread(target=lambda: woken.append(state.wait(0, 60)))
    waiting.start()

    state.tell(PreviewOutcome(AT))
    waiting.join(30)

    assert woken == [1]


def test_whoever_has_waited_long_enough_is_told_the_same_number():
    assert PreviewState().wait(0, 0.01) == 0
