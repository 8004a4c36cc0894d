"""The verbs of the desk: documents in, drafts looked at and accepted."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from scienceweek.command_line.coloured import tell
from scienceweek.command_line.parser import Parser, Verbs
from scienceweek.command_line.table_verbs import TableWish, is_table, take_back

if TYPE_CHECKING:
    from scienceweek.desk.drafts.importing import Prepared

_MOST = 20
_LONGEST = 300
"""Lines of a difference that are shown before somebody is asked."""


def add(verbs: Verbs) -> None:
    """Adds them."""
    desk_import = verbs.add_parser(
        "import",
        help="把通知或表格读成草稿：Word、Excel、PDF、网页、文本 (read notices and tables into drafts)",
    )
    desk_import.add_argument("file", nargs="+", help="文件，可以几个 (files)")
    desk_import.add_argument("--campaign", default="", help="哪一届活动周：编号 (id of the campaign)")
    desk_import.add_argument("--district", default="", help="哪个区县：编号 (id of the district)")
    desk_import.add_argument(
        "--map",
        action="append",
        default=[],
        help="认不出的表头：--map 表头=字段，几个用逗号分开 (what a heading means)",
    )
    desk_import.add_argument("--dry-run", action="store_true", help="只看，不写 (show, write nothing)")
    desk_import.add_argument("--yes", action="store_true", help="不问，直接写 (ask nothing)")
    _folders(desk_import, "--into")
    desk_import.set_defaults(run=_import)

    review = verbs.add_parser(
        "review",
        help="在浏览器里核对草稿：左边原文，右边读到的 (look at drafts beside their documents)",
    )
    review.add_argument("--port", type=int, default=8010, help="端口 (port)")
    review.add_argument("--no-open", action="store_true", help="不打开浏览器 (open no browser)")
    review.add_argument(
        "--no-serve",
        action="store_true",
        help="只写成文件 output-review/review.html，不打开服务 (write the file only)",
    )
    _folders(review, "--data")
    review.set_defaults(run=_review)

    accept = verbs.add_parser(
        "accept", help="草稿核对过了：去掉“要核对”的记号 (a draft is right: take its marks away)"
    )
    accept.add_argument("what", help="导入的文件名，或记录的编号 (an imported file, or the id of a record)")
    accept.add_argument("--field", default="", help="只是这一项，例如 when (only this field)")
    accept.add_argument("--value", help="这一项改成什么；写 '' 是空着 (what this field is to say instead)")
    accept.add_argument(
        "--drop", action="store_true", help="这一项不改，照原来的 (leave this field as it is)"
    )
    _folders(accept, "--data")
    accept.set_defaults(run=_accept)


def _folders(verb: Parser, data: str) -> None:
    verb.add_argument(data, type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    verb.add_argument("--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)")


def _data(chosen: argparse.Namespace) -> Path:
    found: Path = chosen.into if chosen.verb == "import" else chosen.data
    return found


def _import(chosen: argparse.Namespace) -> int:
    from scienceweek.desk.drafts.importing import ImportRefused

    drafted = False
    for number, file in enumerate(chosen.file):
        if number:
            print()
        if len(chosen.file) > 1:
            print(f"第 {number + 1} 份，共 {len(chosen.file)} 份：{file}", flush=True)
        try:
            drafted |= _one(chosen, Path(file))
        except ImportRefused as error:
            print(f"{file}：{error}", file=sys.stderr)
    return 0 if drafted else 1


def _one(chosen: argparse.Namespace, file: Path) -> bool:
    """Whether something of *file* was drafted. Raises ImportRefused."""
    from scienceweek.desk.drafts.importing import prepared
    from scienceweek.desk.drafts.situation import ImportWish
    from scienceweek.desk.drafts.summary import difference, summary

    asks = not chosen.yes and sys.stdin.isatty()
    if is_table(file):
        agreed = _agreed if asks else _yes
        return take_back(file, TableWish(_data(chosen), chosen.content, chosen.dry_run, agreed))
    told = ImportWish(chosen.campaign, chosen.district, _headings(chosen.map))
    ready = prepared(file, told, _data(chosen), chosen.content, _ask if asks else _unasked)
    tell(summary(ready))
    if ready.is_empty:
        there = bool(ready.draft.already)
        print("没有要写的：都已经在 data/ 里了。" if there else "什么也没有读出来，什么也没有写。")
        return there
    _tell_difference(list(difference(ready)), whole=chosen.dry_run)
    if chosen.dry_run:
        print("只是看看，什么也没有写（--dry-run）。")
        return True
    if asks and not _agreed():
        print("什么也没有写。")
        return False
    _write(ready, chosen)
    return True


def _tell_difference(lines: list[str], *, whole: bool) -> None:
    tell(lines if whole else lines[:_LONGEST], diff=True)
    if not whole and len(lines) > _LONGEST:
        print(f"…… 改动还有 {len(lines) - _LONGEST} 行，用 --dry-run 看全部。")


def _write(ready: "Prepared", chosen: argparse.Namespace) -> None:
    for path in ready.write(_data(chosen), chosen.content):
        print(f"写好了 {path}")
    waiting = sum(one.is_open for one in ready.marked)
    if waiting:
        print(
            f"有 {waiting} 个值要人核对：核对以前，新的记录不发布，已有的记录不改。"
            "核对：invoke review；都看过、都对：invoke accept 文件名或编号。"
        )


def _headings(written: list[str]) -> dict[str, str]:
    from scienceweek.desk.drafts.importing import ImportRefused

    pairs = [one for several in written for one in several.replace("，", ",").split(",") if one.strip()]
    if wrong := next((one for one in pairs if "=" not in one), ""):
        raise ImportRefused(f"--map 要写成 表头=字段，例如 --map 活动点位=地点；这里是“{wrong}”。")
    return {name.strip(): field.strip() for name, _, field in (one.partition("=") for one in pairs)}


def _ask(question: str, answers: Mapping[str, str]) -> str:
    print(f"{question}？")
    listed = list(answers.items())[:_MOST]
    for number, (id, name) in enumerate(listed, start=1):
        print(f"  {number}. {name}（{id}）")
    answer = input("写序号或编号，都不是就直接回车：").strip()
    if answer.isdecimal() and 0 < int(answer) <= len(listed):
        return listed[int(answer) - 1][0]
    return answer if answer in answers else ""


def _unasked(question: str, answers: Mapping[str, str]) -> str:
    return ""


def _yes() -> bool:
    return True


def _agreed() -> bool:
    return input("写进去吗？直接回车就写，不写按 n：").strip().lower() not in ("n", "no", "不", "否")


def _review(chosen: argparse.Namespace) -> int:
    from scienceweek.preview.review_session import reviewed

    return reviewed(
        chosen.port, chosen.data, chosen.content, opens=not chosen.no_open, serves=not chosen.no_serve
    )


def _accept(chosen: argparse.Namespace) -> int:
    from scienceweek.desk.drafts.accepting import AcceptError

    try:
        told = _decided(chosen)
    except AcceptError as error:
        print(error, file=sys.stderr)
        return 1
    print(told)
    return 0


def _decided(chosen: argparse.Namespace) -> str:
    """What is said of a decision. Raises AcceptError."""
    from scienceweek.desk.drafts.accepting import AcceptError, accepted, corrected, dropped

    data = _data(chosen)
    if (chosen.drop or chosen.value is not None) and not chosen.field:
        raise AcceptError("--value 和 --drop 要和 --field 一起写：说的是记录的哪一项，例如 --field when。")
    if chosen.drop:
        return dropped(data, chosen.what, chosen.field)
    if chosen.value is not None:
        return corrected(data, chosen.content, chosen.what, chosen.field, chosen.value)
    return accepted(data, chosen.content, chosen.what, chosen.field)
