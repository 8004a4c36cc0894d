"""Telephone numbers as staff write them become numbers that can be dialled (numbering plan of China; ITU-T E.164 for other countries)."""

import re
from dataclasses import dataclass, replace

from scienceweek.model.contact import Phone
from scienceweek.source.mistakes.problems import quoted, unwrapped
from scienceweek.source.notation.characters import normalise

_BETWEEN = re.compile(r"[、,;/|&\n]|或者?|和|及")
# Three digits for the largest cities, whose numbers have eight; four for all others.
_AREA = re.compile("(010|02[0-57-9])([2-9][0-9]{7})|(0(?!400|800)[3-9][0-9]{2})([2-9][0-9]{6,7})")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_SERVICE = re.compile("([48]00)([0-9]{3})([0-9]{4})")
_EMERGENCY = re.compile("1[12][0-9]|999")
_HOTLINE = re.compile("1[012][0-9]{3}|9[56][0-9]{3,4}")
_WIDE = re.compile("11[68]114|95[0-9]{6}|1010[0-9]{4}")
"""Short numbers that are the same everywhere, so that no area code stands before them."""
_LOCAL = re.compile("[2-8][0-9]{6,7}")
_AREA_CODE = re.compile("010|02[0-57-9]|0(?!400|800)[3-9][0-9]{2}")

_LABEL = re.compile(
    "^(?:(?:联系|咨询|服务|报名|预约|办公|值班|固定|移动|热线|总机|座机|手机号?|电话|号码|方式|拨打|请拨|致电|[Tt][Ee][Ll]|[\u2121\u260e\u260f\U0001f4de\U0001f4f1]\ufe0f?)[.:]? *)+"
)
_KIND = re.compile(
    "(?:(?:市民|便民|政务|政府|服务|投诉|举报|咨询|公益|科普)*(?:热线|专线)(?:电话)?|电话|(?<=[0-9]) ?分机)$"
)
_COUNTRY = re.compile(
    r"^(?:\( *(?:[+]|00)? ?86 *\)|(?:[+]|00) ?86|86(?=[- (]|1[3-9][0-9]{9}$|[48]00[0-9]{7}$))[ -]*"
)
_ABROAD = re.compile(r"^(?:[+]|00)(?!00)[ (]*[1-9]")
_TURN = re.compile(
    r"(?<=[0-9) ])[,;(#]* *(?:转接?(?:分机)?|分机号?|内线|(?:[Ee][Xx][Tt](?:ension)?|[Xx])[.=:]?|[#*]) *[:]? *([0-9]{1,6})(?![0-9]) *\)?"
)
# A pause, in the memory of a phone; two numbers with a comma between them are longer.
_PAUSE = re.compile("(?<=[0-9]{4}) *,+ *([0-9]{3,4})(?=$|[、;/|&])")
_LETTERS = re.compile("(?<=[0-9])[oO〇lI]|[oO〇lI](?=[0-9])")
_MARKS = re.compile("[ ()._·-]")


class PhoneError(ValueError):
    """No telephone number: a message in Chinese that says what would do."""


def phones(text: str, area_code: str) -> tuple[Phone, ...]:
    """The numbers in *text*: one, or several with something between them.

    *area_code* (``023``) is put before a local number; it may be unknown. A number that follows one with an area code
    of its own has that one. Raises PhoneError.
    """
    plain = normalise(unwrapped(text) or text).lstrip("'‘’").replace("\ufe62", "+")
    plain = _PAUSE.sub(_paused, _TURN.sub(r"转\1", plain))
    if letter := _LETTERS.search(plain):
        digit = "0" if letter[0] in "oO〇" else "1"
        raise PhoneError(f"电话{quoted(text)}里有“{letter[0]}”，是不是数字 {digit}？")
    found: list[Phone] = []
    for piece in _BETWEEN.split(plain):
        near = _area_of(found) or area_code
        if one := _phone(piece, near):
            found.append(one)
            continue
        several = [_phone(word, near) for word in piece.split()]
        if len(several) < 2 or None in several:  # noqa: PLR2004 - a single word is no list
            raise PhoneError(f"看不懂电话{quoted(text)}{_wrong(_bare(piece), near, found)}")
        found += [one for one in several if one]
    return tuple(found)


def _paused(match: re.Match[str]) -> str:
    return match[0] if _EMERGENCY.fullmatch(match[1]) else f"转{match[1]}"


def _area_of(found: list[Phone]) -> str:
    """The area code of the last of *found*."""
    first = found[-1].number.partition("-")[0] if found else ""
    return first if _AREA_CODE.fullmatch(first) else ""


def _phone(piece: str, area_code: str) -> Phone | None:
    plain = _bare(piece)
    main, turn, extension = plain.partition("转")
    known = _number(main.strip(), area_code)
    if turn:
        return _extended(known, extension)
    if known:
        return known
    # Behind a dash one or two digits may as well be the end of another number: 67821101-2.
    main, dash, extension = plain.rpartition("-")
    if dash and re.fullmatch("[0-9]{3,6}", extension):
        return _extended(_number(main.strip(), area_code), extension)
    return None


