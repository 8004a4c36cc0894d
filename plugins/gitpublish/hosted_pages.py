"""Pages of GitHub, GitLab and Gitea: the site as a branch of its own, and beside it one with what the place remembers."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from gitpublish import place_memory
from gitpublish.delivered_site import Parcel, unpacked
from gitpublish.messages import Failed, Say
from gitpublish.place_memory import PlaceMemory
from gitpublish.repository import Repository
from gitpublish.seals import Difference

_PUBLISHED, _BACK = "发布 ", "退回 "
# Who commits where nobody is named, as in CI.
_SOMEBODY = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "gitpublish"), ("EMAIL", "gitpublish@localhost"))
}
_FILE = "100644"


@dataclass(frozen=True, slots=True)
class _Branch:
    """The *branch* of *remote*, as *repository* knows it."""

    repository: Path
    remote: str
    branch: str
    domain: str

    @classmethod
    def of(cls, place: Mapping[str, Any]) -> Self:
        return cls(
            Path(str(place.get("repository", "."))),
            str(place.get("remote") or "origin"),
            str(place.get("branch") or "gh-pages"),
            str(place.get("domain") or ""),
        )

    @property
    def memory(self) -> str:
        """The branch with what the place remembers."""
        return f"{self.branch}-memory"

    @property
    def address(self) -> str:
        """Of the remote, without what only its owner should read."""
        found = self.git("remote", "get-url", self.remote)
        if found.returncode:
            raise Failed(f"这个项目没有叫 {self.remote} 的远程仓库。请在 PUBLISH 的 pages 里改 remote。")
        scheme, _, rest = found.stdout.strip().rpartition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}" if scheme else rest

    def fetched(self, branch: str) -> str | None:
        """What *branch* is at over there, brought here with all that led to it; None if it is not there."""
        found = self.git("ls-remote", "--heads", self.remote, f"refs/heads/{branch}")
        if found.returncode:
            raise Failed(f"不能读取 {self.remote}：\n{found.stderr.strip()}")
        if not found.stdout.strip():
            return None
        brought = self.git(
            "fetch", "--quiet", self.remote, f"+refs/heads/{branch}:refs/remotes/{self.remote}/{branch}"
        )
        if brought.returncode:
            raise Failed(f"不能读取 {self.remote} 的 {branch} 分支：\n{brought.stderr.strip()}")
        return self.asked("rev-parse", f"refs/remotes/{self.remote}/{branch}")

    def push(self, what: str, branch: str, *ways: str) -> None:
        pushed = self.git("push", "--quiet", *ways, self.remote, f"{what}:refs/heads/{branch}")
        if pushed.returncode:
            raise Failed(f"没有推送到 {self.remote} 的 {branch} 分支：\n{pushed.stderr.strip()}")

    def files(self, commit: str) -> dict[str, bytes]:
        """The bytes of each file of *commit*; what is no file has none."""
        repository = Repository(Path(self.asked("rev-parse", "--absolute-git-dir")))
        entries = repository.entries(commit)
        plain = [entry for entry in entries if entry.mode.startswith("100")]
        contents = repository.contents(entry.sha for entry in plain)
        found = {entry.path.decode(errors="replace"): b"" for entry in entries}
        return found | {
            entry.path.decode(errors="replace"): content
            for entry, content in zip(plain, contents, strict=True)
        }

    def asked(self, *arguments: str, given: bytes = b"") -> str:
        ran = self.git(*arguments, given=given)
        if ran.returncode:
            raise Failed(f"git {arguments[0]} 没有做成：\n{ran.stderr.strip()}")
        return ran.stdout.strip()

    def git(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
        ran = subprocess.run(
            ["git", "-c", "core.hooksPath=/dev/null", *arguments],
            cwd=self.repository,
            env={**_SOMEBODY, **os.environ},
            input=given,
            capture_output=True,
            check=False,
        )
        out, err = (text.decode(errors="replace") for text in (ran.stdout, ran.stderr))
        return subprocess.CompletedProcess(ran.args, ran.returncode, out, err)


def described(place: Mapping[str, Any]) -> str:
    """Where it is pushed to."""
    there = _Branch.of(place)
    return f"{there.address} 的 {there.branch} 分支"


def question(place: Mapping[str, Any]) -> str:
    """What to ask before the first push to where nobody has published this site; "" once it has been."""
    branch = _Branch.of(place)
    address, tip = branch.address, branch.fetched(branch.branch)
    if tip is None:
        return f"还没有往 {address} 推送过网站。要建立 {branch.branch} 分支，把网站推送到那里吗？"
    subject = branch.asked("show", "--no-patch", "--format=%s", tip, "--")
    if subject.startswith((_PUBLISHED, _BACK)):
        return ""
    return f"{address} 的 {branch.branch} 分支里是别的内容（最后一次提交是“{subject}”）。要换成这个网站吗？"


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Commits the site to the branch that *place* names, and pushes it."""
    try:
        from ghp_import import GhpError, ghp_import
    except ImportError:
        raise Failed("还没有安装发布到 Pages 需要的软件包。请运行 TO=pages make publish。") from None
    there = _Branch.of(place)
    # What others have published must be built upon; there may be nothing yet.
    there.fetched(there.branch)
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        _lay_out(parcel, Path(folder))
        with chdir(there.repository):
            try:
                ghp_import(
                    folder,
                    mesg=f"{_PUBLISHED}{parcel.name}",
                    remote=there.remote,
                    branch=there.branch,
                    nojekyll=True,
                    cname=there.domain or None,
                )
            except GhpError as error:
                raise Failed(f"不能写 {there.branch} 分支：{error.message}") from error
            except (OSError, TypeError) as error:  # it cannot tell of a failure without failing
                raise Failed(f"不能写 {there.branch} 分支。", repr(error)) from error
    there.push(f"refs/heads/{there.branch}", there.branch)
    _remember(there, memory(place).showing(parcel.name, parcel.kept()))
    say(f"已推送到 {there.remote} 的 {there.branch} 分支。")


