"""A server that looks after itself: what was pushed becomes what visitors see, whatever has come between.

The system runs this twice a minute (`upkeep`). Nothing is done unless something is missing: a commit that was received and is
not live, since its publication was killed or the disk was full; the new day, since some pages know what day it is; a new
program, which has not yet built the site.
"""

import time
from contextlib import suppress

from gitpublish import china_time, live_refs, previews, publication_logs, publish_lock
from gitpublish.messages import Failed, Say
from gitpublish.publication import publish, settle
from gitpublish.server import Server

_PUSHED = 5.0  # seconds: until then the push itself is about to publish


def converge(server: Server, say: Say) -> bool:
    """Whether what visitors see is as it should be, or somebody else is about to make it so.

    A line is said, and kept in a log, only if something is done.
    """
    server.wake()
    _wait(server)
    with suppress(OSError):
        previews.sweep(server)
        previews.catch_up(server, say)
    tip = server.repository.tip(server.branch)
    if tip is None:
        return True
    live = server.shown()
    withdrawn = server.is_held(tip)
    again = withdrawn or (live is not None and live.is_of(tip))
    if again and server.is_built_for(china_time.today().isoformat()):
        _tidy(server, tip)
        return True
    wanted = server.repository.full(live.commit) if withdrawn and live else None if withdrawn else tip
    if wanted is None or not server.attempts(wanted).is_due():
        return True
    return _published(server, wanted, say, again=again)


def _tidy(server: Server, tip: str) -> None:
    """Ends what a publication or a rollback that was killed after the swap had still to do."""
    live = server.shown()
    lifted = live is not None and live.is_of(tip) and server.is_held(tip)
    if not lifted and not server.attempts(tip).has_begun() and not server.failures.standing():
        live_refs.report(server)
        return
    with suppress(publish_lock.TooLong), publish_lock.taken(server.lock, "", lambda _: None, 0):
        live = server.shown()
        if live and live.is_of(tip):
            server.held.unlink(missing_ok=True)
        server.attempts(tip).end()
        settle(server)


def _wait(server: Server) -> None:
    """Gives a push that has just come in the time to publish itself, so that its pusher sees it."""
    with suppress(OSError):
        age = time.time() - server.repository.reference(server.branch).stat().st_mtime
        if 0 <= age < _PUSHED:
            time.sleep(_PUSHED - age)


def _published(server: Server, commit: str, say: Say, *, again: bool) -> bool:
    tell = publication_logs.kept(publication_logs.new(server.logs, commit), say)
    try:
        publish(server, tell, again=again, patience=0)
    except publish_lock.TooLong:
        pass  # somebody is at it
    except Failed as failed:
        tell(str(failed))
        return False
    finally:
        publication_logs.sweep(server.logs)
    return True