def _bare(piece: str) -> str:
    """*piece* without the words that say that it is a number: 电话：, 热线."""
    return _KIND.sub("", _LABEL.sub("", piece.strip())).strip()


def _extended(known: Phone | None, extension: str) -> Phone | None:
    """*known* with the *extension*; a mobile has none, nor has an emergency number."""
    if not known or _is_plain(known) or not re.fullmatch("[0-9]{1,6}", extension):
        return None
    return replace(known, number=f"{known.number}转{extension}")


def _is_plain(known: Phone) -> bool:
    """Whether there can be nothing behind it."""
    return known.mobile or bool(_EMERGENCY.fullmatch(known.number))


def _number(plain: str, area_code: str) -> Phone | None:
    local = _COUNTRY.sub("", plain)
    if local == plain and _ABROAD.match(plain):
        return _abroad(plain)
    if not re.fullmatch("[0-9 ()._·-]+", local) or re.search("[0-9]{7}(?:[.]0|-[0-9])$", local):
        return None
    return _chinese(_MARKS.sub("", local), area_code, zero=local != plain)


def _chinese(digits: str, area_code: str, *, zero: bool) -> Phone | None:
    """The number of these *digits*; with *zero* they may lack the 0 of their area code, as behind +86."""
    if _MOBILE.fullmatch(digits.removeprefix("0")):
        return Phone(digits.removeprefix("0"), mobile=True)
    if any(short.fullmatch(digits) for short in (_EMERGENCY, _HOTLINE, _WIDE)):
        return Phone(digits, mobile=False)
    if match := _SERVICE.fullmatch(digits):
        return Phone(f"{match[1]}-{match[2]}-{match[3]}", mobile=False)
    if zero and not digits.startswith("0"):
        return _with_area(f"0{digits}")
    if area_code and _LOCAL.fullmatch(digits) and (found := _with_area(area_code + digits)):
        return found
    return _with_area(digits)


def _with_area(digits: str) -> Phone | None:
    if match := _AREA.fullmatch(digits):
        return Phone(f"{match[1] or match[3]}-{match[2] or match[4]}", mobile=False)
    area = _AREA_CODE.match(digits)
    if area and _HOTLINE.fullmatch(digits[area.end() :]):
        return Phone(f"{area[0]}-{digits[area.end() :]}", mobile=False)
    return None


