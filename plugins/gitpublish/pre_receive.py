"""Before a push is accepted (pre-receive): who may push what, and whether its facts are right."""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from gitpublish import happenings, push_rules, pushed_history
from gitpublish.messages import Failed, Say, shortened
from gitpublish.program_copy import inventory
from gitpublish.repository import TreeEntry
from gitpublish.server import Server
from gitpublish.unpacking import unpack

_MOST = 100  # mistakes
_REMINDERS = 10
_STALE = 3600  # seconds


class Update(NamedTuple):
    """A line that git gives a hook: *ref* goes from *old* to *new*; only zeros stand for nothing."""

    old: str
    new: str
    ref: str

    @property
    def removes(self) -> bool:
        return not self.new.strip("0")

    @property
    def branch(self) -> str:
        """The name that *ref* has for people: that of a branch or a tag."""
        return self.ref.removeprefix("refs/heads/").removeprefix("refs/tags/")

    @property
    def creates(self) -> bool:
        return not self.old.strip("0")


def updates(lines: Iterable[str]) -> Iterator[Update]:
    for line in lines:
        old, new, ref = line.rstrip("\n").split(" ", 2)
        yield Update(old, new, ref)


def receive(server: Server, pushed: Iterable[Update], say: Say) -> bool:
    """Whether all of what is *pushed* may come in. Git throws it away if not."""
    pushed, newest, branch = list(pushed), "", ""
    try:
        _look_through(server, pushed)
        for update in pushed:
            newest, branch = update.new, update.branch
            _receive(server, update, say)
    except Failed as refusal:
        for line in shortened(str(refusal).split("\n"), _MOST, "条"):
            say(line)
        if refusal.details:
            server.note(refusal, newest)
            say(server.where(refusal))
        say("没有收下这次推送，网站保持原样。")
        happenings.refused(server, branch, newest, refusal, say)
        return False
    return True


def _look_through(server: Server, pushed: Iterable[Update]) -> None:
    """Of every commit of every branch and tag, what it brings. Raises Failed."""
    news = [update.new for update in pushed if not update.removes]
    if news and (faults := list(pushed_history.faults(server.repository, news, server.limits))):
        raise Failed("\n".join(faults))


def _receive(server: Server, update: Update, say: Say) -> None:
    if update.ref != f"refs/heads/{server.branch}":
        if not update.ref.startswith(("refs/heads/", "refs/tags/")):
            raise Failed(f"服务器不收 {update.ref}，只收分支和标签。")
        if is_previewed(server, update):
            _inspect_draft(server, update, say)
        else:
            say(f"{update.branch}: 收下了，但不会发布。会发布的只有 {server.branch} 分支。")
        return
    if update.removes:
        raise Failed(f"{server.branch} 分支就是网站，不能删除。")
    if not update.creates and not server.repository.includes(update.new, update.old):
        raise Failed(
            "您的推送会丢掉服务器上已有的修改。请先运行 git pull，把两边的修改合在一起，再推送（不要用 --force）。"
        )
    _inspect(server, update, say)


def is_previewed(server: Server, update: Update) -> bool:
    """Whether *update* is of a branch with facts that somebody may want to look at before they are published."""
    is_draft = update.ref.startswith("refs/heads/") and update.branch != server.branch
    if not is_draft or update.removes or not server.preview_days:
        return False
    tops = {
        entry.path.partition(b"/")[0].decode(errors="replace")
        for entry in server.repository.entries(update.new)
    }
    return tops.issuperset(server.program.facts)


def _inspect_draft(server: Server, update: Update, say: Say) -> None:
    """Of a branch that is not published, the program does not matter: it is previewed with the server's own."""
    entries = server.repository.entries(update.new)
    known = {(entry.path.decode(errors="surrogateescape"), entry.sha) for entry in entries}
    faults = [
        *push_rules.of_branch(update.branch),
        *push_rules.faults(entries, known, server.limits, server.program),
    ]
    if faults:
        raise Failed("\n".join(faults))
    _check(server, update, entries, say)


def _inspect(server: Server, update: Update, say: Say) -> None:
    entries = server.repository.entries(update.new)
    known = _known(server, update, entries)
    if faults := list(push_rules.faults(entries, known, server.limits, server.program)):
        raise Failed("\n".join(faults))
    _check(server, update, entries, say)


def _check(server: Server, update: Update, entries: Iterable[TreeEntry], say: Say) -> None:
    incoming = server.root / "incoming"
    _sweep(incoming)
    folder = Path(tempfile.mkdtemp(prefix=f"{update.new[:12]}-", dir=incoming))
    try:
        project = folder / "project"
        unpack(server.repository, taken(entries, server), project)
        say("正在检查……")
        said = server.runner(project).check(project, folder, server.url)
        server.checked(update.new).touch()
        *reminders, verdict = said.split("\n")
        for line in [*shortened(reminders, _REMINDERS, "条"), verdict]:
            say(line)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def taken(entries: Iterable[TreeEntry], server: Server) -> Iterator[TreeEntry]:
    """Those of *entries* that the server uses: the facts, and of those who are trusted the program too."""
    folders = tuple(f"{folder}/".encode() for folder in server.program.facts)
    return (entry for entry in entries if server.trusted or entry.path.startswith(folders))


def _known(server: Server, update: Update, entries: Iterable[TreeEntry]) -> set[tuple[str, str]]:
    """Path and sha of files of the program that may be in a push: the server's own, and those that it held before."""
    if server.trusted:
        return {(entry.path.decode(errors="surrogateescape"), entry.sha) for entry in entries}
    known = inventory(server.root / "program")
    if not update.creates:
        before = server.repository.entries(update.old)
        known |= {(entry.path.decode(errors="surrogateescape"), entry.sha) for entry in before}
    return known


def _sweep(incoming: Path) -> None:
    """Removes what inspections that were killed have left."""
    for folder in incoming.iterdir():
        try:
            if time.time() - folder.stat().st_mtime > _STALE:
                shutil.rmtree(folder, ignore_errors=True)
        except FileNotFoundError:
            continue  # that inspection has ended
