"""Stars and underscores that mean emphasis, and those that are signs of their own (CommonMark 0.31, section 6.2).

CommonMark tells by spaces and punctuation which mark opens and which closes. Chinese has no spaces, so that
``**注意：**请`` would keep its stars; and staff write 3*4*5, 138****0001 and 第__页, which must keep theirs.
"""

import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_LONGEST = 3  # of more, a blank to fill in or something hidden is made
_OPENING = frozenset("“‘\"'（(《〈【〔「『[｛{<")
_UNITS = frozenset("年月日时分")  # of a date that is not told: 2027年**月**日
_CLOSING = frozenset("”’\"'）)》〉】〕」』]｝}>，。、；：！？…,.;:!?%％")


def chinese_emphasis(parser: MarkdownIt) -> None:
    """A plug-in: the rules of this module in place of CommonMark's."""
    parser.inline.ruler.at("emphasis", _read)


def _read(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as the parser calls it
    start, mark = state.pos, state.src[state.pos]
    if silent or mark not in "*_":
        return False
    end = start
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = _does(mark, end - start, before, after)
    for _ in range(end - start):
        token = state.push("text", "", 0)
        token.content = mark
        state.delimiters.append(
            Delimiter(
                marker=ord(mark),
                length=end - start,
                token=len(state.tokens) - 1,
                end=-1,
                open=opens,
                close=closes,
            )
        )
    state.pos = end
    return True


def _does(mark: str, length: int, before: str, after: str) -> tuple[bool, bool]:
    """Whether the marks open and whether they close emphasis, between the characters *before* and *after*."""
    opens = not after.isspace() and (after not in _CLOSING or after in _OPENING)
    closes = not before.isspace() and (before not in _OPENING or before in _CLOSING)
    if length > _LONGEST or (_is_latin(before) and _is_latin(after)) or {before, after} <= _UNITS:
        return False, False
    if mark == "_" or length == 1:
        # Within words one star is a sign: 长*宽*高, 带*的为必填.
        return opens and not _is_of_a_word(before), closes and not _is_of_a_word(after)
    return opens, closes


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_of_a_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
