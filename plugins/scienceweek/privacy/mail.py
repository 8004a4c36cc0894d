"""Mail addresses in a text, as people write them so that programs shall not read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scienceweek.privacy.spelling import JOINT

# Full-width signs, and what stands for a dot. One sign for one, so that places stay.
_PLAIN = str.maketrans(
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {ord(sign): "." for sign in "。｡·・﹒․"}
    | {ord(sign): "@" for sign in "﹫"}
    | {ord(sign): "-" for sign in "‐‑‒–—−﹣"}
    | {ord(sign): "(" for sign in "【〔［〖﹙（{<《"}
    | {ord(sign): ")" for sign in "】〕］〗﹚）}>》"}
    | {ord(sign): " " for sign in "\xa0\u2002\u2003\u2009\u202f\u3000\n\t"}
)
_AT = re.compile(
    r"(?:[@#]|%40|[(\[] ?(?:at|a|艾特|@|#) ?[)\]]|艾特|圈a|小老鼠|(?<=[ \w])[ _-]at[ _-](?=[ \w]))(?=[^@#]{1,8}\w)",
    re.IGNORECASE,
)
_DOT = r"(?: ?(?:\.|[(\[] ?(?:\.|dot|点) ?[)\]]|(?<= )dot(?= )|点) ?)"
_LETTER = rf"(?:[a-z0-9_%+-](?:{JOINT}){{0,10}}+)"
_LEFT = re.compile(
    rf"{_LETTER}+(?:{_DOT}(?:{JOINT}){{0,10}}{_LETTER}+){{0,5}} {{0,3}}(?:{JOINT}){{0,10}}$", re.IGNORECASE
)
_RIGHT = re.compile(
    rf"(?:{JOINT}){{0,10}} {{0,3}}(?:{JOINT}){{0,10}}{_LETTER}+(?:{_DOT}(?:{JOINT}){{0,10}}{_LETTER}+){{1,5}}",
    re.IGNORECASE,
)
_JOINTS = re.compile(JOINT)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_PLACE = re.compile(r"[0-9]{1,2}[.]")
_WORD = re.compile(r"\w")
_WIDEST = 100  # signs on either side


@dataclass(frozen=True, slots=True)
class Address:
    """What stands from *start* to *end* may be the address *form*, which is in small letters."""

    start: int
    end: int
    form: str

    @property
    def box(self) -> str:
        """The address without a mark of its owner's: ``zhang.san+news@example.cn`` comes to the same box."""
        local, _, host = self.form.rpartition("@")
        return f"{local.partition('+')[0] or local}@{host}"


def addresses(text: str) -> Iterator[tuple[Address, ...]]:
    """What may be a mail address in *text*, at each place in the ways in which it can be read, the longest first.

    Nearly all of it is none, but each that is there is among them.
    """
    plain = text.translate(_PLAIN) if not text.isascii() else text.replace("\n", " ")
    for at in _AT.finditer(plain):
        left = _LEFT.search(plain, max(0, at.start() - _WIDEST), at.start())
        right = _RIGHT.match(plain, at.end(), at.end() + _WIDEST)
        if left and right:
            # Text may run on before and behind it, where a dot is none of its own: 问。zhang.san@example.cn。Thanks
            starts = sorted({left.start(), *(edge.end() for edge in _ends(left, text))})
            ends = sorted({right.end(), *(edge.start() for edge in _ends(right, text))}, reverse=True)
            yield tuple(
                Address(start, end, f"{_bare(plain[start : at.start()])}@{_bare(plain[at.end() : end])}")
                for start in starts
                for end in ends
            )


def _ends(side: re.Match[str], text: str) -> Iterator[re.Match[str]]:
    """Where in *side* something else may end or begin.

    At the dots that may end a sentence, which are not written as one of ASCII alone, at the one behind a place in a list
    (1.zhang.san@example.cn), and where something stands that nobody sees, as at the end of what is bold.
    """
    for dot in _DOTS.finditer(side.string, side.start(), side.end()):
        if text[dot.start() : dot.end()] != "." or _PLACE.fullmatch(text, side.start(), dot.end()):
            yield dot
    for joint in _JOINTS.finditer(side.string, side.start(), side.end()):
        if _WORD.search(side[0], 0, joint.start() - side.start()) and _WORD.search(
            side[0], joint.end() - side.start()
        ):
            yield joint


def _bare(text: str) -> str:
    return _DOTS.sub(".", _JOINTS.sub("", text).strip()).replace(" ", "").lower().strip("._%+-")
