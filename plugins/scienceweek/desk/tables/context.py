"""What is known while a table is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.layout import Listing
from scienceweek.desk.tables.places import Places
from scienceweek.desk.tables.times import dated, readable, year_of
from scienceweek.source.notation.characters import normalise


@dataclass(frozen=True, slots=True)
class Context:
    """The *setting*, with the year that the title of the table names; the *places* that are known; *day* is that in the title.

    *stages* are the names of the columns of a contest, in order; *other_year* is the year in the title if the campaign is of another.
    """

    setting: Setting
    places: Places
    day: str = ""
    stages: tuple[str, ...] = ()
    other_year: int | None = None

    def of(self, listing: Listing) -> Self:
        """The same for one *listing*: its own title goes before what is known of the file."""
        titles = [*(cell.text for cell in listing.above), listing.name]
        stages = tuple(
            re.sub("(?:起止)?(?:时间|日期)$", "", head.text.rpartition("/")[2])
            for head in listing.headings
            if head.column is TableColumn.STAGE
        )
        setting = with_year(self.setting, titles)
        return replace(
            self,
            setting=setting,
            day=_day(titles, setting),
            stages=stages,
            other_year=_other_year(titles, setting),
        )


def with_year(setting: Setting, titles: Sequence[str]) -> Setting:
    """*setting* with the year that the *titles* name, if it has none of its own."""
    if setting.year is not None:
        return setting
    found = year_of(titles)
    window = setting.window
    if found is None or (window and found in (window.first.year, window.last.year)):
        return setting
    return replace(setting, year=found)


def _other_year(titles: Sequence[str], setting: Setting) -> int | None:
    """The year that the *titles* name, if the campaign is of another."""
    named, window = year_of(titles), setting.window
    return named if named and window and named not in (window.first.year, window.last.year) else None


def _day(titles: Sequence[str], setting: Setting) -> str:
    """The one day that the *titles* name: 5月25日活动安排."""
    for title in titles:
        if re.search("填|制表|报送|截止|印发", title):
            continue
        for said in _days_in(normalise(title)):
            if dated(said) and readable(said, setting):
                return said
    return ""


def _days_in(title: str) -> list[str]:
    found = re.findall(
        r"(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日(?:\(?(?:周|星期)[一二三四五六日天]\)?)?", title
    )
    # Two of them are a period, and no day.
    return found if len(found) == 1 and not re.search(r"日\)?[至到-]", title) else []
