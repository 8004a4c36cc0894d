"""A district's part of the programme of a campaign, all of it in one piece: for a file that is sent, and for an article.

Whoever has it sees no change of the site: it says as of when it is, and where one sees what is new.
"""

from collections.abc import Sequence
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue, Opened
from scienceweek.model.district import District
from scienceweek.model.visit import special_days
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.leaves import is_long
from scienceweek.views.parts.lines import ordered
from scienceweek.views.parts.listed_days import listed_days
from scienceweek.views.parts.paper_rows import PaperDay, PaperRow, paper_days, paper_row
from scienceweek.views.parts.phone_book import entry
from scienceweek.views.words import dates
from scienceweek.views.words.precisions import Precision, grouped


@frozen
class SentGroup:
    """Activities of which no day is known: *word* says what is; *when* is the same of all, "" where it is not."""

    word: str
    when: str
    rows: tuple[PaperRow, ...]


@frozen
class SentBase:
    """A base that is open to visitors in the campaign: when, where, and whom to ring, or why there is no number."""

    name: str
    address: str
    openings: tuple[str, ...]
    calls: tuple[Call, ...]
    lacking: str = "没有公开的电话"


@frozen
class SentProgramme:
    """What *district* has of the campaign called *name*; *as_of* says when the newest of it was written. It changes at *path*."""

    district: str
    name: str
    when: str
    theme: str
    as_of: str
    days: tuple[PaperDay, ...]
    groups: tuple[SentGroup, ...]
    bases: tuple[SentBase, ...]
    path: str


def has_sent_programme(district: District, campaign: Campaign, catalogue: Catalogue) -> bool:
    """Whether *district* has activities of *campaign*, and not more than somebody would read in one piece."""
    held = catalogue.held_in[district.id, campaign.id]
    return bool(held) and not is_long(held)


def sent_programme(
    district: District, campaign: Campaign, catalogue: Catalogue, privacy: Privacy
) -> SentProgramme:
    """All that *district* has of *campaign*."""
    there = district.id, campaign.id
    activities, opened = catalogue.held_in[there], catalogue.opened_in[there]
    days = listed_days(activities, (campaign.when,), (run for one in opened for run in special_days(*one)))
    return SentProgramme(
        district=district.name,
        name=campaign.name,
        when=dates.days_in_full(campaign.when),
        theme=campaign.theme,
        as_of=dates.day_in_full(max(one.modified for one in activities).date()),
        days=paper_days(days, activities, privacy),
        groups=_groups(activities, privacy),
        bases=tuple(_base(one, campaign, catalogue, privacy) for one in opened),
        path=links.district(district),
    )


def for_picture(programme: SentProgramme) -> SentProgramme:
    """The same without mobile numbers: nobody can call a picture back."""
    return replace(
        programme,
        days=tuple(
            replace(day, gone=_bare(day.gone), starts=_bare(day.starts), still=_bare(day.still))
            for day in programme.days
        ),
        groups=tuple(replace(group, rows=_bare(group.rows)) for group in programme.groups),
        bases=tuple(
            replace(
                base,
                calls=tuple(call for call in base.calls if not call.mobile),
                lacking="手机号码在网页上" if base.calls else base.lacking,
            )
            for base in programme.bases
        ),
    )


def _bare(rows: tuple[PaperRow, ...]) -> tuple[PaperRow, ...]:
    return tuple(
        replace(row, phone="", tel="", whose="", is_mobile=False) if row.is_mobile else row for row in rows
    )


def _groups(activities: Sequence[Activity], privacy: Privacy) -> tuple[SentGroup, ...]:
    found = []
    for precision, members in grouped(activities).items():
        if precision is not Precision.DATED:
            rows = tuple(paper_row(one, privacy) for one in ordered(members))
            said = {row.when for row in rows}
            found.append(SentGroup(precision.value, said.pop() if len(said) == 1 else "", rows))
    return tuple(found)


def _base(opened: Opened, campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> SentBase:
    base, openings = opened
    calls = shown(base.desk, campaign, privacy)
    asked = None if calls else entry(base, catalogue, privacy).asked
    return SentBase(
        name=base.name,
        address=base.address,
        openings=tuple(
            "，".join(filter(None, (dates.when(one.when), one.note or one.admission.note)))
            for one in openings
        ),
        calls=calls or (asked.calls if asked else ()),
    )
