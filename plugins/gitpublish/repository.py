"""What git is asked: the door for its command. Nothing is ever checked out, so no filter runs and no link is made."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

# While a push is received its objects lie in quarantine, and only these say where.
_QUARANTINE = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")
_MOST = 20  # commits
_SIZED = "%(objecttype) %(objectsize) %(objectname) %(rest)"
_PATHS = "/usr/local/bin:/usr/bin:/bin"


class TreeEntry(NamedTuple):
    """A file of a commit: *mode* as git writes it, *sha* of its bytes, *size* in bytes (0 for a submodule)."""

    mode: str
    sha: str
    size: int
    path: bytes


@dataclass(frozen=True, slots=True)
class Commit:
    """A change: whose, and what its author wrote about it."""

    sha: str
    author: str
    subject: str

    def __str__(self) -> str:
        return f"{self.sha[:8]} {self.author}“{self.subject}”"


@dataclass(frozen=True, slots=True)
class Repository:
    """The bare repository at *folder*. Raises subprocess.CalledProcessError where git refuses."""

    folder: Path

    @classmethod
    def make(cls, folder: Path, branch: str) -> "Repository":
        """A new one, or the one that is there, with what we need set."""
        repository = cls(folder)
        if not (folder / "HEAD").exists():
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            repository.run("init", "--quiet", "--bare", "--initial-branch", branch, ".")
        repository.run("symbolic-ref", "HEAD", f"refs/heads/{branch}")
        repository.run("config", "receive.fsckObjects", "true")
        repository.run("config", "receive.denyDeleteCurrent", "refuse")
        # Before our own limits can be looked at, all of it lies on the disk.
        repository.run("config", "receive.maxInputSize", "500m")
        return repository

    def run(self, *arguments: str, given: bytes | None = None) -> bytes:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=_environment(self.folder),
            input=given if given is not None else b"",
            capture_output=True,
            check=True,
        ).stdout

    def tip(self, branch: str) -> str | None:
        """The commit that *branch* is at."""
        return self.full(f"refs/heads/{branch}")

    def full(self, name: str) -> str | None:
        """The commit that *name* stands for: a reference, or the beginning of its number."""
        try:
            found = self.run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        except subprocess.CalledProcessError:
            return None
        return found.decode().strip()

    def reference(self, branch: str) -> Path:
        """The file that the last push of *branch* has written, unless git has packed it since."""
        return self.folder / "refs" / "heads" / branch

    def includes(self, newer: str, older: str) -> bool:
        """Whether *older* is *newer* or one of those it was made from."""
        try:
            self.run("merge-base", "--is-ancestor", older, newer)
        except subprocess.CalledProcessError:
            return False
        return True

    def subject(self, commit: str) -> str:
        """The first line of what its author wrote about *commit*; empty if it is not here."""
        try:
            line = self.run("show", "--no-patch", "--format=%s", f"{commit}^{{commit}}", "--")
        except subprocess.CalledProcessError:
            return ""
        return line.decode(errors="replace").strip()

    def moment(self, commit: str) -> str:
        """When *commit* was made (ISO 8601, with its zone)."""
        return self.run("show", "--no-patch", "--format=%cI", f"{commit}^{{commit}}", "--").decode().strip()

    def changes(self, newer: str, older: str) -> tuple[Commit, ...]:
        """The commits that are in *newer* and not in *older*, newest first; *newer* alone if there is no *older*."""
        ranges = [(f"--max-count={_MOST}", newer, f"^{older}")] if older else []
        for asked in (*ranges, ("--max-count=1", newer)):
            with suppress(subprocess.CalledProcessError):
                found = self.run("log", "--format=%H%x00%an%x00%s%x00", *asked, "--")
                parts = _visible(found.decode(errors="replace")).split("\0")
                if commits := tuple(map(Commit, *(map(str.strip, parts[at:-1:3]) for at in range(3)))):
                    return commits
        return ()

    def entries(self, commit: str) -> tuple[TreeEntry, ...]:
        """Every file of *commit*."""
        listing = self.run("ls-tree", "-r", "-z", "-l", "--full-tree", commit)
        return tuple(_entry(line) for line in listing.split(b"\0") if line)

    def brought(self, pushed: Iterable[str]) -> tuple[TreeEntry, ...]:
        """Every file that *pushed*, commits or tags, and what they were made from bring to the branches and tags here.

        Each of their bytes once, under the first name that it has; its mode is not asked.
        """
        known = self.run("rev-list", "--objects", *pushed, "--not", "--all")
        sizes = self.run("cat-file", f"--batch-check={_SIZED}", given=known)
        found = (line.split(b" ", 3) for line in sizes.split(b"\n") if line.startswith(b"blob "))
        return tuple(TreeEntry("", sha.decode(), int(size), path) for _, size, sha, path in found)

    def bringer(self, sha: str, pushed: Iterable[str]) -> str:
        """The beginning of the first commit of *pushed* with the file *sha*; "" if none has it."""
        asked = ("--format=%h", "--reverse", f"--find-object={sha}", *pushed, "--not", "--all")
        return self.run("log", *asked).decode().partition("\n")[0].strip()

    def contents(self, shas: Iterable[str]) -> Iterator[bytes]:
        """The bytes of each of *shas*, in order."""
        wanted = list(shas)
        rest = self.run("cat-file", "--batch", given="".join(f"{sha}\n" for sha in wanted).encode())
        at = 0
        for sha in wanted:
            end = rest.index(b"\n", at)
            name, _, size = rest[at:end].decode().rpartition(" ")
            if name != f"{sha} blob":
                raise ValueError(f"git gave {name}, not the blob {sha}")
            at = end + 1 + int(size) + 1
            yield rest[end + 1 : at - 1]


def _visible(text: str) -> str:
    """*text* without what a terminal would obey."""
    return "".join(sign if sign.isprintable() or sign == "\0" else " " for sign in text)


def _entry(line: bytes) -> TreeEntry:
    facts, _, path = line.partition(b"\t")
    mode, _, sha, size = facts.decode().split()
    return TreeEntry(mode, sha, 0 if size == "-" else int(size), path)


def _environment(folder: Path) -> dict[str, str]:
    """A hook's is small and strange: no HOME, another LANG, GIT_DIR of the moment."""
    kept = {key: os.environ[key] for key in _QUARANTINE if key in os.environ}
    return {
        **kept,
        "PATH": f"{os.environ.get('PATH', '')}:{_PATHS}".removeprefix(":"),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "GIT_DIR": str(folder),
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }
