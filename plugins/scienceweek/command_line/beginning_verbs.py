"""The verbs with which records begin: a new one, and next year's campaign from this year's."""

import argparse
import sys
from pathlib import Path

from scienceweek.command_line.parser import Parser, Verbs

_ANSWERS = {
    "name": "名称 (name)",
    "campaign": "活动周：名称或编号 (campaign)",
    "district": "区县：名称或编号 (district)",
    "when": "时间 (when)",
    "where": "地点 (where)",
    "base": "是哪个基地的 (base)",
    "kind": "活动的形式 (kind of activity)",
    "type": "基地的类型 (type of base)",
    "address": "地址 (address)",
    "hours": "开放时间 (opening hours)",
    "phone": "电话 (phone)",
    "series": "活动周的系列 (series)",
    "theme": "主题 (theme)",
    "id": "活动周的编号 (id of a campaign)",
}


def add(verbs: Verbs) -> None:
    """Adds them."""
    new = verbs.add_parser(
        "new",
        help="新写一个活动、基地、场地或活动周：问几句，写到该写的地方 (begin a record; asks what it needs)",
    )
    new.add_argument(
        "what",
        choices=("activity", "base", "venue", "campaign"),
        help="activity 活动、base 基地、venue 场地、campaign 活动周 (what is new)",
    )
    for option, meaning in _ANSWERS.items():
        new.add_argument(f"--{option}", default="", help=meaning)
    _folders(new)
    new.set_defaults(run=_new)

    copy = verbs.add_parser(
        "copy-campaign",
        help="照今年的活动周起草明年的：时间清空，届数加一，逐项待核对 (next year's draft from this year's)",
    )
    copy.add_argument("campaign", help="今年的活动周：编号，例如 2024-yubei (id of this year's)")
    copy.add_argument("next", help="明年的编号，例如 2025-yubei (id of next year's)")
    copy.add_argument(
        "--when", default="", help="明年的起止日期，知道就写，例如 2025-05-24/2025-05-31 (its days, if known)"
    )
    copy.add_argument("--dry-run", action="store_true", help="只看，不写 (show, write nothing)")
    _folders(copy)
    copy.set_defaults(run=_copy)


def _folders(verb: Parser) -> None:
    verb.add_argument("--data", type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    verb.add_argument("--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)")


def _new(chosen: argparse.Namespace) -> int:
    from scienceweek.desk.beginnings.new_record import QUESTIONS, Desk, begun, only
    from scienceweek.desk.drafts.history import ever
    from scienceweek.desk.drafts.shelves import Shelves
    from scienceweek.desk.findings import Kind
    from scienceweek.desk.sheets.names import Names
    from scienceweek.desk.sheets.putting_in import written
    from scienceweek.source.loading import load
    from scienceweek.source.mistakes.problems import SourceError

    kind = Kind[chosen.what.upper()]
    try:
        names = Names.of(load(chosen.data, chosen.content).catalogue)
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再写新的：\n{error.errors[0]}", file=sys.stderr)
        return 1
    asks = sys.stdin.isatty()
    answers = {}
    for question in QUESTIONS[kind]:
        given = getattr(chosen, question.option) or only(question.option, names)
        answers[question.option] = given or (_asked(question.words, needed=question.needed) if asks else "")
    desk = Desk(Shelves.of(chosen.data), names, chosen.data, chosen.content, ever(chosen.data))
    put = begun(kind, answers, desk)
    if put.faults:
        print("\n".join((*put.faults, "什么也没有写。")), file=sys.stderr)
        return 1
    print("\n".join((*put.done, *(f"写好了 {path}" for path in written(put, chosen.data)))))
    return 0


def _asked(words: str, *, needed: bool) -> str:
    """What somebody answers; what is *needed* is asked until there is an answer."""
    question = f"{words}：" if needed else f"{words}（没有就直接回车）："
    answer = input(question).strip()
    while needed and not answer:
        answer = input(question).strip()
    return answer


def _copy(chosen: argparse.Namespace) -> int:
    from scienceweek.desk.beginnings.next_campaign import CopyError, NextWish, copied
    from scienceweek.desk.drafts import marks
    from scienceweek.desk.drafts.history import ever
    from scienceweek.desk.drafts.shelves import Shelves
    from scienceweek.desk.drafts.trial import faults
    from scienceweek.desk.sheets.names import Names
    from scienceweek.source.loading import load
    from scienceweek.source.mistakes.problems import SourceError

    try:
        known = load(chosen.data, chosen.content).catalogue
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再起草：\n{error.errors[0]}", file=sys.stderr)
        return 1
    old = next((one for one in known.campaigns if one.id == chosen.campaign), None)
    if old is None:
        there = "、".join(one.id for one in known.campaigns)
        print(f"没有编号为“{chosen.campaign}”的活动周。有：{there}", file=sys.stderr)
        return 1
    try:
        wish = NextWish(chosen.next, chosen.when)
        made = copied(old, wish, Shelves.of(chosen.data), Names.of(known), ever(chosen.data))
    except CopyError as error:
        print(error, file=sys.stderr)
        return 1
    found = faults(chosen.data, chosen.content, {f"data/{name}": text for name, text in made.texts.items()})
    if found:
        print("\n".join(str(one) for one in found), file=sys.stderr)
        print("照抄的内容，检查不接受，什么也没有写。请先改正上一届的，或自己写。", file=sys.stderr)
        return 1
    if chosen.dry_run:
        print("\n".join(made.texts.values()), end="")
        return 0
    for name, text in made.texts.items():
        path = chosen.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        print(f"写好了 {path}")
    marks.keep(chosen.data, chosen.next, made.marks)
    doors = sum(one.value is not None for one in made.marks)
    if doors:
        print(f"{doors} 家基地上一届有开放时段：今年的等人核对，核对以后才加上（时间先写待定）。")
    print(
        f"有 {len(made.marks)} 个值要人核对，核对以前不发布：时间都清空了，旁边是上一届的；通知、结果、状态、主讲人没有抄。\n"
        f"今年的通知来了，先 invoke import 通知 --campaign {chosen.next}；都核对过：invoke accept {chosen.next}。"
    )
    return 0
