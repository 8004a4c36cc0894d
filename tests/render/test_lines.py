import pytest

from scienceweek.render.lines import TextLine, lines
from scienceweek.render.prose import markdown

ITEMS = "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"
NESTED = "<ul>\n<li>甲<ul>\n<li>子</li>\n</ul>\n</li>\n<li>乙</li>\n</ul>"
TABLE = (
    '<table>\n<thead>\n<tr>\n<th scope="col">序号</th>\n<th scope="col">单位</th>\n</tr>\n</thead>\n'
    "<tbody>\n<tr>\n<td>1</td>\n<td>甲</td>\n</tr>\n</tbody>\n</table>"
)
ROWS = "| 序号 | 单位 |\n|---|---|\n| 1 | 甲 |"


def test_each_line_knows_the_one_that_it_is_made_of():
    assert lines("包括：\n- 甲\n以上。") == [
        TextLine("包括：", 1),
        TextLine("", 2),
        TextLine("- 甲", 2),
        TextLine("", 3),
        TextLine("以上。", 3),
    ]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("包括：\n- 甲\n- 乙", f"<p>包括：</p>\n{ITEMS}"),
        ("包括\n* 甲\n* 乙", f"<p>包括</p>\n{ITEMS}"),
        ("包括：\n　　- 甲\n　　- 乙", f"<p>包括：</p>\n{ITEMS}"),
        ("- 甲\n- 乙\n以上各项请落实。", f"{ITEMS}\n<p>以上各项请落实。</p>"),
        ("- 甲\n- 乙\n　　以上。", f"{ITEMS}\n<p>以上。</p>"),
        ("- 甲\n- 乙\n\n　　以上。", f"{ITEMS}\n<p>以上。</p>"),
        ("- 甲\n- 乙\n\n以上。", f"{ITEMS}\n<p>以上。</p>"),
        ("包括：\n2. 甲\n3. 乙", '<p>包括：</p>\n<ol start="2">\n<li>甲</li>\n<li>乙</li>\n</ol>'),
        ("1. 甲\n说明\n2. 乙", '<ol>\n<li>甲</li>\n</ol>\n<p>说明</p>\n<ol start="2">\n<li>乙</li>\n</ol>'),
        ("- 要求如下，\n请落实。", "<ul>\n<li>要求如下，请落实。</li>\n</ul>"),
        ("- 甲\n\n    第二段。", "<ul>\n<li>\n<p>甲</p>\n<p>第二段。</p>\n</li>\n</ul>"),
    ],
)
def test_a_list_needs_no_empty_line_around_it(text, made):
    assert markdown(text) == made


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "      ", "　", "　　", "\t", "\xa0\xa0"])
@pytest.mark.parametrize("mark", ["-", "*", "+"])
def test_what_is_indented_by_two_or_more_belongs_to_the_item_above(indent, mark):
    assert markdown(f"{mark} 甲\n{indent}{mark} 子\n{mark} 乙") == NESTED


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "　", "\t"])
def test_items_with_numbers_hold_items_too(indent):
    assert markdown(f"1. 甲\n{indent}- 子\n2. 乙") == NESTED.replace("ul>", "ol>", 1).replace(
        "</ul>\n</li>\n<li>乙</li>\n</ul>", "</ul>\n</li>\n<li>乙</li>\n</ol>"
    )
    assert (
        markdown(f"10. 甲\n{indent}- 子") == '<ol start="10">\n<li>甲<ul>\n<li>子</li>\n</ul>\n</li>\n</ol>'
    )


def test_levels_end_where_they_began():
    text = "- 一\n    - 二\n        - 三\n    - 四\n- 五"

    assert markdown(text).replace("\n", "") == (
        "<ul><li>一<ul><li>二<ul><li>三</li></ul></li><li>四</li></ul></li><li>五</li></ul>"
    )


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (f"附表：\n{ROWS}", f"<p>附表：</p>\n{TABLE}"),
        (f"- 附表：\n{ROWS}", f"<ul>\n<li>附表：</li>\n</ul>\n{TABLE}"),
        (f"{ROWS}\n注：暂定。", f"{TABLE}\n<p>注：暂定。</p>"),
        (f"## 附表\n{ROWS}\n## 后", f"<h2>附表</h2>\n{TABLE}\n<h2>后</h2>"),
        ("序号 | 单位\n--- | :-:\n1 | 甲", TABLE),
        ("　　| 序号 | 单位 |\n　　| --- | --- |\n　　| 1 | 甲 |", TABLE),
    ],
)
def test_a_table_needs_no_empty_line_around_it(text, made):
    assert markdown(text) == made


@pytest.mark.parametrize("indent", ["    ", "\t", "　　", "        ", "\xa0\xa0\xa0\xa0"])
def test_an_indented_line_is_a_paragraph(indent):
    assert markdown(f"{indent}根据**通知**。") == "<p>根据<strong>通知</strong>。</p>"
    assert (
        markdown(f"{indent}甲乙\n{indent}丙丁。\n{indent}戊己") == "<p>甲乙</p>\n<p>丙丁。</p>\n<p>戊己</p>"
    )
    assert markdown(f"甲乙。\n{indent}丙丁") == "<p>甲乙。</p>\n<p>丙丁</p>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (">=18岁", "<p>&gt;=18岁</p>"),
        (">60岁免票", "<p>&gt;60岁免票</p>"),
        ("- >60岁免票", "<ul>\n<li>&gt;60岁免票</li>\n</ul>"),
        ("> 引\n> 文", "<blockquote>\n<p>引文</p>\n</blockquote>"),
        (">引", "<blockquote>\n<p>引</p>\n</blockquote>"),
        ("> 引\n正文", "<blockquote>\n<p>引</p>\n</blockquote>\n<p>正文</p>"),
    ],
)
def test_a_sign_before_a_number_is_no_quotation(text, made):
    assert markdown(text) == made


@pytest.mark.parametrize(
    "line", ["01. 甲", "1) 甲", "2027. 5", "60000000. 甲", "1.甲", "1．甲", "1、甲", "-甲", "+86 23", "1.5米"]
)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("- ", ""), ("> ", "\n> - 乙"), ("- 1. ", "")])
def test_a_number_of_its_own_stays_as_it_was_typed(line, before, after):
    assert f">{line}<" in markdown(before + line + after)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("标题\n---\n正文", "<h2>标题</h2>\n<p>正文</p>"),
        ("标题\n===\n次\n---", "<h2>标题</h2>\n<h3>次</h3>"),
        ("正文结束。\n---\n再来", "<p>正文结束。</p>\n<hr>\n<p>再来</p>"),
        ("> 引\n---", "<blockquote>\n<p>引</p>\n</blockquote>\n<hr>"),
        ("甲\n乙。\n---", "<p>甲乙。</p>\n<hr>"),
    ],
)
def test_a_line_under_a_title_makes_it_one_and_under_a_sentence_ends_it(text, made):
    assert markdown(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("3. 甲\n4. 乙", '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>'),
        ("1. 甲\n1. 乙", '<ol>\n<li>甲</li>\n<li value="1">乙</li>\n</ol>'),
        ("1. 甲\n3. 丙\n4. 丁", '<ol>\n<li>甲</li>\n<li value="3">丙</li>\n<li>丁</li>\n</ol>'),
        ("0. 甲", '<ol start="0">\n<li>甲</li>\n</ol>'),
    ],
)
def test_an_item_has_the_number_that_was_typed(text, made):
    assert markdown(text) == made
