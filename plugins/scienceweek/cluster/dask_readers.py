"""The workers of a Dask scheduler read what is to be read, before they make what comes of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scienceweek.cluster import plan_parcel
from scienceweek.cluster.dask_crew import LOST, connected, ended
from scienceweek.cluster.dask_worker import OtherProgramError, learn
from scienceweek.source.reading_ahead import Task

_CALLS = 64  # among which the jobs are even; who does which, the scheduler decides

_GONE: tuple[type[BaseException], ...] = (*LOST, OtherProgramError)


@dataclass(slots=True)
class DaskReaders:
    """Whoever works for the scheduler at *address*. Of what is wrong with it, and with them, the crew tells that makes the site."""

    address: str
    patience: float = 60.0
    least: int = 4_000_000
    _is_lost: bool = False

    def __call__(self, task: Task, common: bytes, jobs: Sequence[Any]) -> Iterator[Mapping[bytes, bytes]]:
        if self._is_lost:
            return
        try:
            with connected(self.address, self.patience) as client:
                yield from self._done(client, task, common, jobs)
        except _GONE:
            self._is_lost = True

    def _done(
        self, client: Any, task: Task, common: bytes, jobs: Sequence[Any]
    ) -> Iterator[Mapping[bytes, bytes]]:
        program = plan_parcel.program()
        shared = client.scatter(common, hash=False)
        size = -(-len(jobs) // _CALLS)
        calls = (jobs[first : first + size] for first in range(0, len(jobs), size))
        under_way = {client.submit(learn, task, shared, some, program, pure=False) for some in calls}
        for future in ended(client, under_way, self.patience):
            under_way.discard(future)
            yield future.result()
