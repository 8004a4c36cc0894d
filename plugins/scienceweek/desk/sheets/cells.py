"""A value of a record as the text of a cell, and back: ``姓名：甲；电话：023-60000000``.

What stands in a list is on lines of its own, inside a record it is apart by 、; parts of a record are apart by ；. What
holds such a sign itself stands in 「」.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from scienceweek.desk.findings import Value
from scienceweek.desk.sheets.names import REGISTERS, Names
from scienceweek.model.word import Word
from scienceweek.source.records.record import Record, Several
from scienceweek.source.records.shape import fields
from scienceweek.source.records.where import WhereRecord

_OPEN, _CLOSE = "「", "」"
_FLAGS = {"true": "是", "false": "否"}
_FEW = 30


class CellError(ValueError):
    """What is wrong with what stands in a cell, for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: one of *words*, an id of a *register*, *records* of some kind, a *flag*, plain text, or *many* of that.

    *single*: a list of one is written as the one. *roles* are the words under which names stand.
    """

    words: type[Word] | None = None
    register: str = ""
    records: tuple[type[Record], ...] = ()
    flag: bool = False
    many: bool = False
    single: bool = False
    roles: type[Word] | None = None

    @property
    def is_list_of_words(self) -> bool:
        return self.many and bool(self.words or self.register)


def shape(kind: type[Record], key: str) -> Shape:
    """That of the field *key* of *kind*."""
    about = fields(kind)[key]
    parts = [part for one in (about.annotation, *about.metadata) for part in _parts(one)]
    words = [one for one in parts if isinstance(one, type) and issubclass(one, Word)]
    if any(get_origin(one) is dict for one in parts):
        return Shape(roles=words[0])
    records = tuple(one for one in parts if isinstance(one, type) and issubclass(one, Record))
    return Shape(
        words=words[0] if words else None,
        register=REGISTERS.get(key, ""),
        records=records,
        flag=bool in parts,
        # A record in the field may hold lists itself: only what is around it counts.
        many=any(get_origin(one) is tuple for one in parts),
        single=any(one == Several for one in parts if not isinstance(one, type)),
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """*annotation* and what it is made of; not what is inside of records."""
    yield annotation
    # What a single word stands for is told by the validator that takes it.
    for part in (*get_args(annotation), getattr(annotation, "json_schema_input_type", None)):
        if part is not None:
            yield from _parts(part)


def said(value: Any, of: Shape, names: Names, *, inside: bool = False) -> str:
    """*value*, as written in ``data/``, as the text of a cell; *inside* a record, the text is one part of it."""
    match value:
        case None:
            return ""
        case list():
            apart = "、" if inside or of.is_list_of_words else "\n"
            one = Shape(of.words, of.register, of.records, of.flag)
            return apart.join(_kept(said(each, one, names, inside=inside), apart) for each in value)
        case dict():
            return _record_said(value, of, names)
        case _:
            text = _word_said(str(value), of, names)
            return _kept(text, "、" if inside else "\n") if of.many else text


def _word_said(written: str, of: Shape, names: Names) -> str:
    if of.flag and written in _FLAGS:
        return _FLAGS[written]
    if of.words and (word := of.words.read(written)):
        return word.said
    return names.name(of.register, written) if of.register else written


def _record_said(value: Mapping[str, Any], of: Shape, names: Names) -> str:
    if of.roles:
        listed = ((role, one if isinstance(one, list) else [one]) for role, one in value.items())
        return "\n".join(
            f"{_word_said(role, Shape(words=of.roles), names)}：{'、'.join(_kept(str(one), '、；;') for one in several)}"
            for role, several in listed
        )
    if WhereRecord in of.records and len(value) == 1:
        [(key, one)] = value.items()
        if key in ("base", "venue", "place") and isinstance(one, str):
            return _word_said(one, Shape(register=REGISTERS.get(key, "")), names)
    kind = next((one for one in of.records if value.keys() <= fields(one).keys()), of.records[0])
    told = []
    for key, one in value.items():
        if one is not None:
            text = said(one, shape(kind, key), names, inside=True)
            told.append(f"{fields(kind)[key].title}：{_kept(text, '；;')}")
    return "；".join(told)


def _kept(text: str, signs: str) -> str:
    """*text* so that it is one part where parts are apart by *signs*, or lines."""
    is_kept = text.startswith(_OPEN) or any(one in text for one in f"{signs}\n")
    return f"{_OPEN}{text}{_CLOSE}" if is_kept else text


def read(text: str, of: Shape, names: Names, *, inside: bool = False) -> Value | None:
    """What *text* says, as it is written in ``data/``; None for nothing. Raises CellError."""
    if of.roles:
        return _roles(text, of.roles)
    if not of.many:
        return _one(_bare(text) if inside else text.strip(), of, names) if text.strip() else None
    signs = "、,，;；\n" if of.is_list_of_words else "、\n" if inside else "\n"
    one = Shape(of.words, of.register, of.records, of.flag)
    found = [_one(_bare(part), one, names) for part in _split(text, signs)]
    if not found:
        return None
    return found[0] if of.single and len(found) == 1 else found


def _one(text: str, of: Shape, names: Names) -> Value:
    if of.records and (record := _record(text, of, names)):
        return record
    if of.flag:
        return _flag(text)
    if of.words:
        word = of.words.read(text)
        if word is None and not of.records:
            raise CellError(f"没有“{text}”这个写法，可以写 {'、'.join(one.said for one in of.words)}。")
        return str(word or text)
    if of.register:
        id = names.id(of.register, text)
        if id is None:
            raise CellError(_unknown(text, names.all(of.register)))
        return id
    return text


def _flag(text: str) -> bool:
    if text in ("是", "true"):
        return True
    if text in ("否", "false"):
        return False
    raise CellError(f"这一格写“是”或“否”，不能写“{text}”。")


def _unknown(text: str, known: Sequence[str]) -> str:
    if len(known) > _FEW:
        return f"没有“{text}”。请照已有的名称写全，或从下拉的名单里选。"
    return f"没有“{text}”，或者不止一个。可以写 {'、'.join(known)}。"


def _record(text: str, of: Shape, names: Names) -> dict[str, Value] | None:
    """The record that *text* spells by the titles of its fields; None where it spells none."""
    parts = _split(text, "；;\n")
    titles = [_titled(part) for part in parts]
    if not titles:
        return None
    known = {str(about.title): key for kind in of.records for key, about in fields(kind).items()}
    if titles[0][0] not in known:
        return _place(text, names) if WhereRecord in of.records else None
    kind = next((kind for kind in of.records if titles[0][0] in _titles(kind)), of.records[0])
    made: dict[str, Value] = {}
    for (title, rest), part in zip(titles, parts, strict=True):
        key = _titles(kind).get(title)
        if key is None:
            raise CellError(
                f"看不懂“{part}”。每一项写成“名称：内容”，名称可以是 {'、'.join(_titles(kind))}。"
            )
        if key in made:
            raise CellError(f"“{title}”写了两次。")
        if (value := read(rest, shape(kind, key), names, inside=True)) is not None:
            made[key] = value
    return made


def _titles(kind: type[Record]) -> dict[str, str]:
    return {str(about.title): key for key, about in fields(kind).items()}


def _titled(part: str) -> tuple[str, str]:
    found = re.match(r"\s*([^：:「」]{1,12})[：:]", part)
    return (found[1].strip(), part[found.end() :].strip()) if found else ("", part)


def _place(text: str, names: Names) -> dict[str, Value]:
    """A place that is called by its name alone."""
    for key in ("base", "venue"):
        if id := names.id(f"{key}s", text):
            return {key: id}
    return {"place": text}


def _roles(text: str, roles: type[Word]) -> dict[str, Value] | None:
    """``责任单位：甲、乙``, a line for each role."""
    made: dict[str, Value] = {}
    for line in _split(text, "；;\n"):
        title, rest = _titled(line)
        role = roles.read(title)
        if role is None:
            raise CellError(
                f"“{line}”前面要写角色和冒号，例如 主办单位：甲、乙。角色有 {'、'.join(one.said for one in roles)}。"
            )
        made[str(role)] = [_bare(part) for part in _split(rest, "、")]
    return made or None


def _split(text: str, signs: str) -> list[str]:
    """The parts of *text* between *signs* that stand in no 「」, without empty ones. Raises CellError for half a pair."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == _OPEN) - (sign == _CLOSE)
        if depth < 0:
            break
        if not depth and sign in signs:
            parts.append("")
        else:
            parts[-1] += sign
    if depth:
        raise CellError("「和」要成对。")
    return [part.strip() for part in parts if part.strip()]


def _bare(text: str) -> str:
    """*text* without the 「」 around all of it."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == _OPEN) - (sign == _CLOSE)
        if not depth:
            around = sign == _CLOSE and place == len(text) - 1
            return text[1:-1] if around and text.startswith(_OPEN) else text.strip()
    return text.strip()
