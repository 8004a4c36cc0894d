import os
import threading

from scienceweek.render.progress import Progress


def test_what_several_processes_do_is_counted_together():
    progress = Progress(9, slots=2)
    for slot in range(2):
        child = os.fork()
        if child == 0:
            for _ in range(3 + slot):
                progress.count(slot)
            os._exit(0)
        os.waitpid(child, 0)

    assert progress.done == 7


def test_it_is_told_while_the_work_goes_on_and_not_afterwards():
    told, heard = [], threading.Event()

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        heard.set()

    progress = Progress(2, tell=tell)
    progress.count()
    with progress.told():
        assert heard.wait(60)
    number = len(told)

    assert set(told) == {(1, 2)}
    assert len(told) == number


def test_where_nobody_listens_there_is_no_thread():
    before = threading.active_count()
    with Progress(2).told():
        assert threading.active_count() == before
