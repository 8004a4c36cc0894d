"""Pages of GitHub, GitLab and Gitea: the site as a branch of its own."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

from gitpublish.delivered_site import Parcel
from gitpublish.messages import Failed, Say


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Commits the site to the branch that *place* names, and pushes it."""
    try:
        from ghp_import import GhpError, ghp_import
    except ImportError:
        raise Failed("还没有安装发布到 Pages 需要的软件包。请运行 TO=pages make publish。") from None
    remote, branch = str(place.get("remote", "origin")), str(place.get("branch", "gh-pages"))
    repository = Path(str(place.get("repository", ".")))
    # What others have published must be built upon; there may be nothing yet.
    _git(repository, "fetch", "--quiet", remote, f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}")
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        _lay_out(parcel, Path(folder))
        with chdir(repository):
            try:
                domain = place.get("domain") or None
                message = f"发布 {parcel.name}"
                ghp_import(folder, mesg=message, remote=remote, branch=branch, nojekyll=True, cname=domain)
            except GhpError as error:
                raise Failed(f"不能写 {branch} 分支：{error.message}") from error
            except (OSError, TypeError) as error:  # it cannot tell of a failure without failing
                raise Failed(f"不能写 {branch} 分支。", repr(error)) from error
    pushed = _git(repository, "push", "--quiet", remote, f"refs/heads/{branch}")
    if pushed.returncode:
        raise Failed(f"没有推送到 {remote} 的 {branch} 分支：\n{pushed.stderr.strip()}")
    say(f"已推送到 {remote} 的 {branch} 分支。")


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "core.hooksPath=/dev/null", *arguments]
    return subprocess.run(command, cwd=repository, capture_output=True, check=False, text=True)


def _lay_out(parcel: Parcel, folder: Path) -> None:
    for path in parcel.paths():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(parcel.tree / path, target)
    if parcel.headers:
        (folder / "_headers").write_text(parcel.headers, encoding="utf-8")
