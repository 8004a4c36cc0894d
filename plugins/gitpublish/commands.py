"""The part of a command line that is about publishing: the door of this package."""

import argparse
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from gitpublish.messages import Failed
from gitpublish.program import Program
from gitpublish.server import Server

if TYPE_CHECKING:
    from gitpublish.checkout import Checkout

_UPKEEP = os.environ.get("GITPUBLISH_UPKEEP", "auto")
_UPKEEP_HELP = "auto：由 systemd 或 cron 照看网站；written：只写好设置，不启用 (auto: by systemd or cron; written: settings only, nothing is switched on)"

_PATH = re.compile(r"(/[A-Za-z0-9._-]+)*")

Run = Callable[[argparse.Namespace, Program], int]


def add(commands: Any, program: Program) -> None:
    """Adds them to *commands*, the subparsers of the command line of *program*."""

    def told(run: Run) -> Callable[[argparse.Namespace], int]:
        return lambda chosen: _told(run, chosen, program)

    setup = commands.add_parser(
        "setup-server",
        help="在这台机器上设立接收推送并发布网站的服务器 (set up a server here that publishes what is pushed)",
    )
    setup.add_argument("path", type=Path, help=f"服务器的文件夹，如 {program.home} (folder of the server)")
    setup.add_argument("--url", default="", help="网站的地址 (address of the site)")
    setup.add_argument("--branch", default="main", help="发布哪个分支 (which branch is published)")
    setup.add_argument("--python", help="用这个 Python，不另外安装 (use this Python, install none)")
    setup.add_argument("--upkeep", choices=("auto", "written"), default=_UPKEEP, help=_UPKEEP_HELP)
    setup.set_defaults(run=told(_set_up))

    update = commands.add_parser(
        "update-server",
        help="把服务器上的程序换成这个项目的程序，并重新发布 (give a server the program of this project, and publish again)",
    )
    update.add_argument("path", type=Path, help="服务器的文件夹 (folder of the server)")
    update.add_argument("--python", help="用这个 Python，不另外安装 (use this Python, install none)")
    update.add_argument("--upkeep", choices=("auto", "written"), default=_UPKEEP, help=_UPKEEP_HELP)
    update.set_defaults(run=told(_update))

    _add_hooks(commands, told)

    release = commands.add_parser(
        "release", help="在服务器上发布最新的一次推送 (publish what was pushed last, on the server)"
    )
    release.add_argument("path", type=Path, help="服务器的文件夹 (folder of the server)")
    release.add_argument(
        "--again", action="store_true", help="已经发布过也重新生成 (build even what is live)"
    )
    release.add_argument(
        "--lift",
        action="store_true",
        help="退回时撤回的修改，也照原样发布 (publish what a rollback has withdrawn)",
    )
    release.set_defaults(run=told(_release))

    send = commands.add_parser(
        "send",
        help="检查、提交、合并别人的修改、推送，等到网站更新 (check, commit, pull, push, wait until it is live)",
    )
    send.add_argument("--message", default="", help="这次改了什么；不写就由程序写一句 (what was changed)")
    send.add_argument(
        "--wait", type=int, default=120, help="推送以后最多等多少秒 (seconds to wait after the push)"
    )
    send.add_argument("--project", type=Path, default=Path(), help=argparse.SUPPRESS)
    send.set_defaults(run=told(_send))

    publish = commands.add_parser(
        "publish", help="检查、生成、核对并发布到 publishconf.py 写的地方 (check, build, verify and publish)"
    )
    publish.add_argument(
        "--dry-run",
        action="store_true",
        help="只看会改动什么，什么也不发布 (say what would change, publish nothing)",
    )
    publish.add_argument(
        "--yes",
        action="store_true",
        default=os.environ.get("YES") == "1",
        help="第一次推送到 Pages 不再问 (do not ask before the first push to Pages)",
    )
    publish.set_defaults(run=told(_publish))
    verify = commands.add_parser(
        "verify",
        help="读发布出去的每个文件，看和发布时是不是一样 (compare what lies there with what was published)",
    )
    verify.set_defaults(run=told(_verify))
    rollback = commands.add_parser("rollback", help="退回更早的一版 (back to an earlier release)")
    rollback.add_argument(
        "number", type=int, nargs="?", help="第几版；不写就是前一版 (which release; else the one before)"
    )
    rollback.set_defaults(run=told(_rollback))
    releases = commands.add_parser("releases", help="列出还在的各版 (which releases there are)")
    releases.set_defaults(run=told(_releases))
    looked_up = []
    for name, run, most, meaning in (
        (
            "problems",
            _problems,
            5,
            "列出发布失败的经过：谁的修改、提示、程序的详情 (publications that failed, with traces)",
        ),
        (
            "history",
            _history,
            20,
            "列出谁在什么时候推送、发布、退回了什么 (who has pushed, published, taken back what, and when)",
        ),
    ):
        record = commands.add_parser(name, help=meaning)
        record.add_argument(
            "path",
            type=Path,
            nargs="?",
            help="服务器的文件夹；不写就是这个项目自己发布的 (folder of a server; else this project's own)",
        )
        record.add_argument("--most", type=int, default=most, help="最近几次 (how many)")
        record.set_defaults(run=told(run))
        looked_up.append(record)
    for command in (publish, verify, rollback, releases, *looked_up):
        command.add_argument(
            "--to",
            help="server、rsync、s3、pages 或 zip；不写就按 publishconf.py (where; else as publishconf.py says)",
        )
        command.add_argument("--project", type=Path, default=program.checkout, help=argparse.SUPPRESS)
    deploy = commands.add_parser(
        "deploy", help="重新生成 deploy/ 里的网页服务器设置 (settings for web servers)"
    )
    deploy.add_argument(
        "--folder", type=Path, default=program.source / "deploy", help="放在哪里 (where they go)"
    )
    deploy.add_argument(
        "--url",
        default="",
        help="网站的地址，如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu (address of the site)",
    )
    deploy.add_argument(
        "--root",
        default=f"{program.home}/live",
        help="网站在服务器上的位置 (where the site lies on the server)",
    )
    deploy.set_defaults(run=told(_deploy))


