"""A notice's page: the official text, what the site made of each passage, and its annex drawn from the records."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Disclosure
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Base, Opening
from scienceweek.views import dates, parts, words
from scienceweek.views.contacts import Call, Privacy, shown
from scienceweek.views.head import Crumb, Head
from scienceweek.views.passages import Passage, passages
from scienceweek.views.precisions import Precision, precision

ANNEX = "annex"
"""The anchor of the passage that the annex table follows."""

_NUMBER = re.compile(r"annex-(\d+)")
_DISCLOSURE = {
    Disclosure.PUBLIC: "主动公开",
    Disclosure.ON_REQUEST: "依申请公开",
    Disclosure.UNKNOWN: "",
}
_FOLD = 3
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the notice's card; an empty *value* is missing in the source."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """The notice behind a campaign, for its own page, its campaign's and its district's."""

    title: str
    path: str
    facts: tuple[Fact, ...]
    implements: tuple[str, ...]
    defects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """What the site has of a passage: an activity, a base, a form, a deadline."""

    kind: str
    word: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A passage with what it became; *many* says how many references are folded away, 0 if none are."""

    level: int
    title: str
    anchor: str
    markdown: str
    references: tuple[Reference, ...]
    more: tuple[Reference, ...]
    annexed: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    anchor: str
    title: str
    level: int
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A base as a row of the annex; *plans* are its activities and openings of the campaign."""

    anchor: str
    number: str
    name: str
    path: str
    type: str
    address: str
    who: tuple[str, ...]
    calls: tuple[Call, ...]
    plans: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The page of a notice; *text* is empty where the site has only its particulars."""

    head: Head
    campaign: parts.Link
    card: NoticeCard
    contents: tuple[Entry, ...]
    sections: tuple[Section, ...]
    annex: tuple[Row, ...]
    made: int


def notice(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> NoticeView:
    """The page of the notice of *campaign*."""
    references = _references(campaign, catalogue)
    cut = passages(campaign.notice.text)
    sections = tuple(_section(passage, references) for passage in cut)
    return NoticeView(
        head=_head(campaign),
        campaign=parts.Link(campaign.name, links.campaign(campaign)),
        card=card(campaign),
        contents=tuple(
            Entry(section.anchor, section.title, section.level, len(section.references) + len(section.more))
            for section in sections
            if section.anchor and section.level <= _LISTED
        ),
        sections=sections,
        annex=_annex(campaign, catalogue, privacy),
        made=len(catalogue.of_campaign.get(campaign.id, ())),
    )


def card(campaign: Campaign) -> NoticeCard:
    """The particulars of a campaign's notice."""
    notice = campaign.notice
    facts = [
        Fact("文号", notice.number),
        Fact("发文单位", notice.issuer),
        Fact("成文日期", dates.day_in_full(notice.issued) if notice.issued else ""),
        Fact("公开方式", _DISCLOSURE[notice.disclosure]),
    ]
    if notice.printed:
        facts.insert(3, Fact("印发日期", dates.day_in_full(notice.printed)))
    return NoticeCard(
        title=notice.title,
        path=links.notice(campaign) if notice.text else "",
        facts=tuple(facts),
        implements=notice.implements,
        defects=notice.defects,
    )


def _head(campaign: Campaign) -> Head:
    title = campaign.notice.title or f"{campaign.name}通知"
    issued = f" {dates.day_in_full(campaign.notice.issued)}" if campaign.notice.issued else ""
    return Head(
        title=f"{title}{issued} · 通知原文",
        path=links.notice(campaign),
        description=f"{campaign.name}的通知原文，每一段旁边是本站据此列出的活动。",
        section=links.CAMPAIGNS,
        crumbs=(
            Crumb(links.CAMPAIGNS, "历届活动"),
            Crumb(links.campaign(campaign), campaign.name),
        ),
    )


def _section(passage: Passage, references: Mapping[str, tuple[Reference, ...]]) -> Section:
    found = tuple(one for anchor in passage.anchors for one in references.get(anchor, ()))
    return Section(
        level=passage.level,
        title=passage.title,
        anchor=passage.anchor,
        markdown=passage.markdown,
        references=found[:_FOLD] if len(found) > _FOLD + 1 else found,
        more=found[_FOLD:] if len(found) > _FOLD + 1 else (),
        annexed=passage.anchor == ANNEX,
    )


def _references(campaign: Campaign, catalogue: Catalogue) -> Mapping[str, tuple[Reference, ...]]:
    found: defaultdict[str, list[Reference]] = defaultdict(list)
    for anchor, reference in _made_of(campaign, catalogue):
        if anchor:
            found[anchor].append(reference)
    return {anchor: tuple(made) for anchor, made in found.items()}


def _made_of(campaign: Campaign, catalogue: Catalogue) -> Iterator[tuple[str, Reference]]:
    here = links.campaign(campaign)
    for activity in catalogue.of_campaign.get(campaign.id, ()):
        yield activity.source, _activity(activity)
    for deadline in campaign.deadlines:
        yield (
            deadline.source,
            Reference("期限", f"{dates.day(deadline.when)}前", f"{here}#deadlines", deadline.what),
        )
    for form in campaign.forms:
        yield form.source, Reference("表格", form.title, f"{here}#form-{form.id}")
    for base in catalogue.bases:
        if base.campaign == campaign:
            yield base.source, Reference("基地", base.name, links.base(base))


def _activity(activity: Activity) -> Reference:
    return Reference("活动", activity.title, links.activity(activity), _when(activity))


def _when(activity: Activity) -> str:
    """When, shorter than on its own page: the reader has the notice before him."""
    known = precision(activity)
    return known.value if known is Precision.WINDOW else dates.when(activity.when)


def _annex(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> tuple[Row, ...]:
    """The bases that the notice's annex lists, in its order."""
    rows = [
        (int(match[1]), base)
        for base in catalogue.bases
        if base.campaign == campaign and (match := _NUMBER.fullmatch(base.source))
    ]
    listed = sorted(rows, key=lambda row: row[0])
    plans: defaultdict[str, list[Reference]] = defaultdict(list)
    for activity in catalogue.of_campaign.get(campaign.id, ()):
        plans[activity.source].append(_plan(activity))
    return tuple(_row(number, base, campaign, plans[base.source], privacy) for number, base in listed)


def _row(number: int, base: Base, campaign: Campaign, activities: list[Reference], privacy: Privacy) -> Row:
    calls = shown(base.contacts, campaign, privacy)
    openings = [_opening(base, opening) for opening in base.openings if opening.campaign == campaign]
    return Row(
        anchor=base.source,
        number=str(number),
        name=base.name,
        path=links.base(base),
        type=base.type.name if base.type else "",
        address=base.address,
        who=tuple(dict.fromkeys(call.who for call in calls if call.who)),
        calls=calls,
        plans=(*activities, *openings),
    )


def _plan(activity: Activity) -> Reference:
    place = "在基地" if parts.is_home(activity) else parts.place(activity)
    return Reference(dates.when(activity.when), activity.title, links.activity(activity), place)


def _opening(base: Base, opening: Opening) -> Reference:
    admission = words.FEES[opening.admission.fee]
    word = "免费开放" if admission == "免费" else "开放"
    return Reference(dates.when(opening.when), word, links.base(base), opening.note or opening.admission.note)
