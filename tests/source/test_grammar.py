import pytest

from scienceweek.source.problems import Problems
from scienceweek.source.tree import read

QUOTE = "请给整个值加上引号。"
WIDE = "用了全角冒号。请用半角冒号加一个空格，写成"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("district：渝北区\nbases: []", f"1:1: “district：”{WIDE}“district: …”。"),
        ("id: a\ntitle：鱼\nwhen: 5.25", f"2:1: “title：”{WIDE}“title: …”。"),
        ("- id: a\n  title：鱼\n", f"2:3: “title：”{WIDE}“title: …”。"),
        (
            "id: a\ntitle:鱼\nwhen: 5.25",
            "2:1: “title:”冒号后面没有空格。请用半角冒号加一个空格，写成“title: …”。",
        ),
        (
            "id: a\ntitle 鱼\nwhen: 5.25",
            "2:1: 这一行没有冒号。每一项写成“名称: 值”，用半角冒号，后面加一个空格；如果是上一项的文字，请在行首加空格，比上一项缩进两格。",
        ),
        ("id: a\n\u3000title: 鱼\nb", "2:1: 缩进里有全角或特殊的空格（U+3000），请改成半角空格。"),
        ("- id: a\n \u00a0title: 鱼", "2:2: 缩进里有全角或特殊的空格（U+00A0），请改成半角空格。"),
        ("a: @鱼", f"1:4: 值不能以“@”开头，{QUOTE}"),
        ("a: `鱼`", f"1:4: 值不能以“`”开头，{QUOTE}"),
        ("a: %5", f"1:4: 值不能以“%”开头，{QUOTE}"),
        ("a: [讲座] 鱼\nb: c", f"1:4: “[讲座] 鱼”以括号开头，没有配对，或者后面还有字。如果是文字，{QUOTE}"),
        ('a: "科学"周\nb: c', f'1:4: “"科学"周”以引号开头，没有配对，或者后面还有字。如果是文字，{QUOTE}'),
        ("a: '科学\nb: c\n", f"1:4: “'科学”以引号开头，没有配对，或者后面还有字。如果是文字，{QUOTE}"),
        ("a: [甲, 乙\nb: c\n", "1:4: 方括号没有配对。列表写成 [甲, 乙]，用半角逗号；如果是文字，" + QUOTE),
        ("a: > 5人", f"1:6: “>”和“|”开头的值，{QUOTE}"),
        ("a: *鱼", f"1:5: “*”和“&”开头的值，{QUOTE}"),
        ("a: 甲: 乙", "1:5: “甲:”后面有空格，会被当成另一项。请把这个冒号改成全角“：”，或给整个值加上引号。"),
        ("a:\n  - b\n  c: d", "3:3: 这一行没有和上面的“- ”对齐。列表的每一项都以“- ”开头。"),
        ("a: \uff5bb: c\uff5d", "1:4: 括号是全角的。请用半角的 { } 和 [ ]。"),
        ("a: {b: c，d: e}", "1:9: 括号里的“，”要用半角逗号加一个空格，写成“, ”。"),
        ("a: {b: c, d: e\uff5d", "1:15: 括号是全角的。请用半角的 { } 和 [ ]。"),
        (
            "a: {b: c\nd: e",
            "1:4: 花括号没有配对。写成 {名称: 值, 名称: 值}，用半角逗号；如果是文字，" + QUOTE,
        ),
        (
            "a: 时间: 上午: 开幕",
            "1:6: “时间:”后面有空格，会被当成另一项。请把这个冒号改成全角“：”，或给整个值加上引号。",
        ),
        ("id: a\n名称：鱼\nwhen: 5.25", f"2:1: “名称：”{WIDE}“名称: …”。"),
        ("id: a\n举办时间：5.25\nwhen: 5.25", f"2:1: “举办时间：”{WIDE}“举办时间: …”。"),
        (
            "id: a\ntitle:\u3000鱼\nwhen: 5.25",
            "2:1: 冒号后面的空格是全角或特殊的（U+3000），请改成半角空格。",
        ),
        ("a: - b", "1:4: “- ”要另起一行，并和同一级的行对齐。"),
        ('a: "\\鱼"', "1:5: 双引号里的反斜杠“\\”有特殊的意思。请改用单引号。"),
    ],
)
def test_the_parser_is_put_into_words(text: str, message: str):
    problems = Problems()

    assert read("x.yaml", text, problems) is None
    assert [str(problem) for problem in problems.all] == [f"x.yaml:{message}"]
