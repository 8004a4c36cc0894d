from pathlib import Path
from typing import Annotated, Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, complaints

from scienceweek.source.records import SHELVES
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import fields

ONE_LINE = "只能写一行，这里换了行。请连成一行："
DISTRICTS, ORGANISATIONS = "data/districts.yaml", "data/organisations.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            ACTIVITIES,
            "title: 我们",
            "title: |\n      我们\n      ",
            f"4:12: “title”（名称）{ONE_LINE}“我们 曾经都是鱼”。",
        ),
        (
            ACTIVITIES,
            "kind: exhibition",
            'subtitle: "甲\\n乙"',
            f"5:15: “subtitle”（副标题）{ONE_LINE}“甲 乙”。",
        ),
        (ACTIVITIES, "{venue: main-hall}", '{place: "甲\\r乙"}', f"7:20: “place”（地点）{ONE_LINE}“甲 乙”。"),
        (
            ACTIVITIES,
            "{venue: main-hall}",
            '{place: 甲, address: "甲\\n乙"}',
            f"7:32: “address”（地址）{ONE_LINE}“甲 乙”。",
        ),
        (
            ACTIVITIES,
            "{venue: main-hall}",
            '{venue: main-hall, words: "甲\\n乙"}',
            f"7:38: “words”（原话）{ONE_LINE}“甲 乙”。",
        ),
        (
            ACTIVITIES,
            "[区科技局]",
            '["区科\\n技局"]',
            f"9:32: “responsible”{ONE_LINE}“区科 技局”。",
        ),
        (
            CAMPAIGN,
            "name: 2024年",
            "name: |\n  2024年\n  ",
            f"2:7: “name”（名称）{ONE_LINE}“2024年 渝北区科技活动周”。",
        ),
        (DISTRICTS, "short: 重庆", 'short: "重\\n庆"', f"2:39: “short”（简称）{ONE_LINE}“重 庆”。"),
        (BASES, "name: 科普科", 'name: "科普\\n科"', f"7:16: “name”（姓名）{ONE_LINE}“科普 科”。"),
    ],
)
def test_a_text_of_one_line_takes_no_line_break(tmp_path: Path, file: str, old: str, new: str, told: str):
    assert old in FILES[file]

    assert f"{file}:{told}" in complaints(tmp_path, {file: FILES[file].replace(old, new)})


def kinds(kind: type[Record]) -> set[type[Record]]:
    """*kind* and the records in it."""
    inner = [part for about in fields(kind).values() for part in parts(about.annotation)]
    records = {part for part in inner if isinstance(part, type) and issubclass(part, Record)}
    return {kind}.union(*map(kinds, records))


def parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for inner in get_args(annotation) for part in parts(inner))]


TEXTS = [
    (kind.__name__, key, about)
    for kind in sorted(set().union(*(kinds(shelf.record) for shelf in SHELVES)), key=lambda one: one.__name__)
    for key, about in fields(kind).items()
    if str in parts(about.annotation) and key not in {"description", "summary", "text", "theme_text"}
]


@pytest.mark.parametrize(
    ("key", "about"),
    [(key, about) for _, key, about in TEXTS],
    ids=[f"{kind}.{key}" for kind, key, _ in TEXTS],
)
@pytest.mark.parametrize("sign", ["\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_but_for_a_few_all_texts_are_of_one_line(key: str, about: Any, sign: str):
    whole = TypeAdapter(
        Annotated[(about.annotation, *about.metadata)] if about.metadata else about.annotation
    )
    broken = f"甲{sign}乙"
    given = [broken, [broken], {"host": [broken]}]

    for one in given:
        with pytest.raises(ValidationError):
            whole.validate_python(one)


@pytest.mark.parametrize("id", ["con", "nul", "aux", "prn", "com1", "lpt9"])
@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        (ACTIVITIES, "id: fish", "3:9"),
        (BASES, "id: meteorology-museum", "3:9"),
        (CAMPAIGN, "id: 2024-yubei", "1:5"),
        (DISTRICTS, "id: yubei", "3:9"),
        (ORGANISATIONS, "id: yubei-science-bureau", "2:10"),
        ("data/terms.yaml", "id: health", "8:10"),
        ("data/venues.yaml", "id: main-hall", "2:10"),
    ],
)
def test_an_id_is_a_name_that_every_computer_can_hold(
    tmp_path: Path, id: str, file: str, old: str, place: str
):
    told = complaints(tmp_path, {file: FILES[file].replace(old, f"id: {id}", 1)})

    assert (
        f"{file}:{place}: “id”（编号）不能写“{id}”：这是 Windows 留给设备的名字，不能作文件名。请换一个，例如“{id}-1”。"
    ) in told


def test_an_id_in_capitals_is_not_answered_with_one_that_would_be_refused(tmp_path: Path):
    told = complaints(tmp_path, {ACTIVITIES: FILES[ACTIVITIES].replace("id: fish", "id: CON")})

    assert (
        f"{ACTIVITIES}:3:9: “id”（编号）不能写“CON”。编号只用小写字母、数字和连字符，可以写“con-1”。" in told
    )
