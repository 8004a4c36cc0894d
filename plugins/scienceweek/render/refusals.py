"""What may not be written in a Markdown text, because it would not be shown as it was meant; and what to write instead."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SHOWN = 40  # characters
_ADDRESS = r"<?(?:https?://|www\.|mailto:|tel:|\.\./|#[a-z0-9]|[A-Za-z0-9_-]+\.html)"
_LINK = "链接写成 [文字](网址)，图片写成 ![说明](地址)：符号都是半角的，中间没有空格。"
_ROW = "表格写成三行以上：表头一行，下面一行“|---|---|”，格数和表头一样，再下面是内容，中间不空行。"


class _Refusal(NamedTuple):
    """What is refused, and why; ``{found}`` in the *words* stands for what was found."""

    pattern: re.Pattern[str]
    words: str
    once: bool = False  # for all lines that stand under one another


_OPENINGS = (
    _Refusal(
        re.compile(r"`{3,}|~{3,}"),
        "{found}是代码块的记号，这里不用代码块。请删去这一行。",
    ),
    _Refusal(
        re.compile(r"[#＃]*＃[#＃]*(?![0-9０-９＃#]).*"),
        "{found}里的“＃”是全角的。标题写成“## 标题”：半角的“#”，后面空一格。",
    ),
    _Refusal(
        re.compile(r"(?:#{2,6}[^\s#].*|#[^\s#0-9][^#]*)$"),
        "{found}没有成为标题。标题的“#”最多六个，后面空一格，写成“## 标题”；不是标题，请在最前面加“\\”。",
    ),
    _Refusal(re.compile(r"#{7,}.*"), "{found}没有成为标题：“#”最多六个。请写“## 标题”。"),
    _Refusal(
        re.compile(r"[=＝]{3,}[ \t]*$"),
        "{found}不起作用，会照样显示出来。标题写成“## 标题”；分隔线请空一行，再写“---”。",
    ),
    _Refusal(
        re.compile(r"｜.*｜.*"),
        "{found}里的“｜”是全角的，不会成为表格。表格的竖线用半角的“|”。",
        once=True,
    ),
    _Refusal(
        re.compile(r"\|.*|:?-+:?[ \t]*\|[-:| \t]*$"),
        "{found}没有成为表格。" + _ROW + "不是表格，请在最前面加“\\”。",
        once=True,
    ),
    _Refusal(
        re.compile(rf"\[[^\[\]]+\]:[ \t]*{_ADDRESS}.*"),
        "{found}不会成为链接。链接请直接写在文字里：[文字](网址)。",
    ),
)
_WITHIN = (
    _Refusal(
        re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]"),
        "脚注{found}不起作用，会照样显示出来。请把脚注的话写进正文，放在括号里，或另起一段写“注：……”。",
    ),
    _Refusal(
        re.compile(r"(?<![~\\])~~(?!~)[^~]+~~(?!~)"),
        "{found}里的“~~”不起作用，会照样显示出来。不要的字请直接删去；从几点到几点，用“—”或一个“~”。",
    ),
    _Refusal(
        re.compile(r"(?<!\\)</?[A-Za-z][A-Za-z0-9]*(?:\s+[A-Za-z-]+\s*=[^<>]*|\s*/?)>"),
        "网页标签{found}不起作用，会照样显示出来。请删去，或改用 Markdown 的写法。",
    ),
    _Refusal(
        re.compile(
            r"[!！]?(?:【[^【】]*】|［[^［］]*］)[ \t]*[(（](?:www\.|\.\./|(?:images|files)/)[^)）\s]*[)）]?"
        ),
        "{found}不起作用，会照样显示出来。" + _LINK,
    ),
    _Refusal(
        re.compile(
            r"[!！]?\[[^\[\]\n]*\](?: +[(（]|（)(?:https?[:：]|www\.|\.\./|(?:images|files)/)[^)）\s]*[)）]?"
        ),
        "{found}不起作用，会照样显示出来。" + _LINK,
    ),
    _Refusal(  # an exclamation mark may end the sentence before a link
        re.compile(r"！\[[^\[\]\n]*\]\([^()\s]*\.(?:jpe?g|png|webp|svg)\)", re.IGNORECASE),
        "{found}不起作用，会照样显示出来。" + _LINK,
    ),
)
_ANCHOR = re.compile(r"(?<!\\)[{｛][ \t]*:?[ \t]*[#＃][^{}｛｝\n]*[}｝]")
_RIGHT = re.compile(r"\{#[^{}\s]*\}[ \t]*")
_ANCHOR_MISTYPED = "看不懂编号{found}。符号都是半角的，中间没有空格，写成 {#s4-1}。"
_ANCHOR_MISPLACED = (
    "编号{found}写的地方不对，会照样显示出来。编号写在标题、段落或列表的一条的最后，如 {#s4-1}。"
)
_BROKEN_LINK = re.compile(r"!?\[[^\[\]\n]*\]\([^()\n]*\)?")
_PICTURE_SPACED = "图片{found}的名称里有空格。请把文件改名，去掉空格，再照样写在这里。"
_LINK_BROKEN = "{found}没有成为链接，会照样显示出来。网址里不能有空格。" + _LINK


def quoted(found: str) -> str:
    """*found* on one line, not too long, in marks that it has none of."""
    line = " ".join(found.split())
    short = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    return f"「{short}」" if re.search("[“”]", short) else f"“{short}”"


def openings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Which of the *lines* (from 0) of a paragraph are refused for how they begin, and why."""
    before: _Refusal | None = None
    for number, line in enumerate(lines):
        found = ((one, one.pattern.match(line.strip())) for one in _OPENINGS)
        refusal, match = next(((one, match) for one, match in found if match), (None, None))
        if refusal and match and not (refusal.once and refusal is before):
            yield number, _told(refusal.words, match[0])
        before = refusal


def in_line(line: str) -> Iterator[str]:
    """Why something within *line* is refused."""
    for refusal in _WITHIN:
        for match in refusal.pattern.finditer(line):
            yield _told(refusal.words, match[0])


def in_anchors(line: str, *, ends: bool) -> Iterator[str]:
    """Why something like ``{#s1}`` in *line* is refused; one that *ends* a paragraph is looked at elsewhere."""
    for match in _ANCHOR.finditer(line):
        last = ends and not line[match.end() :].strip(" \t*_")
        if last and _RIGHT.fullmatch(line, match.start()):
            continue
        yield _told(_ANCHOR_MISTYPED if last else _ANCHOR_MISPLACED, match[0])


def in_words(words: str) -> Iterator[str]:
    """Why something is refused in *words* that are shown as they stand: what looks like a link and is none."""
    for match in _BROKEN_LINK.finditer(words):
        spaced = match[0].startswith("!") and " " in match[0].rpartition("(")[2].strip()
        yield _told(_PICTURE_SPACED if spaced else _LINK_BROKEN, match[0])


def _told(words: str, found: str) -> str:
    return words.replace("{found}", quoted(found))
