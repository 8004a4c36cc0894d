"""A new record of a few answers, at the right place in the right file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.drafts.trial import faults
from scienceweek.desk.drafts.writing import single
from scienceweek.desk.findings import Kind
from scienceweek.desk.sheets.cells import CellError, read, shape
from scienceweek.desk.sheets.columns import RECORDS
from scienceweek.desk.sheets.names import Names
from scienceweek.desk.sheets.putting_in import PutIn, put_in
from scienceweek.desk.sheets.taking_back import RowChange, TakenBack
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.record import Record


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for the *field* of a new record; it goes by the *option*, and must be answered if it is *needed*."""

    option: str
    field: str
    words: str
    needed: bool = False


QUESTIONS: Mapping[Kind, tuple[Question, ...]] = {
    Kind.ACTIVITY: (
        Question("name", "title", "活动叫什么", needed=True),
        Question("campaign", "campaign", "哪一届活动周", needed=True),
        Question("when", "when", "什么时候，照通知写；没有定写 待定", needed=True),
        Question("where", "where", "在哪里：基地、场地的名称，或别的地点"),
        Question("base", "base", "是哪个基地的"),
        Question("kind", "kind", "什么形式，例如 讲座宣讲"),
    ),
    Kind.BASE: (
        Question("name", "name", "基地的全称", needed=True),
        Question("district", "district", "哪个区县", needed=True),
        Question("type", "type", "类型，例如 场馆类"),
        Question("address", "address", "地址"),
        Question("hours", "hours", "平时的开放时间，例如 周二至周日 9:00—17:00"),
        Question("phone", "contacts", "联系电话（先只供内部；可以公开的，再写 show）"),
    ),
    Kind.VENUE: (
        Question("name", "name", "场地叫什么", needed=True),
        Question("district", "district", "在哪个区县", needed=True),
        Question("address", "address", "地址"),
    ),
    Kind.CAMPAIGN: (
        Question("name", "name", "活动周叫什么，例如 2025年渝北区科技活动周", needed=True),
        Question("district", "district", "哪个区县办", needed=True),
        Question("when", "when", "起止日期，要写年份", needed=True),
        Question("series", "series", "系列：科技活动周、全国科普日、全国科普月或其他", needed=True),
        Question("theme", "theme", "主题"),
        Question("id", "id", "编号，用在网址里，例如 2025-yubei", needed=True),
    ),
}
_KINDS: Mapping[Kind, type[Record]] = {**RECORDS, Kind.CAMPAIGN: CampaignRecord}
_CHOICES = {"campaign": "campaigns", "district": "districts"}


def only(option: str, names: Names) -> str:
    """The answer that there is no need to ask for: the only campaign or district that there is, or nothing."""
    known = list(names.by_id[_CHOICES[option]]) if option in _CHOICES else []
    return known[0] if len(known) == 1 else ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is in the project: the *shelves*, the *names* of things, its folders, and ids that there *ever* were."""

    shelves: Shelves
    names: Names
    data: Path
    content: Path
    ever: frozenset[str] = frozenset()


def begun(kind: Kind, answers: Mapping[str, str], desk: Desk) -> PutIn:
    """The record of some *kind* with these *answers* by option, as it goes into ``data/``; nothing is written."""
    fields: dict[str, Any] = {}
    wrong: list[str] = []
    for question in QUESTIONS[kind]:
        answer = answers.get(question.option, "").strip()
        if not answer and question.needed:
            wrong.append(f"少了 --{question.option}：{question.words}。")
        if not answer:
            continue
        try:
            fields[question.field] = _value(kind, question, answer, desk.names)
        except CellError as error:
            wrong.append(f"--{question.option}：{error}")
    if wrong:
        return PutIn({}, faults=tuple(wrong))
    if kind is Kind.CAMPAIGN:
        return _campaign(fields, desk)
    cells = {one.field: f"--{one.option}" for one in QUESTIONS[kind]}
    change = RowChange(None, fields, cells, str(answers["name"]))
    return put_in(TakenBack(kind, changes=(change,)), desk.shelves, desk.data, desk.content, desk.ever)


def _value(kind: Kind, question: Question, answer: str, names: Names) -> Any:
    if question.option == "phone":
        return [{"phones": [one for one in answer.replace("，", "、").replace(",", "、").split("、") if one]}]
    return read(answer, shape(_KINDS[kind], question.field), names)


def _campaign(fields: Mapping[str, Any], desk: Desk) -> PutIn:
    id, taken = str(fields["id"]), {*desk.shelves.ids, *desk.ever}
    file = f"campaigns/{id}.yaml"
    if id in taken or file in desk.shelves.texts:
        return PutIn({}, faults=(f"--id：编号“{id}”已经用过了，请另取一个。",))
    order = list(CampaignRecord.model_fields)
    record = {key: fields[key] for key in order if key in fields}
    texts = {file: single("../schema/campaign.json", record)}
    found = faults(desk.data, desk.content, {f"data/{name}": text for name, text in texts.items()})
    return PutIn(texts, (f"增加活动周“{fields['name']}”（{id}）",), tuple(one.message for one in found))
