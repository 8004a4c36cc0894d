"""What pydantic found wrong in a record, in words for people who write tables."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from scienceweek.source.grammar import blank, colon
from scienceweek.source.node import Node
from scienceweek.source.problems import Problems, choices, quoted
from scienceweek.source.records.meanings import MEANINGS
from scienceweek.source.records.organisation import AREA_CODE, CODE
from scienceweek.source.records.record import ID, Record
from scienceweek.source.records.shape import field, fields, inside, thing

Mistake = Mapping[str, Any]
_FEW = 12


def place(node: Node, mistake: Mistake) -> tuple[int, int]:
    """The line and column of *mistake*: of the key if it is about the key, else of the value."""
    *path, last = mistake["loc"] or ("",)
    if last == "[key]":
        return node.key(*path)
    if mistake["type"] == "extra_forbidden":
        return node.key(*path, last)
    at = node.at(*path, last)
    return at.line, at.column


def complaint(kind: type[Record], mistake: Mistake, problems: Problems) -> str:
    """*mistake* in a record of *kind*, in Chinese."""
    path, type_, written = tuple(mistake["loc"]), mistake["type"], mistake["input"]
    if type_ == "missing":
        return _missing(inside(kind, path[:-1]) or kind, str(path[-1]))
    if type_ == "extra_forbidden":
        return _unknown(inside(kind, path[:-1]) or kind, str(path[-1]), problems)
    if type_ == "enum":
        return _enumeration(kind, path, str(written), problems)
    label = _label(kind, path)
    if written is None:
        return f"{label}里有一项是空的。请填上，或删去。"
    if type_ == "string_pattern_mismatch":
        return _pattern(label, str(written), mistake["ctx"]["pattern"])
    if type_ in ("model_type", "model_attributes_type", "dict_type"):
        return _record(inside(kind, path) or None, label, written)
    return f"{label}{_wrong(type_, mistake.get('ctx', {}), written)}{_swapped(path, type_, str(written))}"


def _label(kind: type[Record], path: tuple[str | int, ...]) -> str:
    key = next((step for step in reversed(path) if isinstance(step, str) and step[:1] not in "|["), "")
    known = field(kind, path)
    if known is None or key not in fields(inside(kind, _before(path, key)) or kind):
        return quoted(key) if key else thing(kind)
    return f"{quoted(key)}（{known.title}）"


def _before(path: tuple[str | int, ...], key: str) -> tuple[str | int, ...]:
    return path[: len(path) - 1 - path[::-1].index(key)] if key in path else ()


def _missing(kind: type[Record], key: str) -> str:
    return f"{thing(kind)}缺少“{key}”：{fields(kind)[key].title}。"


def _unknown(kind: type[Record], key: str, problems: Problems) -> str:
    told = f"{thing(kind)}没有{quoted(key)}这一项。"
    if fault := colon(key):
        return fault
    if key[:1].isspace():
        return blank(key[0])
    name = re.sub(r"\s", "", key)
    if called := next((known for known, about in fields(kind).items() if about.title == name), None):
        return f"{told}请写“{called}”。"
    if odd := re.search("[^\x20-\x7e\u4e00-\u9fff]", key):
        told += f"其中{quoted(odd[0])}是 U+{ord(odd[0]):04X}。"
    if near := problems.nearest(key, fields(kind)):
        return told + near
    return f"{told}{_allowed(fields(kind))}"


def _allowed(keys: Iterable[str]) -> str:
    few = list(keys)
    return f"可以写 {choices(few)}。" if len(few) <= _FEW else "请照 data/ 里别的记录写，或查手册。"


def _enumeration(kind: type[Record], path: tuple[str | int, ...], written: str, problems: Problems) -> str:
    known = field(kind, path)
    meanings = (
        next((MEANINGS[one] for one in _types(known.annotation) if one in MEANINGS), {}) if known else {}
    )
    label = _label(kind, path) if path[-1:] != ("[key]",) else "“organisers”（单位）的角色"
    told = f"{label}不能写{quoted(written)}。"
    if word := next((word for word, meaning in meanings.items() if meaning.startswith(written)), None):
        return f"{told}请写“{word}”。"
    near = problems.nearest(written, meanings)
    return f"{told}{near}可以写 {choices(f'{word}（{meaning}）' for word, meaning in meanings.items())}。"


def _types(annotation: Any) -> Iterable[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _pattern(label: str, written: str, pattern: str) -> str:
    told = f"{label}不能写{quoted(written)}。"
    if pattern == ID:
        plain = re.sub("[^a-z0-9]+", "-", written.lower()).strip("-")
        offer = f"可以写“{plain}”。" if plain and written.isascii() else "例如 science-museum。"
        return f"{told}编号只用小写字母、数字和连字符，{offer}"
    if pattern == CODE:
        return f"{told}请写六位数字，例如 500112。"
    if pattern == AREA_CODE:
        return f"{told}请写 0 开头的三位或四位区号，例如 023。"
    unknown = "；没有公布就写 unknown" if "unknown" in pattern else ""
    return f"{told}网址要以 https:// 或 http:// 开头，中间没有空格{unknown}。"


def _record(kind: type[Record] | None, label: str, written: Any) -> str:
    if isinstance(written, str) and (fault := colon(written)):
        return fault
    found = _found(written)
    if kind is None:
        return f"{label}要写成“名称: 值”，这里是{found}。"
    keys = list(fields(kind))
    if len(keys) > _FEW:
        keys = [key for key, about in fields(kind).items() if about.is_required()]
        return f"{label}要写成“名称: 值”，至少要有 {'、'.join(keys)}；这里是{found}。"
    return f"{label}要写成“名称: 值”，名称有 {'、'.join(keys)}；这里是{found}。"


def _wrong(type_: str, context: Mapping[str, Any], written: Any) -> str:
    found = _found(written)
    match type_.partition("_")[0], type_:
        case _, "string_type":
            return f"要写成一段文字，这里是{found}。文字里有冒号或括号时，请给整个值加上引号。"
        case _, "tuple_type":
            return f"要写成列表，例如 [甲, 乙]，这里是{found}。"
        case _, "string_too_short":
            return "是空的。请填上，或删去这一项。"
        case _, "string_too_long":
            return f"太长，有 {len(str(written))} 个字，最多 {context['max_length']} 个。"
        case _, "greater_than_equal":
            return f"不能小于 {context['ge']:g}，这里是{found}。"
        case _, "less_than_equal":
            return f"不能大于 {context['le']:g}，这里是{found}。"
        case "bool", _:
            return f"要写 true（是）或 false（不是），这里是{found}。"
        case "int" | "float" | "finite" as number, _:
            return f"要写{'整数' if number == 'int' else '数字'}，这里是{found}。"
    return f"写得不对，这里是{found}。"


def _found(written: Any) -> str:
    if isinstance(written, dict):
        return "几个“名称: 值”"
    return "一个列表" if isinstance(written, list | tuple) else quoted(written)


def _swapped(path: tuple[str | int, ...], type_: str, written: str) -> str:
    position = path[-1:] in (("lon",), ("lat",)) and type_.endswith("than_equal")
    return "经纬度写反了？" if position and written[:1].isdigit() else ""
