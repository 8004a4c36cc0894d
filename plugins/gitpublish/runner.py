"""Runs a copy of the program. What it prints for staff is passed on; what it prints for nobody is not."""

import errno
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from gitpublish.messages import Failed, Say
from gitpublish.program import BuildJob, Program

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PULSE = 2.0  # seconds
_MOST_TOLD = 10_000  # bytes at once
_PATHS = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True, slots=True)
class Runner:
    """The copy of *program* in *folder*, run by *python*. A command may take *longest* seconds.

    What a check has read is left in the file *kept* for the build that follows. What it builds is a *preview*, as a BuildJob
    knows it, if that says anything. *say* is told what it says on its way.
    """

    program: Program
    folder: Path
    python: str = sys.executable
    longest: int = 600
    kept: Path | None = None
    preview: Mapping[str, str] = field(default_factory=dict)
    say: Say | None = None

    def check(self, project: Path, folder: Path, url: str) -> str:
        """Checks the facts of *project*, and gives what was said. Raises Failed with every mistake.

        The site is planned as a build would plan it at *url*; the settings for that are left in *folder*.
        """
        job = BuildJob(self.folder, project, folder / "output", folder / "check.settings.py", self.kept)
        status, out, err = self._run(job, self.program.check(job), project, url)
        if status == 0:
            return out.rstrip()
        if status == 1 and "Traceback" not in err:
            raise Failed(err.rstrip())
        if self._had_no_room(out + err):
            raise Failed("磁盘满了，没有检查。请管理员腾出空间。", out + err)
        raise Failed("检查程序自己出了错，请告诉网站的管理员。", out + err)

    def build(
        self,
        project: Path,
        output: Path,
        url: str,
        revisions: Mapping[str, str],
        hold: Collection[int] = (),
    ) -> None:
        """Makes *output* the site of *project* at *url*, knowing its *revisions* as a BuildJob does.

        The descriptors in *hold* stay open as long as it runs.
        """
        settings = output.with_name(f"{output.name}.settings.py")
        job = BuildJob(self.folder, project, output, settings, self.kept, revisions, self.preview)
        status, out, err = self._run(job, self.program.build(job), self.folder, url, hold)
        if status == 0:
            return
        if self._had_no_room(out + err):
            raise Failed("磁盘满了，没有发布，网站保持原样。请管理员腾出空间。", out + err)
        told = err.rstrip()
        if status > 0 and told and "Traceback" not in told and "CRITICAL" not in told:
            raise Failed(told, out)
        if status < 0:
            raise Failed(
                "生成被中断了，没有发布，网站保持原样。",
                out + err,
            )
        raise Failed("生成程序自己出了错，没有发布，网站保持原样。请告诉网站的管理员。", out + err)

    def _had_no_room(self, said: str) -> bool:
        """By what the system says, or the program in its words; a log may break its lines anywhere."""
        line = " ".join(said.split())
        signs = [
            *(f"[Errno {number}]" for number in _NO_ROOM),
            *("No space left", "Disk quota exceeded"),
            *(self.program.why(OSError(number, "")) for number in _NO_ROOM),
        ]
        return any(sign in line for sign in signs)

    def _run(
        self, job: BuildJob, arguments: Iterable[str], folder: Path, url: str, hold: Collection[int] = ()
    ) -> tuple[int, str, str]:
        """Status, standard output and standard error; raises Failed if it takes too long."""
        job.settings.write_text(self.program.settings(job), encoding="utf-8")
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                # -P: nothing is imported from the folder that it runs in.
                [self.python, "-P", *arguments],
                cwd=folder,
                env=self._environment() | {"SITEURL": url},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                pass_fds=tuple(hold),
                start_new_session=True,
                umask=0o022,
            )
            try:
                status = _wait(process, self.longest, _Lines(out.fileno(), self.say) if self.say else None)
                if status < 0:
                    _end(process)
            except subprocess.TimeoutExpired:
                raise Failed(f"用了 {self.longest} 秒还没有完成，已经停下。请告诉网站的管理员。") from None
            finally:
                if process.poll() is None:
                    _end(process)
                    process.wait()
            out.seek(0)
            err.seek(0)
            return status, out.read().decode(errors="replace"), err.read().decode(errors="replace")

    def _environment(self) -> dict[str, str]:
        """Complete, since a hook's own is small and strange."""
        return {
            "PATH": f"{os.environ.get('PATH', '')}:{_PATHS}".removeprefix(":"),
            "HOME": os.environ.get("HOME", "/"),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(self.folder / self.program.modules),
            "NO_COLOR": "1",
            # Where programs keep what is of this account alone (XDG Base Directory Specification).
            **{
                name: os.environ[name]
                for name in ("XDG_STATE_HOME", *self.program.inherited)
                if name in os.environ
            },
        }


class _Lines:
    """The lines of a file that another process writes, each told once. State: how far they are told."""

    def __init__(self, descriptor: int, say: Say) -> None:
        self._descriptor, self._say, self._told = descriptor, say, 0

    def tell(self) -> None:
        # Not by reading: the place in the file is the other process's too.
        *lines, _ = os.pread(self._descriptor, _MOST_TOLD, self._told).split(b"\n")
        for line in lines:
            self._say(line.decode(errors="replace"))
            self._told += len(line) + 1


def _wait(process: subprocess.Popen[bytes], seconds: int, lines: _Lines | None = None) -> int:
    """The status, at once when it ends: `Popen.wait` with a limit looks only twenty times a second. *lines* are told meanwhile."""
    if hasattr(os, "pidfd_open"):
        descriptor = os.pidfd_open(process.pid)
        end = time.monotonic() + seconds
        try:
            while not select.select([descriptor], [], [], min(_PULSE, max(0, end - time.monotonic())))[0]:
                if time.monotonic() >= end:
                    raise subprocess.TimeoutExpired(process.args, seconds)
                if lines:
                    lines.tell()
        finally:
            os.close(descriptor)
    return process.wait(seconds)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends it, with all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
