"""What git is asked of a site, and of where a newer program comes from."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from scienceweek.founding.refusals import FoundingError

_UNNAMED = ("-c", "user.name=kepu", "-c", "user.email=kepu@localhost")
"""Who commits where git does not know who somebody is."""
# No command that an address names is run.
_WAYS = {"GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh", "GIT_TERMINAL_PROMPT": "0"}


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What git says of *arguments* in *folder*. Raises FoundingError where there is no git."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")
    }
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=inherited | _WAYS,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except FileNotFoundError:
        raise FoundingError("这台电脑上没有 git。请先安装，例如 apt-get install git。") from None


def is_repository(folder: Path) -> bool:
    """Whether *folder* is the root of a repository."""
    return shutil.which("git") is not None and (folder / ".git").exists()


def begin(folder: Path, message: str) -> None:
    """Makes *folder* a repository with all that is in it, but what is ignored. Raises FoundingError."""
    for arguments in (("init", "--quiet", "--initial-branch", "main"), ("add", "--all")):
        _sure(git(folder, *arguments))
    _sure(git(folder, *_identity(folder), "commit", "--quiet", "--message", message))


def commit(folder: Path, message: str, paths: Iterable[str]) -> bool:
    """Commits what is at *paths*, and nothing else; whether there was anything. Raises FoundingError."""
    known = [path for path in paths if (folder / path).exists() or git(folder, "ls-files", "--", path).stdout]
    _sure(git(folder, "add", "--all", "--", *known))
    if not git(folder, "status", "--porcelain", "--", *known).stdout:
        return False
    _sure(git(folder, *_identity(folder), "commit", "--quiet", "--message", message, "--only", "--", *known))
    return True


def _identity(folder: Path) -> tuple[str, ...]:
    return () if git(folder, "config", "user.email").stdout.strip() else _UNNAMED


def _sure(ran: subprocess.CompletedProcess[str]) -> None:
    if ran.returncode:
        raise FoundingError(f"git 没有做成：{(ran.stderr or ran.stdout).strip()}")
