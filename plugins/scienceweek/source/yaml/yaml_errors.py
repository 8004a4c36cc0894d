"""What goes wrong in the grammar of YAML, in words for people who write tables."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scienceweek.source.mistakes.problems import Position, quoted
from scienceweek.source.records.synonyms import WORDS
from scienceweek.source.yaml.indentation import misaligned

_FULL_WIDTH = re.compile(r"\s*(?:-\s+)?(?P<key>[A-Za-z_][\w-]*)\s*：\s*(?P<value>.*)")
_CHINESE = re.compile(rf"\s*(?:-\s+)?(?P<key>[^\s：]{{0,4}}(?:{WORDS}))\s*：\s*(?P<value>.*)")
_BULLET = re.compile(
    r"\s*(?P<mark>[\uff0d\u2010-\u2015\u2212\u2022\u00b7\u25cf\u25a0\u25aa\u25c6\u25e6\u2023*+]|-(?=[^\s-]))\s*(?P<key>[A-Za-z_][\w-]*)\s*[:：]?"
)
_SECOND = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*): +(?P<text>[^\"'\[{].*)")
_BLANKS = re.compile("^ *(?:- +)?(?P<blank>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
# A list, a mapping or a quotation after a colon that parts nothing.
_UNPARTED = re.compile(r"[{\[,]\s*(?P<key>[^\s,:：{}\[\]\"'，]+)\s*(?:(?P<wide>：)\s*|:)[\"'\[{]")
_OPENED = re.compile(r"^[^\"'{\[]*?(?:: +|- +)(?P<sign>[\"'\[{]).*$")
# What these complain of began earlier.
_BEGUN = ("could not find expected ':'", "found unexpected end of stream", "found unexpected document")
_UNCLOSED = ("did not find expected ',' or", "did not find expected node content")
_GLUED = (*_UNCLOSED, "found unexpected ':'")
_UNPAIRED = ("did not find expected", "found unexpected")

_QUOTE = "请给整个值加上引号。"
_REASONS = {
    "mapping values are not allowed": "这里多了一个冒号，或者这一行的缩进不对。值里有“: ”时，" + _QUOTE,
    "could not find expected ':'": "这一行没有冒号。每一项写成“名称: 值”，用半角冒号，后面加一个空格；"
    "如果是上一项的文字，请在行首加空格，比上一项缩进两格。",
    "did not find expected key": "这一行没有和同一级的行对齐，或者上面的引号、括号后面还有字。值以引号或括号开头时，"
    + _QUOTE,
    "did not find expected '-' indicator": "这一行没有和上面的“- ”对齐。列表的每一项都以“- ”开头。",
    "did not find expected ',' or ']'": "方括号没有配对。列表写成 [甲, 乙]，用半角逗号；如果是文字，"
    + _QUOTE,
    "did not find expected ',' or '}'": "花括号没有配对。写成 {名称: 值, 名称: 值}，用半角逗号；如果是文字，"
    + _QUOTE,
    "did not find expected node content": "括号里多了一个逗号，或者少了一个值。",
    "found unexpected end of stream": "引号没有配对：有开头，没有结尾。",
    "found unexpected document indicator": "引号没有配对：有开头，没有结尾。",
    "block sequence entries are not allowed": "“- ”要另起一行，并和同一级的行对齐。",
    "found unknown escape character": "双引号里的反斜杠“\\”有特殊的意思。请改用单引号。",
    "did not find expected comment or line break": "“>”和“|”开头的值，" + _QUOTE,
    "did not find expected alphabetic or numeric": "“*”和“&”开头的值，" + _QUOTE,
    "did not find expected hexadecimal": "双引号里的反斜杠“\\”有特殊的意思。请改用单引号。",
    "found invalid Unicode character escape": "双引号里的反斜杠“\\”写的不是一个字。请改用单引号，或直接写那个字。",
    "did not find the expected '!'": "“!”开头的值，" + _QUOTE,
    "found undefined tag handle": "“!”开头的值，" + _QUOTE,
    "did not find expected whitespace or line break": "“!”开头的值，" + _QUOTE,
    "did not find expected tag URI": "“!”开头的值，" + _QUOTE,
    "did not find expected <document start>": "这一行和前面的内容连不上。请检查缩进，以及有没有多余的引号或括号。",
    "found unexpected ':'": "括号里的冒号后面要有一个空格。",
    "found incompatible YAML document": "不能用“%”开头的指令，请删去这一行。",
    "found unknown directive name": "“%”开头的值，" + _QUOTE,
}
_OTHERWISE = "看不懂这里的写法。请检查这一行和上一行的缩进、冒号、引号和括号。"


def explained(file: str, text: str, error: Any) -> tuple[Position, str]:
    """Where and why the parser gave up, in Chinese."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Position(file), _OTHERWISE
    context = getattr(error, "context_mark", None) or mark
    problem = str(error.problem)
    lines = text.split("\n")
    first = max(0, min(context.line, mark.line) - 1)
    if found := _disguised(lines, first, mark.line):
        return Position(file, *found[0]), found[1]
    if problem.startswith(_BEGUN):
        mark = context
    spot = Position(file, mark.line + 1, mark.column + 1)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if problem.startswith("could not find expected ':'") and (fault := colon(line.lstrip(" -"))):
        return spot, fault
    wide = re.search("[\uff5b\uff3b]", line[: mark.column])
    if problem.startswith("mapping values") and not wide and (match := _SECOND.match(line[: mark.column])):
        return spot, _second(match["text"] + ":")
    if found := _in_brackets(lines, context, mark, problem):
        return Position(file, *found[0]), found[1]
    if problem.startswith(_UNPAIRED) and (match := _OPENED.search(line[: mark.column + 1])):
        return Position(file, mark.line + 1, match.start("sign") + 1), _opened(
            match["sign"], line, match.start("sign")
        )
    if problem.startswith("found character that cannot start any token"):
        return spot, f"值不能以{quoted(line[mark.column : mark.column + 1])}开头，{_QUOTE}"
    if not problem.startswith(_UNCLOSED) and (found := misaligned(lines, mark.line)):
        return Position(file, *found[0]), found[1]
    return spot, next((text for head, text in _REASONS.items() if problem.startswith(head)), _OTHERWISE)


