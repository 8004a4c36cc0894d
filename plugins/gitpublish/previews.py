"""Other branches, to be looked at before they are published: each is a site of its own, of which its pages say so.

``previews/<branch>`` is what the web server reads: a link to what lies in ``previewed/<branch>/``, a store with one release. It
is there until a day that its pages name, and as long as its branch is. What visitors see does not depend on any of it: a lock
of its own, a build of its own, nothing counted.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from gitpublish import china_time, happenings, own_files, publish_lock
from gitpublish.history import Happening, What, summary
from gitpublish.messages import Failed, Say
from gitpublish.pre_receive import taken
from gitpublish.release_build import ReleaseBuild
from gitpublish.release_store import Store
from gitpublish.server import Server
from gitpublish.unpacking import unpack
from gitpublish.whoever import who

_MOST = 10
"""Previews that are kept; one more, and the oldest goes."""


@dataclass(frozen=True, slots=True)
class BranchPreview:
    """That of *branch* on *server*."""

    server: Server
    branch: str

    @property
    def name(self) -> str:
        """That of its folder: no branch has a tilde."""
        return self.branch.replace("/", "~")

    @property
    def folder(self) -> Path:
        return self.server.root / "previewed" / self.name

    @property
    def link(self) -> Path:
        return self.server.root / "previews" / self.name

    @property
    def url(self) -> str:
        """Where the web server shows it, if the site has an address."""
        return f"{self.server.preview_url}/{quote(self.name)}" if self.server.preview_url else ""

    @property
    def address(self) -> str:
        return f"{self.url}/" if self.url else str(self.link / "index.html")

    @property
    def until(self) -> date | None:
        """The last day on which it is there; None if there is none."""
        try:
            return date.fromisoformat(json.loads(own_files.read(self._about) or "")["until"])
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def want(self) -> None:
        """It is to be made: if whoever is about to is killed, the server does it later."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            self._wanted.touch()

    @property
    def is_wanted(self) -> bool:
        return self._wanted.exists()

    def make(self, say: Say, patience: float | None = None) -> None:
        """Builds it of the newest commit of its branch. Raises Failed; TooLong after *patience* seconds of another's."""
        waiting = "另一个预览正在生成，结束后接着生成您的。"
        with publish_lock.taken(self._lock, self.branch, lambda _: say(waiting), patience) as lock:
            commit = self.server.repository.tip(self.branch)
            if commit is None:
                self._remove()
                return
            try:
                self._make(commit, say, lock)
            except (Failed, OSError) as error:
                raise self._noted(commit, error, say) from error
            finally:
                self._wanted.unlink(missing_ok=True)
        commits = self.server.repository.changes(commit, "")
        event = Happening(What.PREVIEWED, who(), next(iter(commits), None), self.branch, message=self.address)
        happenings.happened(self.server, event, say)

    def remove(self) -> None:
        with publish_lock.taken(self._lock, self.branch, lambda _: None):
            self._remove()

    def _make(self, commit: str, say: Say, lock: int) -> None:
        today = china_time.today()
        until = today + timedelta(days=self.server.preview_days)
        about = {"branch": self.branch, "commit": commit[:8], "made": f"{today}", "until": f"{until}"}
        build = self.folder / "build"
        build.mkdir(mode=0o755, parents=True, exist_ok=True)
        project = build / "project"
        unpack(self.server.repository, taken(self.server.repository.entries(commit), self.server), project)
        runner = replace(self.server.runner(project), kept=build / "kept", preview=about)
        moment = self.server.repository.moment(commit)
        store = Store(self.folder)
        ReleaseBuild(project, runner, build, store, self.url, 1, seen=False, moment=moment).release(
            commit, say, lock
        )
        own_files.write(self._about, json.dumps(about, ensure_ascii=False))
        _point(self.link, Path("..") / "previewed" / self.name / "live")
        say(f"预览在这里，{until} 以前可以看：{self.address}")
        say(f"看过以后要发布：git push origin {self.branch}:{self.server.branch}")

    def _noted(self, commit: str, error: Failed | OSError, say: Say) -> Failed:
        """Why it was not made; what is known is kept, and told to those who want to know."""
        server = self.server
        failed = (
            error
            if isinstance(error, Failed)
            else Failed(f"没有生成预览：{server.program.why(error)}。", repr(error))
        )
        server.note(failed, commit)
        commits = server.repository.changes(commit, "")
        event = Happening(What.FAILED, who(), next(iter(commits), None), self.branch, message=summary(failed))
        happenings.happened(server, event, say)
        return Failed("\n".join(filter(None, (str(failed), server.where(failed)))), failed.details)

    def _remove(self) -> None:
        self.link.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _lock(self) -> Path:
        folder = self.server.root / "previewed"
        folder.mkdir(mode=0o755, exist_ok=True)
        return folder / ".lock"

    @property
    def _about(self) -> Path:
        return self.folder / "about.json"

    @property
    def _wanted(self) -> Path:
        return self.folder / "wanted"


def kept(server: Server) -> Iterator[BranchPreview]:
    """All that lie on *server*, made or to be made."""
    folder = server.root / "previewed"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir():
            yield BranchPreview(server, path.name.replace("~", "/"))


def sweep(server: Server) -> None:
    """Removes those whose time is over or whose branch is gone, and the oldest of too many."""
    today = china_time.today()
    there = []
    for preview in kept(server):
        until = preview.until
        is_over = until is not None and until < today
        if is_over or server.repository.tip(preview.branch) is None:
            preview.remove()
        elif until:
            there.append((until, preview))
    for _, preview in sorted(there, key=lambda found: found[0])[:-_MOST]:
        preview.remove()


def catch_up(server: Server, say: Say) -> None:
    """Makes those that are still wanted: whoever was about to was killed."""
    for preview in kept(server):
        if preview.is_wanted:
            with suppress(publish_lock.TooLong, Failed):
                preview.make(say, patience=0)


def _point(link: Path, target: Path) -> None:
    link.parent.mkdir(mode=0o755, exist_ok=True)
    link.parent.chmod(0o755)  # mkdir obeys the umask
    fresh = link.with_name(f".{link.name}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)
