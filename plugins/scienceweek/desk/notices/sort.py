"""What a document is, and by what one sees it."""

import re
from dataclasses import dataclass

from scienceweek.desk.documents import Document, Table
from scienceweek.desk.findings import Findings, Sort
from scienceweek.desk.notices.letterhead import letterhead
from scienceweek.desk.notices.lines import lines
from scienceweek.desk.notices.outline import NoticeOutline
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables
from scienceweek.model.campaign import NoticeKind

_CHANGES = (
    (NoticeKind.CANCELLATION, re.compile("取消|停办|停止举办|不再举办")),
    (NoticeKind.POSTPONEMENT, re.compile("延期|推迟|改期|暂缓")),
    (NoticeKind.CORRECTION, re.compile("更正|勘误|调整|变更|更改|修改")),
    (NoticeKind.SUPPLEMENT, re.compile("补充")),
)
_RESULTS = re.compile("获奖名单|评选结果|优秀.{0,8}名单|表扬的|表彰|通报|结果的?公[示布告]|公示$|总结")
_SAID = re.compile(
    "更正如下|作如下(?:更正|调整|补充)|予以(?:更正|取消|延期)|现(?:将|对)[^。]{0,60}(?:更正|调整|补充|延期|取消)|原定于?[^。]{4,60}(?:延期|推迟|取消|调整|改)|(?:决定|拟)(?:延期|推迟|取消)"
)
_PROSE = 120
"""Characters below which what stands around tables is their title, and no notice."""


@dataclass(frozen=True, slots=True)
class SortedDocument:
    """The *sort*, *why* in Chinese, of a document of a campaign its *kind*; what its *tables* say, if it is nothing else."""

    sort: Sort
    why: str
    kind: NoticeKind = NoticeKind.NOTICE
    tables: Findings | None = None


def sort_of(document: Document, of: NoticeOutline, setting: Setting) -> SortedDocument:
    """What *document* is, whose outline is *of*."""
    tables = _tables(of)
    prose = sum(
        len(line.text)
        for line in (*lines(of.head), *lines(of.tail), *(line for one in of.all() for line in one.lines))
    )
    numbered = len(of.sections)
    title = letterhead(of).title
    if tables and prose < _PROSE and not numbered:
        found = read_tables(document.tables, setting)
        said = {Sort.BASES: "只有表，每一行是一个基地", Sort.ACTIVITIES: "只有表，每一行是一项活动"}
        return SortedDocument(found.sort, said.get(found.sort, "只有表，看不出每一行是什么"), tables=found)
    name = str(title.value) if title else ""
    if re.search("补充(?:通知|公告|说明|方案)", name):
        return SortedDocument(Sort.CHANGE, "标题里写着“补充”", NoticeKind.SUPPLEMENT)
    for kind, pattern in _CHANGES:
        if (word := pattern.search(name)) and not re.search("领导小组|成员名单", name):
            return SortedDocument(Sort.CHANGE, f"标题里写着“{word[0]}”", kind)
    if re.search("通知|方案|公告|安排", name) and _RESULTS.search(name):
        return SortedDocument(Sort.NOTICE, f"标题是“{name}”，公布的是结果", NoticeKind.RESULTS)
    first = "".join(line.text for line in lines(of.head))[:400]
    if not name and (word := _SAID.search(first)):
        kind = next((kind for kind, pattern in _CHANGES if pattern.search(word[0])), NoticeKind.CORRECTION)
        return SortedDocument(Sort.CHANGE, f"正文里写着“{word[0]}”", kind)
    if not name and numbered == 0 and not tables and prose < _PROSE:
        return SortedDocument(Sort.UNKNOWN, "没有标题，没有编号的段落，也没有表")
    reason = f"标题是“{name}”" if name else f"有{numbered}个编了号的部分" if numbered else "是成段的文字"
    if tables and read_tables(tables, setting).records:
        return SortedDocument(Sort.NOTICE_WITH_TABLES, f"{reason}，后面附了表")
    return SortedDocument(Sort.NOTICE, f"{reason}")


def _tables(of: NoticeOutline) -> list[Table]:
    return [
        piece
        for group in (of.head, *(one.pieces for one in of.all()), of.tail)
        for piece in group
        if isinstance(piece, Table)
    ]
