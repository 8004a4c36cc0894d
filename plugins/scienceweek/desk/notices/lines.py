"""The paragraphs of a notice as their author meant them: broken ones joined, spaces and signs of a poor scan mended."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scienceweek.desk.documents import Block, Paragraph, Table

_HAN = "\u3400-\u9fff"
_SPACED = re.compile(rf"(?:[{_HAN}，。、；：] ){{3,}}")
_GAP = re.compile(rf"(?<=[{_HAN}，。、；：“”（）]) +(?=[{_HAN}，。、；：“”（）])")
_ZERO = re.compile("(?<=[0-9])[Oo〇○](?=[0-9年月日号时:：.]|$)|(?<=[^A-Za-z0-9])[Oo](?=[0-9])")
_ONE = re.compile("(?<=[0-9])[lI](?=[0-9年月日号时:：.])|(?<![A-Za-z0-9])[lI](?=[0-9]?[月日])")
_NUMERAL = re.compile(rf"^[—－–-](?=、[{_HAN}])|(?<=^[（(])\s*[—－–-]\s*(?=[）)])")
_INSIDE = re.compile(r"^([（(])\s*([0-9一二三四五六七八九十]{1,3})\s*([）)])\s*")
_BEFORE_STOP = re.compile(rf"(?<=^[一二三四五六七八九十])\s+(?=、)|(?<=^[0-9])\s+(?=[、.．][{_HAN}“])")
_ANCHOR = re.compile(r"\s*\{#[^{}\s]*\}\s*$")
_CLOCK = re.compile(r"(?<=[0-9])\s*[:：\u2236]\s*(?=[0-9]{2}(?![0-9]))")
_DASH = re.compile(r"(?<=[:：][0-9]{2})\s*一\s*(?=[0-9]{1,2}[:：])")
_DAY = re.compile(r"(?<=[0-9])\s*曰")
_STOP = re.compile(rf"(?<=[{_HAN}])\.(?=[{_HAN}])")
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}
_QUOTED = re.compile(r"^(?:[>*•·●▪◆■➢]|-(?= ))\s*")
_BULLET = re.compile(r"[*•·●▪◆■➢]|- ")
_HOURS = re.compile(
    r"(?:上午|下午|晚上)?\s*[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}[./][0-9]{1,2}(?=\s)"
)
"""What each line of a programme begins with."""
_RULE = re.compile(
    r"[-—_=*·. ]{3,}|第\s*[0-9]{1,3}\s*页(?:\s*[,，共/]\s*共?\s*[0-9]{1,3}\s*页?)?|[—－-]\s*[0-9]{1,3}\s*[—－-]"
)
"""Lines that are none: rules, and the numbers of pages."""

NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十]{1,3}(?:部分|章|条|项|阶段)|[一二三四五六七八九十]{1,3}\s*[、.．]"
    r"|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]|[㈠-㈩]|[0-9]{1,2}\s*[.．、](?![0-9])|[0-9]{1,2}\s*[.．、](?=20[0-9]{2}\s*年|[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)"
    r"|[（(]\s*[0-9]{1,2}\s*[)）]|[⑴-⒇]|[①-⑳]|[0-9]{1,2}[)）]"
    r"|(?:活动|讲座|专题|场次|项目)(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*[：:]"
    r"|【(?:活动|讲座|专题|场次|项目)?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})】)"
)
"""How a section is numbered, at the beginning of its line."""
LABELLED = re.compile(rf"[{_HAN}]{{1,3}}\s?[{_HAN}]{{1,8}}\s*[：:]")
"""A word with a colon: what is said of, as in 时间：."""
_DATE = re.compile(r"20[0-9]{2}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日(?:\s*印发)?")
MENDED = "原文里的字母当作数字读"
"""Why somebody should look at what a mended line says."""
_CALLED = re.compile(r"[0-9][0-9 —-]{5,}[0-9]$|@[A-Za-z0-9.-]+$")
"""A number to call or an address of mail: no sentence goes on behind it."""
_ENDED = "。！？；;!?…”』】》：:"
_GOES_ON = "，、,和与及或的至到（“《"
_SIGNED = 20
"""Characters of a name that stands below a programme, at most."""
_FULL = 26
"""Characters from which on a line without an end was broken by its width."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that stands at *where*; of a heading with its *level*; *mended* where a letter was read as a digit."""

    text: str
    where: str
    level: int = 0
    mended: bool = False


Piece = Line | Table


def pieces(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """The paragraphs and tables of a notice, in order."""
    found: list[Piece] = []
    was_timed = False
    for block in blocks:
        if isinstance(block, Table):
            found.append(block)
            continue
        line = _mended(block)
        if not line.text or _RULE.fullmatch(line.text):
            continue
        before = found[-1] if found else None
        goes_on = not _BULLET.match(block.text.strip()) and not (_HOURS.match(line.text) and was_timed)
        was_timed = _HOURS.match(line.text) is not None
        if isinstance(before, Line) and goes_on and _is_broken(before, line):
            found[-1] = replace(
                before, text=_joined(before.text, line.text), mended=before.mended or line.mended
            )
        else:
            found.append(line)
    return tuple(found)


def lines(found: Iterable[Piece]) -> Iterator[Line]:
    """The paragraphs among what was *found*."""
    return (one for one in found if isinstance(one, Line))


def _mended(paragraph: Paragraph) -> Line:
    text = _QUOTED.sub("", _ANCHOR.sub("", paragraph.text.strip(" \u3000\t"))).replace("**", "")
    if _SPACED.search(text):
        text = _GAP.sub("", text)
    text = _STOP.sub("。", _CLOCK.sub(":", text.translate(_WIDE)))
    digits = _DAY.sub("日", _DASH.sub("—", _ONE.sub("1", _ZERO.sub("0", text))))
    plain = _BEFORE_STOP.sub("", _INSIDE.sub(r"\1\2\3", _NUMERAL.sub("一", digits)))
    return Line(plain.strip(), paragraph.where, paragraph.level, mended=digits != text)


def _is_broken(before: Line, line: Line) -> bool:
    """Whether *line* goes on with what *before* began."""
    if line.level or before.level or _begins(line.text):
        return False
    if before.text[-1] in _GOES_ON:
        return True
    if before.text[-1] in _ENDED or _DATE.fullmatch(before.text) or _CALLED.search(before.text):
        return False
    if _HOURS.match(before.text) and len(line.text) <= _SIGNED and not re.search("[，,。；：、]", line.text):
        return False
    # A line without any punctuation is a title, the name of an office or a number: it ends where it ends.
    return len(before.text) >= _FULL and re.search("[，,。；：、]", before.text) is not None


def _begins(text: str) -> bool:
    return bool(
        NUMBERED.match(text)
        or _DATE.fullmatch(text)
        or re.match(r"附\s*件|抄送|主送|联\s*系\s*人|（此件|注[：:]", text)
        or (LABELLED.match(text) and not re.search("[，、,]", text.partition("：")[0]))
    )


def _joined(before: str, text: str) -> str:
    is_latin = before[-1].isascii() and before[-1].isalpha() and text[0].isascii() and text[0].isalpha()
    return f"{before} {text}" if is_latin else before + text
