import pytest

from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.tree import read

FILE = """\
activities:
  - id: fish
    title: 鱼
    kind: exhibition
    when: 5.25

  - id: moon
    title: 月壤
    when: 5.26
"""


def told(before: str, after: str) -> list[str]:
    assert before in FILE
    problems = Problems()
    read("x.yaml", FILE.replace(before, after), problems)
    return [str(problem).removeprefix("x.yaml:") for problem in problems.all]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    kind", "   kind", "4:4: “kind”前面有 3 个空格，应有 4 个，和上面第 3 行的“title”对齐。"),
        ("    kind", "     kind", "4:6: “kind”前面有 5 个空格，应有 4 个，和上面第 3 行的“title”对齐。"),
        ("    kind", "  kind", "4:3: “kind”前面有 2 个空格，应有 4 个，和上面第 3 行的“title”对齐。"),
        ("    kind", "kind", "4:1: “kind”前面有 0 个空格，应有 4 个，和上面第 3 行的“title”对齐。"),
        ("  - id: moon", "   - id: moon", "7:4: “- ”前面有 3 个空格，应有 2 个，和上面第 2 行的“- ”对齐。"),
        ("  - id: moon", "- id: moon", "7:1: “- ”前面有 0 个空格，应有 2 个，和上面第 2 行的“- ”对齐。"),
        ("  - id: fish", "    id: fish", "2:5: “id”前面少了“- ”。列表的每一项都以“- ”开头，和第 7 行一样。"),
        (
            "  - id: moon",
            "    id: moon",
            "7:5: “id”写了两次，第一次在第 2 行。如果这里是另一条，前面少了“- ”；如果不是，请只留一个。",
        ),
        ("  - id: moon", "  id: moon", "7:3: “id”前面少了“- ”。列表的每一项都以“- ”开头，和第 2 行一样。"),
        ("  - id: moon", "  -id: moon", "7:3: “-”后面要有一个空格，写成“- id: …”。"),
        (
            "  - id: moon",
            "  \u2013 id: moon",
            "7:3: “\u2013”不是半角的减号。列表的每一项以“- ”（减号加空格）开头，写成“- id: …”。",
        ),
        (
            "  - id: moon",
            "  \u2022 id: moon",
            "7:3: “\u2022”不是半角的减号。列表的每一项以“- ”（减号加空格）开头，写成“- id: …”。",
        ),
    ],
)
def test_a_line_out_of_line_is_told_once_with_its_spaces(before: str, after: str, message: str):
    assert told(before, after) == [message]


def test_what_stands_in_line_is_not_told():
    assert told("    kind", "    kind") == []


def test_the_first_of_a_list_lacks_its_dash_though_there_is_a_list_within_it():
    dashless = "    id: fish\n    results:\n      photos:\n        - {file: x.jpg}"

    assert told("  - id: fish", dashless) == [
        "2:5: “id”前面少了“- ”。列表的每一项都以“- ”开头，和第 10 行一样。"
    ]


def test_a_list_without_its_name_is_told():
    (message,) = told("activities:\n", "campaign: 2024-yubei\n")

    assert message.startswith("2:3: “- ”开头的一条，上面要有列表的名称，例如 activities:，")
    assert message.endswith("这里的上一行是“campaign: 2024-yubei”。")
