"""A site made by the workers of a Dask scheduler, and what becomes of it when some of them are lost."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from cluster_parts import broken, contents, parts, started
from distributed import Client, LocalCluster

from scienceweek.cluster import ClusterError, plan_parcel
from scienceweek.cluster.dask_crew import DaskCrew
from scienceweek.render import Chapter, DrawError, build
from scienceweek.render.draw import Crew
from scienceweek.render.progress import Progress
from scienceweek.render.workshop import Made, Maker, Place

_PLAN = 2
"""Times that the plan is held: by each worker."""


def crew_of(cluster: LocalCluster, **more: bool) -> DaskCrew:
    return DaskCrew(cluster.scheduler_address, **more)


def after(crew: Crew, number: int, act: Callable[[], None]) -> Crew:
    """*crew*, but that *act* happens when so many parts are made."""

    def made(maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress) -> Iterator[Made]:
        for count, one in enumerate(crew(maker, sizes, place, progress)):
            if count == number:
                act()
            yield one

    return made  # type: ignore[return-value]


def alone(folder: Path, count: int) -> dict[str, bytes]:
    build(parts(count), folder / "alone", salt=b"", workers=1, gzip=True)
    return contents(folder / "alone")


def test_what_has_come_is_forgotten_where_it_was_made(tmp_path: Path, cluster):
    """Else the workers hold all files of a site in the end."""
    held: list[int] = []

    def look() -> None:
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            for _ in range(50):
                held.append(sum(map(len, client.has_what().values())))
                if held[-1] <= _PLAN + 1:
                    break
                time.sleep(0.1)

    build(parts(40), tmp_path / "output", salt=b"", gzip=True, crew=after(crew_of(cluster), 40, look))

    assert held[-1] <= _PLAN + 1, "the plan, and what is being put away"


@pytest.mark.parametrize("shares", [False, True])
def test_they_make_the_same_site_and_of_a_change_what_has_changed(tmp_path: Path, cluster, shares):
    output, crew = tmp_path / "output", crew_of(cluster, shares=shares)

    build(parts(20), output, salt=b"", gzip=True, crew=crew)
    same = contents(output) == alone(tmp_path, 20)
    again = build(parts(20), output, salt=b"", gzip=True, crew=crew)
    other = build(parts(20), output, salt=b"other", gzip=True, crew=crew)

    assert same
    assert (again.made, again.kept, len(other.made), other.kept) == ((), 61, 61, 0)
    assert contents(output) == contents(tmp_path / "alone")
    assert [path.name for path in sorted(tmp_path.iterdir())] == [
        ".alone.build",
        ".output.build",
        "alone",
        "output",
    ]
    assert len(list((tmp_path / ".output.build").iterdir())) == 2


def test_one_who_is_killed_costs_time_and_nothing_else(tmp_path: Path, cluster):
    def kill() -> None:
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            client.wait_for_workers(2)
            first, _ = client.run(os.getpid).values()
        os.kill(first, signal.SIGKILL)

    build(parts(40, 0.01), tmp_path / "output", salt=b"", gzip=True, crew=after(crew_of(cluster), 3, kill))

    assert contents(tmp_path / "output") == alone(tmp_path, 40)


def test_what_cannot_be_planned_is_told_as_it_would_be_here(tmp_path: Path, cluster):
    plan = [*parts(20), Chapter("lost", broken, (7,), size=3)]

    with pytest.raises(DrawError, match="cannot draw lost: LookupError: 7"):
        build(plan, tmp_path / "output", salt=b"", crew=crew_of(cluster))

    assert not (tmp_path / "output").exists()


def test_workers_with_another_program_make_nothing(tmp_path: Path, cluster, monkeypatch):
    monkeypatch.setattr(plan_parcel, "program", lambda: "another")

    with pytest.raises(ClusterError, match="程序和这里的不是同一个版本"):
        build(parts(20), tmp_path / "output", salt=b"", crew=crew_of(cluster))


def test_where_nobody_is_the_site_is_made_here(tmp_path: Path, capsys):
    crew = DaskCrew(f"tcp://127.0.0.1:{free_port()}", patience=0.1)

    build(parts(10), tmp_path / "output", salt=b"", gzip=True, crew=crew)

    assert contents(tmp_path / "output") == alone(tmp_path, 10)
    assert capsys.readouterr().err.splitlines()[-1] == "没有工作机了，剩下的 4 批在本机生成。"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.slow
def test_a_lost_worker_and_a_scheduler_that_begins_anew_cost_time_and_nothing_else(tmp_path: Path):
    port = str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with ExitStack() as stack:
        first = stack.enter_context(started(*scheduler))
        workers = [stack.enter_context(started(*worker)) for _ in range(2)]
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

        def end_all() -> None:
            first.kill()
            first.wait()
            stack.enter_context(started(*scheduler))
            stack.enter_context(started(*worker))

        crew = after(after(DaskCrew(address, patience=60), 3, workers[0].kill), 30, end_all)
        build(parts(200, 0.01), tmp_path / "output", salt=b"", gzip=True, crew=crew)

    assert contents(tmp_path / "output") == alone(tmp_path, 200)