def memory(place: Mapping[str, Any]) -> PlaceMemory:
    """What the place remembers."""
    there = _Branch.of(place)
    tip = there.fetched(there.memory)
    if tip is None:
        return PlaceMemory()
    return PlaceMemory.unpacked(there.files(tip).get(place_memory.NAME, b""), f"{there.memory} 分支")


def expected(parcel: Parcel, place: Mapping[str, Any]) -> dict[str, str]:
    """What lies there after a delivery: the site, and what goes beside it."""
    domain = str(place.get("domain") or "")
    beside = {".nojekyll": "", "CNAME": domain, "_headers": parcel.headers}
    return unpacked(parcel.sealed()) | {
        path: sha256(text.encode()).hexdigest()
        for path, text in beside.items()
        if text or path == ".nojekyll"
    }


def compare(parcel: Parcel, place: Mapping[str, Any]) -> Difference:
    """What a delivery would change on the branch."""
    return Difference.between(contents(place), expected(parcel, place))


def contents(place: Mapping[str, Any]) -> dict[str, str]:
    """The digest of each file on the branch."""
    there = _Branch.of(place)
    tip = there.fetched(there.branch)
    files = there.files(tip) if tip else {}
    return {path: sha256(content).hexdigest() for path, content in files.items()}


def restore(name: str, place: Mapping[str, Any], say: Say) -> None:
    """Shows the release *name* again, which the branch still has; raises Failed if it has not."""
    there = _Branch.of(place)
    tip = there.fetched(there.branch)
    log = there.asked("log", "--format=%H %s", tip or "HEAD", "--") if tip else ""
    found = [line.split(" ", 1)[0] for line in log.splitlines() if line.endswith(f" {_PUBLISHED}{name}")]
    if not tip or not found:
        raise Failed(f"{there.branch} 分支里没有第 {name} 版，退不回去。请改好内容再发布。")
    made = there.asked("commit-tree", f"{found[0]}^{{tree}}", "-p", tip, "-m", f"{_BACK}{name}")
    there.push(made, there.branch)
    _remember(there, memory(place).showing(name))
    say(f"已推送到 {there.remote} 的 {there.branch} 分支。")


def _remember(there: _Branch, known: PlaceMemory) -> None:
    """One commit without a past: what was remembered before is of no use to anybody."""
    blob = there.asked("hash-object", "-w", "--stdin", given=known.packed())
    tree = there.asked("mktree", given=f"{_FILE} blob {blob}\t{place_memory.NAME}\n".encode())
    made = there.asked("commit-tree", tree, "-m", f"{_PUBLISHED}{known.live}")
    before = there.fetched(there.memory) or ""
    there.push(made, there.memory, f"--force-with-lease=refs/heads/{there.memory}:{before}")


def _lay_out(parcel: Parcel, folder: Path) -> None:
    for path in parcel.paths():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(parcel.tree / path, target)
    if parcel.headers:
        (folder / "_headers").write_text(parcel.headers, encoding="utf-8")
