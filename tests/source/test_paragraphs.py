import pytest

from scienceweek.source.paragraphs import pasted
from scienceweek.source.problems import Problems


def lines(text: str) -> list[int]:
    """Those that are told."""
    problems = Problems()
    pasted("x.md", text, problems)
    return [problem.line for problem in problems.all]


@pytest.mark.parametrize(
    "opening", ["　　各位", "二、对象", "2、对象", "2\uff0e对象", "（二）对象", "(2)对象", "• 对象", "·对象"]
)
def test_a_paragraph_out_of_word_needs_an_empty_line_before_it(opening: str):
    assert lines(f"一、活动内容\n{opening}\n") == [2]
    assert lines(f"一、活动内容\n\n{opening}\n") == []


@pytest.mark.parametrize(
    "text", ["## 流程\n（一）开幕", "- 甲\n- 乙", "1. 甲\n2. 乙", "| 甲 |\n| （一） |", "第一行\n第二行"]
)
def test_what_markdown_keeps_apart_is_not_told(text: str):
    assert lines(text) == []
