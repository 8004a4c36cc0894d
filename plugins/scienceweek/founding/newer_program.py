"""Another program for a site: what changes is told, the data are checked with it, and there is a way back."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from scienceweek.founding import git
from scienceweek.founding.changes import between
from scienceweek.founding.doors import COPIED, DOORS
from scienceweek.founding.new_site import lead
from scienceweek.founding.program_parts import ProgramManifest, ProgramParts, changed, digest, lay, version
from scienceweek.founding.program_source import Found
from scienceweek.founding.refusals import FoundingError
from scienceweek.layout import FOLDER, MANIFEST

_BEFORE, _DRAFT = ".program-before", ".program-new"
_FEW = 5
Say = Callable[[str], object]


def update(project: Path, found: Found, parts: tuple[str, ...], say: Say, *, discard: bool = False) -> None:
    """Gives the site in *project* the program that was *found*, which consists of *parts*.

    What somebody has changed in its copy goes only with *discard*. If the data do not pass with it, the old one stays.
    Raises FoundingError.
    """
    old, program = _manifest(project), project / FOLDER
    if own := changed(program, old):
        few = "、".join(own[:_FEW]) + (f" 等 {len(own)} 个文件" if len(own) > _FEW else "")
        if not discard:
            raise FoundingError(
                f"{FOLDER}/ 里有改过的文件：{few}。更新会丢掉这些修改；不要了的，加 --discard。"
            )
        say(f"丢掉自己改过的：{few}")
    new = version(found.folder)
    if _order(new) < _order(old.version):
        raise FoundingError(
            f"{found.origin} 是 {new}，比现在的 {old.version} 旧。要退回更新以前的，运行 update-program --back。"
        )
    draft = project / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    files = lay(ProgramParts(found.folder, parts), draft)
    if files == old.files:
        shutil.rmtree(draft)
        say(f"程序已经是这一版（{new}），没有变化。")
        return
    _tell(old.version, new, found, between(_changelog(program), _changelog(draft)), say)
    # Its doors come with the swap.
    ProgramManifest(new, found.origin, found.signed, files, {}).write(draft)
    _exchange(project, draft, old, say, f"程序更新到 {new}")
    say(f"程序已更新到 {new}。退回原来的：update-program --back。服务器上再运行 update-server 才会换。")


def back(project: Path, say: Say) -> None:
    """Gives the site in *project* the program that it had before the last update. Raises FoundingError."""
    old = _manifest(project)
    before = project / _BEFORE
    if not (before / MANIFEST).is_file():
        raise FoundingError(
            "没有更新以前的程序可以退回。git 里有的，用 git log program 找到那一次，再 git revert。"
        )
    draft = project / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    before.rename(draft)
    earlier = ProgramManifest.of(draft).version
    _exchange(project, draft, old, say, f"程序退回 {earlier}")
    say(f"程序已退回 {earlier}。服务器上再运行 update-server 才会换。")


def _manifest(project: Path) -> ProgramManifest:
    if not (project / FOLDER / MANIFEST).is_file():
        raise FoundingError(
            f"{project} 不是用 new-site 建的网站（没有 {FOLDER}/{MANIFEST}）。程序和数据在一起的，用 git pull 更新。"
        )
    return ProgramManifest.of(project / FOLDER)


def _order(written: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in written.split("."))


def _changelog(program: Path) -> str:
    file = program / "CHANGELOG.md"
    return file.read_text("utf-8") if file.is_file() else ""


def _tell(old: str, new: str, found: Found, lines: Iterable[str], say: Say) -> None:
    say(
        f"从 {old} 到 {new}，来自 {found.origin}，{f'{found.signed} 签名' if found.signed else '没有签名'}。变化："
    )
    for line in tuple(lines) or ("（CHANGELOG.md 里没有写）",):
        say(f"  {line}")


def _exchange(project: Path, draft: Path, old: ProgramManifest, say: Say, message: str) -> None:
    """Puts *draft* in the place of the program; back again if the data do not pass with it, or anything fails."""
    program, before = project / FOLDER, project / _BEFORE
    shutil.rmtree(before, ignore_errors=True)
    program.rename(before)
    kept = {name: (project / name).read_bytes() for name in (*DOORS, *COPIED) if (project / name).is_file()}
    try:
        draft.rename(program)
        own = _own_doors(project, old)
        doors = lead(project, but=own)
        known = ProgramManifest.of(program)
        ProgramManifest(known.version, known.origin, known.signed, known.files, doors).write(program)
        if own:
            say(f"{'、'.join(own)} 自己改过，没有换。")
        _pass(project, say)
    except BaseException:
        shutil.rmtree(program, ignore_errors=True)
        before.rename(program)
        for name, content in kept.items():
            (project / name).write_bytes(content)
        _refresh(project)
        raise
    if git.is_repository(project):
        git.commit(project, message, (FOLDER, "data/schema", *DOORS, *COPIED))


def _own_doors(project: Path, old: ProgramManifest) -> tuple[str, ...]:
    """The doors that somebody has made their own."""
    return tuple(
        name
        for name, known in old.doors.items()
        if (project / name).is_file() and digest(project / name) != known
    )


def _pass(project: Path, say: Say) -> None:
    """Raises FoundingError, with all that is wrong, unless the data pass with the program that is there now."""
    _refresh(project)
    say("正在用新的程序检查……")
    has_made = (project / ".venv" / "made").exists() and shutil.which("make") is not None
    # Make installs what a newer program needs besides.
    ran = _run(project, "make", "--silent", "check") if has_made else _python(project, "check")
    said = (ran.stderr + ran.stdout).strip()
    if ran.returncode:
        raise FoundingError(f"{said}\n\n检查没有通过，程序还是原来的。照提示改好数据，再更新一次。")
    say(said.split("\n")[-1])


def _refresh(project: Path) -> None:
    """Renews what the program that is there now has made for editors."""
    with tempfile.TemporaryDirectory() as drawer:
        _python(project, "schema", "--data", "data", "--fields", f"{drawer}/fields.md")


def _python(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(project, sys.executable, "-P", "-m", "scienceweek", *arguments)


def _run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(project / FOLDER / "plugins"), "PYTHONUTF8": "1"}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "TODAY"))}
    return subprocess.run(
        command,
        cwd=project,
        env=inherited | own,
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
