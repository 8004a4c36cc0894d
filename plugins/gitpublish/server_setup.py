"""Setting up a server, and giving it another program."""

import json
from dataclasses import dataclass
from pathlib import Path

from gitpublish import program_copy, publish_lock, upkeep
from gitpublish.messages import Failed, Say
from gitpublish.program import Program
from gitpublish.repository import Repository
from gitpublish.server import SETTINGS, Server

_OPEN, _OWN = 0o755, 0o700
_FOLDERS = {"incoming": _OWN, "checked": _OWN, "build": _OPEN, "log": _OWN, "releases": _OPEN}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a new server: the address of the site, the branch, a Python that has all that is needed.

    With *start* `upkeep.WRITTEN` nothing looks after it until an administrator has it so.
    """

    url: str = ""
    branch: str = "main"
    python: str | None = None
    start: str = ""


def set_up(program: Program, root: Path, wish: Wish, say: Say) -> Server:
    """Makes *root* a server with *program*; what is there already stays. Raises Failed."""
    try:
        url = program.address(wish.url)
    except ValueError as error:
        raise Failed(f"--url {error}") from None
    try:
        url = url or program.address(program.written(program.checkout))
    except ValueError as error:
        raise Failed(str(error)) from None
    root = root.resolve()
    if not url and not (root / "server.toml").exists():
        raise Failed(
            "还没有写网站的地址。没有它，网站就没有订阅、网站地图和二维码。请写上，例如 "
            f"invoke setup-server {root} --url https://kepu.example.gov.cn ，或者写在 data/site.yaml 的 url 里。"
        )
    if root == program.checkout or root in program.checkout.parents or program.checkout in root.parents:
        raise Failed(f"{root} 和项目的文件夹重叠。请另选一个文件夹，如 {program.home}。")
    root.mkdir(mode=_OPEN, parents=True, exist_ok=True)
    root.chmod(_OPEN)  # mkdir obeys the umask, and the web server must get through
    for name, mode in _FOLDERS.items():
        (root / name).mkdir(exist_ok=True)
        (root / name).chmod(mode)
    settings = root / "server.toml"
    if not settings.exists():
        parts = "、".join(program.parts[:2])
        given = {"url": json.dumps(url), "branch": json.dumps(wish.branch), "parts": parts}
        settings.write_text(SETTINGS.format(**given), encoding="utf-8")
    server = Server.at(root, program)
    server.own()
    Repository.make(root / "site.git", server.branch)
    if not (root / "program").exists():
        say(_installing(wish.python))
        program_copy.use(program_copy.copy(program, root, wish.python), root)
    _equip(server, say, wish.start)
    return server


def _equip(server: Server, say: Say, start: str) -> None:
    """Gives it what calls the program: hooks of git, and a clock."""
    for name, command in (("pre-receive", "receive"), ("post-receive", "follow")):
        _hook(server, name, command)
    upkeep.look_after(server, say, start)


def update(server: Server, python: str | None, say: Say, start: str = "") -> None:
    """Gives *server* the program that is running. Raises Failed; the old one then stays."""
    server.own()
    say(_installing(python))
    copied = program_copy.copy(server.program, server.root, python)
    with publish_lock.taken(server.lock, "更新程序", lambda who: say(f"等正在进行的发布结束：{who}")):
        # Until it has built the site, that is owed.
        server.built.unlink(missing_ok=True)
        program_copy.use(copied, server.root)
    _equip(server, say, start)
    say(f"程序已更新：{copied}")


def _installing(python: str | None) -> str:
    """What is said first; with a *python* that has all that is needed, it is done at once."""
    return "正在安装程序……" if python else "正在安装程序：要下载它用到的软件包，一般几分钟，请不要关闭……"


def _hook(server: Server, name: str, command: str) -> None:
    root = str(server.root).replace("'", "'\\''")
    arguments = " ".join(server.program.command(command))
    # What has been accepted is published, even if the connection is lost before the publication is started.
    ignored = "trap '' HUP\n" if name == "post-receive" else ""
    hook = server.repository.folder / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\n"
        "# 由 invoke setup-server 写入，请勿手改。\n"
        "umask 022\n"
        f"{ignored}"
        f"PYTHONPATH='{root}/program/{server.program.modules}' PYTHONUTF8=1 \\\n"
        f"    exec '{root}/program/python' {arguments} '{root}'\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
