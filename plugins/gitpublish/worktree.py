"""The checkout of somebody who writes: what git is asked and told there, with that person's own settings and keys."""

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gitpublish.messages import Failed

_STATES = {"rebase-merge": "rebase", "rebase-apply": "rebase", "MERGE_HEAD": "merge"}


@dataclass(frozen=True, slots=True)
class GitAnswer:
    """What git said: *status* 0 if all is well."""

    status: int
    out: str
    err: str

    def __bool__(self) -> bool:
        return self.status == 0


@dataclass(frozen=True, slots=True)
class WorkTree:
    """The checkout in *folder*. Paths are as git writes them, from *folder*, with "/"."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "WorkTree":
        """Raises Failed if there is none, or no git."""
        tree = cls(folder)
        try:
            inside = tree.ask("rev-parse", "--is-inside-work-tree")
        except FileNotFoundError:
            raise Failed(
                "这台电脑上没有 git。请先安装：https://git-scm.com ，Debian、Ubuntu 用 apt install git。"
            ) from None
        if "dubious ownership" in inside.err:
            raise Failed(
                f"{folder} 属于这台电脑上的另一个用户，git 不肯用。请用那个用户登录，或者重新克隆一份。"
            )
        if inside.out != "true":
            raise Failed(
                f"{folder} 不是从服务器克隆来的，没有地方可以发送。请照管理员给的命令运行 git clone。"
            )
        return tree

    def ask(self, *arguments: str) -> GitAnswer:
        """What git answers, without the last line break."""
        ran = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        out, err = (text.decode(errors="replace").rstrip("\n") for text in (ran.stdout, ran.stderr))
        return GitAnswer(ran.returncode, out, err)

    def told(self, *arguments: str, hear: Callable[[str], object]) -> GitAnswer:
        """As `ask`, but the answer of the other side is what is *out*, and each line of it is *heard* as it comes."""
        with subprocess.Popen(
            ["git", *arguments],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            own, theirs = [], []
            for raw in process.stderr or ():
                line = raw.decode(errors="replace").rstrip()
                if line.startswith("remote:"):
                    theirs.append(line.removeprefix("remote:").removeprefix(" "))
                    hear(theirs[-1])
                elif line:
                    own.append(line)
        return GitAnswer(process.returncode, "\n".join(theirs), "\n".join(own))

    def content(self, commit: str, path: str) -> bytes | None:
        """The bytes of *path* in *commit*; None if it is not there."""
        ran = subprocess.run(
            ["git", "cat-file", "blob", f"{commit}:./{path}"],
            cwd=self.folder,
            env=_environment(),
            capture_output=True,
            check=False,
        )
        return ran.stdout if ran.returncode == 0 else None

    def branch(self) -> str:
        """The branch that is checked out; "" if none is."""
        return self.ask("symbolic-ref", "--quiet", "--short", "HEAD").out

    def head(self) -> str:
        """The newest commit; "" if there is none yet."""
        return self.ask("rev-parse", "--verify", "--quiet", "HEAD").out

    def includes(self, newer: str, older: str) -> bool:
        return bool(self.ask("merge-base", "--is-ancestor", older, newer))

    def setting(self, name: str) -> str:
        return self.ask("config", "--get", name).out

    def unfinished(self) -> str:
        """``rebase`` or ``merge`` if one waits for somebody to settle it; "" if none does."""
        for name, state in _STATES.items():
            path = self.folder / self.ask("rev-parse", "--git-path", name).out
            if path.exists():
                return state
        return ""

    def changed(self, *below: str) -> dict[str, str]:
        """The two letters of git for each file that differs from the newest commit, with new ones."""
        listed = self.ask(
            *("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", *below)
        )
        # Paths are told from the top of the checkout, whatever folder asks.
        inside = self.ask("rev-parse", "--show-prefix").out
        return {
            line[3:].removeprefix(inside): line[:2]
            for line in listed.out.split("\0")
            if len(line) > len("XY ")
        }

    def commits(self, *ranges: str) -> Iterator[tuple[str, str, str]]:
        """Author, moment (ISO 8601) and subject of each commit, newest first."""
        listed = self.ask("log", "--format=%an%x00%cI%x00%s", *ranges)
        for line in listed.out.splitlines() if listed else ():
            author, moment, subject = line.split("\0", 2)
            yield author, moment, subject


def _environment() -> dict[str, str]:
    """In English, which is what we read; nobody is asked to write a message."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C", "GIT_EDITOR": "true"}
