"""Whom to call: names, numbers, or both in one cell."""

import re
from dataclasses import dataclass, field

from scienceweek.desk.findings import Value
from scienceweek.desk.tables.cells import apart, is_blank
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.phones import PhoneError, phones

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_PHONE = re.compile(r"(?i)qq|微信|公众号|群号|https?:|www\.")
_LABEL = "联系人|联络人|负责人|姓名|联系电话|联系方式|咨询电话|服务电话|电话号码|电话|手机号?|座机|办公电话|固定电话|固话|热线"
_LABELS = re.compile(f"(?:{_LABEL})\\s*[:：]\\s*|^(?:{_LABEL})$")
_NUMBER = re.compile(
    r"(?:\+?86[- ]?)?\(?\+?\d[\d() .·*×-]{2,}\d(?:\s*(?:[转#]|分机|ext\.?)\s*\d{1,6})?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[\u4e00-\u9fff](?: ?[\u4e00-\u9fff·]){1,7}?(?:老师|主任|科长|馆长|先生|女士|同志|经理|部长|站长|院长|所长|书记|园长)?"
)
_FEWEST = 7
"""Digits of a number without its area code."""
_FAX = re.compile("传真")
_ASIDE = re.compile(
    r"\((?:办公?(?:电话)?|座机|固话|手机|移动|微信同号|同微信|同号|微信)\)|(?:微信同号|同微信)"
)
"""What is said of a number, and is nobody's name."""
_HOURS = re.compile("工作日|周[一二三四五六日末]|星期|节假|假日|上午|下午|白天|晚上|小时|时间|[0-9]")
_POWER = re.compile(r"(?<![\d.])(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})(?!\d)")
"""What a spreadsheet makes of a long number."""
_ZERO = re.compile(r"(?<=\d{7})\.0(?!\d)")
_AREA = re.compile("(0[0-9]{2,3})-")
_LOST = "Excel 把号码变成了科学计数，后面几位已经丢了，请从原来的表里查出完整的号码"
_OFFICE = re.compile(r".*(?:科|室|部|馆|中心|办|处|局|会|台|站|院|校)")


@dataclass(slots=True)
class Called:
    """The *contacts* of a cell, as in ``data/``; *left* is what is no number, each with why; *why* there is something to look at."""

    contacts: list[Value] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    why: str = ""


def contacts(people: str, numbers: str, area_code: str) -> Called:
    """Those that are named in *people* with the *numbers* beside them; either may be blank, or hold both."""
    people = "" if is_blank(people) else people
    numbers = "" if is_blank(numbers) else numbers
    if _NUMBER.search(normalise(people)) or not people:
        return _mixed("\n".join(filter(None, (people, numbers))), area_code)
    inside = _mixed(numbers, area_code)
    named = [one for one in inside.contacts if isinstance(one, dict) and "name" in one]
    names = [_label(one) for one in apart(people, "、，,；;/\n")]
    if named:
        inside.why = inside.why or (
            "" if {one["name"] for one in named} == set(names) else "姓名写了两处，不一样"
        )
        return inside
    found = [
        number for one in inside.contacts if isinstance(one, dict) for number in _list(one.get("phones"))
    ]
    mails = [one["email"] for one in inside.contacts if isinstance(one, dict) and "email" in one]
    made, why = _paired(names, found)
    if mails and isinstance(made[0], dict):
        made[0]["email"] = mails[0]
    return Called(made, inside.left, why or inside.why)


def _paired(names: list[str], numbers: list[Value]) -> tuple[list[Value], str]:
    if len(names) == 1:
        made = _contact(names[0], numbers)
        spaced = " " in str(made["name"]) if isinstance(made, dict) else False
        return [made], f"“{names[0]}”是一个人还是几个人，请看看" if spaced else ""
    if len(names) == len(numbers):
        pairs = zip(names, numbers, strict=True)
        return [_contact(name, [number]) for name, number in pairs], "几个人几个号码，是按先后对上的"
    return [_contact("、".join(names), numbers)], "几个人的号码没有分开写"


def _contact(name: str, numbers: list[Value]) -> Value:
    said = re.fullmatch(r"(.+?)[（(]([^（()）]+)[)）]|([\u4e00-\u9fff]{2,4}) +(\S+)", name)
    made: dict[str, Value] = {"name": name}
    if said and _OFFICE.fullmatch(said[2] or said[4]):
        made = {"name": (said[1] or said[3]).strip(), "post": (said[2] or said[4]).strip()}
    if numbers:
        made["phones"] = numbers
    return made


def _label(text: str) -> str:
    bare = _LABELS.sub("", text.strip()).strip(" :：")
    # 张 三: a name of two characters is often spaced.
    return re.sub(r"(?<=^[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]$)", "", bare)


