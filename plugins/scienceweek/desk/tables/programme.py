"""The cell in which a base has written all that it does: dated items, one after the other, in running words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.cells import apart, outside
from scienceweek.desk.tables.remarks import is_condition
from scienceweek.desk.tables.times import only_hours, readable

_END = "；;。\n"
_NUMBER = re.compile(
    r"\s*(?:[（(]\s*[0-9一二三四五六七八九十]{1,3}\s*[)）]|[①-⑳]|[0-9]{1,2}\s*[.、．)）](?=\s*(?:[0-9]{1,2}\s*[.月]\s*[0-9]|[^0-9\s])))\s*"
)
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_COUNT = re.compile(
    rf"([{_CIRCLES}])|(?<![0-9.月年日号:：])([0-9]{{1,2}})\s*[、．)）](?!\s*[0-9]{{1,2}}[日号])"
)
_DATED = re.compile(
    r"\s*(?:(?:20[0-9]{2}\s*年\s*)?[0-9]{1,2}\s*(?:[.．月]\s*[0-9]{1,2}|[日号])|(?:上午|下午|晚上)\s*[0-9]{1,2}\s*[:：点时]|每周[一二三四五六日天末])"
)
_RUN = re.compile(
    r"(?:(?:活动)?(?:时间|日期)[:：]?\s*)?"
    r"((?:[0-9０-９年月日号点时分半:：.．/、，,\-—–―－~～〜至到和及起止\s]|(?:每|逢|周|星期|礼拜)[一二三四五六日天末0-9]?|每[天日年月]"
    r"|各[一1两]场|(?:本次|科技)?活动周?期间|[寒暑]假期?间?"
    r"|[（(](?:周|星期)[一二三四五六日天][^（()）]*[)）]|上午|下午|中午|晚上|晚|早上|凌晨|全天|期间|全年|上旬|中旬|下旬|初|底|活动周|工作日|节假日|双休日)+)"
)
_DATED_NAME = re.compile(
    r"[“《][^“”《》]+[”》][^“”《》（()）]{0,12}[（(][^（()）]*[0-9]\s*(?:月|[.]\s*[0-9])[^（()）]*[)）]"
)
"""“岩石鉴定”（5月26日10:00）: an item, whatever follows."""
_DAY_ALONE = re.compile(r"\s*([0-9]{1,2})\s*[日号]")
_MONTH = re.compile(r"(?:(20[0-9]{2})\s*年\s*)?([0-9]{1,2})\s*[.．月]\s*[0-9]")
_UNDATED = re.compile(
    r"(?:具体)?(?:时间|日期|地点)?(?:未定|待定|另行通知|另定|暂定|待通知)|时间[:：]?(?:未定|待定)"
)
_UNDATED_FIRST = re.compile(rf"({_UNDATED.pattern})[，,、:：\s]+(?=\S)")
_AT = re.compile(r"(?:拟)?(?:在|于|到|赴|走进|前往|深入)\s*(.+)", re.DOTALL)
_VERB = re.compile(
    r"(?:集中|联合|组织|现场|拟|将|计划)*(?:开展|举办|举行|召开|组织|进行|实施|推出|承办|主办|开设|设立)(?:了|一场|一次)?"
)
_PLAIN_VERB = re.compile("(?:拟|将|计划)?(?:开展|举办|举行|召开|开设)(?:一场|一次)?")
_TO_BE = re.compile(r"(?P<what>[^，,。]{2,40}?)[，,]?(?:将|定|拟)*于(?=[0-9０-９])")
_HELD = re.compile("(?:举行|举办|开展|进行|召开)[。.]?")
_HOURS_LAST = re.compile(
    r"[，,\s]*((?:上午|下午|晚上)?[0-9]{1,2}[:：][0-9]{2}(?:\s*[-—–~～至到]+\s*(?:上午|下午|晚上)?[0-9]{1,2}[:：][0-9]{2})?)$"
)
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: ".", 0xFF1A: ":"}
"""Full-width digits, point and colon."""

_OPENING = re.compile(
    r"(?:(?:场馆|展馆|展厅|全馆|馆内|馆|基地|园区|全园|院内|中心|博物馆|科技馆|实验室|全天|正常|对外|向公众|面向公众|向社会|面向社会|公众|市民|免费|预约|限时|延时)\s*)*"
    r"(?:免费)?(?:对外)?开放(?:参观)?"
)
_OPENS = re.compile("(?:正常|对外|向公众|面向公众|向社会|面向社会|免费|预约|限时|延时)*开放(?:参观)?")
_PLACE = re.compile(
    r".*(?:小学|中学|学校|大学|学院|幼儿园|社区|广场|馆|中心|院|公园|村|街道|会场|基地|楼|室|厅|校区|院区|园区|镇|乡|公司|所|站|店|城|港|厂|体育场|礼堂|剧场|剧院|影院|门)"
)
_QUOTED = re.compile(r"[“「『]([^“”「」『』]+)[”」』](?:主题|系列|专题|科普)*(?:活动)?")
_WHOLLY_QUOTED = re.compile("[“「『][^“”「」『』]+[”」』]")
_TELLING = re.compile("周|星期|[0-9]\\s*[:：点时]")
_DOORS = re.compile("[闭休开]馆|开放")
_SHRINKS = 14
"""How often less of what looks like a time is tried."""
_SHORT = 24
"""Characters that a name has without quotation marks."""


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """One thing of a programme, in the words of the cell; "" is what is not said.

    *when* is as the grammar of ``data/`` reads it (*is_carried*: with a month from the item before), *place* may be 基地,
    the base itself; *is_named* where the title stood in quotation marks; *is_opening* where doors are open and nothing else.
    *note* is what stood in brackets at the end, *said* what is left without the time; *why* the title is to be looked at.
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
    said: str = ""
    why: str = ""


