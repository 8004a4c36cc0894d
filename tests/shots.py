"""Publications that are killed, at moments that nobody has chosen."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

from pushers import Clone


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
