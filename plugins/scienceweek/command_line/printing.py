"""The browser of this computer, which makes a PDF (ISO 32000) or a picture of a page: Edge, Chrome or Chromium, whichever is there."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_NAMES = (
    *("microsoft-edge", "microsoft-edge-stable", "msedge", "google-chrome", "google-chrome-stable", "chrome"),
    *("chromium", "chromium-browser", "chromium-headless-shell"),
)
_OF_WINDOWS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
_OF_MACOS = (
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
_PATIENCE = 120  # seconds
_ROOT = 0


class PrintError(Exception):
    """Why nothing was printed, for staff."""


def browser(named: Path | None, around: Mapping[str, str]) -> Path:
    """The program that prints: the one that somebody has *named*, else the first on this computer, whose environment is *around*.

    Raises PrintError.
    """
    if named:
        found = shutil.which(named, path=around.get("PATH", ""))
        if found is None:
            raise PrintError(f"“{named}”不是能运行的程序。--browser 后面写 Edge、Chrome 或 Chromium 在哪里。")
        return Path(found)
    for path in _places(around):
        return path
    raise PrintError(
        "这台电脑上没有找到用得上的浏览器（Edge、Chrome、Chromium）。装好其中一个再试，或者用 --browser 写明它在哪里。"
    )


def _places(around: Mapping[str, str]) -> Iterator[Path]:
    for name in _NAMES:
        if found := shutil.which(name, path=around.get("PATH", "")):
            yield Path(found)
    folders = (around.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
    places = [Path(folder, name) for folder in folders if folder for name in _OF_WINDOWS]
    if sys.platform == "darwin":
        places += [Path(folder, name) for folder in ("/Applications",) for name in _OF_MACOS]
    yield from (path for path in places if path.is_file())


def printed(page: Path, program: Path) -> bytes:
    """The file *page* as a PDF, printed by the browser *program*. Raises PrintError."""
    # The second is how the first was called before.
    return _made(
        page, program, "print-to-pdf", "page.pdf", "--no-pdf-header-footer", "--print-to-pdf-no-header"
    )


def pictured(page: Path, program: Path, wide: int, high: int) -> bytes:
    """The file *page* as a picture (PNG) of a window so *wide* and *high*, two pixels for each of CSS. Raises PrintError."""
    size = f"--window-size={wide},{high}"
    return _made(
        page, program, "screenshot", "page.png", size, "--hide-scrollbars", "--force-device-scale-factor=2"
    )


def _made(page: Path, program: Path, what: str, name: str, *how: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="scienceweek-", ignore_cleanup_errors=True) as folder:
        made = Path(folder, name)
        # A browser that is open has a profile of its own.
        profile = f"--user-data-dir={Path(folder, 'profile')}"
        command = [str(program), "--headless", "--disable-gpu", "--no-first-run", profile, *how]
        command += [f"--{what}={made}", page.as_uri()]
        if hasattr(os, "geteuid") and os.geteuid() == _ROOT:
            command.insert(1, "--no-sandbox")  # which Chromium refuses to that account
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrintError(f"{program} 没有做出来：{_why(error)}") from None
        if not made.is_file():
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise PrintError(f"{program} 没有做出来。它说：{said[-1][:200] if said else '什么也没说'}")
        return made.read_bytes()


def _why(error: OSError | subprocess.TimeoutExpired) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return f"等了 {_PATIENCE} 秒。"
    return f"运行不了（{error.strerror or error}）。"


def sheets(pdf: bytes, anchors: Iterable[str]) -> Iterator[tuple[str, int]]:
    """On which sheet of *pdf*, from 1, each of the *anchors* of its page is that something on it leads to."""
    import pypdfium2
    from pypdfium2 import raw

    with pypdfium2.PdfDocument(pdf) as document:
        for anchor in anchors:
            if there := raw.FPDF_GetNamedDestByName(document, anchor.encode()):
                yield anchor, raw.FPDFDest_GetDestPageIndex(document, there) + 1
