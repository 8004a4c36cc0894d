"""What the papers quote of the program is what it says: each hint has a slip that brings it, each quoted word an owner."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from docs.test_examples import ACTIVITIES, FILES, HANDBOOK, grow

from scienceweek.check.inspection import inspect
from scienceweek.source.mistakes.problems import SourceError

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ("docs/handbook.md", "docs/fields.md", "deploy/README.md", "README.md", "README.zh-CN.md")
HINTS = [
    hint
    for table in HANDBOOK.split("\n| 提示里说 |")[1:]
    for hint in re.findall(r"^\| (.+?) \|", table.partition("\n\n")[0], re.MULTILINE)
]
BASES, CAMPAIGN, NOTICE = (
    "data/bases/yubei.yaml",
    "data/campaigns/2027-yubei.yaml",
    "content/notices/2027-yubei.md",
)
LONG = "content/activities/2027-yubei-01.md"
PAGE = "content/pages/volunteers.md"

Slip = Mapping[str, str | bytes | None]


def slip(file: str, right: str, wrong: str) -> Slip:
    """A file of the handbook in which somebody wrote *wrong* for *right*."""
    assert right in FILES[file]
    return {file: FILES[file].replace(right, wrong, 1)}


SLIPS: Mapping[str, tuple[Slip, ...]] = {
    "用了全角冒号、冒号后面没有空格": (
        slip(ACTIVITIES, "kind: lecture", "kind： lecture"),
        slip(ACTIVITIES, "kind: lecture", "kind:lecture"),
    ),
    "前面有 3 个空格，应有 4 个": (slip(ACTIVITIES, "    kind: lecture", "   kind: lecture"),),
    "前面少了“- ”": (slip("data/districts.yaml", "  - id: yubei", "    id: yubei"),),
    "这里有制表符（Tab 键）": (slip(ACTIVITIES, "    kind: lecture", "\tkind: lecture"),),
    "没有“……”这一项": (slip(ACTIVITIES, "kind: lecture", "knd: lecture"),),
    "没有编号为“……”的基地": (slip(ACTIVITIES, "base: example-robot-museum\n", "base: robot\n"),),
    "编号已经用过": (slip(ACTIVITIES, "id: 2027-yubei-02", "id: 2027-yubei-01"),),
    "GBK 编码、UTF-16 编码": (
        {ACTIVITIES: FILES[ACTIVITIES].encode("gbk")},
        {ACTIVITIES: FILES[ACTIVITIES].encode("utf-16")},
    ),
    "多了“.txt”": ({NOTICE: None, f"{NOTICE}.txt": FILES[NOTICE]},),
    "会被当作注释丢掉": (slip(ACTIVITIES, "title: 机器人体验课", "title: #机器人体验课"),),
    "是注释，网页上没有": (slip(ACTIVITIES, "title: 机器人体验课", "title: 机器人体验课 # 等确认"),),
    "这个链接会打不开、这里要写“../……”": (
        slip(LONG, "## 流程", "[见](../bases/nobody.html)\n\n## 流程"),
        slip(LONG, "## 流程", "[见](bases.html)\n\n## 流程"),
    ),
    "会成为网址，只用英文字母、数字……": (
        slip(LONG, "../images/hall.jpg", "../images/会场.jpg") | {"content/images/会场.jpg": b""},
    ),
    "不起作用，会照样显示出来": (slip(NOTICE, "启动仪式、", "[附件]（https://example.cn）启动仪式、"),),
    "离活动周有半年以上": (slip(ACTIVITIES, "when: 5.23-25", "when: 2026-05-23"),),
    "经度和纬度写反了": (slip(BASES, "lon: 106.631, lat: 29.718", "lon: 29.718, lat: 106.631"),),
    "Excel 把号码变成了科学计数": (slip(BASES, "023-60000000", "1.38E+10"),),
    "git 没有合并好": (
        slip(ACTIVITIES, "    kind: lecture", "<<<<<<< HEAD\n    kind: lecture\n=======\n>>>>>>> x"),
    ),
}
"""What brings each hint."""


def said(root: Path, slip: Slip) -> list[str]:
    """What is told of the handbook's files with *slip*."""
    grow(root, {name: text for name, text in FILES.items() if slip.get(name, text) is not None})
    for name, text in slip.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        else:
            (root / name).unlink(missing_ok=True)
    try:
        return [str(one) for one in inspect(root / "data", root / "content").warnings]
    except SourceError as error:
        return str(error).split("\n")


