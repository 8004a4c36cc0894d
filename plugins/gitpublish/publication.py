"""What is newest in the repository becomes what visitors see."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gitpublish import china_time, happenings, health, live_refs, publish_lock
from gitpublish.failures import blamed
from gitpublish.history import Happening
from gitpublish.messages import Failed, Say
from gitpublish.pre_receive import taken
from gitpublish.release_build import ReleaseBuild
from gitpublish.release_store import Release
from gitpublish.server import Server
from gitpublish.unpacking import unpack
from gitpublish.whoever import who

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
        lifted = server.is_held(tip) and held
        withdrawn = server.is_held(tip) and not held
        commit = _shown(server, live, again=again) if withdrawn else tip
        today = china_time.today().isoformat()
        attempts = server.attempts(commit)
        attempts.begin()
        before = _looked_at(server, live)
        try:
            release = _prepared(server, commit).release(commit, say, lock)
            if release != live:
                _look(server, release, live if before else None, say)
        except (Failed, OSError) as error:
            attempts.fail()
            failed = error if isinstance(error, Failed) else _refused(server, error)
            told = _told(server, failed, commit, live)
            happenings.failed(server, commit, failed, say)
            raise Failed("\n".join((*told, _afterwards(server))), failed.details) from error
        attempts.end()
        with suppress(OSError):  # it is built once more
            server.built.write_text(today, encoding="utf-8")
        if not withdrawn:
            server.held.unlink(missing_ok=True)
        event = settle(server, who() if lifted else "")
        _forget(server)
        if not server.url:
            say(server.unaddressed())
        if event and not (live and live.is_of(commit)):
            # The new day is no news.
            happenings.send(server, event, say)
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


def _looked_at(server: Server, live: Release | None) -> bool:
    """Whether *live* is what a visitor gets, as far as that is looked at."""
    return bool(
        server.health and server.url and live and health.glance(server.url, server.store, live).is_well
    )


def _look(server: Server, release: Release, before: Release | None, say: Say) -> None:
    """Looks at *release* as a visitor does. Where one got *before* and gets nothing now, it is shown again; raises Failed."""
    if not (server.health and server.url):
        return
    glimpse = health.look(server.url, server.store, release)
    if glimpse.is_well:
        say(f"打开 {server.address} 看过，是第 {release.number} 版。")
    elif glimpse.shown:
        say(f"打开 {server.address} {glimpse.fault}，还不是第 {release.number} 版：可能是缓存，过一会再看。")
    elif not before:
        say(
            f"打开 {server.address} 看不到第 {release.number} 版：{glimpse.fault}。换版以前也不行，没有退回；请管理员检查网页服务器。"
        )
    else:
        tip = server.repository.tip(server.branch)
        if tip:
            # First: or what looks after the server would bring it back.
            server.hold(tip)
        server.store.show(before)
        with suppress(OSError):  # not today
            server.built.write_text(china_time.today().isoformat(), encoding="utf-8")
        live_refs.report(server)
        why = f"第 {release.number} 版换上以后，打开 {server.address} {glimpse.fault}；换上以前是好的"
        happenings.went_back(server, before, why)
        raise Failed(f"{why}。已经退回第 {before.number} 版。")


def settle(server: Server, by: str = "") -> Happening | None:
    """What visitors see is what it should be: nothing stands against it, and whoever asks is told.

    What is kept of its publication, *by* somebody, if nothing was before.
    """
    server.failures.mended()
    live_refs.report(server)
    live = server.shown()
    return happenings.settled(server, live, by) if live else None


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
    if (tip := server.repository.tip(server.branch)) and server.is_held(tip):
        return (
            f"处理好以后，请管理员在服务器上运行 {server.command('release', '--lift')}，或者再推送一次修改。"
        )
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
