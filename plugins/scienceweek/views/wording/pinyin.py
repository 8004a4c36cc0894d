"""How names are read (ISO 7098, without tones), for those who type with a keyboard. The door for pypinyin."""

from functools import cache
from typing import Any


@cache
def syllables(text: str) -> tuple[str, ...]:
    """One reading for each character: ("chong", "qing", "5", "g"); letters and digits stand for themselves, marks have none.

    A character with several readings has that of the word it stands in: 重庆, 重要.
    """
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(text, style=Style.NORMAL, errors=_kept))


def keys(text: str) -> tuple[str, str]:
    """The full reading and the initials: ("chongqingqixiang", "cqqx")."""
    read = syllables(text)
    return "".join(read), "".join(syllable[:1] for syllable in read)


def reading(text: str) -> str:
    """The syllables with a space between them, so that each can be found again: "ke pu  2024"."""
    return " ".join(syllables(text))


def _kept(signs: str) -> Any:
    """A list, which pypinyin takes although it does not say so: one entry for each sign."""
    return [sign.lower() if sign.isalnum() else "" for sign in signs]
