"""The annex of a notice, drawn from the records: its bases, their numbers, and what they have planned."""

import re
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.index import Index
from scienceweek.model.place import Base, Opening
from scienceweek.views.parts import ticket
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.words import dates

_NUMBER = re.compile(r"annex-(\d+)")


@dataclass(frozen=True, slots=True)
class Plan:
    """An activity or an opening: when, what, and where or on what terms (*note*)."""

    when: str
    word: str
    path: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A base as a row of the annex; *plans* are its activities and openings of the campaign."""

    anchor: str
    number: str
    name: str
    path: str
    type: str
    address: str
    who: tuple[str, ...]
    calls: tuple[Call, ...]
    plans: tuple[Plan, ...]


def annex(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> tuple[AnnexRow, ...]:
    """The bases that the notice's annex lists, in its order."""
    rows = [
        (int(match[1]), base)
        for base in catalogue.bases_of_campaign[campaign.id]
        if (match := _NUMBER.fullmatch(base.source))
    ]
    listed = sorted(rows, key=lambda row: row[0])
    plans = Index((activity.source, _plan(activity)) for activity in catalogue.every_of_campaign[campaign.id])
    return tuple(_row(number, base, campaign, plans[base.source], privacy) for number, base in listed)


def _row(
    number: int, base: Base, campaign: Campaign, activities: tuple[Plan, ...], privacy: Privacy
) -> AnnexRow:
    calls = shown(base.desk, campaign, privacy)
    openings = [_opening(base, opening) for opening in base.openings_in(campaign)]
    return AnnexRow(
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


def _plan(activity: Activity) -> Plan:
    place = "在基地" if ticket.is_home(activity) else ticket.place(activity)
    return Plan(dates.when(activity.when), activity.title, links.activity(activity), place)


def _opening(base: Base, opening: Opening) -> Plan:
    admission = opening.admission.fee.said
    word = "免费开放" if admission == "免费" else "开放"
    return Plan(dates.when(opening.when), word, links.base(base), opening.note or opening.admission.note)
