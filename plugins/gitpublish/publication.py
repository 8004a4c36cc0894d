"""What is newest in the repository becomes what visitors see."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gitpublish import china_time, live_refs, publish_lock
from gitpublish.failures import blamed
from gitpublish.messages import Failed, Say
from gitpublish.pre_receive import taken
from gitpublish.release_build import ReleaseBuild
from gitpublish.release_store import Release
from gitpublish.server import Server
from gitpublish.unpacking import unpack

_CHECKED = 20  # commits whose inspection is remembered


def publish(
    server: Server, say: Say, *, again: bool = False, held: bool = False, patience: float | None = None
) -> Release:
    """Publishes the newest commit, unless it is live (but for *again*) or was rolled back (but for *held*).

    The lock is taken first and the newest commit looked up then, so that a push during a build is in the next one,
    many such pushes are in one, and an older commit never follows a newer one. While the newest is rolled back, what
    visitors see is made *again* of its own commit. Raises Failed; visitors then see what they saw before. Raises
    TooLong if another publication has not ended after *patience* seconds.
    """
    server.own()
    with publish_lock.taken(
        server.lock, f"{china_time.now():%H:%M:%S}", lambda who: _queue(server, who, say), patience
    ) as lock:
        tip = server.repository.tip(server.branch)
        if tip is None:
            raise Failed(f"还没有推送过 {server.branch} 分支，没有可以发布的内容。")
        live = server.shown()
        if not again and live and live.is_of(tip):
            settle(server)
            say(f"已经随另一次推送发布：{server.address}")
            return live
        withdrawn = not held and server.is_held(tip)
        commit = _shown(server, live, again=again) if withdrawn else tip
        today = china_time.today().isoformat()
        attempts = server.attempts(commit)
        attempts.begin()
        try:
            release = _prepared(server, commit).release(commit, say, lock)
        except (Failed, OSError) as error:
            attempts.fail()
            failed = error if isinstance(error, Failed) else _refused(server, error)
            told = _told(server, failed, commit, live)
            raise Failed("\n".join((*told, _afterwards(server))), failed.details) from error
        attempts.end()
        with suppress(OSError):  # it is built once more
            server.built.write_text(today, encoding="utf-8")
        if not withdrawn:
            server.held.unlink(missing_ok=True)
        settle(server)
        _forget(server)
        return release


def _shown(server: Server, live: Release | None, *, again: bool) -> str:
    """The commit that visitors see while the newest is withdrawn. Raises Failed unless it is to be made *again*."""
    commit = server.repository.full(live.commit) if live and again else None
    if commit is None:
        raise Failed(
            "这次修改已被管理员撤回，不会自动发布。请改好再推送；"
            f"要照原样发布，请管理员在服务器上运行 {server.command('release', '--lift')}"
        )
    return commit


def settle(server: Server) -> None:
    """What visitors see is what it should be: nothing stands against it, and whoever asks is told."""
    server.failures.mended()
    live_refs.report(server)


def _refused(server: Server, error: OSError) -> Failed:
    return Failed(f"没有发布，网站保持原样：{server.program.why(error)}。", repr(error))


def rehearse(server: Server, say: Say) -> Path:
    """Makes what the newest commit would be published as, and gives its folder; no release comes of it. Raises Failed."""
    with publish_lock.taken(
        server.lock, f"{china_time.now():%H:%M:%S}", lambda who: _queue(server, who, say)
    ) as lock:
        commit = server.repository.tip(server.branch)
        if commit is None:
            raise Failed(f"还没有推送过 {server.branch} 分支，没有可以发布的内容。")
        return _prepared(server, commit).rehearse(say, lock)


def _told(server: Server, failed: Failed, commit: str, live: Release | None) -> Iterator[str]:
    """Lines for whoever pushed *commit*, when its publication has *failed*; all that is known is kept."""
    failure = server.note(failed, commit, live.commit if live else "")
    standing = server.failures.standing()
    yield from filter(None, (str(failed), server.where(failed)))
    if standing:
        yield from blamed(standing, failure.commits)
    else:
        server.failures.stand(failure)


def _afterwards(server: Server) -> str:
    """What becomes of a commit that was received and could not be published."""
    if server.by_itself():
        return "处理好以后，服务器会自己再试并发布，不用再推送。"
    return f"处理好以后，请管理员在服务器上运行 {server.command('release')}"


def _prepared(server: Server, commit: str) -> ReleaseBuild:
    build = server.root / "build"
    project = build / "project"
    unpack(server.repository, taken(server.repository.entries(commit), server), project)
    runner = server.runner(project)
    if not server.checked(commit).exists():
        runner.check(project, build, server.url)
        server.checked(commit).touch()
    return ReleaseBuild(
        project,
        runner,
        build,
        server.store,
        server.url,
        server.keep,
        moment=server.repository.moment(commit),
    )


def _queue(server: Server, who: str, say: Say) -> None:
    say(f"排队中：{who} 开始的另一次发布还没有结束，结束后接着发布您的修改。")
    say(f"不用等，可以按 Ctrl-C 离开，不影响发布。结果看 {server.address} ，经过在服务器的 {server.logs}")


def _forget(server: Server) -> None:
    remembered = sorted((server.root / "checked").iterdir(), key=lambda path: path.stat().st_mtime)
    for old in remembered[:-_CHECKED]:
        old.unlink(missing_ok=True)
