"""Sections that announce activities, as records: what stands under labels, what a sentence says, and lists of names in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scienceweek.desk.documents import Cell
from scienceweek.desk.findings import Finding, FoundRecord, LeftOut, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.announced import AnnouncedSection, Found, announced
from scienceweek.desk.notices.contacts import LEFT
from scienceweek.desk.notices.dated_lines import agenda, at_hours, dated, dated_lines, programme_of
from scienceweek.desk.notices.inferences import TIMED, is_plain, opened, place, platform, timed
from scienceweek.desk.notices.labels import bracketed as in_brackets
from scienceweek.desk.notices.labels import is_label, parted
from scienceweek.desk.notices.lines import MENDED, Line, Piece
from scienceweek.desk.notices.outline import DAY_ALONE, NoticeSection
from scienceweek.desk.notices.responsible import bracketed, leading
from scienceweek.desk.notices.stages import stages_in, stages_of
from scienceweek.desk.tables.activities import activity
from scienceweek.desk.tables.cells import apart, outside
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.desk.tables.context import Context
from scienceweek.desk.tables.layout import Row
from scienceweek.desk.tables.programme import items as programme

_HELD = re.compile(
    r"^(?:(?:组织|联合|集中|继续|认真)?(?:举办|开展|举行|召开|新增|增加|增设)(?:举办|开展)?)(?=[“「\u4e00-\u9fff0-9第])"
)
_LIST = re.compile(
    r"(?:推出|开展|举办|举行|组织|包括|设有|开设)(?P<list>(?:[^，。；：、“”]{0,24}?“[^”]{2,30}”[^，。；：、“”]{0,24}?、?){2,}(?:[^，。；：“”]{2,40})?)等[^，。；]{0,16}(?:活动|项目|展览|比赛|课程)"
)
_DAY_FIRST = re.compile("(?:20[0-9]{2}年)?[0-9]{1,2}月")
_DURING = "活动期间"
_MOST = 60


def activities(told: AnnouncedSection, context: Context) -> Iterator[Found]:
    """The activities of a section: itself, each of its dated lines, or each of the names that a sentence of it lists."""
    section = _without_contacts(told)
    if day := DAY_ALONE.fullmatch(section.title):
        for line in section.lines:
            yield from at_hours(line, f"{day['day']}{day['weekday'] or ''}", told, context)
        return
    labelled, others = parted(section)
    below = [one for one in section.sections if not is_label(one)]
    if not labelled and not below:
        if (found := dated_lines(section, others, context)).lines:
            yield from programme_of(told, found, context)
            return
        if inline := _inline(section, context):
            yield from dated(inline, told, context)
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


def _inline(section: NoticeSection, context: Context) -> Line | None:
    """All of a *section* whose title names the day and more: 科普集市，5月25日9:00，公园南门."""
    title = section.title or (apart(section.text, "，。；：\n") or ("",))[0]
    if not TIMED.search(dates.plain(re.sub("[“《][^”》]*[”》]", "", title))) or _DAY_FIRST.match(title):
        return None
    whole = f"{section.title}{section.stop}{section.text}".rstrip("。")
    if in_brackets(section.title)[1] or in_brackets(whole)[1]:
        return None
    found = programme(whole, context.setting)
    if not found or not all(one.title and one.when for one in found):
        return None
    return Line(whole, section.where, 0, section.mended)


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


def _first(text: str) -> str:
    return (apart(text, "，。；：\n") or ("",))[0][:_MOST]


def _names(text: str) -> tuple[tuple[str, str], ...]:
    """The names that a sentence lists, each with the words of the list."""
    said = _LIST.search(text)
    if not said:
        return ()
    parts = [part for piece in apart(said["list"], "、") for part in re.split("(?<=”)(?=“)", piece)]
    names = (re.sub("^(?:和|及|以及)", "", part).strip() for part in parts)
    return tuple((re.sub("^“([^”]+)”$", r"\1", name), said[0]) for name in names if len(name) > 1)


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
        plan = agenda(self.others) if TableColumn.WHEN in self.said else None
        text = "\n".join(line.text for line in self.others if not plan or line.text not in plan.read)
        bare, units = bracketed(text)
        fields = self._labelled()
        self._describe(fields, bare)
        if plan:
            fields["programme"] = plan
        if not self._stages(fields):
            self._date(fields, bare)
        self._place(fields, bare)
        if "organisers" not in fields and (found := units or leading(bare)):
            fields["organisers"] = Finding(found.value, found.read, self.others[0].where, found.why)
        return announced(fields, self.told, self.context)

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

    def _stages(self, fields: dict[str, Finding]) -> bool:
        """Whether it is a contest whose stages are told; then these say when it is."""
        if TableColumn.WHEN in self.said or TableColumn.DATE in self.said:
            return False
        found = stages_of(self.told.section, self.context.setting) or next(
            (one for line in self.others if (one := stages_in(line, self.context.setting))), None
        )
        if found:
            fields.pop("when", None)
            fields["stages"] = found
        return found is not None

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
            why = (
                "" if is_plain(bare) and isinstance(at, dict) and "place" in at else "地点是从句子里读出来的"
            )
            fields["where"] = Finding(at, bare, self.others[0].where, why)
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
