"""What the next edition of something is called: 第七届 becomes 第八届, 2024年 becomes 2025年."""

import re

_DIGITS = "零一二三四五六七八九"
_EDITION = re.compile(r"第\s*([0-9]{1,3}|[零〇一二两三四五六七八九十百]{1,6})\s*届")
_TEN, _HUNDRED = 10, 100


def following(title: str, year: int, years: int = 1) -> str:
    """What *title*, of a *year*, is called so many *years* later."""
    later = re.sub(rf"(?<!\d){year}(?=年)", str(year + years), title)
    return _EDITION.sub(lambda found: f"第{_later(found[1], years)}届", later)


def _later(written: str, years: int) -> str:
    if written.isascii():
        return str(int(written) + years)
    number = _number(written)
    return _spelled(number + years) if number else written


def _number(written: str) -> int:
    """The number that is spelled, 0 where it is none: 二十一, 一百零三."""
    plain = written.replace("〇", "零").replace("两", "二")
    found = re.fullmatch(
        r"(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九])?", plain
    )
    if not found:
        return 0
    hundreds, tens, is_tens, ones = found.groups()
    number = _DIGITS.index(hundreds or "零") * _HUNDRED + _DIGITS.index(ones or "零")
    return number + (_DIGITS.index(tens or "一") * _TEN if is_tens else 0)


def _spelled(number: int) -> str:
    """*number*, below 1,000, in Chinese."""
    hundreds, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    told = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        told += f"{'' if tens == 1 and not hundreds else _DIGITS[tens]}十"
    elif hundreds and ones:
        told += "零"
    return told + (_DIGITS[ones] if ones else "")
