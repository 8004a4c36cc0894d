"""What a notice says of itself: its number, title, who issued it and when, whether it is for the public, what it implements."""

import re
from dataclasses import dataclass, field

from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.lines import MENDED, Line, lines
from scienceweek.desk.notices.outline import NoticeOutline, is_office

_NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fff]{2,14})\s*[〔\[［【（(﹝]\s*(?P<year>20[0-9]{2})\s*[〕\]］】）)﹞]\s*(?:第\s*)?(?P<n>[0-9]{1,4})\s*号"
)
_ENDS = re.compile(
    r"(?:通知|公告|通告|公示|函|意见|方案|说明|启事|声明|安排|日程表?|议程|日历|预告)(?:[（(].{1,12}[)）])?$"
)
_BEGINS = re.compile(r"关于(?!我|他|其)")
_IMPLEMENTED = re.compile(
    r"(?:根据|按照|依据|贯彻落实|落实|遵照)(?P<what>[^，。；《》]{0,60}《[^《》]+(?:通知|方案|意见|函|计划)》(?:\s*[（(][^（()）]*号[)）])?)"
)
_FOLLOWING = re.compile(r"^[^，。；]{0,8}通知》?\s*[（(](?P<what>[^（()）]*号)[)）]\s*(?:文件)?(?:要求|精神)")
_PUBLIC = re.compile(r"此件(?:主动)?公开(?:发布)?|主动公开|公开方式\s*[：:]\s*主动")
_ON_REQUEST = re.compile("依申请公开")
_LONGEST = 80


@dataclass(slots=True)
class Letterhead:
    """Each with the words and the place that it was read from; *issuers* are those who signed."""

    title: Finding | None = None
    number: Finding | None = None
    issued: Finding | None = None
    printed: Finding | None = None
    disclosure: Finding | None = None
    issuers: list[Finding] = field(default_factory=list)
    implements: list[Finding] = field(default_factory=list)

    @property
    def notice(self) -> Finding | None:
        """It as a campaign has it under ``notice``."""
        parts = {
            "title": self.title,
            "number": self.number,
            "issued": self.issued,
            "printed": self.printed,
            "disclosure": self.disclosure,
        }
        value: dict[str, Value] = {name: one.value for name, one in parts.items() if one}
        said = [one for one in (*parts.values(), *self.issuers, *self.implements) if one]
        if self.issuers:
            value["issuer"] = "、".join(str(one.value) for one in self.issuers)
        if self.implements:
            value["implements"] = [one.value for one in self.implements]
        if not said:
            return None
        order = ("title", "number", "issuer", "issued", "printed", "disclosure", "implements")
        why = "；".join(dict.fromkeys(one.why for one in said if one.why))
        made: dict[str, Value] = {name: value[name] for name in order if name in value}
        return Finding(made, " ".join(dict.fromkeys(one.read for one in said)), said[0].where, why)


def letterhead(of: NoticeOutline) -> Letterhead:
    """What the notice says *of* itself."""
    head = list(lines(of.head))
    ends = [*lines(of.tail), *(line for annex in of.annexes for line in annex.lines)]
    found = Letterhead()
    for line in (*head, *ends):
        _say(found, line)
    found.title = _titled(head)
    found.issuers = _signed(head) or _signed(list(lines(of.tail))) or _headed(head)
    found.implements = _implemented([*head, *(line for one in of.sections for line in one.lines)])
    return found


def _why(line: Line) -> str:
    return MENDED if line.mended else ""


def _say(found: Letterhead, line: Line) -> None:
    if (number := _NUMBER.fullmatch(line.text.strip("（）() "))) and not found.number:
        found.number = Finding(
            f"{number['word']}〔{number['year']}〕{number['n']}号", line.text, line.where, _why(line)
        )
    plain = dates.plain(line.text)
    day = dates.one_day(said[1], None) if (said := dates.ISSUED.fullmatch(plain)) else None
    if said and day:
        named = Finding(day.isoformat(), line.text, line.where, _why(line))
        if said[2]:
            found.printed = found.printed or named
        else:
            found.issued = found.issued or named
    elif printed := re.search(r"(20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)印发", plain):
        day = dates.one_day(printed[1], None)
        if day and not found.printed:
            found.printed = Finding(day.isoformat(), line.text, line.where, _why(line))
    if len(line.text) < _LONGEST and not found.disclosure:
        if _ON_REQUEST.search(line.text):
            found.disclosure = Finding("on-request", line.text, line.where)
        elif _PUBLIC.search(line.text):
            found.disclosure = Finding("public", line.text, line.where)


def _titled(head: list[Line]) -> Finding | None:
    """The title: from 关于 on, over as many lines as it takes; or the first line that is called a plan."""
    for place, line in enumerate(head):
        begin = _BEGINS.search(line.text)
        if not begin or re.search("[，。；]", line.text):
            continue
        text = line.text[begin.start() :]
        for following in head[place + 1 : place + 4]:
            if _ENDS.search(text) or re.search("[，。；]", following.text):
                break
            text += following.text
        if _ENDS.search(text) and len(text) <= _LONGEST:
            return Finding(_unspaced(text), text, line.where, _why(line))
    for line in head:
        if _ENDS.search(line.text) and len(line.text) <= _LONGEST and not re.search("[，。；]", line.text):
            return Finding(_unspaced(line.text), line.text, line.where, _why(line))
    return None


def _unspaced(text: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[0-9])|(?<=[0-9])\s+(?=[\u4e00-\u9fff])", "", text).strip()


def _signed(found: list[Line]) -> list[Finding]:
    """Those whose names stand before the day of issue."""
    day = next(
        (
            place
            for place, line in enumerate(found)
            if (said := dates.ISSUED.fullmatch(dates.plain(line.text))) and not said[2]
        ),
        None,
    )
    if day is None:
        return []
    names: list[Finding] = []
    for line in reversed(found[:day]):
        if not is_office(line.text) or re.search("各|有关", line.text):
            break
        names[:0] = [Finding(name, line.text, line.where) for name in line.text.split() if is_office(name)]
    return _whole(names)


def _headed(head: list[Line]) -> list[Finding]:
    """Those who stand above the title, or before it in its line."""
    for line in head:
        begin = _BEGINS.search(line.text)
        name = line.text[: begin.start()].strip() if begin and _ENDS.search(line.text) else line.text
        if re.search("[，。；：]", line.text):
            break
        if is_office(name):
            names = (part.removesuffix("文件") for part in name.split())
            return _whole([Finding(part, line.text, line.where) for part in names if is_office(part)])
    return []


def _whole(names: list[Finding]) -> list[Finding]:
    """*names* without what is the end of the one before it, torn off in its line."""
    made: list[Finding] = []
    for found in names:
        one = found
        if made and str(made[-1].value).endswith(str(one.value)):
            last = made.pop()
            one = Finding(
                last.value,
                f"{last.read} {one.read}",
                last.where,
                f"落款“{last.value}”后面重复了“{one.value}”",
            )
        if one.value not in [other.value for other in made]:
            made.append(one)
    return made


def _implemented(found: list[Line]) -> list[Finding]:
    made: dict[str, Finding] = {}
    for line in found:
        for said in (*_IMPLEMENTED.finditer(line.text), *_FOLLOWING.finditer(line.text)):
            what = said["what"].strip()
            bare = what[1:-1] if re.fullmatch("《[^《》]+》", what) else what
            made.setdefault(bare, Finding(_unspaced(bare) if " " in bare else bare, said[0], line.where))
    return list(made.values())
