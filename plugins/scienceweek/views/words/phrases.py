"""Where a title may break: at its marks and between its words, never before a lone character."""

import re
from functools import lru_cache

SHORT, LONGEST = 7, 11  # characters that are never parted, and that stay together if they can

_RUNS = re.compile(
    r"“[^”]*”[，、：；！？。]*|《[^》]*》[，、：；！？。]*|（[^）]*）|[^，、：；！？。\s“《（]+[，、：；！？。]*|\s+|."
)
# A long title within a title parts after its dash and before what it is about.
_INSIDE = re.compile(r"(?<=——)|(?=科技活动周|全国科普日|全国科普月)")
# After these a reader takes breath; before those a name's last noun begins.
_AFTER = re.compile(r"(?<=[的和与及暨或])(?=..)")
_SHORTLY_AFTER = re.compile(r"(?<=[^\W\d]{3}的)(?=.{4,})")
# Two words of two characters, as a rule; before 展 and the like there is often a third.
_FOOT = re.compile(
    r"(.{4,}[^A-Za-z0-9])([\u4e00-\u9fff]{4}[展课营季馆]|[\u4e00-\u9fff]{3}[^\W展课营季馆][，、：；！？。]?)"
)
_BEFORE = re.compile(
    r"(?<=^[0-9]{4}年)(?=.{3,})|(?<=[\u4e00-\u9fff]{4})(?=[0-9]{4}年.{2,})|(?=(?:全国科技活动周|(?<!全国)科技活动周|全国科普日|全国科普月|科普教育基地|研究院科普基地|科普基地|示范基地|体验中心|体验馆|研究院|博物馆|美术馆|科普馆|主题科普活动|科普活动|系列活动"
    r"|主题活动|启动仪式|公民科学素质|科学技术|志愿服务|服务活动|科普讲座|开放日|大讲堂|大赛|大会)(?:.{0,8})$)"
)


@lru_cache(maxsize=65536)
def phrases(text: str) -> tuple[str, ...]:
    """*text* in runs that belong together; joined they are *text* again."""
    runs: list[str] = []
    for run in _RUNS.findall(text):
        if run.isspace() and runs:
            runs[-1] += run
        else:
            runs.extend(_split(run))
    return tuple(_gathered(runs))


def address(text: str) -> tuple[str, ...]:
    """An address in two runs, so that its house number stays whole."""
    match = re.search(r"\d.*$", text)
    if not match or not match.start():
        return (text,) if text else ()
    return text[: match.start()], match.group()


def _split(run: str) -> list[str]:
    """A run that is too long, parted before its last nouns, then where one takes breath."""
    if run[0] in "“《（":
        return _INSIDE.split(run) if len(run) > LONGEST else [run]
    if len(run) <= SHORT:
        return [run]
    pieces = [piece for piece in _BEFORE.split(run) if piece]
    if len(pieces) == 1 and len(run) <= LONGEST:
        return (
            [piece for piece in _SHORTLY_AFTER.split(run) if piece]
            if _SHORTLY_AFTER.search(run)
            else _foot(run)
        )
    return [part for piece in pieces for part in (_breaths(piece) if len(piece) > LONGEST else [piece])]


def _breaths(run: str) -> list[str]:
    pieces = [piece for piece in _AFTER.split(run) if piece]
    if len(pieces) == 1:
        return _foot(run)
    return [part for piece in pieces for part in (_foot(piece) if len(piece) > LONGEST else [piece])]


def _foot(run: str) -> list[str]:
    """A run without a better place to break parts before its last words."""
    match = _FOOT.fullmatch(run)
    return list(match.groups()) if match else [run]


def _gathered(runs: list[str]) -> list[str]:
    """No run is a single character: it goes with the one before it, or after."""
    gathered: list[str] = []
    for run in runs:
        if gathered and (_is_lone(run) or _is_lone(gathered[-1])):
            gathered[-1] += run
        else:
            gathered.append(run)
    return gathered


def _is_lone(run: str) -> bool:
    return len(run.strip()) == 1
