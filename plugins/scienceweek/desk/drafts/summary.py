"""What is told of an import before anything is written: how much, what is sure, what is not, what was left out and why."""

from collections.abc import Iterator
from difflib import unified_diff

from scienceweek.desk.drafts.draft import Entry
from scienceweek.desk.drafts.fields import said
from scienceweek.desk.drafts.importing import Prepared
from scienceweek.desk.findings import Certainty, Finding, Kind, Sort

_MOST = 40
"""Lines of one part that are told."""
_LONGEST = 40
_WORDS = {
    Kind.CAMPAIGN: "届活动周",
    Kind.ORGANISATION: "个单位",
    Kind.VENUE: "个场地",
    Kind.BASE: "家基地",
    Kind.ACTIVITY: "个活动",
}


def summary(prepared: Prepared) -> Iterator[str]:
    """The lines of the summary."""
    yield from _head(prepared)
    draft = prepared.draft
    for kind, word in _WORDS.items():
        new = sum(one.kind is kind for one in draft.new)
        changes = sum(one.kind is kind for one in draft.changes)
        already = sum(one.kind is kind for one in draft.already)
        if total := new + changes + already:
            told = ((new, "新增"), (changes, "有改动"), (already, "已经有了、没有变化"))
            yield f"  {total} {word}：" + "，".join(f"{number} {what}" for number, what in told if number)
    sure, doubtful = draft.values(Certainty.SURE), draft.values(Certainty.CHECK)
    yield f"  读到 {len(sure) + len(doubtful)} 个值：{len(sure)} 个确定，{len(doubtful)} 个要核对。"
    if doubtful:
        yield "要核对的："
        yield from _short([_doubt(*one) for one in doubtful])
    if draft.left_out:
        yield "没有读进来的："
        yield from _short([f"  {one.where} “{shortened(one.read)}”：{one.why}" for one in draft.left_out])


def difference(prepared: Prepared) -> Iterator[str]:
    """What changes in the files, as a unified diff."""
    for name, text in prepared.texts.items():
        before = prepared.before.get(name, "").splitlines()
        yield from unified_diff(before, text.splitlines(), name, name, n=2, lineterm="")
    waiting = [one for one in prepared.draft.changes if any(found.why for found in one.fields.values())]
    for entry in waiting:
        yield f"@@ {entry.id} {entry.name}：核对以后才改 @@"
        for name, found in entry.fields.items():
            if found.why and entry.known:
                if name in entry.known.fields:
                    yield f"-   {name}: {entry.known.fields[name]}"
                yield f"+   {name}: {found.value}"


def shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _head(prepared: Prepared) -> Iterator[str]:
    document, setting = prepared.document, prepared.setting
    what = prepared.findings.sort.said if prepared.findings.sort is not Sort.UNKNOWN else "看不出是什么"
    yield f"{document.file}：{document.kind}，{what}。"
    meant = setting.campaign_meant
    campaign = f"{setting.campaign}（{meant.name}）" if meant else setting.campaign
    district = setting.district_meant
    for_whom = "，".join(filter(None, (campaign, district.name if district else "")))
    if for_whom:
        yield f"  给：{for_whom}"


def _doubt(entry: Entry, field: str, found: Finding) -> str:
    return (
        f"  {found.where} {entry.name} {said(entry.kind, field)}"
        f"“{shortened(found.read or str(found.value))}”：{found.why}"
    )


def _short(lines: list[str]) -> Iterator[str]:
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"  …… 还有 {len(lines) - _MOST} 条，写进以后运行 review 看。"
