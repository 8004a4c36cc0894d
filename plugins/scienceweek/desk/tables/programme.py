"""The cell in which a base has written all that it does: dated items, one after the other, in running words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scienceweek.desk.setting import Setting
from scienceweek.source.notation.moments import MomentError, schedules

_OPEN, _CLOSE = "“「『《〈（(【[〔", "”」』》〉）)】]〕"
_END = "；;。\n"
_NUMBER = re.compile(
    r"\s*(?:[（(]\s*[0-9一二三四五六七八九十]{1,3}\s*[)）]|[①-⑳]|[0-9]{1,2}\s*[.、．)）](?=\s*(?:[0-9]{1,2}\s*[.月]\s*[0-9]|[^0-9\s])))\s*"
)
_DATED = re.compile(r"\s*(?:20[0-9]{2}\s*年\s*)?[0-9]{1,2}\s*(?:[.．月]\s*[0-9]{1,2}|[日号])")
_RUN = re.compile(
    r"(?:活动)?(?:时间|日期)?[:：]?\s*"
    r"((?:[0-9０-９年月日号点时分半:：.．/、，,\-—–―－~～〜至到和及起止\s]|(?:每|逢|周|星期|礼拜)[一二三四五六日天末0-9]?|每[天日年月]"
    r"|[（(](?:周|星期)[一二三四五六日天][^（()）]*[)）]|上午|下午|中午|晚上|晚|早上|凌晨|全天|期间|全年|上旬|中旬|下旬|初|底|活动周|工作日|节假日|双休日)+)"
)
_DAY_ALONE = re.compile(r"\s*([0-9]{1,2})\s*[日号]")
_MONTH = re.compile(r"(?:(20[0-9]{2})\s*年\s*)?([0-9]{1,2})\s*[.．月]\s*[0-9]")
_UNDATED = re.compile(
    r"(?:具体)?(?:时间|日期|地点)?(?:未定|待定|另行通知|另定|暂定|待通知)|时间[:：]?(?:未定|待定)"
)
_AT = re.compile(r"(?:拟)?(?:在|于|到|赴|走进|前往|深入)\s*(.+)", re.DOTALL)
_VERB = re.compile(
    r"(?:集中|联合|组织|现场)?(?:开展|举办|举行|召开|组织|进行|实施|推出|承办|主办|开设|设立)(?:了|一场|一次)?"
)
_OPENING = re.compile(
    r"(?:(?:场馆|展馆|展厅|全馆|馆内|馆|基地|园区|全园|院内|中心|博物馆|科技馆|实验室|全天|正常|对外|向公众|面向公众|向社会|面向社会|公众|市民|免费|预约|限时|延时)\s*)*"
    r"(?:免费)?(?:对外)?开放(?:参观)?"
)
_PLACE = re.compile(
    r".*(?:小学|中学|学校|大学|学院|幼儿园|社区|广场|馆|中心|院|公园|村|街道|会场|基地|楼|室|厅|校区|院区|园区|镇|乡|公司|所|站|店|城|港)"
)
_QUOTED = re.compile(r"[“「『]([^“”「」『』]+)[”」』](?:主题|系列|专题|科普)*(?:活动)?")
_SHRINKS = 14
"""How often less of what looks like a time is tried."""


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """One thing of a programme, in the words of the cell; "" is what is not said.

    *when* is as the grammar of ``data/`` reads it (*is_carried*: with a month from the item before), *place* may be 基地,
    the base itself; *is_named* where the title stood in quotation marks; *is_opening* where doors are open and nothing else.
    *note* is what stood in brackets at the end.
    """

    read: str
    title: str = ""
    subtitle: str = ""
    when: str = ""
    place: str = ""
    note: str = ""
    is_named: bool = False
    is_opening: bool = False
    is_carried: bool = False
    is_place_guessed: bool = False
    is_free: bool = False


def items(text: str, setting: Setting) -> tuple[ProgrammeItem, ...]:
    """The items of *text*, in order. What says nothing but a time belongs to the item after it."""
    found: list[ProgrammeItem] = []
    month = ""
    for words in _pieces(text):
        when, rest, is_carried = _time(words, month, setting)
        if named := _MONTH.search(when):
            month = f"{named[1]}年{named[2]}月" if named[1] else f"{named[2]}月"
        item = _item(words, when, rest)
        found.append(item if not is_carried else _carried(item))
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """*text* apart where an item ends: at a full stop or semicolon, or at a comma before a date; never in quotes or brackets."""
    begin = 0
    for place in _outside(text):
        sign = text[place]
        if sign in _END or (sign in "，," and _is_whole(text[begin:place]) and _DATED.match(text, place + 1)):
            yield from _bare(text[begin:place])
            begin = place + 1
    yield from _bare(text[begin:])


def _bare(piece: str) -> Iterator[str]:
    number = _NUMBER.match(piece)
    bare = piece[number.end() if number else 0 :].strip(" \u3000，,、")
    if bare:
        yield bare


def _is_whole(piece: str) -> bool:
    """Whether a *piece* says what there is, and not only when."""
    run = _RUN.match(piece)
    return bool(piece[run.end() if run else 0 :].strip())


def _time(words: str, month: str, setting: Setting) -> tuple[str, str, bool]:
    """When, what is left of *words*, and whether the month is that of the item before."""
    run = _RUN.match(words)
    if not run:
        return "", words, False
    said = run[1]
    alone = _DAY_ALONE.match(said)
    before = month if alone else ""
    for _ in range(_SHRINKS):
        said = said.rstrip(" \u3000，,、:：至到和及起-—–")
        if not said:
            break
        if _reads(before + said, setting):
            return (
                before + said.strip(),
                words[run.start(1) + len(said) :].strip(" \u3000，,、:："),
                bool(before),
            )
        said = said[:-1]
    return "", words, False


def _reads(text: str, setting: Setting) -> bool:
    try:
        schedules(text, window=setting.window, year=setting.year)
    except MomentError:
        return False
    return True


def _carried(item: ProgrammeItem) -> ProgrammeItem:
    return replace(item, is_carried=True)


def _item(words: str, when: str, rest: str) -> ProgrammeItem:
    rest, note = _note(rest)
    opening = _OPENING.fullmatch(rest)
    if opening:
        return ProgrammeItem(words, when=when, note=note, is_opening=True, is_free="免费" in rest)
    place, rest = _place(rest)
    if opening := _OPENING.fullmatch(rest):
        return ProgrammeItem(
            words, when=when, place=place, note=note, is_opening=True, is_free="免费" in rest
        )
    rest = _VERB.sub("", rest, count=1) if _VERB.match(rest) else rest
    if named := _QUOTED.fullmatch(rest):
        title, subtitle = _halves(named[1])
        return ProgrammeItem(words, title, subtitle, when, place, note, is_named=True)
    title, subtitle = _halves(rest)
    return _with_note(ProgrammeItem(words, title, subtitle, when, place, note))


def _note(rest: str) -> tuple[str, str]:
    """*rest* without the brackets at its end, and what stands in those."""
    found = re.fullmatch(r"(.+?)\s*[（(]([^（()）]*)[)）]", rest, re.DOTALL)
    return (found[1], found[2]) if found else (rest, "")


def _place(rest: str) -> tuple[str, str]:
    """Where, and what is left: what stands between 在 and the first verb that is in no quotes, else before the first quotes."""
    at = _AT.fullmatch(rest)
    if not at:
        return "", rest
    said = at[1]
    for place in _outside(said):
        if place and (_VERB.match(said, place) or _OPENING.fullmatch(said[place:])):
            return said[:place].strip(), said[place:]
    quoted = re.search("[“「『]", said)
    if quoted and _PLACE.fullmatch(said[: quoted.start()].strip()):
        return said[: quoted.start()].strip(), said[quoted.start() :]
    return "", rest


def _outside(text: str) -> Iterator[int]:
    """The places in *text* that are in no quotes or brackets."""
    depth = 0
    for place, sign in enumerate(text):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            yield place


def _halves(title: str) -> tuple[str, str]:
    """A *title* and what follows its dash."""
    title, _, subtitle = title.strip(" 。；;，,").partition("——")
    return title.strip(), subtitle.strip()


def _with_note(item: ProgrammeItem) -> ProgrammeItem:
    """*item*, whose note may say where it is, and that nobody knows when."""
    if item.when and item.place:
        return item
    place, when, kept = item.place, item.when, []
    is_guessed = False
    for part in re.split("[，,；;、]", item.note):
        if not when and _UNDATED.fullmatch(part.strip()):
            when = "时间待定"
        elif not place and _PLACE.fullmatch(part.strip()):
            place, is_guessed = part.strip(), True
        elif part.strip():
            kept.append(part.strip())
    return replace(item, place=place, when=when, note="，".join(kept), is_place_guessed=is_guessed)
