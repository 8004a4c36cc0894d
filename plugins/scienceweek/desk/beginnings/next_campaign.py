"""Next year's campaign from this year's: what comes again is kept and to be checked, what was of the year is not taken over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from scienceweek.desk.beginnings.editions import following
from scienceweek.desk.drafts.ids import Ids
from scienceweek.desk.drafts.marks import ValueMark
from scienceweek.desk.drafts.shelves import Shelved, Shelves
from scienceweek.desk.drafts.writing import Remarked, created, single
from scienceweek.desk.findings import Certainty, Kind
from scienceweek.desk.sheets.cells import said, shape
from scienceweek.desk.sheets.names import Names
from scienceweek.model.campaign import Campaign
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.record import ID, LONGEST
from scienceweek.source.records.shape import fields

_CAMPAIGN = ("id", "name", "series", "district", "when", "organisers", "contacts")
"""What a campaign keeps: the rest is of the year, or of its notice."""
_OF_THE_YEAR = frozenset(
    [
        *("results", "status", "reason", "previously", "inferred", "sequence", "updated", "was", "dates"),
        *("source", "files", "replay", "live", "people", "programme", "sessions", "strand", "rain"),
    ]
)
_OF_A_BOOKING = frozenset(["url", "opens", "until", "full", "lottery"])
_TITLES = ("title", "subtitle", "short_title")
_OPEN = "待定"
_SHOWN = 120
_WEEK, _HALF = 7, 3
_SAFE = 28
"""Days that every month has."""
_WHY = {
    "when": "时间清空了，旁边是上一届的",
    "where": "上一届的地点，今年还是那里吗",
    "admission": "上一届的费用和预约，今年还是这样吗；网址、开始和截止的时间没有抄",
    "contacts": "上一届的联系人，请核实；核实以前只供内部，公开要有今年的依据",
    "description": "上一届的简介，里面有日期、年份或届数",
    "organisers": "上一届的单位，机构和分工可能变了",
    "opening": "上一届开放了这些日子，今年还开放吗：对，就加上待定的，等日子定了再写；不开放，就选不改",
    "stages": "各阶段的时间清空了，旁边是上一届的",
}
_DATED = re.compile(r"\d{1,2}月|\d{4}年|第.{1,6}届|\d{1,2}[:：]\d\d")

Fields = dict[str, Any]


class CopyError(ValueError):
    """Why a campaign cannot be copied, for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class NextWish:
    """The *id* of next year's campaign, and its days, "" where nobody knows them."""

    id: str
    when: str = ""

    def years_after(self, year: int) -> int:
        """How much later than *year* it is: its id says it, or it is the next."""
        named = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.id)
        return int(named[0]) - year if named and int(named[0]) > year else 1


@dataclass(frozen=True, slots=True)
class NextCampaign:
    """The *texts* of the new files by their name in ``data/``, and the marks of what is to be checked."""

    texts: Mapping[str, str]
    marks: tuple[ValueMark, ...]


def copied(
    old: Campaign, wish: NextWish, shelves: Shelves, names: Names, ever: Iterable[str] = ()
) -> NextCampaign:
    """The campaign that is wished for, after the campaign *old*. *ever* are ids that there once were. Raises CopyError."""
    id = wish.id
    ids = Ids((*shelves.ids, *ever))
    _refuse(id, shelves, ever)
    before = shelves.find(old.id)
    if before is None:
        raise CopyError(f"在 data/campaigns 里找不到“{old.id}”。")
    ids.given(id)
    copying = _Copying(old, wish, names)
    activities = [one for one in shelves.of_kind(Kind.ACTIVITY) if one.said("campaign") == old.id]
    renamed = {one.id: ids.given(_renamed(one.id, old.id, id)) for one in activities}
    made = [copying.activity(one, renamed) for one in activities]
    campaign = copying.campaign(before)
    for base in shelves.of_kind(Kind.BASE):
        copying.doors(base)
    texts = {f"campaigns/{id}.yaml": single("../schema/campaign.json", campaign)}
    if made:
        name = f"activities/{id}.yaml"
        texts[name] = created("../schema/activities.json", {"campaign": id}, Kind.ACTIVITY.value, made)
    return NextCampaign(texts, tuple(copying.marks))


def _refuse(id: str, shelves: Shelves, ever: Iterable[str]) -> None:
    if not re.fullmatch(ID, id) or len(id) > LONGEST:
        raise CopyError(f"编号“{id}”不行：只用小写字母、数字和连字符，例如 2025-yubei。")
    if id in shelves.ids or id in set(ever):
        raise CopyError(f"编号“{id}”已经用过了，请另取一个。")
    for file in (f"campaigns/{id}.yaml", f"activities/{id}.yaml"):
        if file in shelves.texts:
            raise CopyError(f"data/{file} 已经有了，不会覆盖。")


def _renamed(id: str, old: str, new: str) -> str:
    return (f"{new}{id.removeprefix(old)}" if id.startswith(f"{old}-") else f"{new}-{id}")[:LONGEST].rstrip(
        "-"
    )


