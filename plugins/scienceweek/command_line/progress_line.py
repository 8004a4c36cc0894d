"""What long work says of itself while it goes on, and what a build says at its end."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TextIO

_PATIENCE = 2.0  # seconds in which nobody wonders
_APART = 10.0  # seconds between two lines where lines stay
_MINUTE = 60
_SURE = 20
"""One part in so many is done before anybody can tell how long the rest takes."""
DRAWN = "正在生成：{total} 个文件画好了 {done} 个"
READ = "正在检查：{total} 个数据文件读好了 {done} 个"
PLANNED = "正在核对链接：{total} 个文件排好了 {done} 个"


class BuildCounts(Protocol):
    """What a build did."""

    @property
    def made(self) -> tuple[str, ...]: ...
    @property
    def kept(self) -> int: ...
    @property
    def removed(self) -> tuple[str, ...]: ...


class ProgressLine:
    """Tells *stream*: on a terminal one line that changes; elsewhere nothing, or, if somebody waits there, *lines* now and then.

    What takes no longer than nobody wonders tells nothing.
    """

    def __init__(
        self, stream: TextIO, *, lines: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream, self._lines, self._clock = stream, lines, clock
        self._begun = clock()
        self._next = self._begun + _PATIENCE
        self._shown = False
        self._said = DRAWN

    def of(self, said: str) -> Callable[[int, int], None]:
        """Tells of a part of the work, as *said* with *done* and *total*; the time left is that of this part."""

        def tell(done: int, total: int) -> None:
            if self._said != said:
                self._said, self._begun = said, self._clock()
            self(done, total)

        return tell

    def __call__(self, done: int, total: int) -> None:
        """*done* of *total* are done."""
        now = self._clock()
        if now < self._next or not total or not (self._lines or self._stream.isatty()):
            return
        said = self._said.format(total=total, done=done)
        text = f"{said}（{done * 100 // total}%）{self._left(done, total, now)}"
        if self._stream.isatty():
            self._stream.write(f"\r\x1b[K{text}")
            self._shown = True
        else:
            self._stream.write(f"{text}\n")
            self._next = now + _APART
        self._stream.flush()

    def close(self) -> None:
        """Takes the line away, if there is one."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False

    def _left(self, done: int, total: int, now: float) -> str:
        if done * _SURE < total:
            return ""
        seconds = round((now - self._begun) / done * (total - done))
        if seconds < _MINUTE:
            return f"，大约还要 {max(1, seconds)} 秒"
        return f"，大约还要 {round(seconds / _MINUTE)} 分钟"


def last_line(report: BuildCounts, output: Path, front: str, seconds: float) -> str:
    """What was made and kept, how long it took, and where to look: the page *front* of *output*."""
    made, kept, removed = len(report.made), report.kept, len(report.removed)
    gone = f"，删去 {removed} 个" if removed else ""
    news = f"画了 {made} 个文件，{kept} 个没有变化{gone}" if made or removed else f"{kept} 个文件都没有变化"
    return (
        f"网站生成好了：{news}，用了 {seconds:.1f} 秒。打开 {_near(output) / front} 就能看。"
        f"({made} made, {kept} kept, {removed} removed)"
    )


def _near(folder: Path) -> Path:
    """*folder* as one would write it here."""
    try:
        return folder.resolve().relative_to(Path.cwd())
    except ValueError:
        return folder
