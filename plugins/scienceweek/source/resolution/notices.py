"""The documents of a campaign: its notice, and what was issued after that."""

from datetime import date

from scienceweek.model.campaign import Notice, NoticeKind
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.campaign import CampaignRecord, NoticeItemRecord, NoticeRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.attachments import attachments
from scienceweek.source.resolution.dates import day
from scienceweek.source.resolution.registers import Registers


def notices(desk: Registers, entry: RecordEntry[CampaignRecord]) -> tuple[Notice, tuple[Notice, ...]]:
    """The notice of the campaign, and its further documents in the order in which they are written."""
    record = entry.record
    if record.notice and record.notices:
        told = "notice 和 notices 只写一个。请把 notice 里的内容移到 notices 里，作第一份。"
        desk.error(entry, told, "notice")
    ids = _ids(desk, entry)
    found = [
        _notice(desk, entry, one, ids[number], "notices", number) for number, one in enumerate(record.notices)
    ]
    first = _first(record)
    main = (
        found.pop(first)
        if first is not None
        else _notice(desk, entry, record.notice or NoticeRecord(), "", "notice")
    )
    return main, tuple(found)


def first_notice(record: CampaignRecord) -> tuple[NoticeRecord, tuple[str | int, ...]] | None:
    """The notice of the campaign as written, and where it stands."""
    first = _first(record)
    if first is not None:
        return record.notices[first], ("notices", first)
    return (record.notice, ("notice",)) if record.notice else None


def written_at(record: CampaignRecord) -> tuple[tuple[str | int, ...], ...]:
    """Where in the record the notice stands, and each of the further documents."""
    first = _first(record)
    others = [("notices", number) for number in range(len(record.notices)) if number != first]
    return (("notice",) if first is None else ("notices", first), *others)


def _first(record: CampaignRecord) -> int | None:
    """The first of the kind of a notice is that of the campaign."""
    return next((number for number, one in enumerate(record.notices) if one.kind is NoticeKind.NOTICE), None)


def _ids(desk: Registers, entry: RecordEntry[CampaignRecord]) -> list[str]:
    """The id of each document, "" for the notice itself; without one of its own a document goes by its kind."""
    first, campaign = _first(entry.record), entry.record.id
    ids: list[str] = []
    for number, one in enumerate(entry.record.notices):
        id = "" if number == first else one.id or str(one.kind)
        if number == first and one.id:
            told = f"第一份通知的网址是 notices/{campaign}.html，原文是 content/notices/{campaign}.md，不用写 id。"
            desk.remind(entry, told, "notices", number, "id")
        elif id in ids:
            told = (
                f"编号{quoted(id)}在 notices 里已经用过。请换一个编号。"
                if one.id
                else f"有几份{one.kind.said}。请给这一份写上 id，例如 {id}-2。"
            )
            desk.error(entry, told, "notices", number, "id" if one.id else "kind")
        ids.append(id)
    return ids


def _notice(
    desk: Registers,
    entry: RecordEntry[CampaignRecord],
    record: NoticeRecord,
    id: str,
    *path: str | int,
) -> Notice:
    stem = f"{entry.record.id}.{id}" if id else entry.record.id
    desk.papers.setdefault(stem, entry.record.id)
    body = desk.library.notices.get(stem)

    def dated(key: str, written: str | None) -> date | None:
        return day(desk, entry, written, None, *path, key)

    return Notice(
        title=record.title or "",
        number=record.number or "",
        issuer=record.issuer or "",
        issued=dated("issued", record.issued),
        printed=dated("printed", record.printed),
        disclosure=record.disclosure,
        implements=record.implements,
        defects=record.defects,
        text=body.text if body else "",
        images=body.images if body else (),
        id=id,
        files=attachments(desk, entry, record.files, *path, "files"),
        linked=body.files if body else (),
        kind=record.kind if isinstance(record, NoticeItemRecord) else NoticeKind.NOTICE,
    )