class _Copying:
    """Copies records, and keeps the marks of what is to be checked."""

    def __init__(self, old: Campaign, wish: NextWish, names: Names) -> None:
        self.old, self.id, self.when, self.names = old, wish.id, wish.when, names
        self.year = old.when.first.year
        self.years = wish.years_after(self.year)
        self.marks: list[ValueMark] = []

    def campaign(self, before: Shelved) -> Fields:
        made = {key: before.fields[key] for key in _CAMPAIGN if before.fields.get(key) is not None}
        made["id"] = self.id
        name = str(made["name"])
        made["name"] = following(name, self.year, self.years)
        self._mark(self.id, "name", name, before, f"照上一届的“{name}”改的")
        was = str(before.fields["when"])
        if self.when:
            made["when"] = Remarked(self.when, f"上一届：{was}")
        else:
            first = _moved(self.old.when.first, self.years)
            last = first + (self.old.when.last - self.old.when.first)
            made["when"] = Remarked(f"{first}/{last}", f"还没有定，照同一个星期几推算；上一届：{was}")
            self._mark(self.id, "when", was, before, "照上一届同一个星期几推算的，等今年的通知")
        for key in ("organisers", "contacts"):
            self._keep(key, made, before, self.id)
        return made

    def activity(self, before: Shelved, renamed: Mapping[str, str]) -> Fields:
        id = renamed[before.id]
        kept = {key: one for key, one in before.fields.items() if key not in _OF_THE_YEAR and one is not None}
        # In the order of the kind: a time that stood in sessions is where times are.
        made: Fields = {key: kept.get(key) for key in fields(ActivityRecord) if key in kept or key == "when"}
        made |= {"id": id}
        made.pop("campaign", None)
        for key in _TITLES:
            if key in made:
                self._title(key, made, before, id)
        if "part_of" in made:
            made["part_of"] = renamed.get(made["part_of"], made["part_of"])
        self._times(made, before, id)
        for key in ("where", "admission", "contacts", "organisers"):
            self._keep(key, made, before, id)
        if _DATED.search(str(made.get("description", ""))):
            self._mark(id, "description", str(made["description"]), before, _WHY["description"])
        return made

    def doors(self, base: Shelved) -> None:
        """A *base* that opened in the last edition is asked whether it does again: it is written once somebody agrees."""
        there = [one for one in base.fields.get("opening") or () if isinstance(one, dict)]
        last = [one for one in there if one.get("campaign") == self.old.id]
        if not last:
            return
        ids = Ids(str(one.get("id")) for one in there)
        made = [
            {
                "id": ids.given(f"open-{self.year + self.years}"),
                "campaign": self.id,
                "when": _OPEN,
                **{key: one[key] for key in ("admission", "note") if key in one},
            }
            for one in last
        ]
        told = "；".join(self._said("when", one["when"]) for one in last)
        place = f"data/{base.file}（{base.id}）"
        value = [*there, *made]
        self.marks.append(
            ValueMark(base.id, "opening", Certainty.CHECK, _short(told), place, _WHY["opening"], value)
        )

    def _title(self, key: str, made: Fields, before: Shelved, id: str) -> None:
        title = str(made[key])
        made[key] = following(title, self.year, self.years)
        if made[key] != title:
            self._mark(id, key, title, before, "届数或年份是推算的")

    def _times(self, made: Fields, before: Shelved, id: str) -> None:
        """Every time is open; beside it is that of the last edition."""
        if stages := made.get("stages"):
            made["stages"] = [
                {
                    key: Remarked(_OPEN, self._told("when", one["when"])) if key == "when" else value
                    for key, value in one.items()
                }
                for one in stages
            ]
            self._mark(id, "stages", self._said("stages", stages), before, _WHY["stages"])
        if stages and not before.fields.get("when"):
            del made["when"]
            return
        was = before.fields.get("when") or [one["when"] for one in before.fields.get("sessions") or ()]
        told = self._told("when", was)
        made["when"] = Remarked(_OPEN, told)
        self._mark(id, "when", told, before, _WHY["when"])

    def _keep(self, key: str, made: Fields, before: Shelved, id: str) -> None:
        """What is taken over is to be checked."""
        if key not in made:
            return
        was = self._said(key, made[key])
        if key == "contacts":
            made[key] = [_internal(one) for one in made[key]]
        if key == "admission":
            made[key] = _undated(made[key])
            if not made[key]:
                del made[key]
                return
        self._mark(id, key, was, before, _WHY[key])

    def _mark(self, id: str, field: str, read: str, before: Shelved, why: str) -> None:
        place = f"data/{before.file}（{before.id}）"
        self.marks.append(ValueMark(id, field, Certainty.CHECK, _short(read), place, why))

    def _told(self, key: str, value: Any) -> str:
        return f"上一届：{_short(self._said(key, value))}"

    def _said(self, key: str, value: Any) -> str:
        """*value* in words, on one line."""
        flat = (
            [part for one in value for part in (one if isinstance(one, list) else [one])]
            if isinstance(value, list)
            else value
        )
        return said(flat, shape(ActivityRecord, key), self.names).replace("\n", "；")


def _internal(contact: Mapping[str, Any]) -> Fields:
    return {key: value for key, value in contact.items() if key not in ("show", "basis")}


def _undated(admission: Any) -> Any:
    """*admission* without what was of its year."""
    if not isinstance(admission, dict):
        return admission
    made = {key: value for key, value in admission.items() if key not in _OF_A_BOOKING}
    booking = made.get("booking")
    if isinstance(booking, dict):
        made["booking"] = {
            key: value for key, value in booking.items() if key not in _OF_A_BOOKING
        } or "required"
    return made


def _moved(day: date, years: int) -> date:
    """The day so many *years* later that is nearest to the same date and falls on the same day of the week."""
    ahead = date(day.year + years, day.month, min(day.day, _SAFE)) + timedelta(max(day.day - _SAFE, 0))
    apart = (day.weekday() - ahead.weekday() + _HALF) % _WEEK - _HALF
    return ahead + timedelta(apart)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
