"""Where a text that is set large or narrow may break: at its marks and between its words, never before a lone character."""

import re
from functools import lru_cache
from itertools import groupby

from scienceweek.typesetting.vocabulary import LONGEST, WORDS

SHORT, LONG = 7, 6
"""Characters that stay together even if words meet among them, and from how many on a run without known words is parted."""

_OPENING, _CLOSING = "“‘《（(「『【〈", "”’》）)」』】〉，、：；！？。…·—～/"
_MEASURES = (
    "周年|周岁|小时|分钟|平方米|公里|千米|海里|厘米|万元|号线|号楼|号馆|号厅|号门|楼层"
    "|[年月日号届周岁天点分时秒楼层室栋幢座米元人名位个项场家处所条种类只件台辆张页册份套组户次批期集讲节级站路区馆厅度℃]"
)
_ATOMS = re.compile(
    # a date, a number with its measure, what is Latin; then Chinese, marks, blanks
    r"[0-9]+月[0-9]+日"
    r"|[第附]?[0-9０-９]+(?:[.:：/~～—–\-][0-9０-９]+)*[%％+]?"
    rf"(?:[余多万亿]{{0,2}}(?:{_MEASURES}))?"
    r"|第[一二三四五六七八九十百千两]+[届期次场批个章节条]?"
    r"|[A-Za-z][A-Za-z0-9+.&'-]*"
    r"|(?:(?![第附][0-9]|第[一二三四五六七八九十百千两])[\u3400-\u9fff])+|\s+|."
)
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
# A lone one of these goes with what follows, any other with what is before it; and these always end what is before them.
_LEADING = frozenset("进在为向从把让各每当")
_TRAILING = "的了们者性化类式型级区市县镇乡村局馆站园所院会员家地得着过等里上下中内外间后前和与及暨或对"
# After these a reader takes breath, or one place of a row of them ends.
_AFTER = re.compile(r"(?<=[的和与及暨或镇乡县区村])(?=..)")
_TOWN = re.compile(r"(?<=..[镇乡])(?=[^镇村]..)")
_CHINA = "\u2000"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_UNKNOWN = 3
"""What a character of no word costs, where a word costs 1: the fewest words win."""


_RANGE = re.compile(r"([0-9]+月[0-9]+日—(?:[0-9]+月)?[0-9]+日)")


def ranges(text: str) -> tuple[str, ...]:
    """*text* in parts, each second one a range of days, which has no dash at the end of a line: 2024年, 5月25日—6月1日, nothing."""
    return tuple(_RANGE.split(text))


@lru_cache(maxsize=65536)
def phrases(text: str) -> tuple[str, ...]:
    """*text* in runs that belong together; joined they are *text* again."""
    runs: list[str] = []
    opened = ""
    for atom in _ATOMS.findall(text):
        if atom in _OPENING:
            opened += atom
        elif runs and not opened and (atom.isspace() or atom[0] in _CLOSING):
            runs[-1] += atom
        else:
            first, *others = words(atom) if _CHINESE.match(atom) else (atom,)
            runs += [opened + first, *others]
            opened = ""
    return tuple(_gathered([*runs, opened] if opened else runs))


def lengths(text: str) -> str:
    """How long the runs of *text* are, a digit (base 36) to each, for scripts; "" where it has but one, or one too long."""
    runs = phrases(text)
    return (
        "".join(_DIGITS[len(run)] for run in runs)
        if len(runs) > 1 and max(map(len, runs)) < len(_DIGITS)
        else ""
    )


def address(text: str) -> tuple[str, ...]:
    """An address in runs: its parts, and its house number whole."""
    return phrases(text)


@lru_cache(maxsize=65536)
def words(run: str) -> tuple[str, ...]:
    """A *run* of Chinese characters in the fewest words; what no word is known of goes with its neighbours."""
    if len(run) <= SHORT:
        return _halves(run)
    return tuple(part for piece in _joined(_fewest(run)) for part in _breaths(piece))


def _halves(run: str) -> tuple[str, ...]:
    """A short run stays whole, but for a name that begins with another one: 渝北区, 龙山小学."""
    for end in range(len(run) - 3, 2, -1):
        if run[:end] in WORDS and run not in WORDS:
            return (run[:end], run[end:])
    return tuple(_TOWN.split(run))


def _fewest(run: str) -> list[str]:
    # The least cost up to each character, and where its last word begins.
    best = [(0, 0)]
    for end in range(1, len(run) + 1):
        cost, start = best[end - 1][0] + _UNKNOWN, end - 1
        for begin in range(max(0, end - LONGEST), end - 1):
            if best[begin][0] + 1 < cost and run[begin:end] in WORDS:
                cost, start = best[begin][0] + 1, begin
        best.append((cost, start))
    found, end = [], len(run)
    while end:
        start = best[end][1]
        found.append(run[start:end])
        end = start
    return found[::-1]


def _joined(pieces: list[str]) -> list[str]:
    """What stands between two words is one piece, if it is more than a character and what ends the word before it."""
    joined: list[str] = []
    for is_lone, group in groupby(pieces, lambda piece: len(piece) == 1):
        if not is_lone:
            known = list(group)
            if joined and len(joined[-1]) == 1:
                known[0] = joined.pop() + known[0]
            joined += known
            continue
        between = "".join(group)
        if joined:
            rest = between.lstrip(_TRAILING)
            joined[-1] += between[: len(between) - len(rest)]
            between = rest
        if joined and len(between) == 1 and between not in _LEADING:
            joined[-1] += between
        elif between:
            joined.append(between)
    if len(joined) > 1 and len(joined[-1]) == 1:
        joined[-2:] = [joined[-2] + joined[-1]]
    return joined


def _breaths(piece: str) -> list[str]:
    """A piece that is too long parts where one takes breath."""
    return [part for part in _AFTER.split(piece) if part] if len(piece) > LONG else [piece]


def _gathered(runs: list[str]) -> list[str]:
    """No run is a single character: it goes with the one before it, or after. What is not Chinese breaks as it does anyway."""
    gathered: list[str] = []
    for run in runs:
        if gathered and (_is_lone(run) or _is_lone(gathered[-1]) or max(gathered[-1][-1], run[0]) < _CHINA):
            gathered[-1] += run
        else:
            gathered.append(run)
    return gathered


def _is_lone(run: str) -> bool:
    return len(run.strip()) == 1
