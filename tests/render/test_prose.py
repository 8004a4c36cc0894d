import html
import re
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scienceweek.manuscript import manuscript
from scienceweek.render import ProseError
from scienceweek.render.address import is_of_the_site, leads_somewhere
from scienceweek.render.hyperlinks import Hyperlink
from scienceweek.render.prose import hyperlinks, inline, markdown, problems, words

INJECTIONS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<iframe src=https://evil.example></iframe>",
    "<style>*{display:none}</style>",
    "<form action=https://evil.example><input></form>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example/>",
    "<svg onload=alert(1)><script>1</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<plaintext>",
    "<textarea>",
    "</div></main></body></html>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<p id=search name=currentScript>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "${alert(1)} `${alert(1)}`",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&amp;#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](https://known.cn@evil.example)",
    '[x](https://x.cn "onclick=alert(1)")',
    '[x](https://x.cn"onclick="alert(1))',
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript://x%0aalert(1)>",
    "![x](https://evil.example/x.png)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '![" onerror="alert(1)](x.png)',
    "# 标题 {: onclick=alert(1) }",
    "文字 {: style=color:red id=search }",
    "# 标题 {#x onclick=alert(1)}",
    '# 标题 {#"onclick=alert(1)}',
    "\x02wzxhzdk:0\x03",
    "\x02amp\x03#106;avascript:x",
    "[x](\x02amp\x03#106;avascript:alert(1))",
    "\x0260\x03script\x0262\x03",
    "[__proto__](constructor)",
]

