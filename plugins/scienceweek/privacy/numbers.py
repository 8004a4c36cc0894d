"""Telephone and identity numbers in a text: groups of digits, and what they can be read as together."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain as together

from scienceweek.privacy.spelling import ALIKE, COMMA, DIGIT, GAP, HAN, JOINT, MARKS, TEN, digits

SHORTEST = 7
"""Digits of the shortest number that belongs to somebody; shorter ones (12345, 110) are everybody's."""

LONGEST = 18
_SMALL = 3
"""Digits of what may stand beside a number without being part of it: an hour, a place in a list."""

_ODDEST = 23  # groups: an identity number digit by digit, or a mobile with everything before it
_LONG, _FEW = (
    400,
    5,
)  # in a chain of so many groups no number has more than a few: thousands of digits cost no more
_FAR = 10  # signs between the groups of a mobile of which no record knows
_CENTS = 2  # digits
_WHOLES = (7, 8, 11)  # digits of a number in one piece
_BETWEEN = f"(?:{JOINT}|{GAP}){{0,40}}+"
_SIGN = f"(?:{DIGIT}|{ALIKE})"
_CHAIN = re.compile(f"{DIGIT}(?:{_BETWEEN}{_SIGN}){{6,}}+(?:{_BETWEEN}[{TEN}](?![A-Za-z0-9]))?")
_APART = re.compile(f"{DIGIT}(?:(?:{JOINT}|{GAP}|{COMMA}){{0,40}}+{DIGIT}){{6,}}+")
_COMMA = re.compile(COMMA)
_END = f"(?:{_SIGN}|[{TEN}]$)"
_TOKEN = re.compile(f"(?P<run>{_END}(?:{JOINT}{{0,10}}+{_END})*+)|{JOINT}|{GAP}|{COMMA}")
_MARKED = re.compile(MARKS)
_JOINTS = re.compile(JOINT)
_PIECE = re.compile(f"{JOINT}|(?P<piece>[0-9oOlIxX]+|{HAN}+|(?:(?!{JOINT}|{HAN})[^0-9oOlIxX])+)")
_EXTENSION = re.compile(
    rf"(?:{JOINT}|[ \u3000]){{0,6}}[(（]?(?:转(?:分机)?|分机|[eE][xX][tT][.]?|[xX#＃,，-])[:：]?(?:{JOINT}|[ \u3000]){{0,6}}"
    rf"((?:{DIGIT}){{1,6}})(?!{DIGIT})"
)
_DAY = re.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_AREA = re.compile("0(?:10|2[0-9]|[3-9][0-9]{2})")
_WHOLE = re.compile("0|[1-9][0-9]{0,2}")
_COUNTRY = ("0086", "086", "86")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_DIALLED = re.compile("(?:(?:00|0)?86)?0?1[3-9][0-9]{9}")
_UNITS = frozenset("元人次个件吨亿万千册份户株亩米%％")
_WORD = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[g-zG-Z])[A-Za-z]+[.:]?$")
_WORD_AFTER = re.compile(r"(?=[A-Za-z]*[g-zG-Z])[A-Za-z]+(?![A-Za-z0-9])")
_DIRECT = re.compile(r"[-‐-―−－_/.]")
_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class DigitGroup:
    """*digits* that stand together from *start* to *end*; *gap* is what stands between them and the group before.

    *pieces* are they with borders where something stands that nobody sees, or where other signs for digits begin
    (①60000001, 60000001一楼); a piece has no gap before it.
    """

    digits: str
    start: int
    end: int
    gap: str = ""
    pieces: "tuple[DigitGroup, ...]" = ()

    @property
    def tail(self) -> str:
        """The digits behind the last border."""
        return self.pieces[-1].digits if self.pieces else self.digits

    @property
    def touches(self) -> bool:
        """Whether only a dash, a dot or a stroke parts it from the group before."""
        return bool(_DIRECT.fullmatch(self.gap))


