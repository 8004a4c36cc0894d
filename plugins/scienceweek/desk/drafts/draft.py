"""What was found, as it goes into ``data/``: with ids, each new record in its file, of those that exist only what changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from scienceweek.desk.drafts.fields import ordered
from scienceweek.desk.drafts.ids import Ids
from scienceweek.desk.drafts.likeness import plain, seen, year_of
from scienceweek.desk.drafts.matching import Match, Matcher
from scienceweek.desk.drafts.merging import merged
from scienceweek.desk.drafts.shelves import Shelved, Shelves, listed
from scienceweek.desk.findings import Certainty, Finding, Findings, FoundRecord, Kind, LeftOut, Value
from scienceweek.desk.setting import Setting

_NAMES = ("name", "short_name", "short_names", "aliases", "former_names")
_TIMES = ("when", "sessions", "stages")


class DraftError(ValueError):
    """Why nothing can be drafted, and what would do; for staff, in Chinese."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record called *name* as it goes into *file*: the *fields* of a new one, or what changes of the one that is *known*.

    *head* is what a new file says for all its records. *doubt* is why somebody should look whether it is the one that is known.
    """

    kind: Kind
    id: str
    name: str
    file: str
    fields: Mapping[str, Finding]
    where: str
    head: Mapping[str, Value]
    known: Shelved | None = None
    doubt: str = ""

    @property
    def written(self) -> dict[str, Value]:
        """What is written now: all of a new record, of one that exists only what is sure."""
        return {
            name: found.value
            for name, found in self.fields.items()
            if not self.known or found.mark is Certainty.SURE
        }


@dataclass(frozen=True, slots=True)
class DraftRecords:
    """Records to be written, those that are there *already* as the document has them, and what was *left_out*."""

    entries: tuple[Entry, ...] = ()
    already: tuple[Shelved, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def new(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if not one.known)

    @property
    def changes(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.known)

    def values(self, mark: Certainty) -> tuple[tuple[Entry, str, Finding], ...]:
        """The values with this *mark* that were read from something."""
        return tuple(
            (entry, name, found)
            for entry in self.entries
            for name, found in entry.fields.items()
            if (found.read or found.why) and found.mark is mark
        )

    def without(self, entry: Entry, field: str, why: str) -> Self:
        """The same without the *field* of *entry*, or all of it where it cannot stand without: that is left out, and *why*."""
        found = entry.fields.get(field)
        last = field in ("id", "title", "name") or found is None
        read = entry.name if last or found is None else found.read
        told = LeftOut(read, found.where if found else entry.where, why)
        rest = {name: value for name, value in entry.fields.items() if name != field}
        if not last and field == "when" and found and not isinstance(found.value, dict):
            rest = {
                **entry.fields,
                field: replace(found, value={"unfixed": found.read or "时间未定"}, why=why),
            }
        kept = None if last or not rest else replace(entry, fields=rest)
        entries = (kept if one is entry else one for one in self.entries)
        return replace(self, entries=tuple(one for one in entries if one), left_out=(*self.left_out, told))


def drafted(
    findings: Findings, setting: Setting, shelves: Shelves, ever: Iterable[str] = (), public: str = ""
) -> DraftRecords:
    """The draft of *findings*; *ever* are ids that were used once, *public* is the text of the notice that there is. Raises DraftError."""
    return _Drafter(setting, shelves, Ids({*shelves.ids, *ever}), public or findings.notice).draft(findings)


class _Drafter:
    def __init__(self, setting: Setting, shelves: Shelves, ids: Ids, public: str) -> None:
        self._public = public
        self._setting, self._shelves, self._ids = setting, shelves, ids
        self._matcher = Matcher(shelves, setting)
        self._campaign = setting.campaign
        self._entries: list[Entry] = []
        self._already: list[Shelved] = []
        self._left: list[LeftOut] = []
        self._names: dict[Kind, dict[str, tuple[str, str]]] = {kind: {} for kind in Kind}

    def draft(self, findings: Findings) -> DraftRecords:
        self._left += findings.left_out
        for one in self._shelves.records:
            for name in (text for key in _NAMES for text in listed(one.fields.get(key))):
                self._names[one.kind].setdefault(plain(name), (one.id, ""))
        by_kind = {kind: [one for one in findings.records if one.kind is kind] for kind in Kind}
        for kind in (Kind.CAMPAIGN, Kind.ORGANISATION, Kind.VENUE, Kind.BASE):
            self._matcher.expect(by_kind[kind])
            for found in by_kind[kind]:
                self._place(found)
        self._activities(by_kind[Kind.ACTIVITY])
        return DraftRecords(tuple(self._entries), tuple(self._already), tuple(self._left))

    def _place(self, found: FoundRecord) -> None:
        if not found.name and not self._matcher.told(found):
            self._left.append(LeftOut("", found.where, "没有写名称"))
            return
        match = self._campaign_known(found) if found.kind is Kind.CAMPAIGN else self._matcher.place(found)
        id = match.record.id if match else self._new_id(found)
        if found.kind is Kind.CAMPAIGN:
            self._campaign = id
        self._names[found.kind][plain(found.name)] = (id, match.why if match else "")
        self._put(found, dict(found.fields), id, match)

    def _campaign_known(self, found: FoundRecord) -> Match | None:
        """The campaign that staff mean, or that is called so; else the only one of its district and year."""
        meant = self._shelves.find(self._setting.campaign) if self._setting.campaign else None
        if meant:
            return Match(meant)
        if match := self._matcher.place(found):
            return match
        when, home = found.fields.get("when"), self._home()
        year = self._setting.year or year_of(str(when.value) if when else "")
        alike = [
            one
            for one in self._shelves.of_kind(Kind.CAMPAIGN)
            if year and one.said("district") == home and year_of(one.said("when")) == year
        ]
        told = "同一个区县、同一年已经有这届活动周，请看看是不是同一届"
        return Match(alike[0], told) if len(alike) == 1 else None

    def _new_id(self, found: FoundRecord) -> str:
        if found.kind is not Kind.CAMPAIGN:
            return self._ids.of_name(found.name, found.kind.value.removesuffix("s"))
        said, when = found.fields.get("id"), found.fields.get("when")
        if said:
            return self._setting.campaign or self._ids.given(str(said.value))
        year = self._setting.year or year_of(str(when.value) if when else "") or year_of(found.name)
        named = self._district(found.fields.get("district"))
        district = str(named.value) if named else self._home()
        if year is None or not district:
            raise DraftError(
                "看不出是哪一年、哪个区县的活动周。请写 --district 编号，或先用 new campaign 建好。"
            )
        return self._setting.campaign or self._ids.given(f"{year}-{district}")

    def _activities(self, records: list[FoundRecord]) -> None:
        told = [one for one in records if one.name or self._matcher.told(one)]
        unnamed = [one for one in records if not one.name and not self._matcher.told(one)]
        self._left += (LeftOut("", one.where, "没有写活动名称") for one in unnamed)
        if told and not self._campaign:
            known = "、".join(one.id for one in self._setting.known.campaigns)
            raise DraftError(
                f"不知道这些活动是哪一届活动周的。请写 --campaign 编号，有：{known or '还没有'}。"
            )
        resolved = [(one, self._resolved(one)) for one in told]
        values = [(one, {name: found.value for name, found in fields.items()}) for one, fields in resolved]
        matches = self._matcher.activities(values, self._campaign)
        for place, (one, fields) in enumerate(resolved):
            match = matches.get(place)
            self._put(one, fields, match.record.id if match else self._ids.of_activity(self._campaign), match)

    def _resolved(self, found: FoundRecord) -> dict[str, Finding]:
        """The fields of an activity, with the ids of the bases and venues that it names."""
        fields = dict(found.fields)
        if based := fields.get("base"):
            id, why = self._names[Kind.BASE].get(plain(str(based.value)), ("", ""))
            if id:
                fields["base"] = replace(based, value=id, why=_and(based.why, why))
            else:
                del fields["base"]
                self._left.append(LeftOut(based.read, based.where, f"没有叫“{based.value}”的基地"))
        if at := fields.get("where"):
            value, why = self._located(at.value)
            fields["where"] = replace(at, value=value, why=_and(at.why, why))
        if not any(name in fields for name in _TIMES) and not self._matcher.told(found):
            fields["when"] = Finding("待定", "", found.where, "没有写时间")
        return fields

    def _located(self, value: Value) -> tuple[Value, str]:
        if isinstance(value, list):
            several = [self._located(one) for one in value]
            return [one for one, _ in several], _and(*(why for _, why in several))
        if not isinstance(value, dict):
            return value, ""
        made, whys = dict(value), ""
        for key, kind in (("base", Kind.BASE), ("venue", Kind.VENUE)):
            if key in made:
                name = str(made[key])
                id, whys = self._names[kind].get(plain(name), ("", ""))
                if id:
                    made[key] = id
                else:
                    rest = {other: text for other, text in made.items() if other not in (key, "words")}
                    made = {"place": name, **rest}
        return made, whys

    def _put(self, found: FoundRecord, fields: dict[str, Finding], id: str, match: Match | None) -> None:
        """Adds the record *id*: all of a new one, what is different of the one that *match* has."""
        fields = {name: replace(one, value=seen(one.value)) for name, one in fields.items()}
        district = self._district(fields.pop("district", None))
        fields.pop("id", None)
        home = str(district.value) if district else self._home()
        file, head = self._file(found.kind, home)
        self._complete(found, fields, home, head, district)
        if "opening" in fields:
            self._open(fields, match)
        if match:
            fields = merged(found.kind, fields, match, self._setting)
            if not fields:
                self._already.append(match.record)
                return
            file = match.record.file
        kept = {name: fields[name] for name in ordered(found.kind) if name in fields}
        if not match:
            kept = {"id": Finding(id, "", found.where), **kept}
        known, doubt = (match.record, match.why) if match else (None, "")
        self._entries.append(
            Entry(
                found.kind,
                id,
                found.name or (known.name if known else ""),
                file,
                kept,
                found.where,
                head,
                known,
                doubt,
            )
        )

    def _district(self, found: Finding | None) -> Finding | None:
        """The district that was found, by its id; None if there is none that is called so."""
        if found is None:
            return None
        said = str(found.value)
        for one in self._setting.known.districts:
            if said in (one.id, one.name, one.short):
                return replace(found, value=one.id)
        self._left.append(
            LeftOut(found.read or said, found.where, "data/districts.yaml 里没有这个区县，请先加上")
        )
        return None

    def _complete(
        self,
        found: FoundRecord,
        fields: dict[str, Finding],
        home: str,
        head: Mapping[str, Value],
        district: Finding | None,
    ) -> None:
        """Adds what goes without saying."""
        if found.kind in (Kind.VENUE, Kind.ORGANISATION, Kind.CAMPAIGN):
            fields["district"] = district or Finding(home, "", found.where)
        elif found.kind is Kind.ACTIVITY and district and district.value != self._campaign_district():
            fields["district"] = district
        if found.kind is Kind.BASE and self._campaign:
            fields.setdefault("campaign", Finding(self._campaign, "", found.where))
        if found.kind in (Kind.BASE, Kind.ACTIVITY) and self._is_cited(found):
            fields.setdefault("source", Finding(found.anchor, "", found.where))

    def _is_cited(self, found: FoundRecord) -> bool:
        """Whether the text that is public has the place that *found* comes from: another document has other places."""
        text = self._public
        return bool(found.anchor) and f"{{#{found.anchor}}}" in text and plain(found.name) in plain(text)

    def _open(self, fields: dict[str, Finding], match: Match | None) -> None:
        """Gives ids to the periods in which a base is open."""
        found = fields["opening"]
        periods = found.value if isinstance(found.value, list) else [found.value]
        before = match.record.fields.get("opening") if match else None
        ids = Ids(str(one.get("id")) for one in before or () if isinstance(one, dict))
        made: list[Value] = []
        for one in periods:
            if not isinstance(one, dict):
                continue
            campaign = str(one.get("campaign") or self._campaign)
            if not campaign:
                self._left.append(
                    LeftOut(found.read, found.where, "不知道是哪一届活动周的开放时段，请写 --campaign")
                )
                continue
            year = year_of(campaign)
            made.append({"id": ids.given(f"open-{year or campaign}"), "campaign": campaign, **one})
        if made:
            fields["opening"] = replace(found, value=made)
        else:
            del fields["opening"]

    def _file(self, kind: Kind, district: str) -> tuple[str, dict[str, Value]]:
        """Where a new record goes, and what a new file begins with."""
        match kind:
            case Kind.BASE:
                if not district:
                    known = "、".join(one.id for one in self._setting.known.districts)
                    raise DraftError(f"不知道这些基地是哪个区县的。请写 --district 编号，有：{known}。")
                return self._home_of(kind, "district", district), {"district": district}
            case Kind.ACTIVITY:
                return self._home_of(kind, "campaign", self._campaign), {"campaign": self._campaign}
            case Kind.CAMPAIGN:
                return f"campaigns/{self._campaign}.yaml", {}
            case _:
                return f"{kind.value}.yaml", {}

    def _home_of(self, kind: Kind, key: str, id: str) -> str:
        usual = f"{kind.value}/{id}.yaml"
        there = [one.file for one in self._shelves.of_kind(kind) if one.head.get(key) == id]
        return usual if usual in there or not there else there[0]

    def _home(self) -> str:
        found = self._setting.district_meant
        return found.id if found else self._setting.district

    def _campaign_district(self) -> str:
        meant = self._setting.campaign_meant
        return meant.district.id if meant else self._home()


def _and(*whys: str) -> str:
    return "；".join(dict.fromkeys(filter(None, whys)))


def entries_of(draft: DraftRecords) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The entries by file."""
    for file in dict.fromkeys(one.file for one in draft.entries):
        yield file, tuple(one for one in draft.entries if one.file == file)
