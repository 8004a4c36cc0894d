"""What of a text the finder searches: its words, without the marks of Markdown."""

import re

from scienceweek.manuscript import manuscript

_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_ANCHOR = re.compile(r"\{[#.][^}\n]*\}|<[^>\n]*>")
_MARKS = re.compile(r"[*_`|#>~\\]+|^[ \t]*[-+:]+[ \t|:-]*$", re.MULTILINE)
_BLANKS = re.compile(r"\s+")


def words(*texts: str) -> str:
    """*texts* in Markdown as one line of plain words."""
    return _BLANKS.sub(" ", " ".join(_plain(text) for text in texts if text)).strip()


def _plain(text: str) -> str:
    shown = manuscript(text).text
    return _MARKS.sub("", _ANCHOR.sub("", _LINK.sub(r"\1", shown)))
