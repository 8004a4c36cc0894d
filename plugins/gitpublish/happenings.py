"""What has happened is kept, and told to those who want to know."""

from gitpublish.history import Happening, History, What, summary
from gitpublish.messages import Failed, Say
from gitpublish.messengers import Messengers
from gitpublish.release_store import Release
from gitpublish.repository import Commit
from gitpublish.server import Server
from gitpublish.whoever import who


def received(server: Server, branch: str, commit: str) -> None:
    """A push to *branch* is in; with no *commit*, it has removed it."""
    message = "" if commit else "删去了这个分支"
    _history(server).add(Happening(What.RECEIVED, who(), _commit(server, commit), branch, message=message))


def refused(server: Server, branch: str, commit: str, refusal: Failed, say: Say) -> None:
    """A push to *branch* may not come in."""
    happened(
        server, Happening(What.REFUSED, who(), _commit(server, commit), branch, message=summary(refusal)), say
    )


def settled(server: Server, release: Release, by: str = "") -> Happening | None:
    """Visitors see *release*, published *by* whoever has pushed it if nobody else. What is kept of that; None if it was before."""
    history = _history(server)
    if history.knows(release.number):
        return None
    commit = _commit(server, release.commit)
    if commit and not by and not history.has_published(commit.sha):
        # Later, on a new day, it is the server itself.
        by = history.pusher(commit.sha)
    made = server.store.folder(release).stat().st_mtime
    event = Happening(What.PUBLISHED, by, commit, server.branch, release.number, time=made)
    history.add(event)
    return event


def failed(server: Server, commit: str, failure: Failed, say: Say) -> None:
    """*commit* could not be published. What is tried again and fails in the same way is told once."""
    history = _history(server)
    by, found = history.pusher(commit), _commit(server, commit)
    event = Happening(What.FAILED, by, found, server.branch, message=summary(failure))
    last = history.last()
    if not (last and last.is_like(event)):
        happened(server, event, say)


def went_back(server: Server, release: Release, why: str) -> None:
    """The server itself shows *release* again; it is told with the failure."""
    commit = _commit(server, release.commit)
    _history(server).add(Happening(What.ROLLED_BACK, "", commit, release=release.number, message=why))


def happened(server: Server, event: Happening, say: Say) -> None:
    """Keeps *event* and tells of it."""
    _history(server).add(event)
    send(server, event, say)


def send(server: Server, event: Happening, say: Say) -> None:
    """Tells of *event*, which is kept already."""
    Messengers.at(server.root).send(event, server.address, say)


def _history(server: Server) -> History:
    return History(server.root)


def _commit(server: Server, commit: str) -> Commit | None:
    return next(iter(server.repository.changes(commit, "")), None) if commit else None