def _mixed(text: str, area_code: str) -> Called:
    """``张三 138…；李四 139…``: each number belongs to the name before it, or to that in brackets behind it."""
    called = Called()
    current: dict[str, Value] | None = None
    for piece in _pieces(_whole_numbers(text, called)):
        if mail := _MAIL.search(piece):
            current = _onto(called, current)
            current["email"] = mail[0]
            piece = piece.replace(mail[0], "").strip()  # noqa: PLW2901 - what is left of it
        if not piece:
            continue
        if _NO_PHONE.search(piece) or _FAX.search(piece):
            called.left.append((piece, "不是电话"))
            continue
        number = _NUMBER.search(piece)
        name = _label(_NUMBER.sub(" ", piece)).strip(" ()（）:：,，、-—")
        if name:
            current = _named(called, current, name, is_behind=number is None)
        if number:
            current = _onto(called, current)
            _add(called, current, number[0].strip(), _area_of(called) or area_code)
    called.contacts = [one for one in called.contacts if one]
    reached = [isinstance(one, dict) and ("phones" in one or "email" in one) for one in called.contacts]
    if any(reached) and not all(reached):
        called.why = called.why or "有的人没有写号码，请看看号码是谁的"
    return called


def _named(
    called: Called, current: dict[str, Value] | None, name: str, *, is_behind: bool
) -> dict[str, Value] | None:
    """The contact that is called *name*: the *current* one, if that stands behind its number, else a new one."""
    if _HOURS.search(name) or not re.search(r"[^\W\d_]", name):
        called.left.append((name, "不是姓名，也不是完整的号码"))
        called.why = called.why or f"号码旁边还写着“{name}”"
        return current
    if not _NAME.fullmatch(name):
        called.why = f"“{name}”不像姓名或科室"
    elif " " in name:
        called.why = f"“{name}”是一个人还是几个人，请看看"
    if is_behind and current and "name" not in current:
        # 023-67821101 张老师: the name stands behind.
        current["name"] = name
        return current
    made: dict[str, Value] = {"name": name}
    called.contacts.append(made)
    return made


def _whole_numbers(text: str, called: Called) -> str:
    """*text* with its numbers as they were before a spreadsheet spelled them its own way."""

    def spelled(found: re.Match[str]) -> str:
        digits, power = found[1] + (found[2] or ""), int(found[3])
        # Of a number that ends in many zeros the last digits are gone.
        if power > _FEWEST and len(digits.rstrip("0")) > power - 2:
            called.why = called.why or "Excel 把号码变成了科学计数，是照写着的几位还原的"
            return digits.ljust(power + 1, "0")
        called.left.append((found[0], _LOST))
        return ""

    return _POWER.sub(spelled, _ZERO.sub("", _ASIDE.sub("、", normalise(text.replace("\n", "、")))))


def _area_of(called: Called) -> str:
    """The area code of the number before: what follows it without one has that too."""
    numbers = [
        number for one in called.contacts if isinstance(one, dict) for number in _list(one.get("phones"))
    ]
    found = _AREA.match(str(numbers[-1])) if numbers else None
    return found[1] if found else ""


def _onto(called: Called, current: dict[str, Value] | None) -> dict[str, Value]:
    if current is None:
        current = {}
        called.contacts.append(current)
    return current


def _add(called: Called, current: dict[str, Value], number: str, area_code: str) -> None:
    try:
        found: list[Value] = [one.number for one in phones(number, area_code)]
    except PhoneError as error:
        called.left.append((number, str(error)))
        return
    current["phones"] = [
        *_list(current.get("phones")),
        *(one for one in found if one not in _list(current.get("phones"))),
    ]


def _pieces(text: str) -> list[str]:
    """Pieces with at most one number each, and the name that stands before it or in brackets behind."""
    found: list[str] = []
    for part in re.split(
        r"[、，,；;|\n]|/(?![0-9]{1,3}(?:$|\D))|或(?=[0-9])", normalise(text.replace("\n", "、"))
    ):
        begin = 0
        for number in _NUMBER.finditer(part):
            behind = re.match(r"\s*\([\u4e00-\u9fff]{2,10}\)", part[number.end() :])
            end = number.end() + (behind.end() if behind else 0)
            found += _split_spaces(part[begin : number.start()], part[number.start() : end])
            begin = end
        if part[begin:].strip():
            found.append(part[begin:].strip())
    return [piece for piece in found if piece]


def _split_spaces(before: str, number: str) -> list[str]:
    """A number with spaces in it may be several: ``13368196723 023-86715025``."""
    runs = re.split(
        r"(?<![48]00)\s+(?=(?:\+?86)?1[3-9]\d{9}|0[1-9]\d{1,2}[-(]?\d|[48]00[- ]?\d)|(?<=\d{11})\s+|(?<=\d{8})\s+(?=\d{7,})",
        number,
    )
    return [f"{before.strip()} {runs[0]}".strip(), *runs[1:]]


def _list(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []
