"""Publishing from a checkout of the project: a release in ``.published/``, brought to where publishconf.py says."""

import os
import runpy
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from gitpublish import (
    china_time,
    destinations,
    example_address,
    health,
    live_refs,
    publication,
    publish_lock,
    web_servers,
)
from gitpublish.delivered_site import Parcel, asked
from gitpublish.failures import Failure, Failures
from gitpublish.health import Glimpse
from gitpublish.history import Happening, History, What
from gitpublish.messages import Failed, Say
from gitpublish.messengers import Messengers
from gitpublish.place_memory import PlaceMemory
from gitpublish.program import Program
from gitpublish.release_build import ReleaseBuild
from gitpublish.release_store import Release, Store
from gitpublish.repository import Commit
from gitpublish.runner import Runner
from gitpublish.server import Server
from gitpublish.whoever import who

_NOWHERE = "local"

Ask = Callable[[str], bool]
"""Puts a question to whoever publishes: whether to go on."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """The project in *folder*, published by *program* at *url* *to* a *place*."""

    folder: Path
    program: Program
    url: str
    to: str
    place: Mapping[str, Any]

    @classmethod
    def at(cls, folder: Path, program: Program, to: str | None) -> Self:
        """As publishconf.py in *folder* says; *to* is another kind of place. Raises Failed."""
        try:
            settings = runpy.run_path(str(folder / "publishconf.py"))
        except SystemExit as refusal:
            raise Failed(str(refusal)) from None
        except Exception as error:
            where = f"第 {error.lineno} 行" if isinstance(error, SyntaxError) else ""
            raise Failed(
                f"publishconf.py {where}有错，读不出来（{type(error).__name__}: {error}）。请改好再发布。"
            ) from error
        places = settings.get("PUBLISH", {})
        if not isinstance(places, Mapping):
            raise Failed(f"publishconf.py 里的 PUBLISH 要写成 {{…}}，这里是 {ascii(places)[:40]}。")
        kind = to or places.get("to", "")
        if not kind:
            raise Failed("publishconf.py 里还没有写发布到哪里（PUBLISH 的 to）。")
        if kind not in places:
            known = "、".join(name for name in places if name != "to")
            raise Failed(f"不知道怎样发布到“{kind}”。可以写 {known}，见 publishconf.py。")
        if fault := _fault(places[kind]):
            raise Failed(f"publishconf.py 里 PUBLISH 的 {kind} {fault}")
        return cls(folder, program, str(settings["SITEURL"]).rstrip("/"), kind, places[kind])

    @property
    def store(self) -> Store:
        if self.to == "server":
            return Store(Path(asked(self.place, "path", self.program.home)))
        return Store(self.folder / ".published")

    @property
    def server(self) -> Server | None:
        """The server that it is published to, if that one receives pushes."""
        there = self.to == "server" and (self.store.root / "server.toml").exists()
        return Server.at(self.store.root, self.program) if there else None

    @property
    def lock(self) -> Path:
        return self.store.root / "lock"

    def publish(self, say: Say, ask: Ask = lambda _: False) -> None:
        """Publishes what is in the checkout; on a server that receives pushes, what was pushed last.

        Where nobody has published it yet, *ask* may have to agree.
        """
        self.addressed()
        if server := self.server:
            publication.publish(server, say, again=True, held=True)
            return
        if (question := self.question()) and not ask(question):
            raise Failed(f"没有发布。{question}\n要的话，加上 --yes 再运行一次（流水线里写 YES=1）。")
        with self.prepared(say) as (build, lock):
            before = self._glimpse(build.shown or self.store.live())
            try:
                release = build.release(self._commit(), say, lock)
            except Failed as failed:
                raise self._noted(failed) from failed
            self._deliver(release, say)
        self._happened(What.PUBLISHED, release, say)
        self._look(release, before, say)

    def addressed(self) -> None:
        """Raises Failed if the place is not written down, or the site that goes there has no address of its own."""
        if self.to != "server":
            destinations.address(self.to, self.place)
        if refusal := example_address.refusal(self.url):
            raise Failed(refusal)
        server = self.server
        if destinations.is_public(self.to) and not (self.url or (server and server.url)):
            raise Failed(
                "还没有写网站的地址（SITEURL）。没有它，网站就没有订阅、网站地图和二维码，所以不发布到 "
                f"{self.to}。请写在设置里，或者这样运行：SITEURL=https://网站的网址 TO={self.to} make publish；"
                "还不知道地址，可以先打成 zip。"
            )

    def question(self) -> str:
        """What to ask before the first delivery; "" where nothing is to be asked."""
        return "" if self.to == "server" else destinations.question(self.to, self.place_here)

    @contextmanager
    def prepared(self, say: Say) -> Iterator[tuple[ReleaseBuild, int]]:
        """The lock, held, and a build of what is in the checkout, which has been found good. Raises Failed."""
        build = self.store.root / "build"
        # A commit can bring a link: what is built would go wherever it leads.
        own = (build,) if self.to == "server" else (self.store.root, build)
        if link := next((path for path in own if path.is_symlink()), None):
            raise Failed(f"{link} 是一个链接（快捷方式）。请删去它，会自动重建。")
        build.mkdir(mode=0o755, parents=True, exist_ok=True)
        with publish_lock.taken(self.lock, "", lambda _: say("另一次发布还没有结束，等它。")) as lock:
            known = self.memory()
            self.store.learn({release: known.releases[str(release)].ledger for release in _named(known)})
            home = self.program.brought(self.folder) or self.program.source
            runner = Runner(self.program, home, kept=build / "kept")
            try:
                say(runner.check(self.folder, build, self.url))
            except Failed as failed:
                raise self._noted(failed) from failed
            yield (
                ReleaseBuild(
                    self.folder,
                    runner,
                    build,
                    self.store,
                    self.url,
                    seen=self.to == "server",
                    moment=self._moment(),
                    shown=Release.parse(known.live),
                ),
                lock,
            )

    def memory(self) -> PlaceMemory:
        """What the place remembers of releases, by whomever; nothing where the store knows all there is."""
        return PlaceMemory() if self.to == "server" else destinations.memory(self.to, self.place_here)

    def rollback(self, number: int | None, say: Say) -> None:
        """Has visitors see an earlier release. Raises Failed if there is none."""
        store = self.store
        if (known := self.memory()).releases:
            self._back_there(known, number, say)
            return
        if not store.releases():
            raise Failed(
                f"{store.root} 里还没有发布过，没有可以退回的版本。{self._elsewhere if self.to == 'zip' else ''}"
            )
        with publish_lock.taken(self.lock, "", lambda _: say("另一次发布还没有结束，等它。")):
            server = self.server
            if server:
                server.own()
            tip = server.repository.tip(server.branch) if server else None
            withdrawn = server is not None and tip is not None and server.is_held(tip)
            release = earlier(store, number, tip if withdrawn else None)
            if server and tip and not release.is_of(tip):
                # First: or what looks after the server would bring it back.
                server.hold(tip)
            before = self._glimpse(store.live())
            store.show(release)
            if server and tip and release.is_of(tip):
                server.held.unlink(missing_ok=True)
            if server:
                live_refs.report(server)
            self._deliver(release, say)
        self._happened(What.ROLLED_BACK, release, say)
        say(f"网站已退回第 {release.number} 版。改好以后再发布，就是新的一版。")
        self._look(release, before, say)

    @property
    def _elsewhere(self) -> str:
        return "zip 不记着有过哪几版：请在打包的那台电脑上退回，或者 git revert 那次修改，再打包一次。"

    def releases(self) -> list[str]:
        """A line for each release, newest first."""
        if (known := self.memory()).releases:
            return list(_remembered(known, self.store, self._subject))
        return list(listed(self.store, self._subject, self.history.of_releases()))

    @property
    def history(self) -> History:
        return History(self.store.root)

    @property
    def failures(self) -> Failures:
        return Failures(self.store.root)

    def _noted(self, failed: Failed) -> Failed:
        """What *failed*, with how to see the trace of it, if there is one, which is kept."""
        if not failed.details:
            return failed
        subject = self._subject("HEAD")
        self.failures.record(Failure.now((Commit(self._commit(), "", subject),), failed))
        return Failed(f"{failed}\n（详情：运行 invoke problems）", failed.details)

    def _back_there(self, known: PlaceMemory, number: int | None, say: Say) -> None:
        """Likewise at a place that remembers what was published there, by whomever."""
        releases = {release.number: release for release in _named(known)}
        live = Release.parse(known.live)
        release = releases.get(number) if number is not None else None
        if number is None and live:
            release = max((one for one in releases.values() if one < live), default=None)
        if release is None:
            which = f"没有第 {number} 版" if number is not None else "没有更早的一版可以退回"
            raise Failed(f"{which}。还在的有：{'、'.join(map(str, releases))}。")
        self.store.root.mkdir(mode=0o755, exist_ok=True)
        with publish_lock.taken(self.lock, "", lambda _: say("另一次发布还没有结束，等它。")):
            before = self._glimpse(live)
            if self.store.folder(release).is_dir():
                self.store.show(release)
                self._deliver(release, say)
            else:
                destinations.restore(str(release), self.to, self.place_here, say)
        self._happened(What.ROLLED_BACK, release, say)
        say(f"网站已退回第 {release.number} 版。改好以后再发布，就是新的一版。")
        self._look(release, before, say)

    @property
    def _looks(self) -> str:
        """The address at which somebody looks after each swap; "" where nobody does."""
        server = self.server
        wanted = server.health if server else os.environ.get("GITPUBLISH_HEALTH") != "0"
        if not wanted or not destinations.is_public(self.to):
            return ""
        return server.url if server else self.url

    def _glimpse(self, live: Release | None) -> Glimpse:
        """What a visitor gets before a swap, if that is looked at."""
        return health.glance(self._looks, self.store, live) if live and self._looks else Glimpse()

    def _look(self, release: Release, before: Glimpse, say: Say) -> None:
        if self._looks:
            say(health.told(self._looks, self.store, release, before, f"invoke rollback --to {self.to}"))

    def _happened(self, what: What, release: Release, say: Say) -> None:
        """Somebody has had visitors see *release*: that is kept, and told to those who want to know."""
        commit = Commit(release.commit, self._author(release.commit), self._subject(release.commit))
        event = Happening(what, who(), commit, release=release.number)
        self.history.add(event)
        Messengers.at(self.store.root).send(event, f"{self.url}/" if self.url else str(self.store.link), say)

    def _author(self, commit: str) -> str:
        if server := self.server:
            found = server.repository.changes(commit, "")
            return found[0].author if found else ""
        return self._git("show", "--no-patch", "--format=%an", f"{commit}^{{commit}}", "--")

    def _deliver(self, release: Release, say: Say) -> None:
        if self.to != "server":
            destinations.deliver(
                self.parcel(self.store.folder(release), release), self.to, self.place_here, say
            )

    def parcel(self, tree: Path, release: Release | None = None) -> Parcel:
        """What is in *tree*, as it is delivered; of a *release*, with what the store knows of it."""
        headers = web_servers.headers(self.program.policy(), self.program.framed, self.program.styled)
        if release is None:
            return Parcel(tree, "", headers)
        ledger = self.store.ledger(release)
        text = ledger.read_text(encoding="utf-8") if ledger.exists() else ""
        return Parcel(tree, str(release), headers, self.store.seal(release) or {}, text)

    @property
    def place_here(self) -> dict[str, Any]:
        """The settings of the place, and whose they are."""
        return {"repository": str(self.folder), **self.place}

    def _commit(self) -> str:
        return self._git("rev-parse", "HEAD") or _NOWHERE

    def _moment(self) -> str:
        """When the newest commit was made; what is newer is in none."""
        return self._git("show", "--no-patch", "--format=%cI", "HEAD", "--")

    def _subject(self, commit: str) -> str:
        if server := self.server:
            return server.repository.subject(commit)
        return self._git("show", "--no-patch", "--format=%s", f"{commit}^{{commit}}", "--")

    def _git(self, *arguments: str) -> str:
        """What git says of the checkout; nothing if it is none, or there is no git."""
        try:
            ran = subprocess.run(
                ["git", *arguments], cwd=self.folder, capture_output=True, check=False, text=True
            )
        except OSError:
            return ""
        return ran.stdout.strip() if ran.returncode == 0 else ""


def listed(
    store: Store, subject: Callable[[str], str], events: Mapping[int, list[Happening]] | None = None
) -> Iterator[str]:
    """A line for each release, newest first; *subject* says what a commit was about.

    Below it, who has published it, and who has gone back to it, as far as that is among the *events* of each number.
    """
    live = store.live()
    for release in reversed(store.releases()):
        made = china_time.written(store.folder(release).stat().st_mtime)
        mark = "← 网站现在是这一版" if release == live else ""
        yield f"{release.number:>4}  {made}  {release.commit[:8]}  {subject(release.commit)} {mark}".rstrip()
        for event in (events or {}).get(release.number, ()):
            yield f"      {event.told()}"


def _remembered(known: PlaceMemory, store: Store, subject: Callable[[str], str]) -> Iterator[str]:
    """Likewise for the releases of a place; when one was made is known only where it was."""
    for release in reversed(_named(known)):
        folder = store.folder(release)
        made = china_time.written(folder.stat().st_mtime) if folder.is_dir() else "（别处发布）"
        mark = "← 网站现在是这一版" if str(release) == known.live else ""
        yield f"{release.number:>4}  {made}  {release.commit[:8]}  {subject(release.commit)} {mark}".rstrip()


def _named(known: PlaceMemory) -> list[Release]:
    """The releases that a place remembers, oldest first."""
    return sorted(release for name in known.releases if (release := Release.parse(name)))


def earlier(store: Store, number: int | None, withdrawn: str | None = None) -> Release:
    """The release with this *number*, or the one before what visitors see that is not of the commit *withdrawn*.

    Raises Failed if there is none.
    """
    releases = {release.number: release for release in store.releases()}
    if number is not None:
        if number not in releases:
            raise Failed(f"没有第 {number} 版。还在的有：{'、'.join(map(str, releases)) or '（没有）'}。")
        return releases[number]
    live = store.live()
    before = live and store.before(live)
    while before and withdrawn and before.is_of(withdrawn):
        before = store.before(before)
    if before is None:
        raise Failed("没有更早的一版可以退回。用 invoke releases 看有哪些。")
    return before


def _fault(place: object) -> str:
    """What is wrong with the settings of a place; nothing if they are of the right kind."""
    if not isinstance(place, Mapping):
        return f"要写成 {{…}}，这里是 {ascii(place)[:40]}。"
    return next(
        (
            f"里的 {key} 要写文字（放在引号里）、True 或 False，这里是 {ascii(value)[:40]}。"
            for key, value in place.items()
            if not isinstance(value, str | bool)
        ),
        "",
    )
