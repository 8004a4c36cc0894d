"""Sections that announce activities, as records: what stands under labels, what a sentence says, and lists of names in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import Finding, FoundRecord, Kind, LeftOut, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.contacts import LEFT, NoticeContacts
from scienceweek.desk.notices.inferences import (
    admission,
    admitted,
    audience,
    opened,
    place,
    platform,
    tier,
    timed,
    topics,
)
from scienceweek.desk.notices.inferences import kind as kind_of
from scienceweek.desk.notices.labels import bracketed as in_brackets
from scienceweek.desk.notices.labels import is_label, parted
from scienceweek.desk.notices.lines import MENDED, Line, Piece
from scienceweek.desk.notices.outline import DAY_ALONE, HOURS, NoticeSection
from scienceweek.desk.notices.responsible import bracketed, leading
from scienceweek.desk.tables.activities import activity
from scienceweek.desk.tables.cells import apart, outside
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.layout import Row
from scienceweek.desk.tables.programme import items as programme
from scienceweek.desk.tables.times import moment

Found = FoundRecord | LeftOut

_HELD = re.compile(
    r"^(?:(?:组织|联合|集中|继续|认真)?(?:举办|开展|举行|召开|新增|增加|增设)(?:举办|开展)?)(?=[“「\u4e00-\u9fff0-9第])"
)
_LIST = re.compile(
    r"(?:推出|开展|举办|举行|组织|包括|设有|开设)(?P<list>(?:[^，。；：、“”]{0,24}?“[^”]{2,30}”[^，。；：、“”]{0,24}?、?){2,}(?:[^，。；：“”]{2,40})?)等[^，。；]{0,16}(?:活动|项目|展览|比赛|课程)"
)
_DATED = re.compile(rf"^\s*(?:{dates.SPAN.pattern}|{dates.DAY.pattern}|[0-9]{{1,2}}[.][0-9]{{1,2}})")
_DOER = re.compile(
    r"(?P<who>[^，。“”、]{2,16}?(?:局|委|科协|协会|学会|馆|中心|大学|学院|医院|中学|小学|公司|基地|街道|镇|站|院|所|团))"
    r"(?:将|拟)?(?:(?:在|到|于)(?P<at>[^，。“”]{2,30}?))?(?:联合|集中|组织)?(?:开展|举办|举行)(?P<what>.+)"
)
_DURING = "活动期间"
_MOST = 60
_ORDER = (
    *(
        "title",
        "subtitle",
        "kind",
        "tier",
        "district",
        "when",
        "sessions",
        "people",
        "where",
        "rain",
        "base",
        "admits",
    ),
    *("organisers", "audience", "topics", "contacts", "admission", "ages", "bring", "description"),
)


@dataclass(frozen=True, slots=True)
class AnnouncedSection:
    """A *section* that announces, with the *district* and the heading that it is *under*; *called* are its contacts."""

    section: NoticeSection
    district: str = ""
    under: str = ""
    called: NoticeContacts | None = None


def activities(told: AnnouncedSection, context: Context) -> Iterator[Found]:
    """The activities of a section: itself, each of its dated lines, or each of the names that a sentence of it lists."""
    section = _without_contacts(told)
    if day := DAY_ALONE.fullmatch(section.title):
        for line in section.lines:
            yield from _at_hours(line, f"{day['day']}{day['weekday'] or ''}", told, context)
        return
    labelled, others = parted(section)
    below = [one for one in section.sections if not is_label(one)]
    if not labelled and not below and (lines := _programme(section, others)):
        for line in lines:
            yield from _dated(line, told, context)
        return
    name = _bracketed(section, labelled, others)
    if TableColumn.TITLE in labelled:
        named = labelled.pop(TableColumn.TITLE)
        told, name = replace(told, under=name or told.under), named.text
    text = "\n".join(line.text for line in others)
    names = () if labelled else _names(text)
    if names:
        # They stand below the title of the section, as if that were their heading.
        below_it = replace(told, under=section.title or told.under)
        for name, read in names:
            why = f"是从“{read}”这句话里分出来的"
            yield _ActivityReader(
                below_it, context, Line(name, section.where), labelled, others, why
            ).record()
        return
    title = Line(name or _first(text), section.where, 0, section.mended)
    if not title.text:
        yield LeftOut(section.heading, section.where, "没有写是什么活动")
        return
    why = "" if name else "没有名称，是从第一句里取的"
    yield _ActivityReader(told, context, title, labelled, others, why, tuple(below)).record()


def _bracketed(section: NoticeSection, labelled: dict[TableColumn, Line], others: list[Line]) -> str:
    """The title; what brackets at its end, or at that of the last line, say is put to what is *labelled*."""
    name, said = in_brackets(section.title)
    if others and not said:
        rest, said = in_brackets(others[-1].text)
        others[-1:] = [replace(others[-1], text=rest)] if said and rest else [] if said else others[-1:]
    for what, words in said.items():
        labelled.setdefault(what, Line(words, section.where))
    return name


def _without_contacts(told: AnnouncedSection) -> NoticeSection:
    """The section without the words that are for staff only."""
    instead = told.called.instead if told.called else {}
    pieces: list[Piece] = []
    for piece in told.section.pieces:
        if id(piece) not in instead:
            pieces.append(piece)
        elif isinstance(piece, Line) and (rest := instead[id(piece)].replace(LEFT, "").strip("，, \n")):
            pieces.append(replace(piece, text=rest))
    return replace(told.section, pieces=pieces)


def _programme(section: NoticeSection, others: list[Line]) -> list[Line]:
    """The lines of a *section* that is a list of them, each with its day."""
    dated = [line for line in others if _DATED.match(line.text)]
    fewest = 1 if section.title else 0
    return dated if len(dated) > fewest and 2 * len(dated) > len(others) else []


def _at_hours(line: Line, day: str, told: AnnouncedSection, context: Context) -> Iterator[Found]:
    """What a *line* below a *day* says, which begins with hours; columns of it are apart by spaces."""
    hours = HOURS.match(line.text)
    what = re.split(r"\s{2,}|\t", line.text[hours.end() :].strip("，,：: ")) if hours else []
    if not hours or not what[0]:
        yield LeftOut(line.text, line.where, "没有写几点")
        return
    if len(what) == 1:
        yield from _dated(Line(f"{day} {hours[0]}，{what[0]}", line.where), told, context)
        return
    when = moment(f"{day} {hours[0]}", context.setting)
    fields = {
        "title": Finding(what[0], line.text, line.where, "没有表头，是按名称读的"),
        "when": Finding(when.value, f"{day} {hours[0]}", line.where, when.why),
    }
    if at := place(what[1], context.places):
        fields["where"] = Finding(at, line.text, line.where, "没有表头，是按地点读的")
    for rest in what[2:]:
        yield LeftOut(rest, line.where, "没有表头，看不出是什么")
    yield replace(_record(fields, replace(told, under=""), context), where=line.where)


def _first(text: str) -> str:
    return re.split("[，。；：\n]", text)[0][:_MOST]


def _names(text: str) -> tuple[tuple[str, str], ...]:
    """The names that a sentence lists, each with the words of the list."""
    said = _LIST.search(text)
    if not said:
        return ()
    parts = [part for piece in apart(said["list"], "、") for part in re.split("(?<=”)(?=“)", piece)]
    names = (re.sub("^(?:和|及|以及)", "", part).strip() for part in parts)
    return tuple((re.sub("^“([^”]+)”$", r"\1", name), said[0]) for name in names if len(name) > 1)


def _dated(line: Line, told: AnnouncedSection, context: Context) -> Iterator[Found]:
    """What is held on the day with which a *line* begins."""
    text = (
        re.sub(r"[：:]\s*", " ", line.text, count=1)
        if re.match(r"^[^，。；]{2,24}[：:](?![0-9])", line.text)
        else line.text
    )
    text, said = in_brackets(text)
    for item in programme(text, context.setting):
        if not item.title:
            yield LeftOut(item.read, line.where, "没有写是什么活动")
            continue
        when = moment(item.when, context.setting)
        carried = "月份或年份是照前一项读的" if item.is_carried else ""
        doer = _DOER.match(item.title) if not item.is_named else None
        title = doer["what"] if doer else item.title
        why = "" if item.is_named else "名称没有引号，是从句子里取的"
        fields = {
            "title": Finding(title, line.text, line.where, why),
            "when": Finding(when.value, line.text, line.where, when.why or carried),
        }
        if item.subtitle:
            fields["subtitle"] = Finding(item.subtitle, line.text, line.where)
        words = said.get(TableColumn.PLACE) or item.place or (doer["at"] if doer else "") or ""
        if words and (at := place(words, context.places)):
            why = "" if TableColumn.PLACE in said else "地点是从句子里读出来的"
            fields["where"] = Finding(at, line.text, line.where, why)
        if doer:
            host: dict[str, Value] = {"host": [doer["who"]]}
            fields["organisers"] = Finding(host, line.text, line.where, "“主办”是推断的，句子里没有这两个字")
        fields["description"] = Finding(line.text, line.text, line.where)
        yield replace(_record(fields, told, context), where=line.where)


@dataclass(frozen=True, slots=True)
class _ActivityReader:
    """An activity called *title*, of which is *said* what stands under labels and *others* say the rest, and the sections *below*.

    *why* is what there is to look at in the title.
    """

    told: AnnouncedSection
    context: Context
    title: Line
    said: dict[TableColumn, Line]
    others: list[Line]
    why: str = ""
    below: tuple[NoticeSection, ...] = ()

    def record(self) -> FoundRecord:
        text = "\n".join(line.text for line in self.others)
        bare, units = bracketed(text)
        fields = self._labelled()
        self._describe(fields, bare)
        self._date(fields, bare)
        self._place(fields, bare)
        if "organisers" not in fields and (found := units or leading(bare)):
            fields["organisers"] = Finding(found.value, found.read, self.others[0].where, found.why)
        return _record(fields, self.told, self.context)

    @property
    def name(self) -> str:
        """The title without 举办."""
        return _HELD.sub("", self.title.text)

    def _labelled(self) -> dict[str, Finding]:
        """The title, and what stands under labels, read as the row of a table is."""
        row = _row(Line(self.name, self.title.where), self.said, self.told.section)
        rows = activity(row, self.context, {what: what.said for what in self.said})
        made = next((one for one in rows if isinstance(one, FoundRecord)), None)
        fields = (
            dict(made.fields) if made else {"title": Finding(self.name, self.title.text, self.title.where)}
        )
        if "subtitle" in fields and not any(self.name[at : at + 2] == "——" for at in outside(self.name)):
            # A dash in quotation marks parts no title.
            del fields["subtitle"]
            fields["title"] = replace(fields["title"], value=self.name)
        if self.why:
            fields["title"] = replace(fields["title"], why=self.why)
        fields.pop("kind", None)
        return fields

    def _describe(self, fields: dict[str, Finding], bare: str) -> None:
        content = self.said.get(TableColumn.CONTENT)
        if content:
            fields["description"] = Finding(_below(content.text, self.below), content.text, content.where)
        elif bare:
            fields["description"] = Finding(bare, bare, self.others[0].where)
        elif text := _below("", self.below):
            section = self.told.section
            fields["description"] = Finding(text, section.heading, section.where)

    def _date(self, fields: dict[str, Finding], bare: str) -> None:
        """When it is: under its label, in its title, in a sentence, or like the whole campaign."""
        labels = [self.said[what] for what in (TableColumn.WHEN, TableColumn.DATE) if what in self.said]
        if labels:
            if any(line.mended for line in labels):
                fields["when"] = replace(fields["when"], why=fields["when"].why or MENDED)
            return
        for line in (self.title, *self.others):
            if found := timed(line.text, self.context.setting):
                fields["when"] = replace(found, where=line.where)
                return
        said = re.search(r"[^，。；]*期间", bare)
        why = "只写了“期间”，是照整个活动周写的" if said else "没有写时间，是照整个活动周写的"
        fields["when"] = Finding(_DURING, said[0] if said else self.title.text, self.title.where, why)

    def _place(self, fields: dict[str, Finding], bare: str) -> None:
        if "where" in fields:
            return
        if at := place(bare, self.context.places, running=True):
            fields["where"] = Finding(at, bare, self.others[0].where, "地点是从句子里读出来的")
        elif said := re.search("线上活动|网上活动|网络赛", f"{self.told.under}{self.name}{bare}"):
            why = "只说是线上活动，没有写网址"
            value: dict[str, Value] = {"online": "unknown"}
            if at := platform(bare):
                value["platform"] = at
            fields["where"] = Finding(value, said[0], self.title.where, why)
        elif found := opened(bare, self.context.places):
            fields["where"] = Finding(found[0], found[1], self.others[0].where, "地点是从句子里读出来的")


def _below(text: str, below: tuple[NoticeSection, ...]) -> str:
    """*text*, and what the sections below it are about."""
    titles = "；".join(one.title for one in below if one.title)
    return (
        "\n".join(filter(None, (text, f"{titles}。" if titles else "")))
        if not text.endswith(("：", ":"))
        else f"{text}{titles}。"
    )


def _row(title: Line, labelled: dict[TableColumn, Line], section: NoticeSection) -> Row:
    """A section as the row of a table whose columns are its labels."""
    own = {TableColumn.PERSON, TableColumn.PHONE, TableColumn.CONTACT, TableColumn.INTERNAL}
    cells = {
        what: (Cell(line.text.rstrip("。"), line.where),)
        for what, line in labelled.items()
        if what not in own
    }
    if TableColumn.CONTENT in labelled:
        cells[TableColumn.CONTENT] = (
            Cell(labelled[TableColumn.CONTENT].text, labelled[TableColumn.CONTENT].where),
        )
    cells[TableColumn.TITLE] = (Cell(title.text, title.where),)
    cells.setdefault(TableColumn.WHEN, (Cell("待定", section.where),))
    return Row(cells, section.where)


def _record(fields: dict[str, Finding], told: AnnouncedSection, context: Context) -> FoundRecord:
    """A record of these *fields*, with what its words suggest."""
    setting = context.setting
    title = fields["title"]
    words = f"{title.value}\n{fields['description'].value if 'description' in fields else ''}"
    suggested: dict[str, tuple[Value, str] | None] = {
        "kind": kind_of(str(title.value), told.under, words.partition("\n")[2], setting),
        "tier": tier(str(title.value), told.under),
        "audience": audience(words, setting),
        "topics": topics(words, setting),
        "admits": admitted(words),
        "admission": admission(words),
    }
    for name, found in suggested.items():
        if found and name not in fields:
            fields[name] = Finding(
                found[0],
                title.read if name in {"kind", "tier"} else found[1],
                title.where,
                _why(name, found[1]),
            )
    if told.district:
        known = any(one.id == told.district for one in setting.known.districts)
        fields["district"] = Finding(
            told.district, told.under, told.section.where, "" if known else "这个区县还没有登记"
        )
    if told.called and (called := told.called.finding) and "contacts" not in fields:
        fields["contacts"] = called
    ordered = {name: fields[name] for name in _ORDER if name in fields}
    return FoundRecord(Kind.ACTIVITY, ordered | fields, told.section.where, told.section.anchor)


def _why(name: str, read: str) -> str:
    return {
        "kind": f"按“{read}”推断",
        "tier": f"按“{read}”推断",
        "audience": f"按“{read}”推断",
        "topics": f"按文字里的“{read}”推断",
        "admits": f"按“{read}”推断",
        "admission": f"按“{read}”推断",
    }[name]
