import pytest

from scienceweek.source.yaml.yaml_comments import cuts


@pytest.mark.parametrize(
    ("line", "gap", "at", "lost", "note"),
    [
        ("a: 人民路 #1 号", 6, 7, "#1 号", False),
        ("a: 人民路  # 1 号", 6, 8, "# 1 号", False),
        ("a: 人民路 #  1 号", 6, 7, "#  1 号", False),
        ("a: 启动仪式 #展厅 ", 7, 8, "#展厅", False),
        ("a: 启动仪式 # 展厅", 7, 8, "# 展厅", True),
        ("a: 启动仪式 ## 展厅", 7, 8, "## 展厅", True),
    ],
)
def test_what_is_lost_is_text_or_a_note(line, gap, at, lost, note):
    assert cuts(f"\n{line}\n") == {1: (gap, at, lost, note)}


@pytest.mark.parametrize("line", ["# 注释", "  # 注释", "a: C#", "a: 1#2", "a: 甲 #"])
def test_what_cuts_off_nothing_is_not_told(line):
    assert cuts(line) == {}
