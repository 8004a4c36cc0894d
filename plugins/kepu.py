"""Makes the Python environment where there is none, then runs a verb of the program.

``kepu`` in the root of the project hands over to this, on Windows its like, kepu.cmd. Standard library only: nothing is
installed yet. The environment is the one that the Makefile makes, with the same stamps: whoever uses both waits once.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[1]
RUN = ("-m", "scienceweek")
OLDEST, NEWEST = (3, 11), (3, 14)
_SPOKEN = {
    "PYTHONUTF8": "1",
    "PYTHONIOENCODING": "utf-8:backslashreplace",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
_FITS = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"

# What staff do, in the order of a day; a verb that the program does not have is not offered.
MENU = {
    "check": "检查数据和文章",
    "serve": "在这台电脑上预览",
    "send": "交上去发布",
    "import": "把通知或表格变成草稿",
    "new-site": "开一个新的网站",
    "build": "生成网站，放在 output 文件夹",
}
_SHORT = {"new": "new-site"}
_GIT = """\
交上去要用 git，这台电脑上还没有。装好以后，重新打开窗口再运行一次：
  Windows   https://mirrors.huaweicloud.com/git-for-windows/ ，进最新的一个文件夹，下载以 -64-bit.exe 结尾的文件，一路“Next”
  macOS     xcode-select --install
  Linux     sudo apt-get install git，或者 sudo dnf install git"""
_MIRROR = "https://pypi.tuna.tsinghua.edu.cn/simple"


class NotMadeError(Exception):
    """Why there is no environment, in Chinese."""


def main(words: Sequence[str]) -> int:
    """Does what *words* say, in the folder that this runs in; without any, what is chosen from a menu. An exit status."""
    speak()
    try:
        python = environment(Path.cwd() / ".venv")
        if not words:
            return choose(python, verbs(python))
        return run(python, _SHORT.get(words[0], words[0]), *words[1:])
    except NotMadeError as reason:
        print(reason, file=sys.stderr)
        if not words and sys.stdin.isatty():  # started by a double click: the window would close at once
            input("按回车结束。")
        return 1
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return 130


def speak() -> None:
    """Lets Chinese through, whatever the terminal says of itself."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="backslashreplace")


# ---- The environment -------------------------------------------------------------------------------------------------


def environment(folder: Path, system: str = sys.platform) -> Path:
    """The Python of the environment at *folder*, made or brought up to date first. Raises NotMadeError."""
    python = python_of(folder, system)
    if not (folder / "made").exists() or not fits(python):
        _make(folder, python)
    lock = PROGRAM / "requirements" / "site.txt"
    stamp = folder / f"site-{cksum(lock.read_bytes())}"
    if not stamp.exists():
        print("正在安装（只需一次，几分钟）… Installing (only once) …", flush=True)
        _install(python, lock)
        stamp.touch()
    return python


def python_of(folder: Path, system: str = sys.platform) -> Path:
    """Where the environment at *folder* has its Python."""
    return folder / "Scripts" / "python.exe" if system == "win32" else folder / "bin" / "python"


def fits(python: Path) -> bool:
    """Whether *python* is there, starts, and is of a version that the program runs on."""
    try:
        return subprocess.run([python, "-c", _FITS], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make(folder: Path, python: Path) -> None:
    print("正在准备 Python 环境（只需一次）… Making the environment (only once) …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        said = (made.stderr + made.stdout).decode(errors="replace").strip()
        if "ensurepip" in said:
            raise NotMadeError(
                "这个 Python 缺少 venv。请先运行：sudo apt-get install python3-venv，再运行一次 kepu。"
            )
        last = said.splitlines()[-1] if said else "没有说明原因"
        raise NotMadeError(
            f"不能建立 {folder}：{last}\n请检查磁盘空间和权限；正打开着里面文件的程序，先关掉。"
        )
    asked = (str(python), "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    packages = Path(subprocess.run(asked, capture_output=True, check=True, encoding="utf-8").stdout.strip())
    # Relative, so that the project may move.
    (packages / "scienceweek.pth").write_bytes(
        os.path.relpath(PROGRAM / "plugins", packages).encode() + b"\n"
    )
    (folder / "made").touch()


def _install(python: Path, lock: Path) -> None:
    command = (
        *(str(python), "-m", "pip", "install", "-qq"),
        *("--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)),
    )
    if subprocess.run(command, env=os.environ | _SPOKEN, check=False).returncode:
        setting = "set" if sys.platform == "win32" else "export"
        raise NotMadeError(
            "软件包没有装好，原因在上面。请检查网络和磁盘空间，再运行一次。\n"
            f"下载慢或者连不上的，先运行 {setting} PIP_INDEX_URL={_MIRROR} ，换用国内的镜像（装上的仍逐个核对）。"
        )


def cksum(content: bytes) -> int:
    """The checksum of POSIX ``cksum``, after which the Makefile names its stamps."""
    value, length = 0, len(content)
    tail = bytearray()
    while length:
        tail.append(length & 0xFF)
        length >>= 8
    for byte in content + bytes(tail):
        value = ((value << 8) & 0xFFFFFFFF) ^ _TABLE[(value >> 24) ^ byte]
    return value ^ 0xFFFFFFFF


def _row(value: int) -> int:
    for _ in range(8):
        value = (value << 1) ^ (0x104C11DB7 if value & 0x80000000 else 0)
    return value


_TABLE = tuple(_row(byte << 24) & 0xFFFFFFFF for byte in range(256))


# ---- The verbs -------------------------------------------------------------------------------------------------------


def run(python: Path, *words: str) -> int:
    """Runs a verb of the program; its exit status."""
    if words[0] == "send" and not shutil.which("git"):
        print(_GIT, file=sys.stderr)
        return 1
    try:
        status = subprocess.run([python, *RUN, *words], env=os.environ | _SPOKEN, check=False).returncode
    except KeyboardInterrupt:  # it has been told too, and has said so
        return 130
    return status if status >= 0 else 128 - status


def verbs(python: Path) -> dict[str, str]:
    """Those of the menu that the program has."""
    asked = subprocess.run(
        [python, *RUN, "--help"], env=os.environ | _SPOKEN, capture_output=True, check=False, encoding="utf-8"
    )
    known = set(re.findall(r"^\s+([a-z][a-z-]*)\b", asked.stdout, re.MULTILINE))
    return {verb: meaning for verb, meaning in MENU.items() if verb in known}


def menu(offered: dict[str, str]) -> Iterator[str]:
    """The lines of the menu."""
    yield "科普活动网站：要做什么？"
    for number, (verb, meaning) in enumerate(offered.items(), 1):
        yield f"  {number}  {meaning}（kepu {verb}）"
    yield "  0  结束"


def choose(python: Path, offered: dict[str, str]) -> int:
    """Asks until somebody has had enough; the status of what was done last."""
    status = 0
    while True:
        print("\n".join(menu(offered)))
        try:
            answer = input("写数字，按回车：").strip()
        except EOFError:
            return status
        if answer in ("0", "q", ""):
            return status
        verb = dict(zip(map(str, range(1, 100)), offered, strict=False)).get(answer, answer)
        if verb in offered:
            status = run(python, verb)
        else:
            print(f"没有“{answer}”这一项。")
        print()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
