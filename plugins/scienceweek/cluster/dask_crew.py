"""The workers of a Dask scheduler as a crew. What is lost is made again, here if need be: it costs time, never the site."""

import asyncio
import logging
import os
import sys
import time
from collections.abc import Collection, Generator, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import uuid4

import distributed

from scienceweek.cluster import ClusterError, plan_parcel
from scienceweek.cluster.dask_worker import OtherProgramError, Sent, make
from scienceweek.render import tree
from scienceweek.render.draw import Batch, alone, batches
from scienceweek.render.progress import Progress
from scienceweek.render.target import Target
from scienceweek.render.workshop import DrawPlace, Made, Maker, Place, Workshop

_ROUNDS = 3  # in which a scheduler is looked for
_PATIENCE = 60.0  # seconds for a scheduler to answer, or for one worker to be there
_PULSE = 0.5
_SHARE = 16  # workers, among whom batches are still even; who makes which, the scheduler decides
DASK: Any = distributed  # which tells few types
LOST: tuple[type[BaseException], ...] = (OSError, TimeoutError, asyncio.CancelledError, CancelledError)
LOST += (DASK.scheduler.KilledWorker,)  # a connection that is closed is an OSError


@dataclass(frozen=True, slots=True)
class DaskCrew:
    """Whoever works for the scheduler at *address*; if it *shares* our folder, files are written there by those who make them."""

    address: str
    shares: bool = False
    patience: float = _PATIENCE

    def __call__(
        self, maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress
    ) -> Generator[Made, None, None]:
        assert isinstance(maker, Workshop)  # noqa: S101 - for mypy
        assert isinstance(place, DrawPlace)  # noqa: S101 - likewise
        # What is no chapter may be read from files, which are here.
        here = {number: size for number, size in sizes.items() if isinstance(maker.parts[number], Target)}
        waiting = _Waiting(maker, {number: size for number, size in sizes.items() if number not in here})
        with progress.told():
            for number, size in here.items():
                made = maker.make(number, place)
                progress.count(made, size)
                yield made
            for made in self._elsewhere(waiting, place):
                progress.count(made, sizes[made.number])
                yield made
        if waiting.left:
            _say(f"没有工作机了，剩下的 {len(waiting.left)} 批在本机生成。")
            rest = {number: sizes[number] for batch in waiting.left.values() for number in batch}
            yield from alone(maker, rest, place, progress)

    def _elsewhere(self, waiting: "_Waiting", place: DrawPlace) -> Iterator[Made]:
        for _ in range(_ROUNDS):
            if not waiting.left:
                return
            try:
                with connected(self.address, self.patience) as client:
                    yield from self._round(client, waiting, place)
            except LOST as error:
                _say(f"和调度器 {self.address} 的联系断了（{type(error).__name__}），再试一次。")

    def _round(self, client: Any, waiting: "_Waiting", place: DrawPlace) -> Iterator[Made]:
        """What comes of the batches that are left, as long as there is a scheduler with a worker."""
        share = Path(place.fresh).with_name(f"shared-{uuid4().hex}") if self.shares else None
        parcel = client.scatter(waiting.parcel, hash=False)
        under_way = {
            client.submit(
                make, parcel, waiting.key, waiting.program, batch, str(share or ""), pure=False
            ): number
            for number, batch in waiting.left.items()
        }
        for future in ended(client, under_way, self.patience):
            number = under_way.pop(future)
            try:
                sent: Sent = future.result()
            except OtherProgramError:
                told = f"调度器 {self.address} 的工作机上的程序和这里的不是同一个版本。请在工作机上装同一个版本，再启动它们。"
                raise ClusterError(told) from None
            del waiting.left[number]
            yield from (_placed(made, sent, waiting.workshop, place, share) for made in sent.made)
            if sent.made[-1].failed:
                waiting.only_before(sent.made[-1].number)
                for one in [one for one, at in under_way.items() if at not in waiting.left]:
                    del under_way[one]


class _Waiting:
    """The batches of a plan that are *left*, by number, and what is sent with them."""

    def __init__(self, workshop: Workshop, sizes: Mapping[int, int]) -> None:
        self.workshop = workshop
        self.parcel = plan_parcel.packed(workshop)
        self.key = blake2b(self.parcel, digest_size=16).hexdigest()
        self.program = plan_parcel.program()
        self.left: dict[int, Batch] = dict(enumerate(batches(sizes, _SHARE)))

    def only_before(self, number: int) -> None:
        """Nothing more is wanted of what comes after the part with this *number*, which failed."""
        self.left = {at: batch for at, batch in self.left.items() if batch[0] < number}


@contextmanager
def connected(address: str, patience: float) -> Iterator[Any]:
    """A client of the scheduler at *address*, who has a worker. Raises one of ``LOST`` after so many seconds of *patience*."""
    with DASK.Client(address, timeout=patience, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=patience)
        yield client


def ended(client: Any, under_way: Collection[Any], patience: float) -> Iterator[Any]:
    """Each future that is *under_way* once it has ended; who asks takes out of these what is not waited for any more.

    What came of one is forgotten where it was made as soon as the next is asked for.

    Raises TimeoutError if for so many seconds nothing has come, and there is no worker.
    """
    heard = time.monotonic()
    while under_way:
        found = _ended(client, under_way)
        if found:
            heard = time.monotonic()
        elif not client.scheduler_info()["workers"] and time.monotonic() - heard > patience:
            raise TimeoutError
        for future in found:
            if future in under_way:
                yield future
                # Not when the last reference goes: what waits for a timeout holds on to all of them.
                future.release()


def _ended(client: Any, futures: Collection[Any]) -> list[Any]:
    """Those of *futures* of which something has come, after a moment."""
    try:
        with client.as_current():
            return list(DASK.wait(list(futures), timeout=_PULSE, return_when="FIRST_COMPLETED").done)
    except TimeoutError:
        return []


def _placed(made: Made, sent: Sent, workshop: Workshop, place: DrawPlace, share: Path | None) -> Made:
    """*made*, whose files are put into their *place*."""
    for path, entry in made.drawn.items():
        known = workshop.intact.get(path)
        if path in sent.shared:
            assert share  # noqa: S101 - for mypy
            tree.lay_out(place.fresh, tree.folders_of((path,)))
            os.replace(share / sent.shared[path], f"{place.fresh}/{path}")  # noqa: PTH105 - as in `tree`
        else:
            stamp = place.put(path, sent.contents.pop(path, b""), entry.digest, known)
            made.drawn[path] = entry._replace(size=stamp.size, changed=stamp.changed)
    return made


# What it has to say of what is lost, we say.
logging.getLogger("distributed").setLevel(logging.CRITICAL)


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()
