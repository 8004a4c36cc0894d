"""The releases there are, and the way back to an earlier one: no build, one swap."""

import time
from collections.abc import Callable, Iterator

from gitpublish.program import Failed
from gitpublish.release_store import Release, Store


def told(store: Store, subject: Callable[[str], str]) -> Iterator[str]:
    """A line for each release, newest first; *subject* says what a commit was about."""
    live = store.live()
    for release in reversed(store.releases()):
        made = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(store.folder(release).stat().st_mtime))
        mark = "← 网站现在是这一版" if release == live else ""
        yield f"{release.number:>4}  {made}  {release.commit[:8]}  {subject(release.commit)} {mark}".rstrip()


def earlier(store: Store, number: int | None) -> Release:
    """The release with this *number*, or the one before what visitors see. Raises Failed if there is none."""
    releases = {release.number: release for release in store.releases()}
    if number is not None:
        if number not in releases:
            raise Failed(f"没有第 {number} 版。还在的有：{'、'.join(map(str, releases)) or '（没有）'}。")
        return releases[number]
    live = store.live()
    before = live and store.before(live)
    if before is None:
        raise Failed("没有更早的一版可以退回。用 invoke releases 看有哪些。")
    return before
