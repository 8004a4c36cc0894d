"""The tables of ``docs/fields.md``: every field that staff may write, from the records themselves."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from scienceweek.model.organisation import Role
from scienceweek.model.word import Word
from scienceweek.source.records import SHELVES
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import fields, thing

_HEAD = """\
# 各项一览

本页由 `.venv/bin/invoke schema` 从程序里生成，不要手改。怎样用，见[工作手册](handbook.md)。

- **必填**的项要写；其余没有就不写，页面上会如实写“通知未写明”。
- “编号”是别的记录的 `id`，先在那里写上，再在这里用。
- “列表”写成 `[甲, 乙]`，或每项一行、以 `- ` 开头。
"""


def tables() -> bytes:
    """The Markdown of all tables, file by file, each record once."""
    told: set[type[Record]] = set()
    parts = [_HEAD]
    for shelf in SHELVES:
        parts.append(f"\n## data/{shelf.pattern.replace('**/', '')}\n")
        parts += [_table(kind) for kind in _kinds(shelf.record, told)]
    return "".join(parts).encode()


def _kinds(kind: type[Record], told: set[type[Record]]) -> Iterator[type[Record]]:
    """*kind* and the records in it that nobody has *told* of yet."""
    if kind in told:
        return
    told.add(kind)
    yield kind
    for about in fields(kind).values():
        for inner in _parts(about.annotation):
            if isinstance(inner, type) and issubclass(inner, Record):
                yield from _kinds(inner, told)


def _table(kind: type[Record]) -> str:
    rows = "".join(
        f"| `{key}` | {about.title} | {'必填' if about.is_required() else ''} | {_form(about)} | {_meaning(about)} |\n"
        for key, about in fields(kind).items()
    )
    return f"\n### {thing(kind).partition('；')[0]}\n\n| 写 | 名称 | | 写成 | 说明 |\n|---|---|---|---|---|\n{rows}"


def _form(about: FieldInfo) -> str:
    """What is written there, in a word."""
    parts = list(_parts(about.annotation))
    records = [one for one in parts if isinstance(one, type) and issubclass(one, Record)]
    if Role in parts:
        return "角色: [单位, 单位]"
    one = (
        "词"
        if any(isinstance(part, type) and issubclass(part, Word) for part in parts)
        else "记录"
        if records and str not in parts
        else "是否"
        if bool in parts
        else "数"
        if int in parts or float in parts
        else "编号"
        if "Ref" in _names(about)
        else "文字"
    )
    return f"{one}的列表" if tuple in parts or any(get_args(part)[-1:] == (...,) for part in parts) else one


def _names(about: FieldInfo) -> str:
    """``Ref`` where the field takes the id of another record."""
    refs = (part for part in _parts(about.annotation) if getattr(part, "json_schema_extra", None))
    own = getattr(about, "json_schema_extra", None)
    return "Ref" if own or any(refs) else ""


def _meaning(about: FieldInfo) -> str:
    told = "" if about.description == about.title else str(about.description)
    words = [
        f"`{word}`（{word.said}）"
        for part in _parts(about.annotation)
        if isinstance(part, type) and issubclass(part, Word)
        for word in part
    ]
    usual = about.get_default()
    default = f"不写就是 `{str(usual).lower()}`" if isinstance(usual, Word | bool) else ""
    joined = "、".join(words)
    return "。".join(filter(None, (told, joined, default))).replace("|", "\\|")


def _parts(annotation: Any) -> Iterator[Any]:
    """*annotation* and all that it is made of, with what is noted beside it."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
