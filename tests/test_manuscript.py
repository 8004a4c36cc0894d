import sys
from contextlib import suppress

import pytest

from scienceweek.manuscript import LENGTH, manuscript
from scienceweek.render import prose


def messages(text: str) -> list[tuple[int, str]]:
    return list(manuscript(text).broken)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "科普" * 20_000,
        "一\n" * 2_000,
        "- a\n    - b\n        - c\n\n> > 引\n\n    代码",
        "- " * 100,
        "* * * * * * * * * * * * * * * * *",
        "_" * 299,
        "| **馆** | [址](https://x.cn) |\n" * 200,
        "　　全角空格开头的一段",
        "[一][二][三]\n" * 2_000,
        ("[" * 15 + "\n\n") * 20,
        "\\[" * 300,
        "“" * 299,
    ],
)
def test_what_people_write_breaks_no_limit(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("科" * 60_001, (1, "全文有 60001 个字，最多 60000 个。请分成几篇，或把附件另外上传。")),
        ("一\n" * 3_000, (1, "全文有 3001 行，最多 3000 行。请分成几篇，或把附件另外上传。")),
        ("一\n\n" + "> " * 13 + "引", (3, "列表或引用套了 13 层，最多 12 层。请减少行首的空格或“>”。")),
        ("一\n" + "1. " * 13 + "项", (2, "列表或引用套了 13 层，最多 12 层。请减少行首的空格或“>”。")),
        ("\t" * 12 + "- 项", (1, "列表或引用套了 13 层，最多 12 层。请减少行首的空格或“>”。")),
        ("一\n" + "#" * 301, (2, "“#”连着写了 300 次以上。请删短。")),
        (
            "一\n\n" + "[甲" * 15 + "]\n" + "[甲" * 4_000,
            (4, "到这一行，有 21 个“[”还没有“]”。请补上，或删去多余的“[”。"),
        ),
        ("一\n二 <!-- 三\n", (2, "“<!--”后面没有“-->”。请补上，或删去这条注释。")),
        ("\u3000" * 24 + "- 项", (1, "列表或引用套了 13 层，最多 12 层。请减少行首的空格或“>”。")),
    ],
)
def test_a_limit_is_told_with_its_line_and_what_would_do(text, found):
    assert messages(text) == [found]


HOSTILE = [
    "[" * 20_000,
    "[a" * 20_000,
    "[a](" * 15_000,
    "![" * 30_000,
    "*a **a " * 8_000,
    "*a_ " * 15_000,
    "a**b" * 15_000,
    "`a``b" * 10_000,
    "<" * 50_000,
    "<a@" * 20_000,
    ">" * 50_000,
    "> " * 5_000 + "a",
    "- " * 5_000 + "a",
    "".join("    " * depth + "- a\n" for depth in range(300)),
    "<![CDATA[" * 5_000,
    "<![" * 20_000,
    "<!--" * 15_000,
    "&" * 60_000,
    "\\" * 60_000,
    "[a]: b\n***" + "\t" * 50_000,
    "a" + " " * 59_000 + "b",
    "|" * 30_000 + "\n" + "-|" * 15_000,
    "| a " * 700 + "|\n" + "|---" * 700 + "|",
    "-->" * 100 + "- -\n- " * 1_490,
    "#|\n> " * 1_499,
    "[x][" * 1_400,
    "[" * 290 + "a" + "](b)" * 290,
    "*a **b " * 300 + "** *" * 300,
    "\n\n[-| - | -\n " * 700,
    "a <![CDATA[" * 5_400,
    "a [" * 19_000,
    "a](" * 19_000,
    "![a](" * 11_000,
    "![" * 20 + "a [b](" * 9_000,
    "[a](<" * 11_000,
    "【a】（" * 11_000,
    "<a b=" * 11_000,
    "{#a " * 14_000,
    "~~a" * 19_000,
    "**a*" * 14_000,
    "a：b\n" * 2_990,
    "x://" * 14_000,
]


class Calls:
    """How many functions are called, which does not hang on how fast the machine is."""

    def __init__(self) -> None:
        self.number = 0

    def count(self, text: str) -> int:
        sys.setprofile(self._event)
        try:
            with suppress(prose.ProseError):
                prose.problems(text)
        finally:
            sys.setprofile(None)
        return self.number

    def _event(self, frame, event, argument) -> None:
        self.number += 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(text):
    prose.problems("字")

    assert Calls().count(text) < 300 * LENGTH