Chain = tuple[DigitGroup, ...]
"""Groups of digits with nothing but blanks, dashes, dots and brackets between them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the groups of *chain* from *first* up to *last* are together: *digits*."""

    chain: Chain
    first: int
    last: int
    digits: str

    @property
    def start(self) -> int:
        return self.chain[self.first].start

    @property
    def end(self) -> int:
        return self.chain[self.last - 1].end

    @property
    def groups(self) -> Chain:
        return self.chain[self.first : self.last]

    @property
    def within(self) -> bool:
        """Whether it begins or ends at the border of a piece: 窗口2**023-60000001**24小时."""
        return (self.first > 0 and not self.chain[self.first].gap) or (
            self.last < len(self.chain) and not self.chain[self.last].gap
        )

    def ends_well(self) -> bool:
        """Whether it is a number of its own, and no part of a longer one such as that of an order or a card."""
        return self._begins() and self._ends()

    def _begins(self) -> bool:
        if self.first == 0:
            return True
        before, own = self.chain[self.first - 1], self.chain[self.first]
        if not own.gap:
            return True
        if own.touches and _YEAR.fullmatch(before.tail):  # 渝科2024-60000001
            return False
        if len(self.groups) == 1:
            return True
        if self.follows_a_number:
            return True
        return not own.touches and len(before.digits) <= _SMALL

    def _ends(self) -> bool:
        if self.last == len(self.chain) or len(self.groups) == 1:
            return True
        after = self.chain[self.last]
        if not after.gap:
            return True
        if self.precedes_a_number:
            return True
        if after.touches:  # an extension
            return self.last + 1 == len(self.chain)
        return len(after.digits) <= _SMALL

    @property
    def follows_a_number(self) -> bool:
        """Whether there are enough digits before it for another number."""
        return _is_enough(self.chain[at] for at in range(self.first - 1, -1, -1))

    @property
    def precedes_a_number(self) -> bool:
        """Likewise behind it."""
        return _is_enough(self.chain[at] for at in range(self.last, len(self.chain)))

    @property
    def area(self) -> str:
        """The area code that stands before it, or nothing."""
        if self.first == 0:
            return ""
        before = self.chain[self.first - 1].digits
        if area := next(filter(_AREA.fullmatch, (before, self.chain[self.first - 1].tail)), ""):
            return area
        country = self.first > 1 and self.chain[self.first - 2].digits in _COUNTRY
        return f"0{before}" if country and _AREA.fullmatch(f"0{before}") else ""


def _is_enough(groups: Iterator[DigitGroup]) -> bool:
    length = 0
    for group in groups:
        length += len(group.digits)
        if length >= SHORTEST:
            return True
    return False


def chains(text: str) -> Iterator[Chain]:
    """Each chain of at least seven digits in *text*; days and degrees are no part of one.

    Where a group has pieces, the chain comes a second time, in pieces.
    """
    for match in _CHAIN.finditer(text):
        for part in _parts(_groups(match)):
            if sum(len(group.digits) for group in part) >= SHORTEST:
                yield part
                if any(group.pieces for group in part):
                    yield tuple(together.from_iterable(group.pieces or (group,) for group in part))


def apart(text: str, known: Container[str]) -> Iterator[Reading]:
    """What is *known* although a comma or the border of a cell stands in it; mobiles too, whose commas are as for a number."""
    for match in _APART.finditer(text):
        if not _COMMA.search(match[0]):
            continue
        for part in _parts(_groups(match)):
            yield from (reading for reading in readings(part, known) if _is_apart(text, reading, known))


def _is_apart(text: str, reading: Reading, known: Container[str]) -> bool:
    gaps = [group.gap for group in reading.groups[1:]]
    if not any(map(_COMMA.search, gaps)):
        return False
    sizes = [len(group.digits) for group in reading.groups]
    if reading.digits in known:
        return min(sizes) > 1 or max(sizes) == 1
    # A list of three amounts has blanks, units or 、 in it.
    if sizes != [3, 4, 4] or gaps not in (["，", "，"], [",", ","]):
        return False
    around = [group.gap for group in reading.chain[reading.first : reading.last + 1 : len(sizes)]]
    years = any(_YEAR.fullmatch(group.digits) for group in reading.groups)
    return not years and set("，,、").isdisjoint(around) and text[reading.end : reading.end + 1] not in _UNITS


def readings(chain: Chain, known: Container[str]) -> Iterator[Reading]:
    """What *chain* can be read as, the longest first at each place: mobiles, identity numbers, and those *known*."""
    most = _ODDEST if len(chain) <= _LONG else _FEW
    degrees = bool(_degrees(list(chain), 0))
    again = not all(group.gap for group in chain[1:])
    for first in range(len(chain)):
        found, length = [], 0
        for last in range(first + 1, min(first + most, len(chain)) + 1):
            length += len(chain[last - 1].digits)
            if length > LONGEST:
                break
            if length >= SHORTEST:
                found.append(last)
        for last in reversed(found):
            joined = "".join(group.digits for group in chain[first:last])
            if joined in known or len(joined) == LONGEST or (not degrees and _DIALLED.fullmatch(joined)):
                reading = Reading(chain, first, last, joined)
                if reading.within or not again:
                    yield reading