def _abroad(plain: str) -> Phone | None:
    # What knows all countries takes long to import, and few numbers are abroad.
    import phonenumbers

    try:
        number = phonenumbers.parse(re.sub("^00", "+", plain), None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return Phone(shown, mobile=mobile)


@dataclass(frozen=True, slots=True)
class _Unread:
    """What could not be read: *piece*, its *digits* without the code of the country, the area code it would have been given, and the number *before* it."""

    piece: str
    digits: str
    area_code: str
    before: str

    @property
    def abroad(self) -> bool:
        return not _COUNTRY.match(self.piece) and bool(_ABROAD.match(self.piece))


def _wrong(piece: str, area_code: str, found: list[Phone]) -> str:
    """What is wrong with *piece*, and what would do; every number that it proposes is one that is accepted."""
    digits = re.sub("[^0-9]", "", _COUNTRY.sub("", piece))
    before = found[-1].number.partition("转")[0] if found and not _is_plain(found[-1]) else ""
    unread = _Unread(piece, digits, area_code, before)
    reasons = (
        _empty,
        _spreadsheet,
        _masked,
        _foreign,
        _worded,
        _local,
        _turned,
        _mobile,
        _zero,
        _several,
        _area,
    )
    for told in reasons:
        if reason := told(unread):
            return f"：{reason}"
    return f"。{_examples(area_code)}"


def _examples(area_code: str) -> str:
    turned = "67821101转801" if area_code else "023-67821101转801"
    return f"可以写 13800000000、023-67821101、{turned} 或 400-800-0000。"


def _empty(unread: _Unread) -> str:
    if re.fullmatch("(?:无|暂无|没有|待定|不详|同上|/|-|)", unread.piece):
        return "没有号码，就删去 phones 这一项；和别处一样的，请再写一遍号码。"
    return ""


def _spreadsheet(unread: _Unread) -> str:
    if re.fullmatch("[0-9](?:[.][0-9]+)?[eE][+]?[0-9]+", unread.piece):
        return "Excel 把号码变成了科学计数，后面几位已经丢了。请从原来的表或通知里查出完整的号码。"
    match = re.fullmatch("([0-9]{7,12})[.]0", unread.piece)
    if match and (found := _number(match[1], unread.area_code)):
        return f"Excel 加上了“.0”，请写 {found.number}。"
    return f"Excel 加上了“.0”，请删去，写出完整的号码。{_examples(unread.area_code)}" if match else ""


def _masked(unread: _Unread) -> str:
    if re.search("[0-9][*xX×]{2,}", unread.piece):
        return "号码要写全，不能有几位用 * 代替。不想公开就写 show: internal；要在网页上隐去手机中间四位，在 data/site.yaml 写 mask_mobiles: true。"
    return ""


def _foreign(unread: _Unread) -> str:
    if re.fullmatch("(?:852|853|886)[0-9]{8,9}", unread.digits) and (found := _abroad(f"+{unread.digits}")):
        return f"港澳台和国外的号码以 + 开头，请写 {found.number}。"
    if unread.abroad:
        return "“+”后面是国家或地区的代码和完整的号码，这里位数或开头不对。可以写 +852 2345 6789 或 +86 23 6000 0000。"
    return ""


def _worded(unread: _Unread) -> str:
    words = re.findall("[\u4e00-\u9fff]+", unread.piece.replace("转", ""))
    if words and re.search("[0-9]{3}", unread.piece):
        return f"电话里只写号码，{quoted(words[0])}请写在 name 或 post 里。"
    return ""


def _local(unread: _Unread) -> str:
    """It would be a number, had it an area code, or one digit more."""
    main = re.split("转|-(?=[0-9]{1,6}$)", unread.piece)[0]
    digits = _MARKS.sub("", main)
    if not _LOCAL.fullmatch(digits):
        return ""
    if not unread.area_code:
        return "没有区号，districts.yaml 里这个区县也没有写 area_code。请写上区号。"
    if _with_area(unread.area_code + digits):
        return ""
    return f"区号 {unread.area_code} 后面应该是 8 位，这里有 {len(digits)} 位。"


def _turned(unread: _Unread) -> str:
    main, turn, extension = unread.piece.partition("转")
    if not turn:
        main, turn, extension = unread.piece.rpartition("-")
    known = _number(main.strip(), unread.area_code) if turn else None
    if known and _is_plain(known):
        return f"{known.number} 没有分机，请只写 {known.number}；后面是另一个号码，就用“、”隔开写全。"
    if known and not re.fullmatch("[0-9]{1,6}", extension):
        return f"分机只写 1 到 6 位数字，如 {known.number}转801。"
    return ""


def _mobile(unread: _Unread) -> str:
    # Longer ones are two numbers.
    if re.fullmatch("1[3-9][0-9]{5,15}", unread.digits):
        return f"手机号是 11 位，这里有 {len(unread.digits)} 位。"
    return ""


def _zero(unread: _Unread) -> str:
    """An area code before what has none (0400-8000000, 023-110), or one without its 0."""
    digits = unread.digits
    area = _AREA_CODE.match(digits)
    for rest in (digits[1:] if digits.startswith("0") else "", digits[area.end() :] if area else ""):
        if any(wide.fullmatch(rest) for wide in (_SERVICE, _EMERGENCY, _WIDE, _MOBILE)):
            found = _number(rest, "")
            return f"{found.number} 前面不加 0 和区号，请写 {found.number}。" if found else ""
    if re.match(r"\(?[1-9][0-9]{1,2} ?[) -]", unread.piece) and (found := _with_area(f"0{digits}")):
        return f"区号前面少了 0，请写 {found.number}。"
    return ""


def _several(unread: _Unread) -> str:
    """What is wrong if it stands for more numbers than one, or for the end of one."""
    match = re.search("^(.*[0-9]{4})-([0-9]{1,2})$", unread.piece)
    if match and _number(match[1], unread.area_code):
        turned = f"{match[1]}转{match[2]}"
        return f"是分机请写 转{match[2]}；是另一个号码，请把它写全。例如 {turned}。"
    if re.fullmatch("[0-9]{1,4}" if unread.before else "[0-9]{1,2}", unread.piece):
        turned = f"是分机请写 {unread.before}转{unread.piece}。" if unread.before else ""
        return f"有几个号码，每个都要写全。{turned}"
    return "有几个号码，请用“、”隔开。" if re.fullmatch("[0-9]{14,}", unread.digits) else ""


def _area(unread: _Unread) -> str:
    digits = unread.digits
    if _COUNTRY.match(unread.piece) and not digits.startswith("0"):
        digits = f"0{digits}"
    if not re.fullmatch("0[1-9][0-9]{5,15}", digits):
        return ""
    if match := re.fullmatch("(010|02[0-57-9])([2-9][0-9]{6})", digits):
        return f"区号 {match[1]} 后面应该是 8 位，这里有 7 位。"
    if _AREA_CODE.match(digits):
        return f"区号后面应该是 7 位或 8 位。{_examples(unread.area_code)}"
    return f"没有 {digits[:3]} 开头的区号。{_examples(unread.area_code)}"
