"""The Chromium that the tests look at pages with: Debian's without a window, else the machine's own, else Playwright's."""

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"
"""Draws as Chromium does, and opens a page in a quarter of the time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """Path of the machine's Chromium; None stands for Playwright's own."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> int:
    """Bring a browser and Chinese fonts where they are missing; the exit status."""
    missing = [*([] if shutil.which(SHELL) else [SHELL]), *([] if _reads_chinese() else ["fonts-noto-cjk"])]
    if missing and _may_install():
        _apt("update")
        for package in missing:  # one by one: not every Debian has all
            _apt("install", "--yes", "--no-install-recommends", package)
    if not _reads_chinese():
        print(
            "没有找到中文字体，截图和海报会缺字；请安装 fonts-noto-cjk。(No Chinese font found.)",
            file=sys.stderr,
        )
    if executable():
        return 0
    status = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"], check=False
    ).returncode
    if status:
        print(
            "没有找到浏览器，请安装 chromium 后再运行。(No browser: please install Chromium.)",
            file=sys.stderr,
        )
    return status


def _reads_chinese() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(*arguments: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *arguments], env=environment, check=False)


if __name__ == "__main__":
    sys.exit(install())
