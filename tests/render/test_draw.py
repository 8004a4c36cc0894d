"""How work is handed out, and that it does not matter to whom."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from processes import measured

from scienceweek.render import Chapter, DrawError, Target
from scienceweek.render.chapter import Identities
from scienceweek.render.draw import Crew, Processes, alone, batches, samples
from scienceweek.render.gate import OpenGate
from scienceweek.render.joined import text
from scienceweek.render.progress import Progress
from scienceweek.render.workshop import DrawPlace, Workshop


def pages(number: int) -> tuple[Target, ...]:
    return tuple(Target(f"{number}/{name}.txt", text, (f"{number} {name}",)) for name in "ab")


def broken(number: int) -> bytes:
    raise ZeroDivisionError(number)


def workshop(*parts: Target | Chapter) -> Workshop:
    return Workshop(parts, b"", OpenGate(), gzip=True, intact={}, before={}, identities=Identities(b""))


LOOSE = tuple(Target(f"{number}.txt", text, (str(number),)) for number in range(30))


def made(crew: Crew, given: Workshop, fresh: Path) -> dict[int, list[str]]:
    """What *crew* makes of all parts of *given* in the folder *fresh*: the names of each."""
    sizes = dict.fromkeys(range(len(given.parts)), 2)
    came = crew(given, sizes, DrawPlace(str(fresh), "none"), Progress(0))
    return {one.number: one.names for one in sorted(came, key=lambda one: one.number)}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_neighbours_are_made_together_and_the_largest_batch_is_handed_out_first():
    sizes = {0: 1, 1: 2, 2: 100, 3: 4, 5: 4, 6: 4, 7: 30}

    assert batches(sizes, workers=2) == [[2], [7], [3, 5], [6], [0, 1]]
    assert batches({}, workers=2) == []
    assert batches(dict.fromkeys(range(4800), 1), workers=2) == [
        list(range(first, first + 100)) for first in range(0, 4800, 100)
    ]


def test_the_smallest_part_of_each_kind_is_made_before_anybody_is_forked():
    given = workshop(
        *LOOSE[:3], Chapter("a", pages, (1,)), Target("x.txt", broken, (1,)), Chapter("b", pages, (2,))
    )

    assert samples(given, {0: 3, 1: 1, 2: 1, 3: 2, 4: 1, 5: 1}) == (1, 4, 5)
    assert samples(given, {0: 3, 3: 2}) == (0, 3)


def test_those_who_are_spawned_make_what_one_makes_alone(tmp_path: Path):
    given = workshop(*LOOSE)

    assert made(Processes(2, "spawn"), given, tmp_path / "two") == made(alone, given, tmp_path / "one")
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    assert len(contents(tmp_path / "one")) == 60


def test_those_who_are_forked_make_what_one_makes_alone(tmp_path: Path):
    given = workshop(*LOOSE, *(Chapter(str(number), pages, (number,)) for number in range(30)))

    assert made(Processes(3), given, tmp_path / "three") == made(alone, given, tmp_path / "one")
    assert contents(tmp_path / "three") == contents(tmp_path / "one")


@pytest.mark.parametrize("crew", [alone, Processes(2)])
def test_what_fails_ends_the_work_and_all_before_it_has_been_tried(tmp_path: Path, crew: Crew):
    parts = [*LOOSE, *LOOSE[:20]]
    parts[7], parts[40] = (Target(f"x{number}.txt", broken, (number,)) for number in (7, 40))
    given = workshop(*parts)

    came = list(crew(given, dict.fromkeys(range(50), 1), DrawPlace(str(tmp_path), "none"), Progress(0)))

    numbers = {one.number for one in came}
    assert set(range(8)) <= numbers
    failed = min((one for one in came if one.failed), key=lambda one: one.number)
    assert failed.failed is not None
    assert failed.failed.reason.startswith("cannot draw x7.txt: ZeroDivisionError: 7 (")


DEATH = """
import os
from pathlib import Path
from scienceweek.render import Target, build
BUILDER = os.getpid()
def dying(number): return b"" if os.getpid() == BUILDER else os._exit(3)
try:
    build([Target(f"{n}.txt", dying, (n,)) for n in range(30)], Path("out"), salt=b"", workers=2)
except RuntimeError as error:
    print(error)
"""


def test_one_who_is_lost_is_told_with_what_the_system_says(tmp_path: Path):
    ran = subprocess.run(
        [sys.executable, "-c", DEATH],
        cwd=tmp_path,
        env=os.environ | measured() | {"PYTHONPATH": str(Path(__file__).parents[2] / "plugins")},
        capture_output=True,
        check=True,
        text=True,
    )

    assert ran.stdout == "a drawing process ended with status 3\n"


def test_what_is_told_of_a_failure_is_what_was_told_where_it_happened(tmp_path: Path):
    failed = workshop(Target("x.txt", broken, (1,))).make(0, DrawPlace(str(tmp_path), "none")).failed

    assert failed is not None
    error = failed.error
    assert isinstance(error, DrawError)
    assert (error.path, "ZeroDivisionError: 1" in error.__notes__[0]) == ("x.txt", True)
