"""What is newest in the repository becomes what visitors see: unpack, build, verify, release, show."""

import errno
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from scienceweek.publishing import turn
from scienceweek.publishing.program import Failed
from scienceweek.publishing.reception import taken
from scienceweek.publishing.server import Say, Server
from scienceweek.publishing.store import Release
from scienceweek.publishing.unpacking import unpack
from scienceweek.publishing.verification import Site, verify

Planned = Callable[[Path], Iterable[str]]
"""The paths of all files that a build at this folder has planned."""


def publish(server: Server, planned: Planned, say: Say, *, again: bool = False) -> Release | None:
    """Publishes the newest commit, unless it is live; *again*: in any case.

    The lock is taken first and the newest commit looked up then, so that a push during a build is in the next one,
    many such pushes are in one, and an older commit never follows a newer one. Raises Failed; visitors then see what
    they saw before.
    """
    with turn.taken(server.lock, _now(), lambda who: _queue(server, who, say)) as lock:
        commit = server.repository.tip(server.branch)
        if commit is None:
            raise Failed(f"还没有推送过 {server.branch} 分支，没有可以发布的内容。")
        live = server.store.live()
        if not again and live and live.is_of(commit):
            say(f"已经随另一次推送发布：{address(server)}")
            return live
        if not again and _is_held(server, commit):
            raise Failed(
                "这次修改被管理员撤回了，不会自动发布。请改好再推送，或者请管理员运行 invoke publish。"
            )
        try:
            return _publish(server, commit, planned, say, lock)
        except OSError as error:
            server.store.tidy()
            raise Failed(_why(error), repr(error)) from error


def _publish(server: Server, commit: str, planned: Planned, say: Say, lock: int) -> Release:
    start = time.monotonic()
    build = server.root / "build"
    project, output = build / "project", build / "output"
    entries = server.repository.entries(commit)
    unpack(server.repository, taken(entries, server), project)
    program = server.program(project)
    private = server.checked(commit)
    if not private.exists():
        program.check(project, private)
    say("正在生成网站……")
    program.build(project, output, server.url, hold=(lock,))
    store = server.store
    live = store.live()
    site = Site(store.draft(output), server.url, _lines(private))
    try:
        count = verify(site, frozenset(planned(output)), _before(server, live))
        say(f"核对无误：{count} 个文件。")
        release = store.publish(commit)
        _remember(server, site, release)
    finally:
        store.tidy()
    server.held.unlink(missing_ok=True)
    store.prune(server.keep)
    for old in sorted(server.checked(commit).parent.iterdir(), key=lambda path: path.stat().st_mtime)[:-20]:
        old.unlink(missing_ok=True)
    say(
        f"已发布（第 {release.number} 次，{commit[:8]}，{time.monotonic() - start:.1f} 秒）：{address(server)}"
    )
    return release


def _before(server: Server, live: Release | None) -> Site | None:
    """What was verified last, if it is what visitors see."""
    try:
        seen = json.loads((server.root / "build" / "verified.json").read_bytes())
    except (OSError, ValueError):
        return None
    if live is None or seen["release"] != str(live) or seen["url"] != server.url:
        return None
    return Site(server.store.folder(live), server.url, frozenset(seen["private"]))


def _remember(server: Server, site: Site, release: Release) -> None:
    seen = {"release": str(release), "url": site.url, "private": sorted(site.private)}
    (server.root / "build" / "verified.json").write_text(json.dumps(seen), encoding="utf-8")


def _lines(path: Path) -> frozenset[str]:
    return frozenset(line for line in path.read_text(encoding="utf-8").splitlines() if line)


def address(server: Server) -> str:
    return f"{server.url}/" if server.url else str(server.store.link)


def _queue(server: Server, who: str, say: Say) -> None:
    say(f"排队中：{who}开始的另一次发布还没有结束，结束后会接着发布您的修改。")
    say(f"不用等：可以按 Ctrl-C 离开，不影响发布。结果看 {address(server)} 或者服务器的 {server.logs}")


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _is_held(server: Server, commit: str) -> bool:
    return server.held.exists() and server.held.read_text(encoding="utf-8").strip() == commit


def _why(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "磁盘满了，这次没有发布，网站保持原样。请管理员腾出空间，再推送一次。"
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return f"没有写入权限（{error.filename}），这次没有发布，网站保持原样。请告诉管理员。"
    return f"这次没有发布，网站保持原样：{error.strerror}。请告诉管理员。"
