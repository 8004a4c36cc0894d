"""Who does what, at the end of a section in brackets or in its first words."""

import re
from dataclasses import dataclass

from scienceweek.desk.findings import Value
from scienceweek.desk.tables.cells import apart, roles, units
from scienceweek.model.organisation import Role

_BRACKET = re.compile(
    r"[（(](?P<in>[^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*)[)）](?P<after>[^（()）]{0,20})$"
)
_LABEL = re.compile(
    r"(?:责任|牵头|主办|承办|协办|配合|参加|参与|支持|指导|组织|实施|负责)(?:单位|部门|处室)?\s*[：:]"
)
_DONE = (
    ("联合主办", Role.CO_ORGANISER),
    ("主办", Role.HOST),
    ("承办", Role.CO_HOST),
    ("协办", Role.SUPPORT),
    ("牵头", Role.LEAD),
    ("负责", Role.RESPONSIBLE),
    ("配合", Role.PARTICIPANT),
    ("参加", Role.PARTICIPANT),
    ("参与", Role.PARTICIPANT),
)
_LEADS = re.compile(r"^(?:由)?(?P<who>[^，。；]{2,20}?)牵头")
_BY = re.compile(
    r"(?:由|(?<=[主承协]办)、)(?P<who>[^，。；由]{2,40}?)(?P<does>联合主办|主办|承办|协办|负责|牵头)(?=[，。；、]|$)"
)
_MOVED = re.compile(
    r"^(?:充分|广泛)?(?:发动|动员|发挥)(?P<who>[^，。；]{2,40}?)(?:联系|结合|服务|的?作用|[，,])"
)
_OWN = re.compile(
    r"^(?P<who>[^，。；]{2,40}?(?:单位|学会|科协|联盟|基地|街镇|镇街|部门))(?:[，,]?(?:结合|动员|加强|围绕|立足)|根据)"
)
_OTHERS = re.compile(
    r"[^，。；]{2,}(?:单位|部门|科协|局|委)[^，。；]{0,6}(?:参加|牵头|会同|配合)|会同|联合[^动网]"
)
"""Words that say of units that they do something."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """*value* as an activity has it under ``organisers``, the words that it was *read* from, and *why* somebody should look."""

    value: dict[str, Value]
    read: str
    why: str = ""


def bracketed(text: str) -> tuple[str, Responsible | None]:
    """*text* without the brackets at its end that say who does it, and those."""
    stripped = text.rstrip("。 \n")
    said = _BRACKET.search(stripped)
    if not said:
        return text, None
    inside = said["in"]
    if _LABEL.match(inside.strip()):
        found, why = roles(inside, Role.RESPONSIBLE)
    else:
        found, why = done(inside), ""
    if not found:
        return text, None
    before = stripped[: said.start()].rstrip()
    if said["after"] and not re.search("时间|地点", said["after"]):
        return text, None
    why = why or ("句子里还写了别的单位" if _OTHERS.search(before) else "")
    rest = before if before.endswith("。") else f"{before}。"
    return rest, Responsible(found, said[0].strip("，"), why)


def done(inside: str) -> dict[str, Value]:
    """``县科协主办，县科技局等有关单位参加``; {} where a part of it says something else."""
    found: dict[str, Value] = {}
    for part in re.split("[，,；;]", inside):
        role = next(((word, role) for word, role in _DONE if part.strip().endswith(word)), None)
        if role is None:
            return {}
        names = _listed(part.strip().removesuffix(role[0]).removeprefix("由"))
        before = found.get(role[1].value)
        found[role[1].value] = [*(before if isinstance(before, list) else []), *names]
    return found


def _listed(text: str) -> list[Value]:
    """The units of a list: 县科技局等有关单位 are 县科技局 and 有关单位."""
    said = re.fullmatch("(?P<names>.+?)等(?P<others>(?:有关|相关|各)[^、]{0,8})", text)
    names = [*apart(said["names"], "、"), said["others"]] if said else [*units(text)[0]]
    return list(names)


def leading(text: str) -> Responsible | None:
    """Who leads, where the first words say so."""
    said = _LEADS.match(text)
    if said:
        return Responsible({Role.LEAD.value: _listed(said["who"])}, said[0], "是从句子里读出来的")
    if moved := _MOVED.match(text) or _OWN.match(text):
        why = "“主办”是推断的，句子里没有这两个字"
        return Responsible({Role.HOST.value: _listed(moved["who"])}, moved[0].strip("，"), why)
    found: dict[str, Value] = {}
    read: list[str] = []
    for by in _BY.finditer(text):
        role = next(role for word, role in _DONE if by["does"] == word)
        found.setdefault(role.value, _listed(by["who"]))
        read.append(f"{by['who']}{by['does']}")
    return Responsible(found, "、".join(read), "是从句子里读出来的") if found else None
