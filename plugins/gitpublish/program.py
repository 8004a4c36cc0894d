"""A copy of the program, and its commands. What it prints for staff is passed on; what it prints for nobody is not."""

import os
import re
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Planned = Callable[[Path], Iterable[str]]
"""The paths of all files that the build at this folder has planned."""

# Pelican, but that it leaves at once, as our own commands do; a program that was pushed may be too old to know how.
_PELICAN = """
import os, sys
from pelican import main
main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.flush()
os._exit(0)
"""
_NO_ROOM = re.compile(r"\[Errno (28|122)\]|No space left|Disk quota exceeded|磁盘满了|磁盘配额用完了")
_PATHS = "/usr/local/bin:/usr/bin:/bin"


class Failed(Exception):
    """A command did not end well. Its text is for staff, in Chinese; *details* is for developers."""

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details


@dataclass(frozen=True, slots=True)
class Program:
    """The program in *folder*, run by *python*. A command may take *longest* seconds.

    What a check has read is left in the file *kept* for the build that follows.
    """

    folder: Path
    python: str = sys.executable
    longest: int = 600
    kept: Path | None = None

    def check(self, project: Path, folder: Path, url: str) -> str:
        """Checks ``data/`` and ``content/`` of *project*, and gives what was said. Raises Failed with every mistake.

        The site is planned as a build would plan it at *url*; the settings for that are left in *folder*.
        """
        settings = folder / "check.settings.py"
        settings.write_text(self._settings(project, folder / "output", {}), encoding="utf-8")
        command = ["-m", "scienceweek", "check", "--settings", str(settings)]
        if self.kept:
            command += ["--kept", str(self.kept)]
        status, out, err = self._run(command, project, {"SITEURL": url})
        if status == 0:
            return out.rstrip()
        if status == 1 and "Traceback" not in err:
            raise Failed(err.rstrip())
        raise Failed("检查程序自己出了错，请告诉网站的管理员。", out + err)

    def build(
        self,
        project: Path,
        output: Path,
        url: str,
        revisions: Mapping[str, str],
        hold: Collection[int] = (),
    ) -> None:
        """Makes *output* the site of *project* at *url*. The descriptors in *hold* stay open as long as it runs.

        *revisions* are the files from which it knows how often each thing has changed: the ledger of the release that
        is ``live``, the ``newest`` one, the ``moment`` of the commit, and where its own is ``left``.
        """
        settings = output.with_name(f"{output.name}.settings.py")
        settings.write_text(self._settings(project, output, revisions), encoding="utf-8")
        # Run at the root of the program: Pelican looks for plugins and locales from there.
        command = ("-c", _PELICAN, "-s", str(settings), "--fatal", "errors", "--quiet")
        status, out, err = self._run(command, self.folder, {"SITEURL": url}, hold)
        if status == 0:
            return
        # Pelican's log breaks its lines anywhere.
        if _NO_ROOM.search(" ".join((out + err).split())):
            raise Failed("磁盘满了，没有发布，网站保持原样。请管理员腾出空间，再推送一次。", out + err)
        told = err.rstrip()
        if status > 0 and told and "Traceback" not in told and "CRITICAL" not in told:
            raise Failed(told, out)
        if status < 0:
            raise Failed(
                "生成被中断了，没有发布，网站保持原样。再推送一次，或者请管理员运行 invoke publish。",
                out + err,
            )
        raise Failed("生成程序自己出了错，没有发布，网站保持原样。请告诉网站的管理员。", out + err)

    def _settings(self, project: Path, output: Path, revisions: Mapping[str, str]) -> str:
        """Those of the program in public, but with the facts and the prose of *project*."""
        return f"""\
import sys

sys.path.insert(0, {str(self.folder)!r})

from publishconf import *

PATH = {str(project / "content")!r}
OUTPUT_PATH = {str(output)!r}
SCIENCEWEEK = SCIENCEWEEK | {{"data": {str(project / "data")!r}, "kept": {str(self.kept or "")!r}}}
SCIENCEWEEK_UNSEEN = True
SCIENCEWEEK_REVISIONS = {dict(revisions)!r}
"""

    def _run(
        self, command: Iterable[str], folder: Path, more: dict[str, str], hold: Collection[int] = ()
    ) -> tuple[int, str, str]:
        """Status, standard output and standard error; raises Failed if it takes too long."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                # -P: nothing is imported from the folder that it runs in.
                [self.python, "-P", *command],
                cwd=folder,
                env=self._environment() | more,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                pass_fds=tuple(hold),
                start_new_session=True,
                umask=0o022,
            )
            try:
                status = _wait(process, self.longest)
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
            "PYTHONPATH": str(self.folder / "plugins"),
            "NO_COLOR": "1",
            # Where the key of the cache lies.
            **{name: os.environ[name] for name in ("XDG_STATE_HOME",) if name in os.environ},
        }


def _wait(process: subprocess.Popen[bytes], seconds: int) -> int:
    """The status, at once when it ends: `Popen.wait` with a limit looks only twenty times a second."""
    if hasattr(os, "pidfd_open"):
        descriptor = os.pidfd_open(process.pid)
        try:
            if not select.select([descriptor], [], [], seconds)[0]:
                raise subprocess.TimeoutExpired(process.args, seconds)
        finally:
            os.close(descriptor)
    return process.wait(seconds)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends it, with all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