def items(text: str, setting: Setting) -> tuple[ProgrammeItem, ...]:
    """The items of *text*, in order. What says nothing but a time belongs to the item after it."""
    found: list[ProgrammeItem] = []
    month = day = ""
    for words in _pieces(text.translate(_WIDE)):
        when, rest, is_carried = _time(words, month, day, setting)
        if when and not only_hours(when):
            day = _first_day(when) or day
        if named := _MONTH.search(when):
            month = f"{named[1]}年{named[2]}月" if named[1] else f"{named[2]}月"
        if found and not when and not _OPENING.fullmatch(words) and is_condition(words, setting):
            found[-1] = replace(found[-1], note="，".join(filter(None, (found[-1].note, words))))
            continue
        when, rest = _late_hours(when, rest, setting)
        rest, conditions = _conditions(rest, setting)
        item = _item(words, when, rest) if when else _told_otherwise(words, setting)
        if conditions:
            item = replace(item, note="，".join(filter(None, (item.note, conditions))))
        if named := _MONTH.search(item.when):
            month = f"{named[1]}年{named[2]}月" if named[1] else f"{named[2]}月"
        found.append(replace(item, is_carried=is_carried, said=item.said or rest))
    return tuple(found)


def _late_hours(when: str, rest: str, setting: Setting) -> tuple[str, str]:
    """The hours that stand at the end of *rest* go with the day: 5月25日“夜游”活动19:00-21:00."""
    late = _HOURS_LAST.search(rest)
    if not when or not late or not re.search("[月日号]|[0-9][.][0-9]", when) or re.search("[:：点时]", when):
        return when, rest
    both = f"{when} {late[1]}"
    return (both, rest[: late.start()].strip(" ，,")) if readable(both, setting) else (when, rest)


def _conditions(rest: str, setting: Setting) -> tuple[str, str]:
    """*rest* without the clauses at its end that say on what conditions one gets in, and those."""
    parts = apart(rest, "，,")
    number = len(parts)
    while number > 1 and is_condition(parts[number - 1], setting):
        number -= 1
    return ("，".join(parts[:number]), "，".join(parts[number:])) if number < len(parts) else (rest, "")


