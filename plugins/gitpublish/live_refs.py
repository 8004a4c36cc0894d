"""What visitors see, as a reference of the repository: whoever may clone it can ask, without an account on the server.

refs/site/live is at the commit of the release that is live, refs/site/withdrawn at the one that a rollback took away. No push changes either, no clone fetches them, and each is set anew whenever something is published or taken back.
"""

import subprocess
from contextlib import suppress

from gitpublish.live_names import LIVE, WITHDRAWN
from gitpublish.server import Server


def report(server: Server) -> None:
    """Sets both as things are. What cannot be written now is written the next time."""
    live = server.shown()
    tip = server.repository.tip(server.branch)
    wanted = {
        LIVE: server.repository.full(live.commit) if live else None,
        WITHDRAWN: tip if tip and server.is_held(tip) else None,
    }
    for name, commit in wanted.items():
        with suppress(subprocess.CalledProcessError, OSError):
            _set(server, name, commit)


def _set(server: Server, name: str, commit: str | None) -> None:
    known = server.repository.full(name)
    if commit and commit != known:
        server.repository.run("update-ref", name, commit)
    elif known and not commit:
        server.repository.run("update-ref", "-d", name)
