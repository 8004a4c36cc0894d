"""Paragraphs in Markdown stand apart by an empty line; those of a text that was pasted out of Word do not."""

import re

from scienceweek.source.problems import Problems, Spot

_OPENING = re.compile(
    r"\u3000|[ \u00a0]{2,}[^ \u00a0>|*+-]|[•·●▪◆■]|[一二三四五六七八九十]+、|[0-9]{1,2}[、\uff0e）]|[(（][一二三四五六七八九十0-9]{1,3}[)）]"
)
_TEXT = re.compile(r"\s*[^\s#>|*+`-]")


def pasted(file: str, text: str, problems: Problems) -> None:
    """Remind of lines that look like the beginning of a paragraph, but go on with the line above."""
    above = ""
    for number, line in enumerate(text.split("\n"), 1):
        if _OPENING.match(line) and _TEXT.match(above):
            problems.remind(Spot(file, number), "这一行会接在上一行后面。要另起一段，请在前面空一行。")
        above = line