TAGS = {
    *(
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
    ),
    *("strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    "wbr",
}
ATTRIBUTES = {"id", "href", "title", "src", "alt", "loading", "start", "scope"}


class Reader(HTMLParser):
    """What a browser would find: the tags with their attributes, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words += data

    def handle_comment(self, data):
        self.tags.append(("comment", {}))

    def handle_decl(self, data):
        self.tags.append(("declaration", {}))

    def unknown_decl(self, data):
        self.tags.append(("declaration", {}))

    def handle_pi(self, data):
        self.tags.append(("instruction", {}))


def is_harmless(text: str) -> bool:
    return all(
        tag in TAGS
        and attributes.keys() <= ATTRIBUTES
        and leads_somewhere(attributes.get("href", "x") or "")
        and is_of_the_site(attributes.get("src", "x") or "")
        for tag, attributes in Reader(text).tags
    )


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize(
    "around", ["{}", "字{}字", "# {}", "- {}", "> {}", "| 甲 |\n|---|\n| {} |", "**{}**", "    {}"]
)
def test_nothing_that_is_typed_runs(text, around):
    assert is_harmless(markdown(around.replace("{}", text)))


PIECES = [
    *INJECTIONS,
    *"[]()<>*_`!#&\"'\\\n{}|:-+. 字a1",
    "\n\n",
    "    ",
    "](",
    "{#a}",
    "<!--",
    "-->",
    "https://",
    "**",
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_nothing_that_is_put_together_from_pieces_runs(text):
    try:
        made = markdown(text)
    except ProseError:
        return
    assert is_harmless(made)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_at_all_is_drawn_or_refused_in_chinese(text):
    try:
        assert is_harmless(markdown(text))
    except ProseError as error:
        assert re.match(r"第 \d+ 行：", str(error))  # noqa: PT017 - either will do


@settings(max_examples=200)
@given(st.text(st.sampled_from("年龄<>&a科普0\"' ，。"), max_size=40).filter(lambda text: text.strip(" ")))
def test_words_without_marks_stay_as_they_are(text):
    plain = html.unescape(f"字{text}字")

    assert Reader(markdown(f"字{text}字")).words == plain


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("**注意：**请带好证件。", "<p><strong>注意：</strong>请带好证件。</p>"),
        ("年龄<12", "<p>年龄&lt;12</p>"),
        ("a<b 和 c>d", "<p>a&lt;b 和 c&gt;d</p>"),
        ("A&B &lt; &copy;", "<p>A&amp;B &lt; ©</p>"),
        ("<b>粗</b>", "<p>&lt;b&gt;粗&lt;/b&gt;</p>"),
        ("第一行，\n第二行", "<p>第一行，第二行</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("一  \n二", "<p>一<br>\n二</p>"),
        ("`a*b*`", "<p><code>a*b*</code></p>"),
        ("科\r\n普\r技\u2028术\x85周", "<p>科普技术周</p>"),
        ("科\x00普\x1b\x7f\u202e\ud800\ufeff周", "<p>科普周</p>"),
        (
            "<https://x.cn/?a=1&b=2>",
            '<p><a href="https://x.cn/?a=1&amp;b=2">https://x.cn/?a=1&amp;b=2</a></p>',
        ),
        ("<a@b.cn>", '<p><a href="mailto:a@b.cn">a@b.cn</a></p>'),
        ("[电话](tel:023-67821101)", '<p><a href="tel:023-67821101">电话</a></p>'),
        ("[馆](../bases/x.html#s1 '题')", '<p><a href="../bases/x.html#s1" title="题">馆</a></p>'),
        ("![图](../images/x.jpg)", '<p><img alt="图" src="../images/x.jpg" loading="lazy"></p>'),
        ("甲[乙](javascript:x)丙", "<p>甲乙丙</p>"),
        ("甲![乙](https://x.cn/x.jpg)丙", "<p>甲乙丙</p>"),
        ("3. 甲\n4. 乙", '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>'),
        (
            "甲 | 乙\n--- | --:\n1 | 2",
            (
                '<table>\n<thead>\n<tr>\n<th scope="col">甲</th>\n<th scope="col">乙</th>\n</tr>\n</thead>\n'
                "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
            ),
        ),
        ("", ""),
    ],
)
def test_markdown_is_drawn_as_staff_expect(text, made):
    assert markdown(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("电话<!-- 13800000000 -->", "<p>电话</p>"),
        ("一\n\n<!-- 13800000000\n\n二 -->\n\n三", "<p>一</p>\n<p>三</p>"),
        ("<!-- a --><!-- b -->字", "<p>字</p>"),
    ],
)
def test_a_comment_is_published_nowhere(text, made):
    assert markdown(text) == made
    assert "13800000000" not in manuscript(text).text


def test_a_comment_without_an_end_is_refused_and_published_nowhere():
    with pytest.raises(ProseError) as raised:
        markdown("一\n<!-- 13800000000")

    assert str(raised.value) == "第 2 行：“<!--”后面没有“-->”。请补上，或删去这条注释。"
    assert manuscript("一\n<!-- 13800000000").text == "一\n"


def test_a_limit_that_is_broken_is_an_error_with_its_line():
    with pytest.raises(ProseError) as raised:
        markdown("一\n" + "#" * 400)

    assert str(raised.value) == "第 2 行：“#”连着写了 300 次以上。请删短。"


def test_one_text_does_not_lend_its_links_to_the_next():
    markdown("[x][1]\n\n[1]: https://x.cn")

    assert markdown("[x][1]") == "<p>[x][1]</p>"


def test_when_the_stack_is_short_the_text_is_refused_and_the_next_one_drawn():
    markdown("字")
    depth, frame = 0, sys._getframe()  # noqa: SLF001 - there is no other way to ask
    while frame:
        depth, frame = depth + 1, frame.f_back
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + 24)
    try:
        with pytest.raises(ProseError, match="套得太深"):
            markdown("- " * 12 + "项")
    finally:
        sys.setrecursionlimit(limit)

    assert markdown("**一**") == "<p><strong>一</strong></p>"


def test_mistakes_of_one_text_are_not_those_of_the_next():
    assert [len(problems(text)) for text in ("## x {#X}", "", "字")] == [1, 0, 0]
    assert [len(hyperlinks(text)) for text in ("[x](y) ![x](y)", "", "字")] == [2, 0, 0]


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines():
    text = "一\n\n<br> 字\n\n## 二 {#S1}\n"

    assert problems(text) == (
        (3, "网页标签“<br>”不起作用，会照样显示出来。请删去，或改用 Markdown 的写法。"),
        (5, "看不懂编号“S1”。编号只用小写字母、数字和“-”，如 {#s4-1}。"),
    )


def test_a_broken_limit_is_told_before_the_text_is_parsed():
    assert problems("[" * 20_000)[0] == (1, "“[”连着写了 300 次以上。请删短。")


@pytest.mark.parametrize(
    "text", ["", "年龄<12", "a<b 和 c>d", "# 一\n\n## 二 {#s1}\n\n| a | b |\n|---|---|\n| 1 | 2 |"]
)
def test_what_is_in_order_has_no_problems(text):
    assert problems(text) == ()


def test_a_heading_is_drawn_without_a_tag_around_it():
    title = "三、**主要**活动 3*4 [日历](../a.html) `x<y`  &amp;"

    assert inline(title) == (
        '三、<strong>主要</strong>活动 3*4 <a href="../a.html">日历</a> <code>x&lt;y</code>  &amp;'
    )
    assert words(title) == "三、主要活动 3*4 日历 x&lt;y  &amp;"
    assert inline("") == words("") == ""


def test_the_links_and_pictures_of_a_text_are_named_with_their_places():
    text = "一[甲](a.html)\n\n- 二\n- ![图](../images/x.jpg) <https://x.cn>\n\n见https://y.cn/z，和[丙](b c)"

    assert hyperlinks(text) == (
        Hyperlink(1, 6, "a.html", "甲", is_image=False),
        Hyperlink(4, 8, "../images/x.jpg", "图", is_image=True),
        Hyperlink(4, 26, "https://x.cn", "https://x.cn", is_image=False),
        Hyperlink(6, 2, "https://y.cn/z", "https://y.cn/z", is_image=False),
    )
    assert hyperlinks("[甲](a.html)" + "[" * 400) == ()
