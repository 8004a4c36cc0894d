"""After a push is accepted (post-receive): the publication is started, and the pusher sees how it goes."""

import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from gitpublish import happenings, previews, publication_logs
from gitpublish.messages import Say
from gitpublish.pre_receive import Update, is_previewed
from gitpublish.previews import BranchPreview
from gitpublish.server import Server

_PAUSE = 0.02  # seconds


def follow(server: Server, pushed: Iterable[Update], say: Say) -> None:
    """Starts a publication if the published branch is among what was *pushed*, and says what it says; then previews.

    Each runs on its own: whoever pushed may leave, or lose the connection.
    """
    pushed = list(pushed)
    for update in pushed:
        happenings.received(server, update.branch, "" if update.removes else update.new)
    news = [update for update in pushed if update.ref == f"refs/heads/{server.branch}" and not update.removes]
    if news:
        _publish(server, news[-1].new, say)
    _preview(server, pushed, say)
    publication_logs.sweep(server.logs)


def _publish(server: Server, commit: str, say: Say) -> None:
    try:
        status = _watch(*_started(server, commit, "release"), say)
    except OSError as error:
        say(f"没有开始发布：{server.program.why(error)}，网站保持原样。{unpublished(server)}")
        return
    if status < 0:
        say(f"发布被中断了，网站保持原样。{unpublished(server)}")


def _preview(server: Server, pushed: Iterable[Update], say: Say) -> None:
    """Makes previews of the branches that have come in, and removes those of branches that are gone."""
    drafts = [update for update in pushed if is_previewed(server, update)]
    for update in drafts:
        BranchPreview(server, update.branch).want()
    for update in drafts:
        try:
            status = _watch(*_started(server, update.new, "preview", update.branch), say)
        except OSError as error:
            say(f"没有生成预览：{server.program.why(error)}。")
            continue
        if status < 0:
            say("生成预览被中断了。服务器会再试一次；没有的，请再推送一次修改。")
    try:
        previews.sweep(server)
    except OSError as error:
        say(f"旧的预览没有清理：{server.program.why(error)}。")


def unpublished(server: Server) -> str:
    """What becomes of a push that was received and whose publication has not even failed."""
    if server.by_itself():
        return "您的推送已经收下，服务器会在一分钟内自己接着发布，不用再推送。"
    return f"您的推送已经收下，不用再推送；请管理员在服务器上运行 {server.command('release')}"


def _started(
    server: Server, commit: str, command: str, *arguments: str
) -> tuple[subprocess.Popen[bytes], Path]:
    """The process that runs *command* for *commit*, and the log that it writes."""
    log = publication_logs.new(server.logs, commit)
    with log.open("xb") as written:
        publication = subprocess.Popen(
            [server.root / "program" / "python", *server.program.command(command), server.root, *arguments],
            cwd=server.root,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return publication, log


def _watch(publication: subprocess.Popen[bytes], log: Path, say: Say) -> int:
    with log.open(encoding="utf-8", errors="replace") as written:
        while True:
            status = publication.poll()
            for line in written:
                say(line.rstrip("\n"))
            if status is not None:
                return status
            time.sleep(_PAUSE)
