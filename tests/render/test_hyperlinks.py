import pytest

from scienceweek.render.prose import hyperlinks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("字", []),
        ("看 [附件](附件1.docx)", [(1, 8, "附件1.docx")]),
        ("[甲](a.html)[乙](a.html)", [(1, 5, "a.html"), (1, 16, "a.html")]),
        ("`[甲](a.html)` [乙](a.html)", [(1, 19, "a.html")]),
        ("    [甲](a.html)\n\n[乙](a.html)", [(1, 9, "a.html"), (3, 5, "a.html")]),
        ("[甲](a.html#x \"题\") [乙](<b c.html> '题')", [(1, 5, "a.html#x"), (1, 24, "b c.html")]),
        ("[甲][b] [b]\n\n[b]: ../x.html '题'\n", []),
        ("见 <https://x.cn/a_b>", [(1, 4, "https://x.cn/a_b")]),
        ("[甲\n乙](a.html)", [(2, 4, "a.html")]),
        ("| 甲 |\n|---|\n| [乙](a.html) |", [(3, 7, "a.html")]),
        ("- 甲\n  - [乙](a.html)\n\n## [丙](b.html) {#c}", [(2, 9, "a.html"), (4, 8, "b.html")]),
        ("[![图](a.jpg)](b.html)", [(1, 15, "b.html"), (1, 7, "a.jpg")]),
        ("[甲](x\\_y.html?a=1&amp;b=2)", [(1, 5, "x_y.html?a=1&b=2")]),
        ("[甲]() [](a.html)", [(1, 5, ""), (1, 10, "a.html")]),
        ("<!-- [甲](a.html) -->\n[乙](b.html)", [(2, 5, "b.html")]),
        ("正文[^1]\n\n[^1]: 脚注。", []),
        ("[甲](a(1).html)", [(1, 5, "a(1).html")]),
        ("<a href='x.html'>甲</a> [乙] (a.html)", []),
    ],
)
def test_a_link_stands_where_its_address_is_written(text, found):
    assert [(one.line, one.column, one.address) for one in hyperlinks(text)] == found


def test_of_a_link_its_words_and_of_an_image_its_description_are_told():
    found = hyperlinks("[**甲**乙](a.html) ![图](b.jpg) [](c.html) ![](d.jpg) [![图](e.jpg)](f.html)")

    assert [(one.words, one.is_image) for one in found] == [
        ("甲乙", False),
        ("图", True),
        ("", False),
        ("", True),
        ("图", False),
        ("图", True),
    ]


def test_what_could_lead_out_of_the_site_unseen_is_not_allowed():
    found = hyperlinks("[甲](javascript:x) [乙](https://x.cn) ![丙](https://x.cn/x.jpg) ![丁](x.jpg)")

    assert [one.allowed for one in found] == [False, True, False, True]


def test_a_text_that_breaks_a_limit_has_none():
    assert hyperlinks("[甲](a.html)\n" + "[" * 20_000) == ()
