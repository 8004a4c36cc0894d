"""The particulars of a campaign's notice: number, issuer, dates; and what its text lacks."""

from dataclasses import replace

from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign, Disclosure, Notice
from scienceweek.views.parts.notice_list import address
from scienceweek.views.words import dates


@frozen
class Fact:
    """A line of the notice's card."""

    name: str
    value: str


@frozen
class Particulars:
    """The notice behind a campaign, for its own page, its campaign's and its district's.

    What the source lacks stands among its *defects*, which are folded away: it is for whoever keeps the facts.
    """

    title: str
    path: str
    facts: tuple[Fact, ...]
    implements: tuple[str, ...]
    defects: tuple[str, ...]


def particulars(campaign: Campaign, notice: Notice | None = None) -> Particulars:
    """The particulars of a campaign's notice, or of another document of it."""
    notice = notice or campaign.notice
    facts = _facts(notice) if is_stated(notice) else {}
    lacking = "、".join(
        (
            *(() if notice.title or not facts else ("标题",)),
            *(name for name, value in facts.items() if not value),
        )
    )
    return Particulars(
        title=notice.title,
        path=address(campaign, notice) if notice.text else "",
        facts=tuple(Fact(name, value) for name, value in facts.items() if value),
        implements=notice.implements,
        defects=(*((f"原文缺{lacking}",) if lacking else ()), *notice.defects),
    )


def is_stated(notice: Notice) -> bool:
    """Whether anything is recorded of *notice* beside its text: else nobody knows what its text lacks."""
    return replace(notice, text="", images=(), linked=()) != Notice(id=notice.id, kind=notice.kind)


def _facts(notice: Notice) -> dict[str, str]:
    facts = {
        "文号": notice.number,
        "发文单位": notice.issuer,
        "成文日期": dates.day_in_full(notice.issued) if notice.issued else "",
        **({"印发日期": dates.day_in_full(notice.printed)} if notice.printed else {}),
        "公开方式": notice.disclosure.said if notice.disclosure is not Disclosure.UNKNOWN else "",
    }
    # Of a correction nobody asks for a number: what it does not say is not missing.
    return {name: value for name, value in facts.items() if value or not notice.id}
