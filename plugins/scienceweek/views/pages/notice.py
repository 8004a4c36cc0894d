"""A notice's page: the official text, what the site made of each passage, and its annex drawn from the records."""

from collections.abc import Iterator
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.index import Index
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import alert_bars, ticket
from scienceweek.views.parts.annex import annex
from scienceweek.views.parts.arrangements import ArrangementRow
from scienceweek.views.parts.attachments import AttachmentRow, attachment_rows
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.illustrations import Illustration, illustrations
from scienceweek.views.parts.notice_list import NoticeLine, address, notice_list, title
from scienceweek.views.parts.notice_particulars import Particulars, particulars
from scienceweek.views.parts.page_head import Article, Crumb, Head
from scienceweek.views.parts.passages import Passage, passages
from scienceweek.views.words import dates
from scienceweek.views.words.precisions import Precision, precision

ANNEX = "annex"
"""The anchor of the passage that the annex table follows."""

_FOLD = 3
_LISTED = 3


@frozen
class Reference:
    """What the site has of a passage: an activity, a base, a form, a deadline."""

    kind: str
    word: str
    path: str
    note: str = ""


@frozen
class Section:
    """A passage with what it became; *many* says how many references are folded away, 0 if none are."""

    level: int
    title: str
    anchor: str
    markdown: str
    references: tuple[Reference, ...]
    more: tuple[Reference, ...]
    annexed: bool


@frozen
class ContentsEntry:
    """A line of the table of contents."""

    anchor: str
    title: str
    level: int
    number: int


@frozen
class NoticeView:
    """The page of a notice; *text* is empty where the site has only its particulars.

    *kind* says what it is; *papers* are all documents of its campaign, where there are more.
    """

    head: Head
    kind: str
    papers: tuple[NoticeLine, ...]
    files: tuple[AttachmentRow, ...]
    title: tuple[str, ...]
    campaign: ticket.Link
    card: Particulars
    contents: tuple[ContentsEntry, ...]
    sections: tuple[Section, ...]
    images: tuple[Illustration, ...]
    annex: tuple[ArrangementRow, ...]
    made: int


def notice_page(
    campaign: Campaign, catalogue: Catalogue, privacy: Privacy, notice: Notice | None = None
) -> NoticeView:
    """The page of the notice of *campaign*, or of another document of it."""
    notice = notice or campaign.notice
    references = Index(
        (source.rpartition("#")[2], made)
        for source, made in _made_of(campaign, catalogue)
        if source and source.rpartition("#")[0] == notice.id
    )
    cut = passages(notice.text)
    sections = tuple(_section(passage, references) for passage in cut)
    return NoticeView(
        head=replace(_head(campaign, notice), alerts=alert_bars.of_campaign(campaign, catalogue.alerts_of)),
        kind=notice.kind.said,
        papers=notice_list(campaign, notice),
        files=attachment_rows(notice.files),
        title=phrases(title(campaign, notice)),
        campaign=ticket.Link(campaign.name, links.campaign(campaign)),
        card=particulars(campaign, notice),
        contents=tuple(
            ContentsEntry(
                section.anchor, section.title, section.level, len(section.references) + len(section.more)
            )
            for section in sections
            if section.anchor and section.level <= _LISTED
        ),
        sections=sections,
        images=illustrations(notice.images),
        annex=() if notice.id else annex(campaign, catalogue, privacy),
        made=len(catalogue.of_campaign[campaign.id]),
    )


def _head(campaign: Campaign, notice: Notice) -> Head:
    called = notice.title or f"{campaign.name}{notice.kind.said}"
    issued = f" {dates.day_in_full(notice.issued)}" if notice.issued else ""
    return Head(
        title=f"{called}{issued} · {notice.kind.said}原文",
        path=address(campaign, notice),
        description=f"{campaign.name}的{notice.kind.said}原文，每一段旁边是本站据此列出的活动。",
        section=links.CAMPAIGNS,
        crumbs=(
            Crumb(links.CAMPAIGNS, "各届活动"),
            Crumb(links.campaign(campaign), campaign.name),
        ),
        article=Article(called, notice.issued, notice.issuer),
    )


def _section(passage: Passage, references: Index[str, Reference]) -> Section:
    found = tuple(one for anchor in passage.anchors for one in references[anchor])
    return Section(
        level=passage.level,
        title=passage.title,
        anchor=passage.anchor,
        markdown=passage.markdown,
        references=found[:_FOLD] if len(found) > _FOLD + 1 else found,
        more=found[_FOLD:] if len(found) > _FOLD + 1 else (),
        annexed=passage.anchor == ANNEX,
    )


def _made_of(campaign: Campaign, catalogue: Catalogue) -> Iterator[tuple[str, Reference]]:
    here = links.campaign(campaign)
    for activity in catalogue.every_of_campaign[campaign.id]:
        yield activity.source, _activity(activity)
    for deadline in campaign.deadlines:
        yield (
            deadline.source,
            Reference("期限", f"{dates.day(deadline.when)}前", f"{here}#deadlines", deadline.what),
        )
    for form in campaign.forms:
        yield form.source, Reference("表格", form.title, f"{here}#form-{form.id}")
    for base in catalogue.bases_of_campaign[campaign.id]:
        yield base.source, Reference("基地", base.name, links.base(base))


def _activity(activity: Activity) -> Reference:
    return Reference("活动", activity.title, links.activity(activity), _when(activity))


def _when(activity: Activity) -> str:
    """When, shorter than on its own page: the reader has the notice before him."""
    known = precision(activity)
    return known.value if known is Precision.WINDOW else dates.when(activity.when)
