import resource
from time import process_time

import pytest

from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import read


def parse(text: str) -> Node:
    problems = Problems()
    node = read("x.yaml", text, problems)
    assert [str(problem) for problem in problems.all] == []
    assert node
    return node


def told(text: str) -> list[str]:
    problems = Problems()
    read("x.yaml", text, problems)
    return [str(problem).removeprefix("x.yaml:") for problem in problems.all]


@pytest.mark.parametrize(
    "scalar",
    [
        "NO",
        "off",
        "5.30",
        "9:30",
        "023",
        "02367513757",
        "+8613800000000",
        "1_000",
        "0x1F",
        "2024-05-25",
        ".nan",
    ],
)
def test_every_scalar_is_text(scalar: str):
    assert parse(f"a: {scalar}").value == {"a": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(nothing: str):
    assert parse(f"a: {nothing}").value == {"a": None}


def test_nothing_in_quotes_is_text():
    assert parse("a: 'null'\nb: \"\"").value == {"a": "null", "b": ""}


def test_a_node_knows_where_everything_stands():
    node = parse("名: 甲\nwhere:\n  - base: x\n  - {venue: y}\n")

    assert node.value == {"名": "甲", "where": [{"base": "x"}, {"venue": "y"}]}
    assert (node.at("where", 1, "venue").line, node.at("where", 1, "venue").column) == (4, 13)
    assert node.key("where", 1, "venue") == (4, 6)
    assert node.key("where") == (2, 1)


def test_what_is_not_there_stands_at_what_is_around_it():
    node = parse("a:\n  b: c\n")

    assert (node.at("a", 0, "d").line, node.at("a", 0, "d").column) == (2, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "3:1: “a”写了两次，第一次在第 1 行。请只留一个。"),
        ("a: {b: 1, b: 2}", "1:11: “b”写了两次，第一次在第 1 行。请只留一个。"),
        ("a: &A 讲座", "1:4: “&A”是 YAML 的记号，这里不能用。如果是文字，请给整个值加上引号。"),
        ("a: *b", "1:4: “*b”是 YAML 的引用，这里不能用。如果是文字，请给整个值加上引号。"),
        (
            "a: !!python/object/apply:os.system [ls]",
            "1:4: “tag:yaml.org,2002:python/object/apply:os…”是 YAML 的记号，这里不能用。如果是文字，请给整个值加上引号。",
        ),
        ("%YAML 1.2\n---\na: b", "1:1: 不能用“%”开头的指令，请删去这一行。"),
        ("a: b\n---\nc: d", "2:1: 一个文件里只能有一份内容，不能用“---”分成几份。"),
        ("? [a]\n: b", "1:3: 冒号前面要有一个名称，不能是空的、列表或括号。"),
        ("'': b", "1:1: 冒号前面要有一个名称，不能是空的、列表或括号。"),
        ("a: b\n\tc: d", "2:1: 这里有制表符（Tab 键），请改成空格。"),
        ("a:\tb", "1:3: 这里有制表符（Tab 键），请改成空格。"),
        (
            "a: 人民路 #1 号",
            "1:8: “#1 号”会被当作注释丢掉。要保留，请给整个值加上引号；如果是注释，请另写一行，以“# ”开头。",
        ),
        ('a: "x\\0y"', "1:4: 引号里有空字符（U+0000），看不见，请删去。"),
        ("", "1:1: 文件是空的。请写上内容，或删去这个文件。"),
        ("# 只有注释\n", "1:1: 文件是空的。请写上内容，或删去这个文件。"),
    ],
)
def test_what_yaml_would_do_in_silence_is_told(text: str, message: str):
    assert told(text) == [message]


def test_a_comment_is_a_comment():
    assert parse("# 甲\na: 人民路\nb: '1 #2'\n#c: d\n").value == {"a": "人民路", "b": "1 #2"}


@pytest.mark.parametrize(
    ("text", "spot", "value"),
    [("a: 启动仪式 # 展厅\n", "1:9", "启动仪式"), ("b:\n  - a:   ## 展厅", "2:10", None)],
)
def test_a_comment_behind_a_value_is_told_and_keeps_nobody_from_publishing(text, spot, value):
    problems = Problems()
    node = read("x.yaml", text, problems)

    said = text[text.index("#") :].strip()
    assert list(map(str, problems.all)) == [
        f"x.yaml:{spot}: 提醒：“{said}”是注释，网页上没有。要显示，请给整个值加上引号。"
    ]
    assert problems.errors == ()
    assert node.at("b", 0).at("a").value == value


def test_a_line_that_a_full_width_colon_hides_in_the_one_above_is_found():
    assert told("a: 甲\n  kind：乙\n") == [
        "2:3: “kind：”用了全角冒号。请用半角冒号加一个空格，写成“kind: …”。"
    ]


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "- " * 100_000, "a: [\n" * 40_000, "{" * 200_000, "? " * 100_000]
)
def test_depth_is_refused_before_it_costs_anything(text: str):
    before = process_time()

    assert len(told(text)) == 1
    assert process_time() - before < 2


def test_twenty_levels_are_enough():
    assert told("[" * 20 + "]" * 20) == []
    assert told("[" * 21 + "]" * 21) == ["1:21: 括号或缩进太深，最多 20 层。"]


def test_one_record_does_not_hold_everything():
    records = "a:\n" + "  - {b: c}\n" * 2_000

    assert told(records) == []
    assert told(records + "  - d: [" + "e, " * 1_001 + "e]\n") == [
        "2002:8: 这里有 1000 项以上，太多了。请检查是不是多复制了；如果没有，请分到几条里写。"
    ]
    assert told(records + "  - {" + ", ".join(f"k{number}: v" for number in range(1_002)) + "}\n") == [
        "2002:5: 这里有 1000 项以上，太多了。请检查是不是多复制了；如果没有，请分到几条里写。"
    ]


def test_an_alias_bomb_does_not_go_off():
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    messages = told("a0: &a0 [x]\n" + "\n".join(lines))

    assert messages[0] == "1:5: “&a0”是 YAML 的记号，这里不能用。如果是文字，请给整个值加上引号。"
    assert len(messages) == 9 + 8
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
