"""From facts to a release: build, verify, publish. The same on a server and on anyone's machine."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from gitpublish import own_files
from gitpublish.messages import Failed, Say
from gitpublish.program import Program
from gitpublish.release_store import Release, Store
from gitpublish.runner import Runner
from gitpublish.verification import BuiltSite, are_same, verify


@dataclass(frozen=True, slots=True)
class ReleaseBuild:
    """The facts of *project*, which are built in the folder *build* by what *runner* runs, in public at *url*.

    The store keeps *keep* releases. The facts are of the *moment* (ISO 8601) of their commit, or nobody knows. Visitors
    do not see what it makes if it has still to be delivered: then it is not *seen*, and what they do see is *shown*, if that
    is not what the store says.
    """

    project: Path
    runner: Runner
    build: Path
    store: Store
    url: str
    keep: int = 5
    seen: bool = True
    moment: str = ""
    shown: Release | None = None

    def rehearse(self, say: Say, lock: int) -> Path:
        """Makes and verifies what would be released, and gives its folder; no release comes of it. Raises Failed."""
        with _explained(self.store, self._program):
            output = self.build / "output"
            say("正在生成网站……")
            runner = replace(self.runner, say=say)
            runner.build(self.project, output, self.url, self._revisions(), hold=(lock,))
            count = verify(self._site(output), frozenset(self._program.planned(output)), self._before())
            say(f"核对无误：{count} 个文件。")
        return output

    def release(self, commit: str, say: Say, lock: int) -> Release:
        """Makes what visitors see from now on. Raises Failed; they then see what they saw before."""
        start = time.monotonic()
        with _explained(self.store, self._program):
            output = self.build / "output"
            say("正在生成网站……")
            runner = replace(self.runner, say=say)
            runner.build(self.project, output, self.url, self._revisions(), hold=(lock,))
            site = self._site(self.store.draft(output))
            try:
                count = verify(site, frozenset(self._program.planned(output)), self._before())
                say(f"核对无误：{count} 个文件。")
                live = self.store.live()
                if live and live.is_of(commit) and are_same(site.tree, self.store.folder(live)):
                    self.store.sealed(live)
                    say(f"没有变化，还是第 {live.number} 版{self._where}")
                    return live
                release = self.store.publish(commit, self._ledger)
            finally:
                self.store.tidy()
            self._remember(site, release)
        done = "已发布" if self.seen else "已生成"
        say(
            f"{done}第 {release.number} 版（{commit[:8]}，用时 {time.monotonic() - start:.1f} 秒）{self._where}"
        )
        with suppress(OSError):  # what cannot be removed now is removed after the next
            self.store.prune(self.keep)
        return release

    @property
    def _program(self) -> Program:
        return self.runner.program

    def _site(self, tree: Path) -> BuiltSite:
        return BuiltSite(tree, self.url, self._program.scripted)

    @property
    def address(self) -> str:
        return f"{self.url}/" if self.url else str(self.store.link)

    @property
    def _where(self) -> str:
        return f"：{self.address}" if self.seen else "。"

    def _revisions(self) -> dict[str, str]:
        """What the build must know of those before it, and where it leaves its own ledger."""
        self._ledger.unlink(missing_ok=True)
        live, newest = self.shown or self.store.live(), self.store.newest_ledger()
        return {
            "live": str(self.store.ledger(live)) if live else "",
            "newest": str(newest or ""),
            "moment": self.moment,
            "left": str(self._ledger),
        }

    @property
    def _ledger(self) -> Path:
        return self.build / "ledger.json"

    @property
    def _verified(self) -> Path:
        return self.build / "verified.json"

    def _before(self) -> BuiltSite | None:
        """What was verified last, if it is what visitors see."""
        live = self.store.live()
        try:
            seen = json.loads(own_files.read(self._verified) or "")
            if live is None or seen["release"] != str(live) or seen["url"] != self.url:
                return None
            return self._site(self.store.folder(live))
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def _remember(self, site: BuiltSite, release: Release) -> None:
        with suppress(OSError):  # the next site is then read whole
            own_files.write(self._verified, json.dumps({"release": str(release), "url": site.url}))


@contextmanager
def _explained(store: Store, program: Program) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        store.tidy()
        raise Failed(f"没有发布，网站保持原样：{program.why(error)}。", repr(error)) from error
