"""Having the parts of a plan made: here, or in several processes where there is enough to make.

Work is handed out in batches, the largest first, to whoever is free; what comes back is in any order.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from scienceweek.render.progress import Progress
from scienceweek.render.workshop import DrawError, Made, Maker, Place

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Batch = Sequence[int]
"""Numbers of parts of a plan that one worker makes, one after the other."""

ENOUGH = 20  # files; for fewer, a second process costs more than it saves
_BATCHES = 24  # for each worker: the last to end is then not far behind the others
_PATIENCE = 5.0  # seconds until what is lost has ended
_OFTEN = 5_000  # values, after which the collector looks for what nobody has any more
_AHEAD = 2  # batches that a worker has, so that it need not wait for us


class Crew(Protocol):
    """Whoever makes parts of a plan."""

    def __call__(
        self, maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress
    ) -> Generator[Made, None, None]:
        """What becomes of the parts that have *sizes*, by the number that *maker* knows them by, in any order; all of it, or up to the first that failed.

        Raises DrawError if whoever makes them is lost.
        """
        ...


def alone(
    maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress
) -> Generator[Made, None, None]:
    """A crew of this process."""
    with _frozen(), progress.told():
        for number in sizes:
            made = maker.make(number, place)
            progress.count(made, sizes[number])
            yield made
            if made.failed:
                return


@dataclass(frozen=True, slots=True)
class Processes:
    """A crew of so many *workers*, this process among them: what it knows need not be there once more.

    By the *method* fork the others share what it knows, as far as nobody touches it, and what it has at hand once it has made
    a part of each kind: libraries, templates, signs that were drawn. By spawn, where no process can be forked, they are sent the plan.
    """

    workers: int
    method: str = "fork"

    def __call__(
        self, maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress
    ) -> Generator[Made, None, None]:
        ours = samples(maker, sizes) if self.method == "fork" else ()
        left = {number: size for number, size in sizes.items() if number not in ours}
        work = _HandOut(batches(left, self.workers)[::-1])

        def count(made: Made) -> None:
            progress.count(made, sizes[made.number])

        for number in filter(work.is_wanted, ours):
            made = maker.make(number, place)
            work.heard(made)
            count(made)
            yield made
        with ExitStack() as stack:
            stack.enter_context(_frozen())
            workers = _Workers(self.method, maker, place)
            stack.callback(workers.end)
            for _ in range(min(self.workers, len(work.waiting)) - 1):
                workers.begin()
            # By a thread of its own: no process is forked any more.
            stack.enter_context(progress.told())
            yield from _handed_out(work, workers, lambda number: maker.make(number, place), count)


@contextmanager
def _frozen() -> Iterator[None]:
    """What there is now is not looked at by the collector, so that its memory stays shared with the children; what comes is.

    Each page that is drawn leaves some that only the collector finds: of 20,000 pages 600 MB. A page makes thousands of values:
    after as few as Python waits for, the collector would find next to nothing.
    """
    collected, (often, *older) = gc.isenabled(), gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OFTEN, *older)
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(often, *older)
        if not collected:
            gc.disable()


def crew_of(workers: int, sizes: Mapping[int, int], enough: int = ENOUGH) -> Crew:
    """The crew for parts of those *sizes* on a machine for so many *workers*; one alone makes what is no more than *enough*."""
    if workers == 1 or sum(sizes.values()) <= enough:
        return alone
    if not hasattr(os, "fork"):
        return Processes(workers, "spawn")
    # A fork copies the locks of other threads, but not the threads that would let go of them.
    return Processes(workers) if threading.active_count() == 1 else alone


def batches(sizes: Mapping[int, int], workers: int) -> list[Batch]:
    """All that has a size, for so many *workers*, the largest batch first: neighbours together, for they share what they show."""
    enough = max(ENOUGH // 2, sum(sizes.values()) // (workers * _BATCHES))
    found: list[tuple[int, list[int]]] = []
    total, batch = 0, list[int]()
    for number, size in sizes.items():
        if batch and total + size > enough:
            found.append((total, batch))
            total, batch = 0, []
        total += size
        batch.append(number)
    if batch:
        found.append((total, batch))
    return [batch for _, batch in sorted(found, key=lambda one: -one[0])]


def samples(maker: Maker, sizes: Mapping[int, int]) -> tuple[int, ...]:
    """The smallest part of each kind that has a size: whoever has made these has at hand what all others need."""
    found: dict[object, int] = {}
    for number in sorted(sizes, key=lambda number: sizes[number]):
        found.setdefault(maker.kind(number), number)
    return tuple(sorted(found.values()))


class _Workers:
    """Processes that make batches of parts."""

    def __init__(self, method: str, maker: Maker, place: Place) -> None:
        # Whoever has little to do works alone, and does without.
        import multiprocessing.connection

        self._context: Any = multiprocessing.get_context(method)
        self._pipe, self._wait = multiprocessing.Pipe, multiprocessing.connection.wait
        self._given = maker, place
        self.ends: list[Connection] = []
        self._children: list[Any] = []

    def begin(self) -> None:
        """One more."""
        ours, theirs = self._pipe()
        self.ends.append(ours)
        # Forked, it has our ends too, and would wait for ever to hear of nobody but itself.
        foreign = self.ends if self._context.get_start_method() == "fork" else []
        child = self._context.Process(target=_work, args=(theirs, foreign, *self._given), daemon=True)
        child.start()
        theirs.close()
        self._children.append(child)

    def give(self, end: "Connection", batch: Batch) -> None:
        """Raises DrawError if nobody is there."""
        try:
            end.send(batch)
        except OSError:
            raise self._lost(end) from None

    def heard(self, patience: float | None) -> "Iterator[tuple[Connection, list[Made]]]":
        """What came back since it was last asked, and from whom; nothing after so many seconds of *patience*.

        Raises DrawError if somebody is not there any more.
        """
        for end in cast("list[Connection]", self._wait(self.ends, patience) if self.ends else []):
            try:
                yield end, end.recv()
            except (EOFError, OSError):
                raise self._lost(end) from None

    def _lost(self, end: "Connection") -> DrawError:
        child = self._children[self.ends.index(end)]
        child.join(_PATIENCE)
        return DrawError("", f"a drawing process ended with status {child.exitcode}")

    def end(self) -> None:
        for child in self._children:
            child.kill()
        for child, end in zip(self._children, self.ends, strict=True):
            child.join()
            child.close()
            end.close()


class _HandOut:
    """The batches that are *waiting*, the smallest first, and how many are *under_way*; after a failure, those that come before it."""

    def __init__(self, waiting: list[Batch]) -> None:
        self.waiting, self.under_way = waiting, 0
        self._own: list[int] = []
        self._first_failed = sys.maxsize

    def large(self) -> Batch:
        """The largest batch, for somebody else."""
        self.under_way += 1
        return self.waiting.pop()

    def next_one(self) -> int | None:
        """The next part for ourselves, of the smallest batch: whoever hands out is never long away."""
        if not self._own and self.waiting:
            self._own = list(self.waiting.pop(0))
        number = self._own.pop(0) if self._own else None
        return number if number is None or self.is_wanted(number) else None

    def is_wanted(self, number: int) -> bool:
        """Whether that part can still tell something: none that comes after one that failed."""
        return number < self._first_failed

    def heard(self, made: Made) -> None:
        if made.failed:
            # What comes before it may fail too, and is then what is told.
            self._first_failed = min(self._first_failed, made.number)
            self.waiting[:] = [batch for batch in self.waiting if batch[0] < self._first_failed]


def _handed_out(
    work: _HandOut, workers: _Workers, alone: Callable[[int], Made], count: Callable[[Made], None]
) -> Generator[Made, None, None]:
    """What became of the *work*, which the *workers* and this process do together."""
    for end in [*workers.ends] * _AHEAD:
        if work.waiting:
            workers.give(end, work.large())
    while True:
        number = work.next_one()
        several = [] if number is None else [alone(number)]
        if number is None and not work.under_way:
            return
        for end, found in workers.heard(0 if several else None):
            several += found
            work.under_way -= 1
            for made in found:
                work.heard(made)
            if work.waiting:
                workers.give(end, work.large())
        for made in several:
            work.heard(made)
            count(made)
        yield from several


def _work(end: "Connection", foreign: "Iterable[Connection]", maker: Maker, place: Place) -> None:
    """The life of a child: until nobody has anything more for it, or nobody listens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in foreign:
        other.close()
    try:
        while True:
            end.send(made_of(maker, end.recv(), place))
    except (EOFError, OSError):
        return


def made_of(maker: Maker, batch: Batch, place: Place) -> list[Made]:
    """What becomes of a *batch*, up to the first part that fails."""
    found = []
    for number in batch:
        found.append(maker.make(number, place))
        if found[-1].failed:
            break
    return found
