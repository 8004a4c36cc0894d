import pytest

from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.salvage import without
from scienceweek.source.yaml.tree import Salvage, read

THREE = """\
campaign: x
activities:
  # 第一
  - id: one
    note: [甲, 乙
    where: {place: a}
  - {id: two, title: 鱼}
  - title: 月
    id: three
    parts:
      - id: inner
more:
  - id: other
"""


@pytest.mark.parametrize(
    ("line", "id", "left"),
    [
        (4, "one", ["two", "three"]),
        (6, "one", ["two", "three"]),
        (7, "two", ["one", "three"]),
        (11, "three", ["one", "two"]),
    ],
)
def test_the_record_around_a_line_is_left_out_and_lines_keep_their_numbers(
    line: int, id: str, left: list[str]
):
    rest, lost = without(THREE, line, ("activities",))

    assert (lost, len(rest.split("\n"))) == (id, len(THREE.split("\n")))
    assert [one for one in ("one", "two", "three") if f"id: {one}" in rest] == left


@pytest.mark.parametrize("line", [1, 2, 3, 12, 13])
def test_a_line_in_none_of_the_lists_leaves_nothing_out(line: int):
    assert without(THREE, line, ("activities",)) is None


def test_the_only_record_of_a_list_stays():
    assert without(THREE, 13, ("more",)) is None


def test_a_record_may_have_no_id():
    assert without("a:\n- b: 1\n- c: 2\n", 2, ("a",)) == ("a:\n\n- c: 2\n", "")


def told(text: str) -> tuple[object, list[str], list[str]]:
    problems, salvage = Problems(), Salvage(("activities",))
    node = read("x.yaml", text, problems, salvage)
    return node and node.value, salvage.lost, [str(one).removeprefix("x.yaml:") for one in problems.all]


def test_the_rest_of_a_file_is_read_and_every_mistake_is_told():
    text = THREE.replace("title: 鱼}", "title: 鱼").partition("more:")[0]

    assert told(text) == (
        {"campaign": "x", "activities": [{"title": "月", "id": "three", "parts": [{"id": "inner"}]}]},
        ["one", "two"],
        [
            "5:11: 方括号没有配对。列表写成 [甲, 乙]，用半角逗号；如果是文字，请给整个值加上引号。",
            "7:5: 花括号没有配对。写成 {名称: 值, 名称: 值}，用半角逗号；如果是文字，请给整个值加上引号。",
        ],
    )


def test_a_tab_costs_the_record_that_it_indents():
    text = "activities:\n  - id: one\n\ttitle: 鱼\n\tkind: x\n  - id: two\n    title:\t月\n"

    assert told(text) == (
        {"activities": [{"id": "two", "title": "月"}]},
        ["one"],
        [f"{place}: 这里有制表符（Tab 键），请改成空格。" for place in ("3:1", "4:1", "6:11")],
    )
    assert told("activities:\n\t- id: one\n")[0] is None


def test_a_mistake_above_the_records_costs_the_file():
    assert told("campaign: [x\nactivities:\n  - id: one\n  - id: two\n")[:2] == (None, [])