def when_first(text: str, setting: Setting) -> tuple[str, str]:
    """The time that *text* begins with, "" if it does not, and what stands behind it."""
    when, rest, _ = _time(text.translate(_WIDE), "", "", setting)
    return when, rest.strip(" ，,；;、\n")


def _first_day(when: str) -> str:
    """The day that *when* begins with, without hours."""
    named = re.match(
        r"(?:20[0-9]{2}\s*年\s*)?[0-9]{1,2}\s*(?:\.\s*[0-9]{1,2}\s*[日号]?|月\s*[0-9]{1,2}\s*[日号])", when
    )
    return named[0].strip() if named else ""


def _pieces(text: str) -> Iterator[str]:
    """*text* apart where an item ends: at a full stop or semicolon, or at a comma before a date; never in quotes or brackets."""
    begin = 0
    numbered = _numbered(text)
    for place in outside(text):
        if place < begin:
            continue
        sign = text[place]
        if place in numbered:
            yield from _bare(text[begin:place])
            begin = place
        elif (
            sign in _END
            or (sign in "，,、 \u3000" and _begins_another(text, begin, place))
            or (sign in "、，," and _DATED_NAME.fullmatch(_unnumbered(text[begin:place])))
        ):
            yield from _bare(text[begin:place])
            begin = place + 1
    yield from _bare(text[begin:])


def _begins_another(text: str, begin: int, place: int) -> bool:
    """Whether what stands from *begin* to *place* is an item, and another begins after it with its date."""
    dated = _DATED.match(text, place + 1)
    return bool(dated and _is_whole(_unnumbered(text[begin:place])))


def _numbered(text: str) -> frozenset[int]:
    """Where the second and further items begin that are numbered: 1、… 2、…, ①…②…."""
    found: list[int] = []
    expected = 1
    for match in _COUNT.finditer(text):
        sign = match[1] or match[2]
        number = ord(sign) - ord("①") + 1 if sign in _CIRCLES else int(sign)
        if number == expected and (expected > 1 or not text[: match.start()].strip()):
            found.append(match.start())
            expected += 1
    return frozenset(found[1:])


def _bare(piece: str) -> Iterator[str]:
    if bare := _unnumbered(piece).strip(" \u3000，,、"):
        yield bare


def _unnumbered(piece: str) -> str:
    number = _NUMBER.match(piece)
    return piece[number.end() if number else 0 :]


def _is_whole(piece: str) -> bool:
    """Whether a *piece* says when and what there is, and not only one of them."""
    run = _RUN.match(piece)
    return bool(run and re.search("[0-9每]", run[0]) and piece[run.end() :].strip())


def _time(words: str, month: str, day: str, setting: Setting) -> tuple[str, str, bool]:
    """When, what is left of *words*, and whether the month or the day is that of the item before."""
    if undated := _UNDATED_FIRST.match(words):
        return undated[1], words[undated.end() :], False
    run = _RUN.match(words)
    if not run:
        return "", words, False
    said = run[1]
    before = month if _DAY_ALONE.match(said) else ""
    for _ in range(_SHRINKS):
        said = said.rstrip(" \u3000，,、:：至到和及起-—–")
        if not said:
            break
        if not before and day and only_hours(said):
            before = f"{day} "
        if (before or not only_hours(said)) and readable(before + said.strip(), setting):
            lost = run[1][len(said) :]
            if _TELLING.search(lost):
                # A weekday or an hour that does not fit: the whole is what there is to look at.
                said = run[1].rstrip(" \u3000，,、:：至到和及起-—–")
            rest = words[run.start(1) + len(said) :].strip(" \u3000，,、:：")
            return before + said.strip(), rest, bool(before)
        said = said[:-1]
    return "", words, False


