"""What stands under a heading, however it is spelled and qualified."""

import re
from collections.abc import Mapping

from scienceweek.desk.tables.columns import TableColumn
from scienceweek.source.notation.characters import normalise

_BRACKETS = re.compile(r"\([^()]*\)")
_SIGNS = re.compile(r"[\s:.·*-]+")
_BETWEEN = re.compile(r"[、,，/|;；和与及]+")
_BEFORE = re.compile("^(?:20[0-9]{2}年)?(?:科普|科技|开放|本次|拟|主要)?(?:教育)?(?:活动周|科普日)?")

_OF_WHAT = re.compile("^(?:基地|场馆|单位|机构|活动|展馆|阵地|展览|讲座|项目|举办|开展|具体)(?!/)")
_LATIN = re.compile("[a-z./'’&]+")
_CHINESE = re.compile("[\u4e00-\u9fff]")


_OF_MONTH = re.compile("(?:20[0-9]{2}年)?[0-9]{1,2}月份?(?:活动|安排|计划)+")
_DURING = re.compile("^.*(?:期间|活动周|科普日|科普月|科技周)的?")
"""What a heading says before its own words: 科技活动周期间活动安排."""


def plain(heading: str) -> str:
    """A *heading* as it is looked up: without what stands in brackets, signs, spaces and line ends; a bar between two words."""
    bare = _BRACKETS.sub("", normalise(heading.replace("\n", "")))
    told = _BETWEEN.sub("/", _SIGNS.sub("", bare)).strip("/").lower()
    # 活动名称 Activity: the same in two languages.
    return _LATIN.sub("", told).strip("/") if _CHINESE.search(told) and re.search("[a-z]", told) else told


_KNOWN = {plain(word): column for column in TableColumn for word in (column.said, *column.also)}


def column(heading: str, further: Mapping[str, str] | None = None) -> TableColumn | None:
    """What stands under *heading*; *further* are names that staff have given, with the word of a column. None if nobody knows."""
    looked_up = plain(heading)
    for name, word in (further or {}).items():
        if plain(name) == looked_up:
            return TableColumn.read(word)
    looked_up = re.sub("/?每?[天日场次]$", "", looked_up) if looked_up.count("/") else looked_up
    bare = _BEFORE.sub("", looked_up, count=1)
    for words in (looked_up, bare, _OF_WHAT.sub("", bare, count=1), _DURING.sub("", looked_up, count=1)):
        if words and (found := _KNOWN.get(words) or _KNOWN.get(words.replace("/", ""))):
            return found
    if _OF_MONTH.fullmatch(looked_up):
        return TableColumn.PROGRAMME
    # 责任人及联系方式: both in one cell.
    both = {_KNOWN.get(word) for word in looked_up.split("/")}
    return TableColumn.CONTACT if both == {TableColumn.PERSON, TableColumn.PHONE} else None