def forms(number: str) -> tuple[str, ...]:
    """How *number*, as a record has it (``023-60000001``), is dialled: digits, without the extension."""
    base = digits(number.partition("转")[0])
    if number.startswith("+") and not base.startswith("86"):
        return (base, f"00{base}")
    base = base.removeprefix("86") if number.startswith("+") else base
    if len(base) < SHORTEST:
        return ()
    bare = base.removeprefix("0")
    # Excel takes the nought away; some leave it behind the 86.
    abroad = tuple(f"{code}{form}" for code in _COUNTRY for form in dict.fromkeys((bare, base)))
    return tuple(dict.fromkeys((base, bare, f"0{bare}", *abroad)))


def local(number: str) -> str:
    """What of *number* is dialled in its own town; nothing if it is no landline."""
    area, dash, rest = number.partition("转")[0].partition("-")
    return digits(rest) if dash and _AREA.fullmatch(area) else ""


def extension(text: str, reading: Reading) -> str:
    """The extension behind *reading* in *text*, as digits; or nothing."""
    if reading.last < len(reading.chain) and reading.chain[reading.last].touches:
        after = reading.chain[reading.last].digits
        return after if len(after) <= 6 else ""  # noqa: PLR2004 - the longest there are
    match = _EXTENSION.match(text, reading.end)
    return digits(match[1]) if match else ""


def mobile(text: str, reading: Reading) -> str:
    """The mobile that *reading* of *text* is, eleven digits; or nothing.

    More is asked than of a number that is known: of eleven digits many are no number.
    """
    number = _bare(reading.digits)
    if not number:
        return ""
    sizes, before = [], len(reading.digits) - len(number)
    for group in reading.groups:
        if own := max(0, len(group.digits) - before):
            sizes.append(own)
        before = max(0, before - len(group.digits))
    groups = reading.groups[-len(sizes) :]
    return number if _is_shaped(sizes, groups) and _stands_alone(text, reading) else ""


def _bare(number: str) -> str:
    """*number* without what is dialled before a mobile; nothing if it is none."""
    return number[-11:] if _DIALLED.fullmatch(number) else ""


def _is_shaped(sizes: list[int], groups: Chain) -> bool:
    """Whether a mobile is written in *groups* of such *sizes*: not ``1949-10-1 2024`` and no longitude."""
    match sizes:
        case [_]:
            return True
        case [3, 8] if groups[1].gap == ".":
            return False
        case [3, *rest]:
            return min(rest) > 1 or max(rest) == 1  # 185 (310.8 / 104.3) is a row of a table
        case [5, 6] | [6, 5] | [7, 4]:
            return groups[1].gap != "_"  # art_13812_138123.html
        case [4, 7] | [4, 4, 3] | [4, 3, 4]:
            return not _YEAR.fullmatch(groups[0].digits)
    return set(sizes) == {1}


def _stands_alone(text: str, reading: Reading) -> bool:
    if not reading.ends_well():
        return False
    chain = reading.chain
    if reading.first == 0:
        before = text[max(0, reading.start - 12) : reading.start]
        if before[-1:].isascii() and before[-1:].isalpha() and not _WORD.search(before):
            return False
    elif chain[reading.first].gap and (
        (chain[reading.first].touches and _SMALL < len(chain[reading.first - 1].digits) < SHORTEST)
        or (len(reading.groups) > 1 and not reading.follows_a_number)
    ):
        return False
    if any(len(group.gap) > _FAR for group in reading.groups[1:]):
        return False
    if reading.last < len(chain):
        if _is_amount(text, chain[reading.last]):
            return False
        return not chain[reading.last].gap or len(reading.groups) == 1 or reading.precedes_a_number
    after = text[reading.end : reading.end + 12]
    if after[:1] in _UNITS and after:
        return False
    return not (after[:1].isascii() and after[:1].isalpha()) or bool(_WORD_AFTER.match(after))


