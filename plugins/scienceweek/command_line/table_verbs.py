"""The verb that makes a table of records, to be changed in Excel or WPS; and how it is taken back by ``import``."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scienceweek.command_line.coloured import tell
from scienceweek.command_line.parser import Verbs

_KINDS = ("activities", "bases", "venues")
_MOST = 20


def add(verbs: Verbs) -> None:
    """Adds it."""
    table = verbs.add_parser(
        "export-table",
        help="把活动、基地或场地导出成表格，在 Excel、WPS 里改好再导入 (a table to change and import again)",
    )
    table.add_argument(
        "what",
        choices=_KINDS,
        help="activities 活动、bases 基地、venues 场地 (what the table is of)",
    )
    table.add_argument("--campaign", default="", help="只要一届活动周的：编号 (id of a campaign)")
    table.add_argument("--district", default="", help="只要一个区县的：编号 (id of a district)")
    table.add_argument("--to", type=Path, help="写到哪个文件 (file to write)")
    table.add_argument("--data", type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    table.add_argument("--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)")
    table.set_defaults(run=_export)


def _export(chosen: argparse.Namespace) -> int:
    from scienceweek.desk.drafts.shelves import Shelves
    from scienceweek.desk.findings import Kind
    from scienceweek.desk.sheets.columns import TITLES
    from scienceweek.desk.sheets.export import ExportWish, table, wanted
    from scienceweek.desk.sheets.names import Names
    from scienceweek.source.loading import load
    from scienceweek.source.mistakes.problems import SourceError

    wish = ExportWish(Kind(chosen.what), chosen.campaign, chosen.district)
    try:
        known = load(chosen.data, chosen.content).catalogue
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再导出：\n{error.errors[0]}", file=sys.stderr)
        return 1
    for id, there, what in (
        (wish.campaign, known.campaigns, "活动周"),
        (wish.district, known.districts, "区县"),
    ):
        if id and all(one.id != id for one in there):
            print(f"没有编号为“{id}”的{what}。有：{'、'.join(one.id for one in there)}", file=sys.stderr)
            return 1
    shelves = Shelves.of(chosen.data)
    parts = [TITLES[wish.kind], *filter(None, (wish.campaign, wish.district))]
    path = chosen.to or Path(f"{'-'.join(parts)}.xlsx")
    path.write_bytes(table(wish, shelves, Names.of(known)))
    print(
        f"{path}：{len(wanted(wish, shelves))} 个{TITLES[wish.kind]}。改好以后：invoke import {path}\n"
        "表格里有不公开的联系人和电话，只在办公室里用。"
    )
    return 0


@dataclass(frozen=True, slots=True)
class TableWish:
    """Where a table goes back to: the folders, and whether it is written; *agreed* is asked before."""

    data: Path
    content: Path
    dry_run: bool
    agreed: Callable[[], bool]


def is_table(file: Path) -> bool:
    """Whether *file* was made by ``export-table``."""
    from scienceweek.desk.documents.reading import LARGEST
    from scienceweek.desk.sheets.taking_back import is_exported

    return file.is_file() and file.stat().st_size <= LARGEST and is_exported(file.read_bytes())


def take_back(file: Path, wish: TableWish) -> bool:
    """Whether what was changed in the exported table *file* is in ``data/`` now, or would be; each step is told."""
    from scienceweek.desk.documents import DocumentError
    from scienceweek.desk.documents.reading import admit
    from scienceweek.desk.drafts.history import ever
    from scienceweek.desk.drafts.shelves import Shelves
    from scienceweek.desk.sheets.names import Names
    from scienceweek.desk.sheets.putting_in import difference, put_in, written
    from scienceweek.desk.sheets.taking_back import taken_back
    from scienceweek.source.loading import load
    from scienceweek.source.mistakes.problems import SourceError

    try:
        known = load(wish.data, wish.content).catalogue
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再导入：\n{error.errors[0]}", file=sys.stderr)
        return False
    content = file.read_bytes()
    try:
        admit(content, file.suffix)
    except DocumentError as error:
        print(f"{file}：{error}", file=sys.stderr)
        return False
    shelves = Shelves.of(wish.data)
    taken = taken_back(content, shelves, Names.of(known))
    put = put_in(taken, shelves, wish.data, wish.content, ever(wish.data))
    for notice in taken.notices:
        print(f"提醒：{notice}")
    if put.faults:
        print("\n".join(put.faults[:_MOST]), file=sys.stderr)
        more = f"，上面是前 {_MOST} 处" if len(put.faults) > _MOST else ""
        print(f"有 {len(put.faults)} 处要改{more}。改好以前，什么也没有写。", file=sys.stderr)
        return False
    if not put.texts:
        print(f"{file}：和 data/ 里的一样，没有要写的。")
        return True
    print("\n".join(put.done))
    tell(difference(put, shelves), diff=True)
    if wish.dry_run:
        print("只是看看，什么也没有写（--dry-run）。")
        return True
    if not wish.agreed():
        print("什么也没有写。")
        return False
    for name in written(put, wish.data):
        print(f"写好了 {name}")
    return True
