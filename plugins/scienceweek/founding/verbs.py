"""The verbs with which a site begins, and gets a newer program."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scienceweek.founding.refusals import FoundingError
from scienceweek.layout import PROGRAM, project_of

_OPTIONS = {
    "--name": "区县的全称，例如 渝北区 (district)",
    "--code": "行政区划代码，六位 (GB/T 2260)",
    "--id": "区县的编号，小写字母；不写就按拼音 (id in addresses)",
    "--series": "science-week、science-day、science-month 或 other，也可以写中文 (series)",
    "--keeper": "管理网站的单位 (who keeps the site)",
    "--area-code": "电话区号 (area code)",
    "--url": "网站的网址 (address)",
}


def add(commands: Any, parts: tuple[str, ...]) -> None:
    """Adds them to *commands*; the program consists of *parts*."""
    new = commands.add_parser(
        "new-site", help="建一个自己区县的网站：一个新的文件夹，数据和程序分开 (a site of one's own)"
    )
    new.add_argument("folder", type=Path, nargs="?", help="放在哪个文件夹；不写就问 (folder)")
    for option, meaning in _OPTIONS.items():
        new.add_argument(option, default="", help=meaning)
    new.set_defaults(run=lambda chosen: _told(lambda: _new(chosen, parts)))
    update = commands.add_parser(
        "update-program", help="给 new-site 建的网站换上更新的程序 (a newer program for a site of one's own)"
    )
    update.add_argument(
        "source", nargs="?", default="", help="新版本：文件夹、zip 或 git 地址 (folder, zip, git address)"
    )
    update.add_argument("--tag", default="", help="git 里的哪个标签；不写就是最新的版本 (which tag)")
    update.add_argument("--unsigned", action="store_true", help="没有签名也用 (take what nobody has signed)")
    update.add_argument(
        "--discard", action="store_true", help="丢掉在 program/ 里自己改的 (discard own changes)"
    )
    update.add_argument(
        "--back", action="store_true", help="退回更新以前的程序 (back to the program of before)"
    )
    update.add_argument("--project", type=Path, default=project_of(), help=argparse.SUPPRESS)
    update.set_defaults(run=lambda chosen: _told(lambda: _update(chosen, parts)))


def _told(run: Any) -> int:
    try:
        run()
    except FoundingError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except EOFError:
        print("已停止。", file=sys.stderr)
        return 1
    return 0


def _say(line: str) -> None:
    print(line, flush=True)


def _new(chosen: argparse.Namespace, parts: tuple[str, ...]) -> None:
    from scienceweek.founding.new_site import found
    from scienceweek.founding.program_parts import ProgramParts
    from scienceweek.founding.wish import wished

    ask = input if sys.stdin.isatty() else None
    folder = chosen.folder or (Path(ask("放在哪个文件夹，例如 ../kepu：").strip()) if ask else None)
    if folder is None or not folder.name:
        raise FoundingError("还要写放在哪个文件夹，例如 new-site ../kepu。")
    given = {name.removeprefix("--").replace("-", "_"): "" for name in _OPTIONS}
    wish = wished({name: getattr(chosen, name) for name in given}, ask, _say)
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    found(folder.absolute(), wish, ProgramParts(PROGRAM, parts), today, _say)


def _update(chosen: argparse.Namespace, parts: tuple[str, ...]) -> None:
    from scienceweek.founding.newer_program import back, update
    from scienceweek.founding.program_source import program_from

    project = chosen.project.resolve()
    if chosen.back:
        back(project, _say)
        return
    if not chosen.source:
        raise FoundingError(
            "还要写新版本在哪里：文件夹、压缩包（zip）或 git 地址。退回更新以前的，写 --back。"
        )
    with program_from(chosen.source, chosen.tag, unsigned=chosen.unsigned) as newer:
        update(project, newer, parts, _say, discard=chosen.discard)
