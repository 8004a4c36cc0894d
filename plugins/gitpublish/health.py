"""Whether visitors get what was published: a look at the address from outside, as they do it.

Each release says which it is, in the file `release_store.STAMP`; its front page must come byte for byte. Caches on the way are
asked not to answer, and those that do all the same show an older release whole, which is no fault of the new one.
"""

import time
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from gitpublish.release_store import STAMP, Release, Store

_PATIENCE = 5.0  # seconds, for each answer
_PAUSES = (0.0, 1.0, 2.0)  # seconds before each look
_FRONT = "index.html"
_LONGEST = 100  # bytes of the stamp


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a visitor is *shown*, and what is wrong with that, in Chinese; "" if all is well."""

    shown: Release | None = None
    fault: str = ""

    @property
    def is_well(self) -> bool:
        return not self.fault


def look(url: str, store: Store, release: Release) -> Glimpse:
    """A look at *url*, which should show *release*; another soon after where it does not."""
    glimpse = Glimpse()
    for pause in _PAUSES:
        time.sleep(pause)
        glimpse = glance(url, store, release)
        if glimpse.is_well:
            break
    return glimpse


def glance(url: str, store: Store, release: Release) -> Glimpse:
    """One look."""
    shown: Release | None = None
    try:
        stamp = _got(f"{url}/{STAMP}?{release.number}", _LONGEST)
        shown = Release.parse(stamp.decode(errors="replace").strip())
        if shown is None:
            return Glimpse(None, f"{STAMP} 不是网站的，网址指到了别的地方")
        if shown != release:
            return Glimpse(shown, f"看到的是第 {shown.number} 版")
        front = _front(store, release)
        if front is not None and _got(f"{url}/?{release.number}", len(front) + 1) != front:
            return Glimpse(None, "首页和发布的不一样")
    except HTTPError as error:
        return Glimpse(None, f"网页服务器回答 {error.code}")
    except (OSError, HTTPException, ValueError) as error:
        is_late = isinstance(error, TimeoutError) or "timed out" in str(error)
        return Glimpse(
            None, f"{_PATIENCE:.0f} 秒没有回答" if is_late else f"连接不上（{type(error).__name__}）"
        )
    return Glimpse(shown)


def told(url: str, store: Store, release: Release, before: Glimpse, back: str) -> str:
    """What to say to whoever has shown *release* at *url*, where *before* that somebody looked; *back* is the way back.

    One that could not be seen before either is not waited for.
    """
    glimpse = look(url, store, release) if before.shown else glance(url, store, release)
    at, which = f"打开 {url}/", f"第 {release.number} 版"
    if glimpse.is_well:
        return f"{at} 看过，是{which}。"
    if glimpse.shown:
        return f"{at} {glimpse.fault}，还不是{which}：可能是缓存，或者平台还在更新，过一会再看。"
    if before.shown:
        return f"{at} {glimpse.fault}；换上以前是好的。要退回，运行 {back}"
    return f"{at} 看不到{which}：{glimpse.fault}。换上以前也不行，请检查网址和网页服务器。"


def _front(store: Store, release: Release) -> bytes | None:
    """The front page of *release*; None if it was made elsewhere."""
    file = store.folder(release) / _FRONT
    return file.read_bytes() if file.is_file() else None


def _got(url: str, most: int) -> bytes:
    """The first *most* bytes of what is at *url*. Raises OSError or HTTPException."""
    request = Request(url, headers={"Cache-Control": "no-cache", "User-Agent": "gitpublish"})  # noqa: S310 - an address of a site
    with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - likewise
        content: bytes = answer.read(most)
        return content
