"""A notice, read: what it is, its campaign, the activities that it announces or changes, what was left out, and its text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from scienceweek.desk.documents import Document, Table
from scienceweek.desk.findings import Finding, Findings, FoundRecord, Kind, LeftOut, Sort, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.announced import AnnouncedSection
from scienceweek.desk.notices.base_sections import base_of
from scienceweek.desk.notices.campaign import PARTS, campaign_fields
from scienceweek.desk.notices.changes import changes
from scienceweek.desk.notices.contacts import NoticeContacts, contacts
from scienceweek.desk.notices.duties import blank_form, duties
from scienceweek.desk.notices.inferences import TIMED
from scienceweek.desk.notices.items import activities
from scienceweek.desk.notices.letterhead import Letterhead, letterhead
from scienceweek.desk.notices.lines import pieces
from scienceweek.desk.notices.loose import gathered
from scienceweek.desk.notices.markdown import markdown
from scienceweek.desk.notices.outline import NoticeOutline, NoticeSection, outline
from scienceweek.desk.notices.purposes import NoticePurposes, purposes, silent
from scienceweek.desk.notices.single import alone, contest, facts
from scienceweek.desk.notices.sort import SortedDocument, sort_of
from scienceweek.desk.notices.veil import secrets, shown, veiled, veiled_fields
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import read_tables, times
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.places import Places
from scienceweek.model.campaign import Campaign, NoticeKind, Series
from scienceweek.model.district import District
from scienceweek.privacy.secrets import Secrets

_FIELDS = (
    *(
        "id",
        "name",
        "called",
        "series",
        "district",
        "when",
        "theme",
        "theme_text",
        "also",
        "organisers",
        "strands",
        "notice",
    ),
    *("notices", "deadlines", "registration", "quotas", "forms", "commendation", "branding", "contacts"),
)


def read_notice(document: Document, setting: Setting) -> Findings:
    """What *document* says. Of one that only changes what is known come changes, each with the ``id`` of its record."""
    of = outline(gathered(pieces(document.blocks)))
    sort = sort_of(document, of, setting)
    if sort.tables is not None:
        return sort.tables
    return _NoticeReading(of, sort, setting).findings()


class _NoticeReading:
    """A notice while it is read."""

    def __init__(self, of: NoticeOutline, sort: SortedDocument, setting: Setting) -> None:
        self.of, self.sort = of, sort
        self.head = letterhead(of)
        self.found = purposes(of, setting.known.districts)
        self.fields = campaign_fields(of, self.head, setting)
        is_new = sort.sort is not Sort.CHANGE
        self.setting = _with_window(setting, self.fields, self.head) if is_new else setting
        self.called = {id(one): contacts(one.pieces, self._area_code()) for one in of.all()}
        self.around = [contacts(part, self._area_code()) for part in (of.head, of.tail)]
        self.text = markdown(of, self._instead())
        self.hidden = self._hidden()

    def _hidden(self) -> Secrets:
        """What of contacts must not be shown; a number that visitors are to call is none of theirs."""
        people = [one for called in (*self.called.values(), *self.around) for one in called.people]
        public = shown(self.text, secrets(people))
        for one in people:
            numbers = one.get("phones")
            rest = [number for number in numbers if number not in public] if isinstance(numbers, list) else []
            one.pop("phones", None)
            if rest:
                one["phones"] = rest
        return secrets(people)

    def _area_code(self) -> str:
        said = self.fields.get("district")
        known = {one.id: one.area_code for one in self.setting.known.districts}
        return self.setting.area_code or known.get(str(said.value) if said else "", "")

    def findings(self) -> Findings:
        is_change = self.sort.sort is Sort.CHANGE
        found = list(self._changes() if is_change else self._activities())
        tables = self._tables()
        records = (*(one for one in found if isinstance(one, FoundRecord)), *tables.records)
        left = [*(one for one in found if isinstance(one, LeftOut)), *tables.left_out]
        text = veiled(self.text, self.hidden)
        if is_change:
            further, told = self._further(records)
            return Findings(Sort.CHANGE, further, (*left, *told), text, is_further=True)
        if self.sort.kind is NoticeKind.RESULTS:
            further, told = self._further(())
            left = [*told, LeftOut(self.sort.why, "", "结果里没有新的活动")]
            return Findings(Sort.NOTICE, further, tuple(left), text, is_further=True)
        sort = self.sort.sort
        if sort is Sort.NOTICE and tables.records:
            sort = Sort.NOTICE_WITH_TABLES
        open_ = tuple(
            replace(one, fields=veiled_fields(one.fields, self.hidden))
            for one in (*self._campaign(), *records)
        )
        return Findings(sort, open_, (*self._silent(), *left), text)

    def _activities(self) -> Iterator[FoundRecord | LeftOut]:
        context = Context(self.setting, Places.of(self.setting.known))
        for section in self.found.bases:
            yield from base_of(section, context)
        for section, district, under in self.found.activities:
            yield from activities(
                AnnouncedSection(section, district, under, self._called_of(section)), context
            )
        if not self.of.sections and (single := alone(self.of, self.head, context)):
            yield from activities(AnnouncedSection(single, called=self.around[0]), context)
        elif not self.found.activities and (
            found := contest(self.of, self.head, self.fields.get("organisers"), context)
        ):
            yield found
        elif (
            not self.found.activities and "name" not in self.fields and (single := facts(self.of, self.head))
        ):
            yield from activities(AnnouncedSection(single), context)

    def _changes(self) -> Iterator[FoundRecord | LeftOut]:
        """What is changed; and of a supplement what it adds."""
        found = list(changes(self.of, self.setting))
        yield from found
        changed = {one.where for one in found}
        context = Context(self.setting, Places.of(self.setting.known))
        for section, district, under in self.found.activities:
            if changed & {one.where for one in section.all()}:
                continue
            for one in activities(
                AnnouncedSection(section, district, under, self._called_of(section)), context
            ):
                if isinstance(one, FoundRecord):
                    title = replace(one.fields["title"], why="是补充通知里新增的，请看看是不是已经有了")
                    yield replace(one, fields={**one.fields, "title": title}, anchor="")
                else:
                    yield one

    def _called_of(self, section: NoticeSection) -> NoticeContacts:
        """The contacts of an activity; those of the last alone may be of the whole notice, for they stand at its end."""
        called = self.called[id(section)]
        every = list(self.of.all())
        alone = not any(self.called[id(one)].people for one in every if one is not section)
        if section is not every[-1] or not alone or not called.people:
            return called
        return replace(called, whys=[*called.whys, "写在最后一条的后面，可能是整份通知的联系人"])

    def _campaign(self) -> tuple[FoundRecord, ...]:
        fields = dict(self.fields)
        if "name" not in fields:
            return ()
        if strands := _strands(self.found):
            fields["strands"] = strands
        if notice := self.head.notice:
            fields["notice"] = _with_repeats(notice, self.of)
        window = fields.get("when")
        year = times.year_of([str(window.value)]) if window else self.setting.year
        asked = [*silent(self.of, self.found)]
        fields |= duties(self.of, asked, year or self.setting.year)
        if people := self._people():
            fields["contacts"] = people
        ordered = {name: fields[name] for name in _FIELDS if name in fields}
        first = next(iter(ordered.values()))
        return (FoundRecord(Kind.CAMPAIGN, ordered, first.where or "第1行"),)

    def _further(self, records: tuple[FoundRecord, ...]) -> tuple[tuple[FoundRecord, ...], list[LeftOut]]:
        """*records* with what the campaign has under ``notices`` of the document itself; where no campaign is known, it is told."""
        notice, meant = self.head.notice, self.setting.campaign_meant
        if not notice or not isinstance(notice.value, dict) or meant is None:
            return records, list(self._told())
        document: dict[str, Value] = {"kind": self.sort.kind.value, **notice.value}
        made = {"notices": replace(notice, value=[document])}
        own = next((one for one in records if one.kind is Kind.CAMPAIGN), None)
        if own is not None:
            return tuple(
                replace(one, fields={**one.fields, **made}) if one is own else one for one in records
            ), []
        called = {
            name: replace(notice, value=value) for name, value in (("id", meant.id), ("name", meant.name))
        }
        return (*records, FoundRecord(Kind.CAMPAIGN, {**called, **made}, notice.where)), []

    def _told(self) -> Iterator[LeftOut]:
        """What of the document itself is written by hand, where nobody says of which campaign it is one more."""
        notice = self.head.notice
        if notice and isinstance(notice.value, dict):
            said = {"kind": self.sort.kind.value, **notice.value}
            words = "，".join(f"{name}: {value}" for name, value in said.items() if isinstance(value, str))
            yield LeftOut(words, notice.where, "这份文件本身，请写进活动周的 notices（见 docs/fields.md）")

    def _people(self) -> Finding | None:
        """The contacts that belong to no activity, in order."""
        own = {id(one) for section, _, _ in self.found.activities for one in section.all()}
        all_ = [
            self.around[0],
            *(self.called[id(one)] for one in self.of.all() if id(one) not in own),
            self.around[1],
        ]
        found = [one.finding for one in all_ if one.finding]
        value: list[Value] = []
        for one in found:
            value += [
                person
                for person in (one.value if isinstance(one.value, list) else [])
                if not _is_known(person, value)
            ]
        if not found:
            return None
        why = "；".join(dict.fromkeys(one.why for one in found if one.why))
        return Finding(value, " ".join(one.read for one in found), found[0].where, why)

    def _tables(self) -> Findings:
        """What tables in the notice and its annexes say; those of contacts and blank forms are read already."""
        instead = self._instead()
        records: list[FoundRecord] = []
        left: list[LeftOut] = []
        parts = [("", self.of.head), *((one.anchor, one.pieces) for one in self.of.all()), ("", self.of.tail)]
        for anchor, part in parts:
            tables = [
                one
                for one in part
                if isinstance(one, Table) and id(one) not in instead and not blank_form(one)
            ]
            found = read_tables(tables, self.setting) if tables else Findings(Sort.UNKNOWN)
            records += [replace(one, anchor=one.anchor or anchor) for one in found.records]
            left += found.left_out
        return Findings(Sort.UNKNOWN, tuple(records), tuple(left))

    def _silent(self) -> Iterator[LeftOut]:
        """Sections that exhort: of each only the outermost."""
        for section in self.of.sections:
            taken = {id(one) for one, _, _ in self.found.activities}
            taken |= {id(one) for one in (*self.found.strands, *self.found.bases)}
            if taken.isdisjoint(id(one) for one in section.all()) and not re.search(
                f"时间|主题|{PARTS.pattern}", section.title
            ):
                is_dated = any(TIMED.search(dates.plain(f"{one.title}{one.text}")) for one in section.all())
                why = "写着日子，看不出是不是活动，请看看" if is_dated else "是要求、说明，不是活动"
                yield LeftOut(section.heading, section.where, why)

    def _instead(self) -> Mapping[int, str]:
        made: dict[int, str] = {}
        for called in (*self.called.values(), *self.around):
            made |= called.instead
        return made


def _is_known(person: Value, known: list[Value]) -> bool:
    """Whether somebody with the same name and numbers is there already."""
    if not isinstance(person, dict):
        return False
    return any(
        isinstance(one, dict)
        and one.get("name") == person.get("name")
        and one.get("phones") == person.get("phones")
        for one in known
    )


def _with_window(setting: Setting, fields: Mapping[str, Finding], head: Letterhead) -> Setting:
    """*setting* with the days of the campaign that the notice announces, or its year: days without a year are near to them."""
    if setting.window is not None:
        return setting
    said = [str(fields[name].value) for name in ("when", "name") if name in fields]
    said += [str(head.title.value)] if head.title else []
    years = [year for text in said if (year := times.year_of([text]))]
    if not years and head.issued:
        years = [int(str(head.issued.value)[:4])]
    setting = replace(setting, year=setting.year or (years[0] if years else None))
    window = dates.span(said[0], None) if "when" in fields else None
    if window is None:
        return setting
    # Without an id, as long as nobody has given it one.
    id = setting.campaign
    known = {one.id: one for one in setting.known.districts}
    district = known.get(str(fields["district"].value)) if "district" in fields else None
    announced = Campaign(
        id, id, Series.OTHER, district or District(id, "", "", "", None, setting.area_code), window[1]
    )
    others = tuple(one for one in setting.known.campaigns if one.id != id)
    return replace(setting, campaign=id, known=replace(setting.known, campaigns=(*others, announced)))


def _strands(found: NoticePurposes) -> Finding | None:
    if not found.strands:
        return None
    value: list[Value] = []
    for number, one in enumerate(found.strands, 1):
        strand: dict[str, Value] = {"id": f"s{number}", "title": one.title}
        text = "\n".join(
            part.text if part is one else f"{part.title}{part.stop}{part.text}"
            for part in one.all()
            if part.text
        )
        if text:
            strand["text"] = text
        strand["source"] = one.anchor
        value.append(strand)
    first = found.strands[0]
    return Finding(value, "；".join(one.title for one in found.strands), first.where)


def _with_repeats(notice: Finding, of: NoticeOutline) -> Finding:
    """*notice* with what is amiss in its numbering."""
    told = [
        f"“{section.title}”这一部分有两个“{one.number.strip()}”。"
        for section in of.all()
        for one in section.sections
        if re.search("[0-9][b-z]$", one.anchor)
    ]
    if not told or not isinstance(notice.value, dict):
        return notice
    return replace(notice, value={**notice.value, "defects": list(told)})
