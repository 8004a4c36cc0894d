"""From a document to what is to be written: read, drafted, tried; nothing is written here but by `Prepared.write`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from scienceweek.desk.documents import Document, DocumentError, read
from scienceweek.desk.drafts import lines, marks
from scienceweek.desk.drafts.draft import DraftError, DraftRecords, drafted
from scienceweek.desk.drafts.edits import edited, marks_of
from scienceweek.desk.drafts.further_notices import stem_of
from scienceweek.desk.drafts.history import ever
from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.drafts.situation import Ask, ImportWish, setting_of
from scienceweek.desk.drafts.trial import faults, spared
from scienceweek.desk.drafts.writing import UnwritableError
from scienceweek.desk.findings import Findings, Kind, LeftOut
from scienceweek.desk.notices import read_notice
from scienceweek.desk.setting import Setting
from scienceweek.source.loading import load
from scienceweek.source.mistakes.problems import SourceError

_ROUNDS = 12
_TOLD = 5


class ImportRefused(ValueError):
    """Why nothing of a document can be drafted, for staff, in Chinese."""


def prepared(file: Path, told: ImportWish, data: Path, content: Path, ask: Ask) -> "Prepared":
    """What of the document in *file* is ready to be written to *data* and *content*. Raises ImportRefused."""
    try:
        document = read(file)
        known = load(data, content).catalogue
        setting = setting_of(document, told, known, ask)
        findings = found_in(document, setting)
        return Prepared.of(document, findings, setting, data, content)
    except SourceError as error:
        raise ImportRefused(f"data/ 里现在有错误，先改正了再导入：\n{error.errors[0]}") from None
    except (DocumentError, DraftError, UnwritableError, marks.MarksError) as error:
        raise ImportRefused(str(error)) from None


def found_in(document: Document, setting: Setting) -> Findings:
    """What is found in *document*: in its text, if there is one, and in its tables."""
    findings = read_notice(document, setting)
    if setting.other_district and (meant := setting.district_meant):
        told = f"文件里写的是“{setting.other_district}”，要导入到的是{meant.name}：不是这里的，就不要写进去"
        left = LeftOut(setting.other_district, "文件的标题", told)
        findings = replace(findings, left_out=(left, *findings.left_out))
    return _of_another_year(findings, setting) if setting.other_year else findings


def _of_another_year(findings: Findings, setting: Setting) -> Findings:
    """*findings* of a document that names another year than that of its campaign: no time of it is sure."""
    meant = setting.campaign_meant
    of = meant.when.first.year if meant else ""
    told = f"文件里写的是{setting.other_year}年，活动周是{of}年的"
    records = tuple(one.with_doubtful_times(told) for one in findings.records)
    left = LeftOut(f"{setting.other_year}年", "文件的标题", f"{told}：不是这一届的，就不要写进去")
    return replace(findings, records=records, left_out=(left, *findings.left_out))


@dataclass(frozen=True, slots=True)
class Prepared:
    """What of a *document* is ready to be written: *texts* by their place in the project, and *marked*.

    *before* are the texts that they replace.
    """

    document: Document
    findings: Findings
    setting: Setting
    draft: DraftRecords
    texts: Mapping[str, str]
    before: Mapping[str, str]
    marked: marks.ValueMarks

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be written."""
        return not self.texts and not any(one.is_open for one in self.marked)

    def write(self, data: Path, content: Path) -> tuple[Path, ...]:
        """Writes it; the files that are other than before."""
        written = []
        for name, text in self.texts.items():
            folder, _, rest = name.partition("/")
            path = (data if folder == "data" else content) / rest
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
        name = marks.name_of(self.document.file)
        before = marks.read_all(data).get(name, ())
        marks.keep(data, name, marks.together(before, self.marked))
        if self.marked or before:
            lines.keep(data, self.document, self.draft.left_out)
        return (*written, data / marks.FOLDER / f"{name}.json")

    @classmethod
    def of(cls, document: Document, findings: Findings, setting: Setting, data: Path, content: Path) -> Self:
        """What *findings* in *document* come to. Raises DraftError, UnwritableError, MarksError."""
        marks.read_all(data)
        shelves = Shelves.of(data)
        draft = drafted(findings, setting, shelves, ever(data), _public(setting, content))
        draft = replace(draft, left_out=(*draft.left_out, *_notice(draft, findings, setting, content)[1]))
        for _ in range(_ROUNDS):
            notice, _ = _notice(draft, findings, setting, content)
            texts = {f"data/{name}": text for name, text in edited(draft, shelves).items()} | notice
            found = faults(data, content, texts) if texts else ()
            if not found:
                before = {f"data/{name}": text for name, text in shelves.texts.items()}
                return cls(document, findings, setting, draft, texts, before, marks_of(draft, document.file))
            fewer = spared(draft, texts, found)
            if fewer == draft:
                break
            draft = fewer
        told = "\n".join(str(one) for one in found[:_TOLD])
        raise DraftError(f"读到的内容，检查不接受，什么也没有写：\n{told}")


def _public(setting: Setting, content: Path) -> str:
    """The text of the notice that there is already."""
    path = content / "notices" / f"{setting.campaign}.md"
    return path.read_text("utf-8") if setting.campaign and path.is_file() else ""


def _notice(
    draft: DraftRecords, findings: Findings, setting: Setting, content: Path
) -> tuple[dict[str, str], list[LeftOut]]:
    """The text of the notice, if there is none yet; what is said if there is."""
    if not findings.notice.strip():
        return {}, []
    own = [one for one in draft.entries if one.kind is Kind.CAMPAIGN]
    id = own[0].id if own else setting.campaign
    further = own[0].written.get("notices") if own and own[0].known else None
    if not id or (findings.is_further and not further):
        return {}, []
    name = (
        f"{id}.{stem_of(further[0])}.md"
        if isinstance(further, list) and isinstance(further[0], dict)
        else f"{id}.md"
    )
    path = content / "notices" / name
    if not path.exists():
        return {f"content/notices/{name}": findings.notice}, []
    if path.read_text("utf-8") == findings.notice:
        return {}, []
    return {}, [LeftOut("通知原文", "全文", f"content/notices/{name} 已经有了，没有改动")]
