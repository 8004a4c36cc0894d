import threading

from scienceweek.render.progress import Progress
from scienceweek.render.workshop import Made


def test_what_was_expected_gives_way_to_what_there_is():
    progress = Progress(9)
    progress.count(Made(0, ["a.html", "b.html"]), 4)

    assert (progress.done, progress.expected) == (2, 7)


def test_it_is_told_while_the_work_goes_on_and_not_afterwards():
    told, heard = [], threading.Event()

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        heard.set()

    progress = Progress(2, tell)
    progress.count(Made(0, ["a.html"]), 1)
    with progress.told():
        assert heard.wait(60)
    number = len(told)

    assert set(told) == {(1, 2)}
    assert len(told) == number


def test_where_nobody_listens_there_is_no_thread():
    before = threading.active_count()
    with Progress(2).told():
        assert threading.active_count() == before
