"""What was published, as it is kept in a file: read as it was written, and told where it is damaged."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import activity, catalogue, may
from scienceweek.model.correction import Correction
from scienceweek.plan.change_log import LoggedChange
from scienceweek.plan.corrections import ToldFact
from scienceweek.plan.ledgers import Books, Published, RevisionsError, read, write
from scienceweek.plan.revisions import Inputs, revised

MONDAY = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
TOLD = (ToldFact("时间", "0a", "5月25日"), ToldFact("电话", "0b"))
RIGHT = (Correction(MONDAY, "地点", "区图书馆", "文化馆"),)
BOOKS = Books(
    {
        "fish": Published("ab", 2, MONDAY, (("fish", "x"), ("fish-2", "y")), (("fish.3", "z"),), TOLD, RIGHT),
        "gone": Published("", 0, MONDAY, ()),
    },
    (
        LoggedChange("activities", "fish", MONDAY, "ab", "activities/fish.html"),
        LoggedChange("organisations", "all", MONDAY, "ab", "organisations.html#all"),
        LoggedChange("bases", "lab", MONDAY, ""),
    ),
)
ODD: list[Any] = [
    *(None, True, -1, 1.5, 10**12, float("inf"), "", "\ud800", "0001-01-01T00:00:00+14:00"),
    *("9999-12-31T23:59:59+00:00", [], [[]], [["a"]], {}, {"a": 1}, ["a", "b", "c", "d", "e"], "<a>"),
]


def _file(folder: Path) -> Path:
    file = folder / "ledger.json"
    write(BOOKS, file)
    return file


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    return [path, *(place for key in keys for place in _places(node[key], (*path, key)))]


PLACES = _places(
    {
        "activities": {
            "fish": {
                "digest": 0,
                "sequence": 0,
                "modified": 0,
                "times": [[0, 0]],
                "retired": [[0, 0]],
                "told": [[0, 0, 0]],
                "corrections": [[0, 0, 0, 0]],
            }
        },
        "changes": [[0, 0, 0, 0, 0]],
    }
)


def test_what_was_written_is_read(tmp_path: Path):
    assert read(str(_file(tmp_path))) == BOOKS


@given(st.sampled_from(PLACES), st.sampled_from(ODD))
def test_whatever_stands_anywhere_is_told_or_a_site_can_be_published_after_it(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[Any, ...], odd: Any
):
    file = _file(tmp_path_factory.mktemp("odd"))
    whole = {"": json.loads(file.read_text("utf-8"))}
    node: Any = whole
    for key in ("", *place[:-1]) if place else ():
        node = node[key]
    node[place[-1] if place else ""] = odd
    file.write_text(json.dumps(whole[""]), "utf-8")
    try:
        books = read(str(file))
    except RevisionsError:
        return
    inputs = Inputs(books.ledger, books.ledger, MONDAY, file, books.log)
    _, ledger = revised(catalogue(activity(when=may(25))), inputs)
    write(Books(ledger, books.log), file)
    assert read(str(file)) == Books(ledger, books.log)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "第 1 行断了，或者被改坏了"),
        (b'{"activities": {\n"a": ', "第 2 行断了，或者被改坏了"),
        (b"\xff\xfe\x00", "里面不是这个程序写的内容"),
        (b"[" * 100_000, "里面不是这个程序写的内容"),
        (b'{"activities": 1' + b"0" * 5_000 + b"}", "里面不是这个程序写的内容"),
        (b"[]", "“整个文件”那里写着 []，不是这个程序写的"),
        (b"{}", "“activities”那里写着 null，不是这个程序写的"),
        (b'{"activities": {"a": 1}}', "“a”那里写着 1，不是这个程序写的"),
    ],
)
def test_where_it_is_damaged_is_said_in_chinese(tmp_path: Path, content: bytes, why: str):
    file = tmp_path / "ledger.json"
    file.write_bytes(content)

    with pytest.raises(RevisionsError) as told:
        read(str(file))

    assert (
        str(told.value)
        == f"看不懂 {file}（记着每个活动改过几次）：{why}。请从备份恢复它；没有备份就删去它，再发布一次。"
    )
