"""Facts that the workers of a Dask scheduler have read, and what becomes of it when some of them are lost."""

import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import corpus
import pytest
from distributed import Client
from trees import project

from scienceweek.check.inspection import Inspected
from scienceweek.cluster import plan_parcel
from scienceweek.cluster.dask_readers import DaskReaders
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.source.reading_ahead import Task


class Counting(DaskReaders):
    """Counts what comes back, and does something before it is asked for."""

    def __init__(self, address: str, before: Any = int, **more: Any) -> None:
        super().__init__(address, least=0, **more)
        self.came, self.before = [], before

    def __call__(self, task: Task, common: bytes, jobs: Sequence[Any]) -> Any:
        self.before()
        for one in super().__call__(task, common, jobs):
            self.came.append((task.__name__, len(one)))
            yield one


@pytest.fixture(scope="module")
def facts(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("facts")
    corpus.write(root, 80)
    return root


def read(root: Path, kept: Path, ahead: DaskReaders | None = None) -> Inspected:
    return replace(project(root, kept), ahead=ahead).read()


def test_they_read_what_would_be_read_here(facts: Path, tmp_path: Path, cluster):
    ahead = Counting(cluster.scheduler_address)

    assert read(facts, tmp_path / "there", ahead) == read(facts, tmp_path / "here")

    files = len(list((facts / "data").rglob("*.yaml")))
    came: Mapping[str, int] = {
        name: sum(n for task, n in ahead.came if task == name) for name, _ in ahead.came
    }
    assert came == {"of_file": 2 * files, "of_activities": 2 * 40}


def test_one_who_is_killed_and_nobody_there_cost_time_and_nothing_else(facts: Path, tmp_path: Path, cluster):
    def kill() -> None:
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            client.wait_for_workers(2)
            first, _ = client.run(os.getpid).values()
        os.kill(first, signal.SIGKILL)

    found = read(facts, tmp_path / "here")
    lost = Counting("tcp://127.0.0.1:1", patience=0.1)

    assert read(facts, tmp_path / "there", Counting(cluster.scheduler_address, kill)) == found
    assert read(facts, tmp_path / "nowhere", lost) == found
    assert lost.came == []


def test_workers_with_another_program_read_nothing(facts: Path, tmp_path: Path, cluster, monkeypatch):
    monkeypatch.setattr(plan_parcel, "program", lambda: "another")
    ahead = Counting(cluster.scheduler_address)

    assert read(facts, tmp_path / "there", ahead) == read(facts, tmp_path / "here")
    assert ahead.came == []


def test_what_is_wrong_is_told_in_the_same_order_and_words(tmp_path: Path, cluster):
    corpus.write(tmp_path / "site", 80)
    data = tmp_path / "site" / "data"
    for number, (old, new) in enumerate(
        ((" title: ", " titel: "), (" when: 2026-", " when: 2026-13-"), ("base: district", "base: nowhere"))
    ):
        path = data / "activities" / f"2026-district-0{number + 1}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    told = []
    for ahead in (None, Counting(cluster.scheduler_address)):
        with pytest.raises(SourceError) as caught:
            read(tmp_path / "site", tmp_path / str(len(told)), ahead)
        told.append(tuple(map(str, caught.value.problems)))

    assert told[0] == told[1]
    assert len(told[0]) > 3
