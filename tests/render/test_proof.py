import re
from pathlib import Path

import pytest

from scienceweek.render.prose import markdown, problems


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# 一", "<h2>一</h2>"),
        ("### 一", "<h2>一</h2>"),
        ("# 一\n## 二\n### 三", "<h2>一</h2>\n<h3>二</h3>\n<h4>三</h4>"),
        ("## 一\n#### 二\n#### 三\n## 四", "<h2>一</h2>\n<h3>二</h3>\n<h3>三</h3>\n<h2>四</h2>"),
        ("一\n===\n二\n---", "<h2>一</h2>\n<h3>二</h3>"),
        ("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6", "<h2>1</h2>\n<h3>2</h3>\n<h4>3</h4>\n<h5>4</h5>\n<h6>5</h6>\n<h6>6</h6>"),
    ],
)  # fmt: skip
def test_headings_start_below_the_title_of_the_page_and_skip_no_level(text, made):
    assert markdown(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("## 一 {#s4-1}", '<h2 id="s4-1">一</h2>'),
        ("## 一{#s4-1}  ", '<h2 id="s4-1">一</h2>'),
        ("## **一** {#s4-1}", '<h2 id="s4-1"><strong>一</strong></h2>'),
        ("段落 {#4b}", '<p id="4b">段落</p>'),
        ("- 甲 {#a}\n- 乙", '<ul>\n<li id="a">甲</li>\n<li>乙</li>\n</ul>'),
        ("- 甲 {#a}\n    - 乙", '<ul>\n<li id="a">甲<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>'),
        ("段落 {#a} 中间", "<p>段落 {#a} 中间</p>"),
        ("段落 {#S4}", "<p>段落 {#S4}</p>"),
        ("段落 {: #a }", "<p>段落 {: #a }</p>"),
        ("`{#a}`", "<p><code>{#a}</code></p>"),
        ("> 引 {#a}", '<blockquote>\n<p id="a">引</p>\n</blockquote>'),
    ],
)
def test_an_anchor_names_the_heading_the_paragraph_or_the_item_that_it_ends(text, made):
    assert markdown(text) == made


def test_an_anchor_is_none_that_a_page_has_of_its_own():
    theme = Path(__file__).resolve().parents[2] / "theme" / "templates"
    drawings = re.findall(r'^ *\("([a-z][a-z0-9-]+)", "', (theme / "_symbols.html").read_text(), re.MULTILINE)

    assert {"phone", "map"} < set(drawings)
    for id in (*drawings, "main"):
        assert problems(f"## 一 {{#{id}}}") == ((1, f"编号“{id}”是网站自己用的。请换一个，如 {{#{id}-1}}。"),)


def test_an_anchor_names_one_place_only():
    text = "## 一 {#s1}\n\n## 二 {#s1}"

    assert markdown(text) == '<h2 id="s1">一</h2>\n<h2>二</h2>'
    assert [message for _, message in problems(text)] == ["编号“s1”用了两次。请给第二处另起一个，如 {#s1b}。"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("见https://x.cn/a_b，谢", '见<a href="https://x.cn/a_b">https://x.cn/a_b</a>，谢'),
        ("（https://x.cn/a?b=1&c=2）。", '（<a href="https://x.cn/a?b=1&amp;c=2">https://x.cn/a?b=1&amp;c=2</a>）。'),
        ("http://x.cn/a.html.", '<a href="http://x.cn/a.html">http://x.cn/a.html</a>.'),
        ("[官网https://x.cn](a.html)", '<a href="a.html">官网https://x.cn</a>'),
        ("https://x.cn/路径", "https://x.cn/路径"),
        ("https://known.cn@x.cn", "https://known.cn@x.cn"),
        ("`https://x.cn`", "<code>https://x.cn</code>"),
    ],
)  # fmt: skip
def test_an_address_that_is_written_out_is_a_link(text, made):
    assert markdown(text) == f"<p>{made}</p>"


def test_a_link_around_an_image_needs_no_other_words():
    assert problems("[![图](a.jpg)](b.html)") == ()
