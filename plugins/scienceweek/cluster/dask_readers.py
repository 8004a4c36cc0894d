"""The workers of a Dask scheduler read what is to be read, before they make what comes of it."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scienceweek.cluster import plan_parcel
from scienceweek.cluster.dask_crew import DASK, LOST, ended
from scienceweek.cluster.dask_worker import OtherProgramError, learn
from scienceweek.source.reading_ahead import Task

_CALLS = 64  # among which the jobs are even; who does which, the scheduler decides


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
            with DASK.Client(self.address, timeout=self.patience, set_as_default=False) as client:
                client.wait_for_workers(1, timeout=self.patience)
                yield from self._done(client, task, common, jobs)
        except LOST:
            self._is_lost = True
        except OtherProgramError:
            self._is_lost = True

    def _done(
        self, client: Any, task: Task, common: bytes, jobs: Sequence[Any]
    ) -> Iterator[Mapping[bytes, bytes]]:
        program = plan_parcel.program()
        shared = client.scatter(common, hash=False)
        size = -(-len(jobs) // _CALLS)
        calls = (jobs[first : first + size] for first in range(0, len(jobs), size))
        under_way = {client.submit(learn, task, shared, some, program, pure=False) for some in calls}
        heard = time.monotonic()
        while under_way:
            found = ended(client, under_way)
            if found:
                heard = time.monotonic()
            elif not client.scheduler_info()["workers"] and time.monotonic() - heard > self.patience:
                raise TimeoutError
            for future in found:
                under_way.discard(future)
                yield future.result()
