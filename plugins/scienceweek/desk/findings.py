"""What was found in a document: values, each with the words that it was read from and whether somebody has to look at it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from scienceweek.model.word import Word

Value = str | int | bool | list["Value"] | dict[str, "Value"]
"""As it is written in ``data/``."""
_TIMES = ("when", "sessions", "stages", "opening")


class Certainty(Word):
    """Whether a value awaits a person."""

    SURE = "sure", "确定"
    CHECK = "check", "要核对"


class Kind(Enum):
    """What a record is; its value is the key of the list in ``data/`` that it belongs to."""

    CAMPAIGN = "campaigns"
    ACTIVITY = "activities"
    BASE = "bases"
    VENUE = "venues"
    ORGANISATION = "organisations"


@dataclass(frozen=True, slots=True)
class Finding:
    """A *value* and the *read* words that say it, which stand at *where* (``活动!E7``, ``第12行``).

    *why* says to staff what there is to look at; it is empty exactly where the value is sure.
    """

    value: Value
    read: str
    where: str
    why: str = ""

    @property
    def mark(self) -> Certainty:
        return Certainty.CHECK if self.why else Certainty.SURE

    def doubted(self, why: str) -> Self:
        """The same, which somebody has to look at, for this too."""
        return replace(self, why="；".join(dict.fromkeys(filter(None, (self.why, why)))))


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record of some *kind*: its *fields* by the names that they have in ``data/``, in the order of its kind.

    An activity says under ``base``, ``venue`` and in ``organisers`` what it is called in the document: ids are given later.
    *anchor* is the place in the notice that it comes from, if that is one; *rows* is where it stands, for messages.
    """

    kind: Kind
    fields: Mapping[str, Finding]
    where: str
    anchor: str = ""

    @property
    def name(self) -> str:
        """What it is called, or "" where nobody says."""
        named = self.fields.get("title") or self.fields.get("name")
        return str(named.value) if named else ""

    def with_doubtful_times(self, why: str) -> Self:
        """The same, in which every time is to be looked at, and *why*."""
        times = {name: self.fields[name].doubted(why) for name in _TIMES if name in self.fields}
        return replace(self, fields={**self.fields, **times})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that have become no value, and *why* not, for staff."""

    read: str
    where: str
    why: str


class Sort(Word):
    """What a document is."""

    NOTICE = "notice", "通知"
    CHANGE = "change", "补充、更正或取消的通知"
    BASES = "bases", "基地的表"
    ACTIVITIES = "activities", "活动的表"
    NOTICE_WITH_TABLES = "notice-with-tables", "带附表的通知"
    UNKNOWN = "unknown", "看不出是什么"


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in a document of some *sort*: *records* in order, what was *left_out*, the *notice* in Markdown or "".

    *is_further*: it is one more document of a campaign that has its notice, and not the notice itself.
    """

    sort: Sort
    records: tuple[FoundRecord, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notice: str = ""
    is_further: bool = False
