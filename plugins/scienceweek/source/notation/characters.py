"""Characters that look alike, as one: full-width forms, dashes, colons, brackets and spaces.

For notation (dates, times, phone numbers, headings of tables), not for prose, whose
punctuation is its own. Not NFKC as a whole: that makes 5.22 of 5.2 and a footnote's raised 2,
a day that nobody wrote.
"""

import re
import unicodedata

# Full-width ASCII, and the radicals that PDF files put in the place of 月 and 日.
_COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e]")

_ALIKE = (
    # Soft hyphens and what has no width.
    ("", re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")),
    # Hyphens, dashes, minus, waves, lines of boxes and the long vowel of kana; two are as good as one.
    (
        "-",
        re.compile(
            "[-~\u2010-\u2015\u2043\u2053\u2212\u223c\u223d\u2500\u2501"
            "\u2e3a\u2e3b\u301c\u3030\u30fc\ufe58\ufe63]+"
        ),
    ),
    (":", re.compile("[\u02d0\u2236\ua789\ufe30\ufe55]")),
    ("/", re.compile("[\u2044\u2215\u29f8]")),
    (".", re.compile("[\u2024\ufe52]")),
    ("(", re.compile("[\u3010\u3014\ufe59]")),
    (")", re.compile("[\u3011\u3015\ufe5a]")),
    (",", re.compile("\ufe50")),
    (";", re.compile("\ufe54")),
)


def normalise(text: str) -> str:
    """*text* with one character for each meaning, and single spaces between its words.

    ``2024年5月25日（周六） 9：30—11：00`` is ``2024年5月25日(周六) 9:30-11:00``.
    """
    text = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    for plain, pattern in _ALIKE:
        text = pattern.sub(plain, text)
    return " ".join(text.split())
