"""How names are read (ISO 7098, without tones), for those who type with a keyboard. The door for pypinyin."""

from functools import cache


@cache
def keys(text: str) -> tuple[str, str]:
    """The full reading and the initials: ("chongqingqixiang", "cqqx"); other letters and digits stay as they are."""
    from pypinyin import Style, lazy_pinyin

    full = lazy_pinyin(text, style=Style.NORMAL, errors=_kept)
    initials = lazy_pinyin(text, style=Style.FIRST_LETTER, errors=_kept)
    return "".join(full), "".join(initials)


def _kept(signs: str) -> str:
    """What is no Chinese character, in small letters; marks are left out."""
    return "".join(sign.lower() for sign in signs if sign.isalnum())