def _is_amount(text: str, group: DigitGroup) -> bool:
    """Whether *group* is what follows the point of an amount: ``13812345678.90元``."""
    unit = text[group.end : group.end + 1]
    return group.gap == "." and len(group.digits) <= _CENTS and unit != "" and unit in _UNITS


def digits_of(written: str) -> str:
    """The digits of *written*, which is one number; an X at the end stays."""
    bare = _JOINTS.sub("", written).strip()
    return digits(bare) + ("X" if bare and bare[-1] in TEN else "")


def is_identity(number: str) -> bool:
    """Whether *number* is that of a citizen's identity card (GB 11643): place, day of birth and check digit are right."""
    if not re.fullmatch(f"{_PROVINCE}[0-9]{{15}}[0-9X]", number):
        return False
    try:
        born = date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return born.year >= 1850 and "10X98765432"[total % 11] == number[17]  # noqa: PLR2004 - nobody alive is older


def is_mobile(number: str) -> bool:
    """Whether *number* is eleven digits as mobiles have them."""
    return bool(_MOBILE.fullmatch(number))


def is_day(number: str) -> bool:
    """Whether eight digits are a day of our time: ``20240525``."""
    return bool(_DAY.fullmatch(f"{number[:4]}-{number[4:6]}-{number[6:]}"))


def _groups(match: re.Match[str]) -> list[DigitGroup]:
    found: list[DigitGroup] = []
    end = match.start()
    for token in _TOKEN.finditer(match[0]):
        if token["run"] is None:
            continue
        for piece in _MARKED.finditer(
            match.string, match.start() + token.start(), match.start() + token.end()
        ):
            if digits(_JOINTS.sub("", piece[0])):
                gap = match.string[end : piece.start()] if found else ""
                found.append(_group(piece[0], piece.start(), gap))
                end = piece.end()
    return found


def _is_numbered(groups: list[DigitGroup]) -> bool:
    """Whether *groups* may be a place in a list and a number (1.60000001) rather than degrees."""
    match groups:
        case [place, number]:
            return len(place.digits) < _SMALL and len(number.digits) >= SHORTEST
    return False


def _group(run: str, start: int, gap: str) -> DigitGroup:
    pieces: list[DigitGroup] = []
    for match in _PIECE.finditer(run):
        if piece := match["piece"]:
            place = "" if pieces else gap
            pieces.append(DigitGroup(_value(piece), start + match.start(), start + match.end(), place))
    whole = "".join(piece.digits for piece in pieces)
    return DigitGroup(whole, start, start + len(run), gap, tuple(pieces) if len(pieces) > 1 else ())


def _value(run: str) -> str:
    return digits(run) + ("X" if run[-1:] in tuple(TEN) else "")


def _parts(groups: list[DigitGroup]) -> Iterator[Chain]:
    """*groups* without the days (``2024-05-25``) and the degrees (``106.631234``) among them."""
    part: list[DigitGroup] = []
    at = 0
    while at < len(groups):
        if length := _day(groups, at) or _degrees(groups, at):
            yield tuple(part)
            part = []
            if _is_numbered(groups[at : at + length]):
                yield tuple(groups[at : at + length])
            at += length
        else:
            part.append(groups[at])
            at += 1
    yield tuple(part)


def _day(groups: list[DigitGroup], at: int) -> int:
    """3 if the groups from *at* on are a day; else 0."""
    match groups[at : at + 3]:
        case [year, month, day] if month.touches and day.gap == month.gap and _YEAR.fullmatch(year.digits):
            written = f"{year.digits}-{month.digits:0>2}-{day.digits:0>2}"
            return 3 if _DAY.fullmatch(written) else 0
    return 0


def _degrees(groups: list[DigitGroup], at: int) -> int:
    """2 if the groups at *at* are a decimal number such as a longitude, of which no mobile is made; else 0."""
    match groups[at : at + 3]:
        case [whole, part, *rest] if part.gap == "." and _WHOLE.fullmatch(whole.digits):
            alone = "." not in (whole.gap, *(group.gap for group in rest)) and "+" not in whole.gap
            precise = len(part.digits) > _SMALL and not _MOBILE.fullmatch(whole.digits + part.digits)
            # 1.60000001 may be the first of a list.
            listed = len(whole.digits) < _SMALL and len(part.digits) in _WHOLES
            return 2 if alone and precise and not listed else 0
    return 0
