"""The signs of which numbers are made, and what people put between them without making another number."""

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from urllib.parse import unquote

_HAN = {
    **dict.fromkeys("〇零○◯洞", "0"),
    **dict.fromkeys("一壹幺弌", "1"),
    **dict.fromkeys("二贰貳两兩弍", "2"),
    **dict.fromkeys("三叁參叄弎", "3"),
    **dict.fromkeys("四肆", "4"),
    **dict.fromkeys("五伍", "5"),
    **dict.fromkeys("六陆陸", "6"),
    **dict.fromkeys("七柒拐", "7"),
    **dict.fromkeys("八捌", "8"),
    **dict.fromkeys("九玖勾", "9"),
}
# Superscripts, subscripts, and digits in circles, in brackets, with a full stop; Roman ones up to nine.
_ODD = "²³¹⁰⁴-⁹₀-₉⓪①-⑨⑴-⑼⒈-⒐⓵-⓽❶-❾➀-➈➊-➒\u2160-\u2168\u2170-\u2178\U0001f100-\U0001f10a"
MARKS = f"[{_ODD}]+|[^{_ODD}]+"
"""Pieces of a run of digits: a mark such as that of a list or of a note (①, ²) beside plain ones is no part of a number."""
TEN = "xXｘＸ×✕ХхΧχ\u2169\u2179"
"""What an identity card has in place of a tenth digit, and what is taken for it."""
_ALIKE = {"o": "0", "O": "0", "l": "1", "I": "1"}
HAN = f"[{''.join(_HAN)}]"
"""A Chinese numeral."""

DIGIT = rf"[\d{''.join(_HAN)}{_ODD}]"
"""One digit in any script (Unicode's Nd), Chinese numeral or numeral in a circle."""

FOREIGN = rf"[０-９٠-٩۰-۹०-९০-৯๐-๙\U0001d7ce-\U0001d7ff{''.join(_HAN)}{_ODD}]"
"""Likewise, but for those of ASCII; of other scripts only some."""

ALIKE = "(?<=[0-9oOlI])[oOlI](?=[oOlI]*[0-9])"
"""A letter among digits, which a scanner or a typist has taken for one."""

_INLINE = "a|abbr|b|bdi|bdo|big|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tspan|tt|u|var|wbr"
# What such a tag or link leads to may be a number itself: then it is no joint.
# Seen by nobody, or only as emphasis: the digits on both sides stand together.
JOINT = (
    "(?:"
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0"
    "\u0300-\u036f\u20d0-\u20f0"
    r"*`\\]|~~|<!--.{0,200}?-->"
    rf"|</?(?:{_INLINE})(?:\s(?![^<>]*\d{{3}})[^<>]{{0,200}})?/?>"
    r"|\]\((?![^()\n]*\d{3})[^()\n]{0,200}\)"
    ")"
)
# A list item, a heading or a cell begins another thing; so does an empty line.
_BREAK = r"(?:(?:<br\s*/?>|\\)?[ \t]*\n(?![ \t>]*\n)[ \t>]*(?![-+*•]\s|#|\d+[.)、]\s)|<br\s*/?>)"
GAP = (
    "(?:"
    r"[ \t\v\f\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800\u3164]"
    r"|[-_~+/.()\[\]{}·•‐-―⁃⁓−∙∼∽⋅─━‧․‥…⸺⸻⸱〜〰ーｰ・･。｡－＿～＋／．（）［］｛｝【】〔〕〖〗「」『』〈〉﹘﹣﹒﹍-﹏﹙-﹞֊־᠆⹀゠¯´ˉ˗⎯⏤▪●○★☆◆◇■□※→'’‘′\u2600-\u2767\u27a1-\u27bf\U0001f300-\U0001faff]"
    r"|%(?:20|2[BbDdEeFf89]|[Cc]2%[Aa]0|[Ee]3%80%80)"
    rf"|{_BREAK}"
    ")"
)
# What lists and tables put between things; between the parts of a number nobody means anything by it.
COMMA = r"[,，、;；:：|｜=＝\"“”]"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ADDRESS = re.compile(r"(?:https?|tel|mailto)(?::|%3[Aa])[^\s()<>\"']+", re.IGNORECASE)
_ESCAPE = re.compile("%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])")


def digits(text: str) -> str:
    """The digits in *text*, as ASCII; everything else is left out."""
    return "".join(_value(sign) for sign in text)


def _value(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isdigit() else _ALIKE.get(sign, "")
    if found := _HAN.get(sign):
        return found
    number = unicodedata.numeric(sign, None)
    if "\U0001f101" <= sign <= "\U0001f10a":  # with a comma: 🄂 is 1
        number = ord(sign) - 0x1F101
    return str(int(number)) if number is not None and number in range(10) else ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A *text* whose HTML entities are the signs that they stand for; *marks* lead back to where those were written.

    So are the letters and digits that its addresses have as ``%31``.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, written: str) -> "Decoded":
        codes = _codes(written)
        if not codes:
            return cls(written)
        parts: list[str] = []
        marks: list[tuple[int, int]] = []
        at = length = 0
        for match in codes:
            sign = unquote(match[0]) if match[0][0] == "%" else html.unescape(match[0])
            parts += written[at : match.start()], sign
            length += match.start() - at + len(parts[-1])
            at = match.end()
            marks.append((length, at))
        return cls("".join((*parts, written[at:])), tuple(marks))

    def origin(self, place: int) -> int:
        """Where what stands at *place* was written."""
        number = bisect_right(self.marks, (place, 1 << 62))
        if not number:
            return place
        here, there = self.marks[number - 1]
        return there + place - here


def _codes(written: str) -> list[re.Match[str]]:
    """The entities of *written*, and what is escaped in its addresses, in their order."""
    found = list(_ENTITY.finditer(written)) if "&" in written else []
    if "%" in written:
        found += (
            code
            for address in _ADDRESS.finditer(written)
            for code in _ESCAPE.finditer(written, address.start(), address.end())
        )
    return sorted(found, key=re.Match.start)
