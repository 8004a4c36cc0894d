"""Builds that are killed or fail at every step, in a process without threads. Prints what became of the site.

`casualty.py <folder> killed|failing|unexchanged|unseen|renewed`: at the first system call, at the second, and so on.
`casualty.py <folder> shot <times>`: at random moments of a build in two processes.
"""

import errno
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scienceweek.render import Target, build

SALT = b"salt"
STEPS = 70  # more than the build of such a small site takes


def page(title: str) -> bytes:
    return f"<h1>{title}</h1>".encode()


def many() -> list[Target]:
    """So many that a site that differs in a few is worth keeping."""
    return [Target(f"many/{number}.html", page, (f"{number}",)) for number in range(45)]


def old(size: int = 3) -> list[Target]:
    return [Target(f"a/{number}.html", page, (f"旧{number}",)) for number in range(size)] + [
        Target("same.html", page, ("同",)),
        Target("gone/x.html", page, ("去",)),
    ]


def new(size: int = 3) -> list[Target]:
    return [Target(f"a/{number}.html", page, (f"新{number}",)) for number in range(size)] + [
        Target("same.html", page, ("同",)),
        Target("come/y.html", page, ("来",)),
    ]


def contents(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def drawn(targets: list[Target]) -> dict[str, bytes]:
    return {target.path: target.draw(*target.data) for target in targets}


def at_call(number: int, act: Callable[[], None], *, exchange: bool) -> None:
    """Has *act* happen before the system call with this number, as far as the interpreter tells of them."""
    calls = 0

    def hook(event: str, _arguments: tuple[object, ...]) -> None:
        nonlocal calls
        if event == "ctypes.dlopen" and not exchange:
            raise OSError(errno.ENOSYS, "no exchange here")
        if event == "open" or event.startswith(("os.", "shutil.", "ctypes.", "fcntl.")):
            calls += 1
            if calls == number:
                act()

    sys.addaudithook(hook)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fill_the_disk() -> None:
    raise OSError(errno.ENOSPC, "no space left")


def attempt(output: Path, site: list[Target], prepare: Callable[[], None], *, unseen: bool) -> int:
    """The status of a child that builds the new *site*."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            prepare()
            build(site, output, salt=SALT, workers=1, unseen=unseen)
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def step_by_step(
    folder: Path, act: Callable[[], None], *, exchange: bool = True, unseen: bool = False, spare: bool = False
) -> dict[str, object]:
    """What became of the old site; with a *spare*, the one before it lies there too."""
    size, more = (1, many()) if spare else (3, [])
    first, second = old(size) + more, new(size) + more
    before, after = drawn(first), drawn(second)
    seen = {"old": 0, "new": 0, "none": 0, "other": 0, "copy spoilt": 0, "not repaired": 0, "left over": 0}
    status = 1
    for number in range(1, STEPS):
        place = folder / str(number)
        output = place / "output"
        if spare:
            build(first[1:], output, salt=SALT)
        build(first, output, salt=SALT)
        shutil.copytree(output, folder / f"copy of {number}", copy_function=os.link)

        def prepare(number: int = number) -> None:
            at_call(number, act, exchange=exchange)

        status = attempt(output, second, prepare, unseen=unseen)
        found = contents(output)
        seen["old" if found == before else "new" if found == after else "other" if found else "none"] += 1
        seen["copy spoilt"] += contents(folder / f"copy of {number}") != before
        build(second, output, salt=SALT, timeout=10, unseen=unseen)
        seen["not repaired"] += contents(output) != after
        kept = {one.name for one in (place / ".output.build").iterdir()} - {"spare"}
        seen["left over"] += len(list(place.iterdir())) != 2 or len(kept) != 2
        shutil.rmtree(place)
    return {**seen, "last status": status}


def shot(folder: Path, times: int) -> dict[str, object]:
    random.seed(1)
    size = 250
    before, after = drawn(old(size)), drawn(new(size))
    seen = {"old": 0, "new": 0, "other": 0, "not repaired": 0}
    for number in range(times):
        output = folder / str(number) / "output"
        build(old(size), output, salt=SALT, workers=1)
        child = os.fork()
        if child == 0:
            try:
                build(new(size), output, salt=SALT, workers=2)
            finally:
                os._exit(0)
        time.sleep(random.uniform(0, 0.08))  # noqa: S311 - a moment, not a secret
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = contents(output)
        seen["old" if found == before else "new" if found == after else "other"] += 1
        build(new(size), output, salt=SALT, workers=2, timeout=30)
        seen["not repaired"] += contents(output) != after
        shutil.rmtree(folder / str(number))
    return dict(seen)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    match sys.argv[2]:
        case "killed":
            result = step_by_step(place, kill)
        case "failing":
            result = step_by_step(place, fill_the_disk)
        case "unexchanged":
            result = step_by_step(place, kill, exchange=False)
        case "renewed":
            result = step_by_step(place, kill, spare=True)
        case "unseen":
            result = step_by_step(place, kill, unseen=True)
        case _:
            result = shot(place, int(sys.argv[3]))
    json.dump(result, sys.stdout)
