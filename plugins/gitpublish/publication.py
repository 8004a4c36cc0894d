"""What is newest in the repository becomes what visitors see."""

import time
from collections.abc import Iterator

from gitpublish import publish_lock
from gitpublish.failures import blamed
from gitpublish.messages import Failed, Say
from gitpublish.pre_receive import taken
from gitpublish.release_build import ReleaseBuild
from gitpublish.release_store import Release
from gitpublish.server import Server
from gitpublish.unpacking import unpack

_CHECKED = 20  # commits whose inspection is remembered


def publish(server: Server, say: Say, *, again: bool = False, held: bool = False) -> Release:
    """Publishes the newest commit, unless it is live (but for *again*) or was rolled back (but for *held*).

    The lock is taken first and the newest commit looked up then, so that a push during a build is in the next one,
    many such pushes are in one, and an older commit never follows a newer one. Raises Failed; visitors then see what
    they saw before.
    """
    with publish_lock.taken(
        server.lock, time.strftime("%H:%M:%S"), lambda who: _queue(server, who, say)
    ) as lock:
        commit = server.repository.tip(server.branch)
        if commit is None:
            raise Failed(f"还没有推送过 {server.branch} 分支，没有可以发布的内容。")
        live = server.store.live()
        if not again and live and live.is_of(commit):
            say(f"已经随另一次推送发布：{server.address}")
            return live
        if not held and server.is_held(commit):
            raise Failed(
                "这次修改已被管理员撤回，不会自动发布。请改好再推送；要照原样发布，请管理员运行 invoke publish。"
            )
        try:
            release = _prepared(server, commit).release(commit, say, lock)
        except Failed as failed:
            raise Failed("\n".join(_told(server, failed, commit, live)), failed.details) from failed
        server.failures.mended()
        server.held.unlink(missing_ok=True)
        _forget(server)
        return release


def _told(server: Server, failed: Failed, commit: str, live: Release | None) -> Iterator[str]:
    """Lines for whoever pushed *commit*, when its publication has *failed*; all that is known is kept."""
    failure = server.note(failed, commit, live.commit if live else "")
    standing = server.failures.standing()
    yield from filter(None, (str(failed), server.where(failed)))
    if standing:
        yield from blamed(standing, failure.commits)
    else:
        server.failures.stand(failure)


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
