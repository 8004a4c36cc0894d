"""What a section says under words with a colon, 时间：…, on lines of their own, in one line, or as sections below."""

import re

from scienceweek.desk.notices.lines import Line
from scienceweek.desk.notices.outline import NoticeSection
from scienceweek.desk.tables.cells import outside
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.headings import column

_LABEL = re.compile(
    r"(?:^|(?<=[；;。，,、\s）)]))(?P<label>[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,7}|[\u4e00-\u9fff]{1,2}\s{1,4}[\u4e00-\u9fff])\s*[：:]\s*"
)
_NUMBER = re.compile(r"^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳]|[-•·●▪])\s*")
_TEXTS = frozenset([TableColumn.CONTENT, TableColumn.REMARKS])
_NO = frozenset(
    [
        TableColumn.SERIAL,
        TableColumn.TITLE,
        TableColumn.NAME,
        TableColumn.TYPE,
        TableColumn.KIND,
        TableColumn.WEBSITE,
    ]
)
"""What is a column of tables, and in running words no label."""
_NAMED = frozenset(["活动名称", "项目名称", "讲座题目", "讲座名称", "展览名称", "题目"])
_BRACKET = re.compile(r"(?P<rest>.*?)[（(](?P<in>[^（()）]*[：:][^（()）]*)[)）][。]?")

_UNITS = frozenset(
    [
        TableColumn.RESPONSIBLE,
        TableColumn.HOST,
        TableColumn.CO_ORGANISER,
        TableColumn.UNDERTAKER,
        TableColumn.SUPPORT,
        TableColumn.LEAD,
        TableColumn.PARTICIPANT,
    ]
)

_WHERE_OR_WHEN = frozenset([TableColumn.WHEN, TableColumn.DATE, TableColumn.PLACE])


def known(label: str) -> TableColumn | None:
    """What stands behind *label*, if it is one."""
    plain = re.sub(r"\s+", "", label)
    found = column(plain)
    return found if found not in _NO or plain in _NAMED else None


def labels(section: NoticeSection) -> dict[TableColumn, Line]:
    """What is said under each label; further lines go on with a label of texts."""
    found, _ = parted(section)
    return found


def parted(section: NoticeSection) -> tuple[dict[TableColumn, Line], list[Line]]:
    """What is said under labels, and the lines that stand under none."""
    found: dict[TableColumn, Line] = {}
    others: list[Line] = []
    last: TableColumn | None = None
    for line in section.lines:
        cuts = _cuts(line.text)
        before = line.text[: cuts[0][0]].strip(" ，,；;、") if cuts else line.text
        if before and last and last in _TEXTS:
            found[last] = _longer(found[last], before)
        elif len(before) > 1:
            others.append(Line(before, line.where, 0, line.mended))
        ends = [*(cut[0] for cut in cuts[1:]), len(line.text)]
        for (_, begin, what), after in zip(cuts, ends[: len(cuts)], strict=True):
            text = line.text[begin:after].strip(" ；;，,、")
            if what in found:
                found[what] = _longer(found[what], text)
            else:
                found[what] = Line(text, line.where, 0, line.mended)
            last = what
    for one in section.sections:
        label = known(one.title)
        if label and one.stop in {"：", ":"} and one.pieces and label not in found:
            found[label] = Line(one.text, one.where, 0, one.mended)
        elif label is None and not one.title and (inner := _cuts(one.text)) and inner[0][0] == 0:
            found.setdefault(inner[0][2], Line(one.text[inner[0][1] :], one.where))
    found |= {what: line for what, line in _after(section).items() if what not in found}
    return {what: line for what, line in found.items() if line.text}, others


def bracketed(text: str) -> tuple[str, dict[TableColumn, str]]:
    """*text* without brackets at its end that say when or where, and what they say: （时间：5月28日；地点：和平社区）."""
    said = _BRACKET.fullmatch(text.strip())
    cuts = _cuts(said["in"]) if said else []
    if not said or not cuts or cuts[0][0] or not {cut[2] for cut in cuts} & _WHERE_OR_WHEN:
        return text, {}
    ends = [*(cut[0] for cut in cuts[1:]), len(said["in"])]
    found = {
        what: said["in"][begin:end].strip(" ；;，,、。")
        for (_, begin, what), end in zip(cuts, ends, strict=True)
    }
    return said["rest"].strip(), found


def _after(section: NoticeSection) -> dict[TableColumn, Line]:
    """The units that stand behind the last of the sections below, and are those of the whole."""
    if len(section.sections) < 2 or any(one.sections for one in section.sections):  # noqa: PLR2004 - of one they are its own
        return {}
    *before, last = section.sections
    if any(_cuts(line.text) for one in before for line in one.lines):
        return {}
    cuts = ((line, _cuts(line.text)) for line in last.lines)
    return {
        said[0][2]: Line(line.text[said[0][1] :], line.where, 0, line.mended)
        for line, said in cuts
        if len(said) == 1 and said[0][0] == 0 and said[0][2] in _UNITS
    }


def is_label(section: NoticeSection) -> bool:
    """Whether a *section* is nothing but a label with what it says: 1．时间：…"""
    return known(section.title) is not None and section.stop in {"：", ":"}


def _longer(line: Line, text: str) -> Line:
    return Line(f"{line.text}\n{text}".strip(), line.where, 0, line.mended)


def _cuts(text: str) -> list[tuple[int, int, TableColumn]]:
    """Where labels begin in *text*, where what they say begins, and what they are. The first stands at the beginning of a line."""
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    found: list[tuple[int, int, TableColumn]] = []
    plain = frozenset(outside(text))
    for said in _LABEL.finditer(text, start):
        what = known(said["label"])
        if (
            what is None
            or said.start() not in plain
            or (not found and said.start() > start and text[said.start() - 1] not in "。；;")
        ):
            continue
        if found and found[-1][2] in _TEXTS and text[said.start() - 1] not in "。；;":
            continue
        found.append((said.start(), said.end(), what))
    if found and number and found[0][0] == start:
        found[0] = (0, found[0][1], found[0][2])
    return found
