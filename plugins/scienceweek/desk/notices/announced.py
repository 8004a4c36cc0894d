"""What is announced: where it stands in the notice, and a record of it with what its words suggest."""

from dataclasses import dataclass

from scienceweek.desk.findings import Finding, FoundRecord, Kind, LeftOut, Value
from scienceweek.desk.notices.contacts import NoticeContacts
from scienceweek.desk.notices.inferences import admission, admitted, audience, tier, topics
from scienceweek.desk.notices.inferences import kind as kind_of
from scienceweek.desk.notices.outline import NoticeSection
from scienceweek.desk.tables.context import Context

Found = FoundRecord | LeftOut

_ORDER = (
    *(
        "title",
        "subtitle",
        "kind",
        "tier",
        "district",
        "when",
        "stages",
        "programme",
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


def announced(fields: dict[str, Finding], told: AnnouncedSection, context: Context) -> FoundRecord:
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
        "admission": admission(words, setting),
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
