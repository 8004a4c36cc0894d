"""Where YAML takes ``#`` for the beginning of a comment, and something may be lost."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from scienceweek.source.mistakes.problems import quoted

_CUT = re.compile(r"(?<=\S)(?P<gap> +)(?P<lost>#(?P<note>#|[ ]+(?![ 0-9]))?.*\S)")


class Cut(NamedTuple):
    """What is *lost*, and where, as columns from 0: the *gap* before it begins, it stands *at*. A *note* is one on purpose."""

    gap: int
    at: int
    lost: str
    note: bool

    @property
    def message(self) -> str:
        if self.note:
            return f"{quoted(self.lost)}是注释，网页上没有。要显示，请给整个值加上引号。"
        return f"{quoted(self.lost)}会被当作注释丢掉。要保留，请给整个值加上引号；如果是注释，请另写一行，以“# ”开头。"


def cuts(text: str) -> Mapping[int, Cut]:
    """By line, from 0."""
    if "#" not in text:
        return {}
    found = ((number, _CUT.search(line)) for number, line in enumerate(text.split("\n")))
    return {
        number: Cut(match.start("gap"), match.start("lost"), match["lost"], bool(match["note"]))
        for number, match in found
        if match
    }