def _told_otherwise(words: str, setting: Setting) -> ProgrammeItem:
    """An item that does not begin with its time: 讲座，5月20日，一楼；讲座（5月20日）；讲座将于5月20日在一楼举行."""
    if to_be := _TO_BE.match(words):
        when, rest, _ = _time(words[to_be.end() :], "", "", setting)
        place, rest = _place(rest) if when else ("", rest)
        if when and not place and (at := _AT.fullmatch(_HELD.sub("", rest))):
            place, rest = at[1].strip(), ""
        if when and (not rest or _HELD.fullmatch(rest)):
            title, subtitle = _halves(_unquoted(to_be["what"]))
            return ProgrammeItem(words, title, subtitle, when, place, why="名称没有引号")
    bare, note = _note(words)
    parts = [
        part for piece in apart(bare, "，, \u3000") for part in re.split("[：:](?![0-9]{2})", piece) if part
    ]
    marked = [*parts, *apart(note, "，,；;")]
    when = next((part for part in marked if _is_day(part, setting)), "")
    if not when or when == words:
        return _item(words, "", words)
    left = [part for part in parts if part != when]
    beside = [part for part in apart(note, "，,；;") if part != when]
    place = next((part for part in [*left[1:], *beside] if _is_place(part)), "")
    beside = [part for part in beside if part != place]
    words_left = "，".join(part for part in left if part != place)
    title, subtitle = _halves(_unquoted(words_left))
    is_named = _WHOLLY_QUOTED.fullmatch(words_left.strip()) is not None
    opening = _OPENING.fullmatch(title)
    return ProgrammeItem(
        words,
        "" if opening else title,
        subtitle,
        when,
        re.sub("^(?:在|地点)", "", place),
        "，".join(beside),
        is_opening=bool(opening),
        is_free=bool(opening) and "免费" in title,
        said=bare,
        is_named=is_named,
        why="" if is_named else "名称没有引号",
    )


def _is_day(part: str, setting: Setting) -> bool:
    return not (only_hours(part) or _UNDATED.fullmatch(part)) and readable(part, setting)


def _is_place(part: str) -> bool:
    return _PLACE.fullmatch(part) is not None or re.match("地点|在", part) is not None


def _unquoted(words: str) -> str:
    named = _QUOTED.fullmatch(words.strip())
    return named[1] if named else words


def _item(words: str, when: str, rest: str) -> ProgrammeItem:
    said = rest
    first, *others = apart(rest, "，,") or ("",)
    if others and _OPENING.fullmatch(first) and not re.search("开展|举办|举行|活动", "".join(others)):
        note = "，".join(others)
        return ProgrammeItem(words, when=when, note=note, is_opening=True, is_free="免费" in first, said=said)
    rest, note = _note(rest)
    place = ""
    if not _OPENING.fullmatch(rest):
        place, rest = _place(rest)
    if _OPENING.fullmatch(rest):
        return ProgrammeItem(
            words, when=when, place=place, note=note, is_opening=True, is_free="免费" in rest, said=said
        )
    verb = _VERB.match(rest)
    plain = verb is not None and _PLAIN_VERB.fullmatch(verb[0]) is not None
    rest = rest[verb.end() :] if verb and plain else rest
    if named := _QUOTED.fullmatch(rest):
        title, subtitle = _halves(named[1])
        return ProgrammeItem(words, title, subtitle, when, place, note, is_named=True, said=said)
    title, subtitle = _halves(rest)
    why = "" if plain and _is_short(title) else "名称没有引号"
    return _with_note(ProgrammeItem(words, title, subtitle, when, place, note, said=said, why=why))


def _is_short(title: str) -> bool:
    return len(title) <= _SHORT and not re.search("[，,、；;：:。]|等|[0-9][.月日:]|[①-⑳]", title)


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
    for place in outside(said):
        if place and (_VERB.match(said, place) or _OPENS.fullmatch(said[place:])):
            return said[:place].strip(), said[place:]
    quoted = re.search("[“「『]", said)
    if quoted and _PLACE.fullmatch(said[: quoted.start()].strip()):
        return said[: quoted.start()].strip(), said[quoted.start() :]
    return "", rest


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
            when = part.strip()
        elif not place and _PLACE.fullmatch(part.strip()) and not _DOORS.search(part):
            place, is_guessed = part.strip(), True
        elif part.strip():
            kept.append(part.strip())
    return replace(item, place=place, when=when, note="，".join(kept), is_place_guessed=is_guessed)