def _disguised(lines: Sequence[str], first: int, last: int) -> tuple[tuple[int, int], str] | None:
    """A sign between lines *first* and *last* that is not what it seems: a colon, a space or a dash."""
    for number, line in enumerate(lines[first : last + 1], first + 1):
        start = 1 + len(line) - len(line.lstrip())
        if _FULL_WIDTH.fullmatch(line) or _CHINESE.fullmatch(line):
            return (number, start), half_width(line)
        if match := _BLANKS.match(line):
            return (number, match.start("blank") + 1), blank(match["blank"])
        if fault := bullet(line):
            return (number, start), fault
    return None


def _in_brackets(
    lines: Sequence[str], context: Any, mark: Any, problem: str
) -> tuple[tuple[int, int], str] | None:
    """A bracket that is not closed: told where it opens; or a comma in it that is none."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    if problem.startswith(_GLUED) and (match := _UNPARTED.search(line)):
        key = match["key"]
        return (mark.line + 1, match.start("key") + 1), unparted(key, match["wide"] or ":", key)
    if not problem.startswith(_UNCLOSED):
        if problem.startswith("mapping values") and (at := re.search("[\uff5b\uff3b]", line[: mark.column])):
            return (mark.line + 1, at.start() + 1), "括号是全角的。请用半角的 { } 和 [ ]。"
        return None
    if not "".join(lines[context.line :]).strip():
        return _open_at_the_end(lines)
    line = lines[context.line]
    if match := re.search(r"[，、；](?=\s*[A-Za-z_][\w-]*\s*[:：])", line[context.column :]):
        return (context.line + 1, context.column + match.start() + 1), (
            f"括号里的“{match[0]}”要用半角逗号加一个空格，写成“, ”。"
        )
    if match := re.search("[\uff5d\uff3d]", line[context.column :]):
        return (context.line + 1, context.column + match.start() + 1), "括号是全角的。请用半角的 { } 和 [ ]。"
    if context.line < mark.line and problem.startswith("did not find expected ','"):
        reason = next(text for head, text in _REASONS.items() if problem.startswith(head))
        return (context.line + 1, context.column + 1), reason
    return None


def _open_at_the_end(lines: Sequence[str]) -> tuple[tuple[int, int], str] | None:
    """The bracket in which the file ends."""
    closed = 0
    for number in range(len(lines), 0, -1):
        for match in reversed([*re.finditer(r"[][{}]", lines[number - 1])]):
            closed += 1 if match[0] in "]}" else -1
            if closed < 0:
                close = {"[": "]", "{": "}"}[match[0]]
                return (number, match.start() + 1), _REASONS[f"did not find expected ',' or '{close}'"]
    return None


def _second(text: str) -> str:
    """Of a value with a colon and a space in it."""
    return f"{quoted(text[-12:])}后面有空格，会被当成另一项。请把这个冒号改成全角“：”，或给整个值加上引号。"


def bullet(line: str) -> str:
    """What is wrong with the sign before the key in *line*, where ``- `` should be; or nothing."""
    match = _BULLET.match(line)
    if match is None:
        return ""
    if match["mark"] == "-":
        return f"“-”后面要有一个空格，写成“- {match['key']}: …”。"
    return (
        f"“{match['mark']}”不是半角的减号。列表的每一项以“- ”（减号加空格）开头，写成“- {match['key']}: …”。"
    )


def blank(character: str) -> str:
    return f"缩进里有全角或特殊的空格（U+{ord(character):04X}），请改成半角空格。"


def _opened(sign: str, line: str, start: int) -> str:
    kind = "引号" if sign in "\"'" else "括号"
    return f"{quoted(line[start:])}以{kind}开头，没有配对，或者后面还有字。如果是文字，{_QUOTE}"


def full_width(lines: Sequence[str], first: int, last: int) -> Iterator[tuple[int, str]]:
    """Those of the *lines* from *first* to *last* (from 0) that look like ``key：value``, numbered from 1."""
    for number, line in enumerate(lines[first : last + 1], first + 1):
        if _FULL_WIDTH.fullmatch(line):
            yield number, line


def half_width(line: str) -> str:
    """What to write in place of ``district：渝北区``."""
    match = _FULL_WIDTH.fullmatch(line) or _CHINESE.fullmatch(line)
    if match is None:
        raise ValueError("a line without a full-width colon")
    return f"{quoted(match['key'] + '：')}用了全角冒号。请用半角冒号加一个空格，写成“{match['key']}: …”。"


def colon(text: str) -> str:
    """What is wrong with *text* where keys and values should be: its colon, or nothing."""
    match = re.match(r"(?P<key>[A-Za-z_][\w-]*)\s*(?P<colon>[:：])(?P<blank>\s?)", text)
    if match is None:
        return ""
    if match["colon"] == ":" and match["blank"].strip(" "):
        return f"冒号后面的空格是全角或特殊的（U+{ord(match['blank']):04X}），请改成半角空格。"
    return unparted(match["key"], match["colon"], match["key"])


def unparted(key: str, sign: str, meant: str) -> str:
    """What is wrong with the colon *sign* after *key*, which parts nothing there, and how the key *meant* is written."""
    kind = "用了全角冒号" if sign == "：" else "冒号后面没有空格"
    return f"{quoted(key + sign)}{kind}。请用半角冒号加一个空格，写成“{meant}: …”。"