def _add_hooks(commands: Any, told: Callable[[Run], Callable[[argparse.Namespace], int]]) -> None:
    """What git and the clock run."""
    for name, run, meaning in (
        ("receive", _receive, "检查一次推送（由 git 运行）"),
        ("follow", _follow, "发布一次推送（由 git 运行）"),
        ("preview", _preview, "生成一个分支的预览（由 git 运行）"),
        ("converge", _converge, "补发没有发布成的推送，每天重新生成（由 systemd 或 cron 运行）"),
    ):
        # Without `help`, so that nobody is shown what is not for people.
        hook = commands.add_parser(name, description=meaning)
        hook.add_argument("path", type=Path)
        if run is _preview:
            hook.add_argument("branch")
        hook.set_defaults(run=told(run))


def _told(run: Run, chosen: argparse.Namespace, program: Program) -> int:
    """The status of *run*; what goes wrong is said in Chinese, with no traceback."""
    try:
        return run(chosen, program)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"没有做完：{program.why(error)}。", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return 130


def _say(message: str) -> None:
    print(message, flush=True)


def _try_to_say(message: str) -> None:
    with suppress(OSError):
        _say(message)


def _set_up(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.server_setup import Wish, set_up

    server = set_up(program, chosen.path, Wish(chosen.url, chosen.branch, chosen.python, chosen.upkeep), _say)
    _say(f"服务器已设立：{server.root}")
    _say(f"设置在 {server.root / 'server.toml'}；网页服务器的根目录是 {server.store.link}（见 deploy/）。")
    _say(
        f"在这个项目里运行一次，把现有内容发布出去：git push {server.repository.folder} HEAD:{server.branch}"
    )
    keys = "-c pull.rebase=true -c rebase.autoStash=true"
    _say(f"每台写内容的电脑运行一次：git clone {keys} <用户>@<这台服务器>:{server.repository.folder}")
    _say("以后发布只要：make send（检查、提交、合并、推送，等到网站更新）；也可以 git pull、git push。")
    return 0


def _update(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.publication import publish
    from gitpublish.server_setup import update

    server = Server.at(chosen.path, program)
    update(server, chosen.python, _say, chosen.upkeep)
    if server.store.live():
        publish(server, _say, again=True)
    return 0


def _receive(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.pre_receive import receive, updates

    return 0 if receive(Server.at(chosen.path, program), list(updates(sys.stdin)), _say) else 1


def _follow(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.post_receive import follow
    from gitpublish.pre_receive import updates

    with suppress(BrokenPipeError):  # whoever pushed has left
        follow(Server.at(chosen.path, program), list(updates(sys.stdin)), _say)
    return 0


def _release(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.publication import publish

    # What is said goes into a log, which may lie on a full disk: that alone stops nothing.
    publish(Server.at(chosen.path, program), _try_to_say, again=chosen.again, held=chosen.lift)
    return 0


def _preview(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.previews import BranchPreview

    BranchPreview(Server.at(chosen.path, program), chosen.branch).make(_try_to_say)
    return 0


def _converge(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.convergence import converge

    return 0 if converge(Server.at(chosen.path, program), _try_to_say) else 1


def _send(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.sending import Errand, send

    send(chosen.project.resolve(), program, Errand(chosen.message, chosen.wait), _say)
    return 0


def _checkout(chosen: argparse.Namespace, program: Program) -> "Checkout":
    from gitpublish.checkout import Checkout

    return Checkout.at(chosen.project.resolve(), program, chosen.to)


def _publish(chosen: argparse.Namespace, program: Program) -> int:
    checkout = _checkout(chosen, program)
    if chosen.dry_run:
        from gitpublish.comparison import rehearse

        rehearse(checkout, _say)
    else:
        checkout.publish(_say, (lambda _: True) if chosen.yes else _ask)
    return 0


def _ask(question: str) -> bool:
    """Whether whoever sits there agrees; nobody does where nobody sits."""
    if not sys.stdin.isatty():
        return False
    return input(f"{question} 输入 y 继续，其他不发布：").strip().lower() in {"y", "yes", "是"}


def _verify(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.comparison import verify

    verify(_checkout(chosen, program), _say)
    return 0


def _rollback(chosen: argparse.Namespace, program: Program) -> int:
    _checkout(chosen, program).rollback(chosen.number, _say)
    return 0


def _releases(chosen: argparse.Namespace, program: Program) -> int:
    checkout = _checkout(chosen, program)
    for line in checkout.releases() or [f"{checkout.store.root} 里还没有发布过。"]:
        _say(line)
    return 0


def _problems(chosen: argparse.Namespace, program: Program) -> int:
    publisher = Server.at(chosen.path, program) if chosen.path else _checkout(chosen, program)
    for line in publisher.failures.told(max(1, chosen.most)):
        _say(line)
    return 0


def _history(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.history import History

    root = Server.at(chosen.path, program).root if chosen.path else _checkout(chosen, program).store.root
    for line in History(root).told(max(1, chosen.most)):
        _say(line)
    return 0


def _deploy(chosen: argparse.Namespace, program: Program) -> int:
    from gitpublish.media_types import Served
    from gitpublish.web_servers import FILES

    try:
        url = urlsplit(program.address(chosen.url))
    except ValueError as error:
        raise Failed(f"--url {error}") from None
    if not _PATH.fullmatch(url.path):
        raise Failed(f"--url 的路径“{url.path}”写不进网页服务器的设置，只用字母、数字、“.”“_”和“-”。")
    root = str(chosen.root).rstrip("/")
    if not root or not _PATH.fullmatch(root):
        raise Failed(f"--root 要写完整的位置，只用字母、数字、“.”“_”和“-”，例如 {program.home}/live。")
    host, path = url.hostname or "kepu.example.gov.cn", url.path or "/kepu"
    site = Served(program.policy(), root, host, path, program.framed, program.styled)
    chosen.folder.mkdir(exist_ok=True)
    for name, text in FILES.items():
        (chosen.folder / name).write_text(text(site), encoding="utf-8")
    return 0
