"""The documents of a campaign as a list: its notice, supplements, corrections and what else was issued."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.words import dates


@frozen
class NoticeLine:
    """A document: its *kind* (the word of the file format) and that in short, its *title*, when and by whom it was issued.

    *path* is empty for the one whose page this is.
    """

    kind: str
    word: str
    title: tuple[str, ...]
    path: str
    note: str


def notice_list(campaign: Campaign, current: Notice | None = None) -> tuple[NoticeLine, ...]:
    """All documents of *campaign*; none, where there is only its notice."""
    return tuple(_line(campaign, one, current) for one in campaign.notices) if campaign.further else ()


def title(campaign: Campaign, notice: Notice) -> str:
    """What a document is called; what it is of its campaign, where it has no title of its own."""
    return notice.title or f"{campaign.name}的{notice.kind.said}"


def quotation(notice: Notice) -> str:
    """How a document is cited: 《…》 by its title, and by what it is if it has none."""
    return f"《{notice.title}》" if notice.title else notice.kind.said


def address(campaign: Campaign, notice: Notice, anchor: str = "") -> str:
    """The page of a document of *campaign*, at a place in it."""
    return links.notice(campaign, f"{notice.id}#{anchor}" if notice.id else anchor)


def _line(campaign: Campaign, notice: Notice, current: Notice | None) -> NoticeLine:
    issued = f"{dates.day_in_full(notice.issued)}印发" if notice.issued else ""
    return NoticeLine(
        notice.kind,
        notice.kind.short,
        phrases(title(campaign, notice)),
        "" if notice == current else address(campaign, notice),
        "，".join(filter(None, (notice.number, issued, notice.issuer))),
    )
