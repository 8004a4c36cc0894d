"""After a push is accepted (post-receive): the publication is started, and the pusher sees how it goes."""

import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from gitpublish.messages import Say
from gitpublish.pre_receive import Update
from gitpublish.server import Server

_PAUSE = 0.02  # seconds
_KEPT = 50  # logs


def follow(server: Server, pushed: Iterable[Update], say: Say) -> None:
    """Starts a publication if the published branch is among what was *pushed*, and says what it says.

    It runs on its own: whoever pushed may leave, or lose the connection.
    """
    news = [update for update in pushed if update.ref == f"refs/heads/{server.branch}" and not update.removes]
    if not news:
        return
    log = server.logs / f"{time.strftime('%Y%m%d-%H%M%S')}-{news[-1].new[:12]}-{os.getpid()}.log"
    with log.open("xb") as written:
        publication = subprocess.Popen(
            [server.root / "program" / "python", *server.program.command("release"), server.root],
            cwd=server.root,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    status = _watch(publication, log, say)
    if status < 0:
        say("发布被中断了，网站保持原样。再推送一次，或者请管理员运行 invoke publish，就会补上。")
    _sweep(server.logs)


def _watch(publication: subprocess.Popen[bytes], log: Path, say: Say) -> int:
    with log.open(encoding="utf-8", errors="replace") as written:
        while True:
            status = publication.poll()
            for line in written:
                say(line.rstrip("\n"))
            if status is not None:
                return status
            time.sleep(_PAUSE)


def _sweep(logs: Path) -> None:
    for log in sorted(logs.iterdir(), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        log.unlink(missing_ok=True)
