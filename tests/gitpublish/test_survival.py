"""A publication that is killed, at any moment: visitors see the old site or the new one, and the next push repairs."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from pushers import Clone, title


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def below(pid: int) -> list[int]:
    """Process *pid* and all that it has started, by what the kernel says."""
    found = [pid]
    for parent in found:
        children = Path(f"/proc/{parent}/task/{parent}/children")
        found += [int(child) for child in children.read_text().split()] if children.exists() else []
    return found


def publication(server: Path) -> subprocess.Popen[bytes]:
    """The process that a push starts."""
    return subprocess.Popen(
        [server / "program" / "python", "-P", "-m", "scienceweek", "release", server],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(server / "program" / "plugins"),
            "PYTHONUTF8": "1",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def shoot(victim: subprocess.Popen[bytes], *, whole: bool) -> bool:
    """Kills the publication, or with it all that it has started; whether it was still alive."""
    alive = victim.poll() is None
    for pid in (below(victim.pid) if whole else [victim.pid])[::-1]:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    victim.wait()
    return alive


def at_random(server: Path, span: float) -> subprocess.Popen[bytes]:
    """Gives the publication at a moment somewhere in *span* seconds."""
    victim = publication(server)
    time.sleep(random.uniform(0, span))  # noqa: S311 - a moment, not a secret
    return victim


def undisturbed(server: Path, staff: Clone) -> float:
    """Seconds that a publication takes."""
    hook = server / "site.git" / "hooks" / "post-receive"
    hook.rename(hook.with_name("aside"))
    staff.retitle("不急")
    assert staff.push()[0] == 0
    hook.with_name("aside").rename(hook)
    start = time.monotonic()
    assert publication(server).wait() == 0
    return time.monotonic() - start


def near_the_swap(server: Path) -> subprocess.Popen[bytes]:
    """Gives the publication within about 30 ms of the first release that it lays out."""
    victim = publication(server)
    draft = server / "releases" / ".draft"
    known = len(list((server / "releases").iterdir()))
    while (
        victim.poll() is None and not draft.exists() and len(list((server / "releases").iterdir())) == known
    ):
        time.sleep(0.0005)
    time.sleep(random.uniform(0, 0.06))  # noqa: S311
    return victim


def survive(server: Path, staff: Clone, shots: int) -> dict[str, int]:
    """Kills so many publications, half of them around the swap, and says what became of the site."""
    random.seed(5)
    hook = server / "site.git" / "hooks" / "post-receive"
    text = hook.read_text("utf-8")
    span = undisturbed(server, staff)
    seen = {"old": 0, "new": 0, "mixed": 0, "not repaired": 0, "left over": 0, "shot": 0}
    number = 0
    while seen["shot"] < shots:
        number += 1
        old = tree(server / "live")
        hook.write_text("#!/bin/sh\n", encoding="utf-8")
        staff.retitle(f"新{number}")
        assert staff.push()[0] == 0
        hook.write_text(text, encoding="utf-8")

        victim = near_the_swap(server) if number % 2 else at_random(server, span)
        seen["shot"] += shoot(victim, whole=number % 3 > 0)
        found = tree(server / "live")
        built = tree(server / "build" / "output")
        seen["old" if found == old else "new" if found == built else "mixed"] += 1

        staff.retitle(f"好{number}")
        status, told = staff.push()
        repaired = status == 0 and "已发布" in told and f"好{number}" in title(server / "live")
        seen["not repaired"] += not repaired
        leftovers = [path.name for path in (server / "releases").iterdir() if path.name.startswith(".")]
        seen["left over"] += bool(leftovers) or (server / ".live").is_symlink()
    return seen


def is_safe(seen: dict[str, int], shots: int) -> bool:
    """Some have ended before they were shot."""
    survived = seen.pop("old") + seen.pop("new")
    return survived >= shots and seen == {"mixed": 0, "not repaired": 0, "left over": 0, "shot": shots}


def test_a_publication_that_is_killed_leaves_the_old_site_or_the_new_one_and_the_next_push_repairs(
    server, staff
):
    assert is_safe(survive(server, staff, 6), 6)


@pytest.mark.slow
def test_a_hundred_publications_are_killed_and_none_leaves_a_mixed_site(server, staff):
    assert is_safe(survive(server, staff, 100), 100)
