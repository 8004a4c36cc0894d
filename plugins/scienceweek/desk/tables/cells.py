"""What stands in one cell: words in a line, units, people; and the fields that a row is made of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import Finding, FoundRecord, Kind, LeftOut, Value
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.layout import Row
from scienceweek.model.organisation import Role
from scienceweek.source.notation.characters import normalise

OPEN, CLOSE = "“「『《〈（(【[〔", "”」』》〉）)】]〕"
"""What may hold a sign that otherwise ends something."""

_BLANK = re.compile(
    r"[\s/\\|—–－-]*|暂?无|没有|空|不详|同?略|(?:通知)?未写明|原文缺|不对外公布|[Nn](?:/[Aa]|one|ull)"
)
_BESIDE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*|\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_ROLES = {
    "主办": Role.HOST,
    "承办": Role.CO_HOST,
    "协办": Role.SUPPORT,
    "支持": Role.SUPPORT,
    "指导": Role.GUIDE,
    "牵头": Role.LEAD,
    "责任": Role.RESPONSIBLE,
    "负责": Role.RESPONSIBLE,
    "参与": Role.PARTICIPANT,
    "参加": Role.PARTICIPANT,
    "配合": Role.PARTICIPANT,
    "联合主办": Role.CO_ORGANISER,
}
_LABEL = re.compile(f"({'|'.join(sorted(_ROLES, key=len, reverse=True))})(?:单位|方|部门)?\\s*[:：]")
_ROLE_BEHIND = re.compile(f"(.+?)[（(]({'|'.join(sorted(_ROLES, key=len, reverse=True))})(?:单位|方)?[)）]")
_AND_OTHERS = re.compile(r"等(?:[^、，,；;]{0,12})?$")
_LONGEST_UNIT = 40
_TOGETHER = re.compile(
    "[局委会部院校馆办所站社协团厅中心公司](?:(?:联合|会同|携手)(?!会|国)|[和与及/])[\u4e00-\u9fff]{2,}"
)
"""Two units that are named as one."""


def is_blank(text: str) -> bool:
    """Whether nothing is said: an empty cell, a dash, 无, or that nobody has said it, as our own tables do."""
    return _BLANK.fullmatch(text.strip()) is not None


def line(text: str) -> str:
    """*text* in a line: Chinese goes on without a space where it was broken."""
    return " ".join(_BESIDE.sub("", text.strip()).split())


def broken(text: str) -> str:
    """Why the words of a cell with several lines are to be looked at: they may be one or several."""
    return "写在几行里，是连起来读的" if "\n" in text.strip() else ""


def outside(text: str) -> Iterator[int]:
    """The places in *text* that are in no quotes or brackets."""
    depth = 0
    for place, sign in enumerate(text):
        if sign in OPEN:
            depth += 1
        elif sign in CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            yield place


def apart(text: str, signs: str) -> tuple[str, ...]:
    """*text* apart at each of the *signs* that is in no quotes or brackets; nothing empty."""
    cuts = [-1, *(place for place in outside(text) if text[place] in signs), len(text)]
    pieces = (text[one + 1 : two].strip() for one, two in pairwise(cuts))
    return tuple(piece for piece in pieces if piece)


@dataclass(slots=True)
class Draft:
    """The fields of a record while they are found, and what of its row became none."""

    row: Row
    fields: dict[str, Finding] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def put(
        self, name: str, value: Value, cell: Cell, why: str = "", column: TableColumn | None = None
    ) -> None:
        """*value* under *name*; with the *column* that it is from, what was only carried down is to be checked."""
        whys = [why, "这一格空着，是照上面一行填的" if column in self.row.guessed else ""]
        self.fields[name] = Finding(value, cell.text, cell.where, "；".join(filter(None, whys)))

    def words(self, name: str, *columns: TableColumn) -> None:
        """What stands in the first of these *columns*, in its own words."""
        for column in columns:
            cell = self.row.cell(column)
            if cell and not is_blank(cell.text):
                self.put(name, line(cell.text), cell, broken(cell.text), column)
                return

    def leave(self, read: str, where: str, why: str) -> None:
        self.left_out.append(LeftOut(line(read), where, why))

    def record(self, kind: Kind, where: str = "") -> FoundRecord:
        """The record, its fields in the order of its *kind*."""
        order = {name: place for place, name in enumerate(_ORDER)}
        names = sorted(self.fields, key=lambda name: order.get(name, len(order)))
        return FoundRecord(kind, {name: self.fields[name] for name in names}, where or self.row.where)


_ORDER = (
    *(
        "name",
        "title",
        "subtitle",
        "type",
        "kind",
        "tier",
        "district",
        "address",
        "town",
        "when",
        "sessions",
        "stages",
    ),
    *(
        "people",
        "where",
        "rain",
        "base",
        "admits",
        "organisers",
        "audience",
        "contacts",
        "hours",
        "opening",
        "access",
    ),
    *("admission", "ages", "bring", "url", "description"),
)


def units(text: str) -> tuple[tuple[str, ...], str]:
    """The units in a list, and why somebody should look at it, "" if there is nothing."""
    found: list[str] = []
    why = ""
    for piece in apart(text.replace("\n", "、"), "、，,；;"):
        for name in _spaced(piece):
            bare = _AND_OTHERS.sub("", name).strip() if "等" in name[-14:] and _is_open(name) else name
            if bare != name:
                why = "后面还有“等”，没有写是哪些单位"
            if len(bare) > _LONGEST_UNIT:
                why = "太长，不像一个单位的名称"
            elif " " in bare or _TOGETHER.search(bare):
                why = f"“{bare}”像是几个单位，或者还写着别的，请看看"
            if bare:
                found.append(bare)
    return tuple(dict.fromkeys(found)), why


def _is_open(name: str) -> bool:
    """Whether 等 ends a list: 等级, 高等 and 平等 end none."""
    return re.search(r"(?<![高中初平同均])等(?!级|离子|第)[^、]{0,12}$", name) is not None


def _spaced(piece: str) -> tuple[str, ...]:
    """Units with nothing but spaces between them."""
    words = piece.split()
    if len(words) > 1 and all(
        re.fullmatch(r"[\u4e00-\u9fff（）()]{2,}[局委会办部院校学馆站中心所社协团街镇乡道公司]", word)
        for word in words
    ):
        return tuple(words)
    return (" ".join(words),)


def roles(text: str, usual: Role) -> tuple[dict[str, Value], str]:
    """Who does what, and why somebody should look: 主办：… 承办：…; without such words all have the *usual* role."""
    cuts = list(_LABEL.finditer(text))
    found: dict[str, Value] = {}
    whys: list[str] = []
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces = [(usual, text[: ends[0]])]
    pieces += [(_ROLES[cut[1]], text[cut.end() : end]) for cut, end in zip(cuts, ends[1:], strict=True)]
    for role, said in pieces:
        names, why = units(said.strip(" ；;，,、。\n"))
        for name in names:
            own = _ROLE_BEHIND.fullmatch(name)
            key = (_ROLES[own[2]] if own else role).value
            found[key] = [*_listed(found.get(key)), own[1] if own else name]
        whys.append(why)
    return found, "；".join(dict.fromkeys(filter(None, whys)))


def _listed(value: Value | None) -> Iterable[Value]:
    return value if isinstance(value, list) else ()


_PERSON = re.compile(
    r"(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff·]){1,5}?)\s*"
    r"(?:[（(:：,，]\s*(?P<of>[^（()）]+?)[)）]?|(?P<post>(?:副?教授|副?研究员|院士|研究馆员|主任|博士|老师|(?:高级|正高级)?工程师|馆长|所长|院长)))?"
)


def people(text: str, role: str) -> tuple[list[Value], str]:
    """People with what they are, and why somebody should look."""
    found: list[Value] = []
    why = ""
    for piece in apart(text, "、；;\n"):
        said = _PERSON.fullmatch(piece)
        if said and len(said["name"].replace(" ", "")) <= 4:  # noqa: PLR2004 - a Chinese name has no more characters
            one: dict[str, Value] = {"name": said["name"].replace(" ", ""), "role": role}
            if of := said["of"] or said["post"]:
                one["of"] = of.strip()
        else:
            one, why = {"name": line(piece), "role": role}, "姓名和身份没有分开"
        found.append(one)
    return found, why


def plain(text: str) -> str:
    """*text* as it is compared: one spelling, no spaces."""
    return normalise(text).replace(" ", "")