def pattern(hint: str) -> re.Pattern[str]:
    """*hint* as a pattern: …… stands for anything, and a quoted name may stand between the words."""
    return re.compile(".*".join(re.escape(part) for part in bare(hint).split("……")))


def bare(text: str) -> str:
    return "".join(text.split())


def brought(hint: str, messages: list[str]) -> bool:
    """Whether one of *messages* has *hint* in it, or each of its parts is in one of them."""
    plain = [
        bare(text) for message in messages for text in (message, re.sub("“[^”]*”|（[^）]*）", "", message))
    ]

    def found(words: str) -> bool:
        return any(pattern(words).search(message) for message in plain)

    return found(hint) or ("、" in hint and all(map(found, hint.split("、"))))


@pytest.mark.parametrize("hint", [hint for hint in HINTS if hint in SLIPS])
def test_a_slip_brings_the_hint_that_the_handbook_explains(tmp_path: Path, hint: str):
    messages = [line for number, one in enumerate(SLIPS[hint]) for line in said(tmp_path / str(number), one)]

    assert brought(hint, messages), messages


@pytest.mark.parametrize("hint", HINTS)
def test_each_hint_of_the_handbook_has_a_slip_that_brings_it_or_is_a_sentence_of_the_program(hint: str):
    assert hint in SLIPS or is_said(hint)


@pytest.mark.parametrize("hint", SLIPS)
def test_each_slip_brings_a_hint_that_is_explained(hint: str):
    assert hint in HINTS


@pytest.mark.parametrize("line", re.findall("^    (data/.+?)……$", HANDBOOK, re.MULTILINE))
def test_a_message_that_the_handbook_shows_is_what_check_says(tmp_path: Path, line: str):
    messages = said(tmp_path, slip(ACTIVITIES, "when: 5.23-25", "when: 5月32日"))

    assert any(message.startswith(line) for message in messages), messages


# ---- Quoted words ----------------------------------------------------------------------------------------------------


def holes(text: str) -> str:
    """*text* with … for what changes: quoted names, dots, and numbers."""
    return re.sub("…+", "…", re.sub("“[^”]*”|「[^」]*」|[0-9]+", "…", text))


def sentences() -> Iterator[str]:
    """Every text of the program, of its pages and of their scripts, with … for what is filled in."""
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for path in sorted((ROOT / "theme").rglob("*")):
        if path.suffix in (".html", ".js") and "vendor" not in path.parts:
            yield path.read_text("utf-8")


SENTENCES = tuple(sentences())


def is_said(words: str) -> bool:
    """Whether *words* are in a text of the program, whatever is filled in."""
    return any(words in text or holes(words) in holes(text) for text in SENTENCES)


OTHERS = {
    "…": "whatever stands in a value",
    "区": "a word of a name",
    "县": "a word of a name",
    "区县名+简称": "how a name is put together",
    "此件公开发布": "the words of notices",
    "另存为": "Windows",
    "半角冒号加空格": "what is written so",
    "文本": "Excel",
    "微信同号": "what stands beside numbers in tables",
    "今天": "a day",
    "本周": "a page's own words",
}
"""Quoted words of others: notices, Excel, Windows."""


def quotes(paper: str) -> list[str]:
    text = (ROOT / paper).read_text("utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return sorted(set(re.findall("“([^”\n]+)”", prose)))


@pytest.mark.parametrize(("paper", "words"), [(paper, words) for paper in PAPERS for words in quotes(paper)])
def test_what_is_quoted_is_said_by_the_program_or_by_someone_who_is_named(paper: str, words: str):
    example = words in "".join(FILES.values()) or re.fullmatch(
        "[0-9]+月.*|另行通知|端午节|[.-].*|.*……", words
    )

    assert words in OTHERS or example or is_said(words)


ANSWERS = re.findall(
    r"^\| `(.+?)` \|",
    (ROOT / "deploy" / "README.md").read_text("utf-8").partition("| 看到 |")[2],
    re.MULTILINE,
)


@pytest.mark.parametrize("words", [words for words in ANSWERS if words != "dubious ownership"])
def test_what_a_server_may_answer_is_what_it_says(words: str):
    assert is_said(words)
