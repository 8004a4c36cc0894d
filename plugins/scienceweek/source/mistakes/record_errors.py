"""What pydantic found wrong in a record, in words for people who write tables."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scienceweek.source.mistakes.problems import Problems, choices, quoted
from scienceweek.source.mistakes.value_errors import enumeration, found, pattern, wrong
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import field, fields, inside, is_needed, thing, within
from scienceweek.source.records.synonyms import called
from scienceweek.source.records.where import WhereRecord
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.yaml_errors import blank, bullet, colon, unparted

Mistake = Mapping[str, Any]
_FEW = 12


def distinct(kind: type[Record], mistakes: Sequence[Mistake]) -> list[Mistake]:
    """The *mistakes* in a record of *kind*, less those that follow from another: a key with a slip is not also missing."""
    meant = {
        (*one["loc"][:-1], _meant(inside(kind, tuple(one["loc"][:-1])) or kind, str(one["loc"][-1])))
        for one in mistakes
        if one["type"] == "extra_forbidden"
    }
    turned = {one["loc"] for one in mistakes if one["type"].endswith("than_equal")}
    # A list counts only what is right in it: what is wrong there has been told.
    around = {one["loc"][:step] for one in mistakes for step in range(len(one["loc"]))}
    strayed = {
        one["loc"][:-1]
        for one in mistakes
        if _is_role(one) and (one["input"] in fields(kind) or colon(str(one["input"])))
    }
    return [
        one
        for one in mistakes
        if not (one["type"] == "missing" and tuple(one["loc"]) in meant)
        and not (one["type"] == "too_short" and one["loc"] in around)
        and not (one["loc"][-1:] != ("[key]",) and one["loc"][:2] in strayed)
        and not (one["loc"][-1:] == ("lat",) and (*one["loc"][:-1], "lon") in turned and one["loc"] in turned)
    ]


def place(node: Node, mistake: Mistake) -> tuple[int, int]:
    """The line and column of *mistake*: of the key if it is about the key, else of the value."""
    *path, last = mistake["loc"] or ("",)
    if last == "[key]":
        return node.key(*path)
    if mistake["type"] == "extra_forbidden":
        return node.key(*path, last)
    at = node.at(*path, last)
    return at.line, at.column


def complaint(kind: type[Record], node: Node, mistake: Mistake, problems: Problems) -> str:
    """*mistake* in the record of *kind* that *node* holds, in Chinese."""
    path, type_, written = tuple(mistake["loc"]), mistake["type"], mistake["input"]
    if type_ == "missing":
        empty = str(path[-1]) in node.at(*path[:-1]).marks
        told = _missing(inside(kind, path[:-1]) or kind, str(path[-1]), empty=empty)
        return told + _swallowed(node.at(*path[:-1]), str(path[-1]))
    if type_ == "extra_forbidden":
        return _unparted(kind, path, node) or _cut(node, path) or _unknown(kind, path, node, problems)
    if _is_role(mistake):
        return _role(kind, path, str(written), problems)
    if type_ == "enum":
        return enumeration(_label(kind, path), field(kind, path), str(written), problems)
    label = _label(kind, path)
    if written is None:
        return f"{label}里有一项是空的。请填上，或删去。"
    if type_ == "string_pattern_mismatch":
        return pattern(label, str(written), mistake["ctx"]["pattern"])
    if type_ in ("model_type", "model_attributes_type", "dict_type"):
        return _record(inside(kind, path) or None, label, written)
    if type_ == "tuple_type" and (fault := _no_list(inside(kind, path), label, written)):
        return fault
    if turned := _turned(path, node):
        return turned
    lacks = type_ == "string_too_short" and _is_needed(kind, path, node)
    return f"{label}{'是空的。请填上。' if lacks else wrong(type_, mistake.get('ctx', {}), written)}"


def _label(kind: type[Record], path: tuple[str | int, ...]) -> str:
    key = next((step for step in reversed(path) if isinstance(step, str) and step[:1] not in "|["), "")
    known = field(kind, path)
    if known is None or key not in fields(inside(kind, _before(path, key)) or kind):
        return quoted(key) if key else thing(kind)
    return f"{quoted(key)}（{known.title}）"


def _is_needed(kind: type[Record], path: tuple[str | int, ...], node: Node) -> bool:
    """Whether a record of *kind* must have what is empty at *path*: a text, or a list written as one text."""
    key = next((step for step in reversed(path) if isinstance(step, str) and step[:1] not in "|["), "")
    known = field(kind, path)
    return bool(
        known
        and is_needed(inside(kind, _before(path, key)) or kind, key)
        and isinstance(node.at(*_before(path, key), key).value, str)
    )


def _before(path: tuple[str | int, ...], key: str) -> tuple[str | int, ...]:
    return path[: len(path) - 1 - path[::-1].index(key)] if key in path else ()


def _missing(kind: type[Record], key: str, *, empty: bool) -> str:
    if empty:
        return f"“{key}”（{fields(kind)[key].title}）是空的。请填上。"
    return f"{thing(kind)}缺少“{key}”：{fields(kind)[key].title}。"


def _meant(kind: type[Record], key: str) -> str | None:
    """The field that *key* is a slip of, or another word for."""
    plain = unicodedata.normalize("NFKC", key).partition(":")[0].strip().lower()
    if plain in fields(kind):
        return plain
    if re.search("[\u4e00-\u9fff]", plain) or called(kind, plain):
        return called(kind, plain)
    return Problems().closest(plain, fields(kind))


def _unknown(kind: type[Record], path: tuple[str | int, ...], node: Node, problems: Problems) -> str:
    around, key = inside(kind, path[:-1]) or kind, str(path[-1])
    told = f"{thing(around)}没有{quoted(key)}这一项。"
    if fault := colon(key) or bullet(key):
        return fault
    if key[:1].isspace():
        return blank(key[0])
    if name := called(around, key):
        return f"{told}请写“{name}”。"
    if odd := re.search("[^\x20-\x7e\u4e00-\u9fff]", key):
        told += f"其中{quoted(odd[0])}是 U+{ord(odd[0]):04X}。"
    if (plain := unicodedata.normalize("NFKC", key).strip().lower()) in fields(around):
        return f"{told}请用半角小写，写成“{plain}”。"
    if elsewhere := _elsewhere(kind, path, around, node):
        return told + elsewhere
    if near := problems.nearest(key, fields(around)):
        return told + near
    return f"{told}{_allowed(fields(around))}"


def _unparted(kind: type[Record], path: tuple[str | int, ...], node: Node) -> str:
    """Whether the key at the end of *path* is one with its value, for a colon that parts nothing: ``{file: a.jpg, alt：馆内}``."""
    match = re.match(r"\s*(?P<key>[^\s:：]+)\s*(?P<colon>[:：])", str(path[-1]))
    meant = _meant(inside(kind, path[:-1]) or kind, match["key"]) if match else None
    if match is None or meant is None or meant in node.at(*path[:-1]).marks:
        return ""
    return colon(str(path[-1])) or unparted(match["key"], match["colon"], meant)


def _swallowed(around: Node, key: str) -> str:
    """That *key* stands in the value of another one, after a comma that parts nothing: ``{file: a.jpg，alt：馆内}``; or nothing."""
    for before in around.marks:
        if match := re.search(rf"(?P<comma>[，、；,])\s*{key}\s*[:：]", str(around.at(before).value)):
            comma = f"“{match['comma']}”要用半角逗号加一个空格，写成“, ”，" if match["comma"] != "," else ""
            return f"它写在了“{before}”的值里：{comma}冒号要用半角冒号加一个空格，写成“{key}: …”。"
    return ""


def _cut(node: Node, path: tuple[str | int, ...]) -> str:
    """Whether the key at the end of *path* is the rest of a text with a comma in it: ``{fee: paid, note: 5元, 学生免费}``."""
    around, key = node.at(*path[:-1]), str(path[-1])
    keys = list(around.marks)
    number = keys.index(key) if key in keys else 0
    if not number or around.at(key).value is not None:
        return ""
    before = keys[number - 1]
    # In braces all stands on one line, or on lines without keys of their own at their beginning.
    if around.marks[before][0] != around.marks[key][0] or not isinstance(around.at(before).value, str):
        return ""
    text = around.at(before).value
    return (
        f"{quoted(text)}后面的半角逗号把文字切开了，{quoted(key)}成了另一项。"
        f'请把逗号改成全角“，”，或给整个值加上引号：{before}: "{text}, {key}"。'
    )


def _elsewhere(kind: type[Record], path: tuple[str | int, ...], around: type[Record], node: Node) -> str:
    """Where the key at the end of *path* belongs: further in, or further out, by its indentation."""
    key = str(path[-1])
    inner = [name for name, entries in within(around) if key in fields(entries)]
    there = [name for name in inner if name in node.at(*path[:-1]).marks]
    if inner:
        places = " 或 ".join(f"“{name}”（{fields(around)[name].title}）" for name in (there or inner))
        how = "请在行首加空格，和那里的其他项对齐" if len(there or inner) == 1 else "请写在那里面"
        return f"它是{places}里的一项：{how}。"
    for outer in (inside(kind, path[:step]) for step in range(len(path) - 2, -1, -1)):
        if outer and outer is not around and key in fields(outer):
            return _outdent(outer)
    return ""


def _outdent(outer: type[Record]) -> str:
    return f"它是{thing(outer)}的一项：请删去行首多余的空格，和{thing(outer)}的其他项对齐。"


def _is_role(mistake: Mistake) -> bool:
    """Whether it is about a word in the place of a role."""
    return bool(mistake["type"] == "enum" and mistake["loc"][-1:] == ("[key]",))


def _role(kind: type[Record], path: tuple[str | int, ...], written: str, problems: Problems) -> str:
    if written in fields(kind):
        return f"“organisers”（单位）里没有{quoted(written)}这个角色。{_outdent(kind)}"
    return colon(written) or enumeration("“organisers”（单位）的角色", field(kind, path), written, problems)


def _allowed(keys: Iterable[str]) -> str:
    few = list(keys)
    return f"可以写 {choices(few)}。" if len(few) <= _FEW else "有哪些项，见 docs/handbook.md。"


def _record(kind: type[Record] | None, label: str, written: Any) -> str:
    if isinstance(written, str) and (fault := colon(written)):
        return fault
    here = f"这里是{found(written)}"
    if kind is None:
        return f"{label}要写成“名称: 值”，{here}。"
    if kind is WhereRecord and isinstance(written, str):
        return f"{label}要写明是哪一种，例如 {{place: {written[:20]}}}，{here}。可以写 base（基地）、venue（场地）、place（只有名称的地点）、area（全区、各街镇）、tour（流动） 或 online（线上）。"
    keys = list(fields(kind))
    if len(keys) > _FEW:
        keys = [key for key in fields(kind) if is_needed(kind, key)]
        return f"{label}要写成“名称: 值”，至少要有 {'、'.join(keys)}；{here}。"
    return f"{label}要写成“名称: 值”，名称有 {'、'.join(keys)}；{here}。"


def _no_list(entries: type[Record] | None, label: str, written: Any) -> str:
    """One thing where a list is to be: an entry without its bullet, or a text where *entries* are records."""
    if isinstance(written, dict):
        return f"{label}是列表，每一项前面要有“- ”，这里少了。"
    if isinstance(written, str) and entries:
        return _record(entries, f"{label}是列表，每一项", written)
    return ""


def _turned(path: tuple[str | int, ...], node: Node) -> str:
    """Longitude and latitude in each other's place."""
    if path[-1:] not in (("lon",), ("lat",)):
        return ""
    about = node.at(*path[:-1]).value
    try:
        lon, lat = float(about["lon"]), float(about["lat"])
    except (KeyError, TypeError, ValueError):
        return ""
    if 73 <= lat <= 136 and 3 <= lon <= 54:  # noqa: PLR2004 - China's box, turned round
        return f"经度和纬度写反了。请写 lon: {about['lat']}, lat: {about['lon']}。"
    return ""
