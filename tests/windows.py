"""A process that has of its system only what Windows would give it: ``python windows.py MODULE ARGUMENT …``.

What no Windows has is taken away: fork, flock, users, modes, links, a name such as ``a:b``, the exchange of two folders. What it has
otherwise is put otherwise: texts are GBK with line ends of two characters unless somebody says how, nothing is renamed
onto what is there, a folder cannot be opened, nor renamed while a file of it is open. Paths stay those of this machine.
"""

import builtins
import ctypes
import errno
import fcntl
import importlib
import io
import os
import platform
import re
import runpy
import shutil
import signal
import sys
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

MODULES = ("fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty", "pty")
OF_OS = (
    *("O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "chown", "fchmod", "fchown", "fork"),
    *("getegid", "geteuid", "getgid", "getuid", "killpg", "mkfifo", "nice", "pidfd_open", "pread", "pwrite"),
    *("setsid", "statvfs", "sync", "uname"),
)
OF_SIGNAL = ("SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "alarm", "setitimer")
# They decide by the system when they are imported; what they do on Windows is their own affair.
OTHERS = (
    *("asyncio", "multiprocessing.util", "subprocess", "tempfile", "uuid", "zipfile", "http.server"),
    *("pelican", "rich.console", "pydantic", "yaml", "PIL.Image", "PIL.ImageDraw", "PIL.ImageFont", "jinja2"),
    *("markdown_it", "nh3", "folium", "holidays", "pypinyin", "phonenumbers", "segno"),
)
_NO_NAME = re.compile(
    r'[<>:"|?*\x00-\x1f]|[ .]$|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)', re.IGNORECASE
)


def become_windows() -> None:
    """Takes away and changes, for this process and for good."""
    platform.uname()  # is remembered
    for name in OTHERS:
        importlib.import_module(name)
    _lock()
    _texts()
    _files()
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    # What it begins would be a process of this machine.
    os.cpu_count = lambda: 1
    shutil._use_fd_functions = False  # noqa: SLF001 - it would open folders
    sys.platform = "win32"
    sys.addaudithook(_refuse_names)


def _lock() -> None:
    def locking(descriptor: int, mode: int, _length: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (fcntl.LOCK_NB if mode == msvcrt.LK_NBLCK else 0))

    msvcrt: Any = types.ModuleType("msvcrt")
    msvcrt.LK_LOCK, msvcrt.LK_NBLCK, msvcrt.locking = 1, 2, locking
    sys.modules["msvcrt"] = msvcrt


def _texts() -> None:
    as_it_was = io.open

    def opened(
        file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None, *rest: Any, **named: Any
    ) -> Any:
        if "b" not in mode:
            encoding = "gbk" if encoding in (None, "locale") else encoding
            if not rest and "newline" not in named and "r" not in mode:
                named["newline"] = "\r\n"
        return as_it_was(file, mode, buffering, encoding, *rest, **named)

    builtins.open = io.open = opened


def _files() -> None:
    os.umask(0)
    of_system: dict[str, Callable[..., Any]] = {
        name: getattr(os, name) for name in ("open", "mkdir", "rename")
    }

    def opened(path: Any, flags: int, mode: int = 0o777, **named: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return int(of_system["open"](path, flags, 0o666, **named))

    def mkdir(path: Any, mode: int = 0o777, **named: Any) -> None:
        of_system["mkdir"](path, 0o777, **named)

    def rename(source: Any, target: Any, **named: Any) -> None:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "File exists", source, None, target)
        if any(place.is_relative_to(source) for place in _open_files()):
            raise PermissionError(errno.EACCES, "Access is denied", source, None, target)
        of_system["rename"](source, target, **named)

    def symlink(*_: Any, **__: Any) -> None:
        raise OSError(errno.EINVAL, "A required privilege is not held by the client")

    def library(name: Any, *rest: Any, **named: Any) -> Any:
        if name is None:
            raise TypeError("bad argument type for built-in operation")
        return of_c(name, *rest, **named)

    of_c, ctypes.CDLL = ctypes.CDLL, library  # type: ignore[assignment, misc]
    os.open, os.mkdir, os.rename, os.symlink = opened, mkdir, rename, symlink
    os.chmod = lambda *_, **__: None


def _open_files() -> list[Path]:
    """Those that this process has open."""
    return [Path(one).readlink() for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]


def refused(place: str) -> bool:
    """Whether Windows can have no file at *place*."""
    return any(_NO_NAME.search(part) for part in place.split("/") if part not in ("", ".", ".."))


def _refuse_names(event: str, arguments: Sequence[Any]) -> None:
    names = {"open": 1, "os.mkdir": 1, "os.rename": 2, "os.link": 2}.get(event, 0)
    for place in arguments[:names]:
        if isinstance(place, str | os.PathLike) and refused(os.fspath(place)):
            raise OSError(
                errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect", place
            )


if __name__ == "__main__":
    become_windows()
    sys.argv, sys.path[0] = sys.argv[1:], ""
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
