"""Telephone numbers as staff write them become numbers that can be dialled (numbering plan of China)."""

import re

from scienceweek.model.contact import Phone
from scienceweek.source.notation import normalise
from scienceweek.source.problems import quoted, unwrapped

_EXAMPLES = "可以写 13800000000、023-67821101、67821101转801 或 400-800-0000。"
_BETWEEN = re.compile("[、,;/]|或者?")
_AREA = re.compile("(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-9][0-9]{6,7})")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_SERVICE = re.compile("([48]00)([0-9]{3})([0-9]{4})")
_SHORT = re.compile("1[0-9]{2}|1[012][0-9]{3}|9[56][0-9]{3,4}")
_LOCAL = re.compile("[2-8][0-9]{6,7}")
_LABEL = re.compile("^(?:联系)?(?:电话|手机|座机|[Tt][Ee][Ll])[.:]? *")
_COUNTRY = re.compile("^(?:[+]|00)86[ -]?")
_ABROAD = re.compile("(?:10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}")
# Behind a dash one or two digits may as well be the end of another number: 67821101-2.
_EXTENSION = re.compile(
    "(?P<number>.+?) *(?:转|[Ee]xt[.]?|(?<=[0-9]{7})-(?=[0-9]{3})) *(?P<extension>[0-9]{1,6})"
)
_TURN = re.compile(r"[,(]? *(?:转(?:分机)?|分机)\)? *([0-9]{1,6})\)?")
_LETTERS = re.compile("(?<=[0-9])[oO〇lI]|[oO〇lI](?=[0-9])")


class PhoneError(ValueError):
    """No telephone number: a message in Chinese that says what would do."""


def phones(text: str, area_code: str) -> tuple[Phone, ...]:
    """The numbers in *text*: one, or several with something between them.

    *area_code* (``023``) is put before a local number; it may be unknown. Raises PhoneError.
    """
    plain = _TURN.sub(r"转\1", normalise(unwrapped(text) or text).lstrip("'‘’"))
    if letter := _LETTERS.search(plain):
        digit = "0" if letter[0] in "oO〇" else "1"
        raise PhoneError(f"电话{quoted(text)}里有“{letter[0]}”，是不是数字 {digit}？")
    found = []
    for piece in _BETWEEN.split(plain):
        if one := _phone(piece, area_code):
            found.append(one)
            continue
        several = [_phone(word, area_code) for word in piece.split()]
        if len(several) < 2 or None in several:  # noqa: PLR2004 - a single word is no list
            raise PhoneError(_wrong(text, piece, area_code))
        found += [one for one in several if one]
    return tuple(found)


def _phone(piece: str, area_code: str) -> Phone | None:
    plain = _LABEL.sub("", piece.strip())
    local = _COUNTRY.sub("", plain)
    if match := _EXTENSION.fullmatch(local):
        local, turn = match["number"], f"转{match['extension']}"
    else:
        turn = ""
    number = re.sub("[ ()-]", "", local)
    if plain != _COUNTRY.sub("", plain) and _ABROAD.fullmatch(number):
        number = f"0{number}"
    if _MOBILE.fullmatch(number):
        return None if turn else Phone(number, mobile=True)
    if _SHORT.fullmatch(number):
        return Phone(number + turn, mobile=False)
    if match := _SERVICE.fullmatch(number):
        return Phone(f"{match[1]}-{match[2]}-{match[3]}{turn}", mobile=False)
    if _LOCAL.fullmatch(number) and area_code:
        return Phone(f"{area_code}-{number}{turn}", mobile=False)
    match = _AREA.fullmatch(number)
    return Phone(f"{match[1]}-{match[2]}{turn}", mobile=False) if match else None


def _wrong(text: str, piece: str, area_code: str) -> str:
    told = f"看不懂电话{quoted(text)}"
    if re.fullmatch("[0-9](?:[.][0-9]+)?[eE][+]?[0-9]+", piece.strip()):
        return f"{told}：Excel 把号码变成了科学计数，后面几位已经丢了。请从原来的表或通知里查出完整的号码。"
    if re.fullmatch("(?:无|暂无|没有|待定|不详|同上|/|-)", piece.strip()):
        return f"{told}：没有号码，就删去 phones 这一项；和别处一样的，请再写一遍号码。"
    if match := re.fullmatch("([0-9]{7,12})[.]0", piece.strip()):
        return f"{told}：Excel 加上了“.0”，请写 {match[1]}。"
    if (words := re.findall("[\u4e00-\u9fff]+", piece)) and re.search("[0-9]{7}", piece):
        return f"{told}：电话里只写号码，{quoted(words[0])}请写在 name 或 post 里。"
    digits = re.sub("[ ()+-]", "", piece)
    if re.fullmatch("1[3-9][0-9]{5,15}", digits):
        return f"{told}：手机号是 11 位，这里有 {len(digits)} 位。"
    if several := _several(piece.strip(), digits):
        return f"{told}：{several}"
    if _LOCAL.fullmatch(digits) and not area_code:
        return f"{told}：没有区号，districts.yaml 里这个区县也没有写 area_code。请写上区号。"
    if re.fullmatch("0[0-9]{5,15}", digits):
        return f"{told}：区号后面应该是 7 位或 8 位。{_EXAMPLES}"
    return f"{told}。{_EXAMPLES}"


def _several(piece: str, digits: str) -> str:
    """What is wrong with *piece* if it stands for more numbers than one, or for the end of one; or nothing."""
    if match := re.search("[0-9]{7}-([0-9]{1,2})$", piece):
        return f"是分机请写 转{match[1]}；是另一个号码，请把它写全。"
    if re.fullmatch("[0-9]{1,2}", digits):
        return "有几个号码，每个都要写全。"
    return "有几个号码，请用“、”隔开。" if re.fullmatch("[0-9]{14,}", digits) else ""
