"""The annex of a notice, drawn from the records: its bases, their numbers, and what they have planned."""

from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.index import Index
from scienceweek.views.parts.arrangements import (
    ArrangementRow,
    annex_number,
    base_row,
    place_beside,
    plan_of,
)
from scienceweek.views.parts.contacts import Privacy


def annex(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> tuple[ArrangementRow, ...]:
    """The bases that the notice's annex lists, in its order."""
    rows = [
        (number, base)
        for base in catalogue.bases_of_campaign[campaign.id]
        if (number := annex_number(base)) is not None
    ]
    listed = sorted(rows, key=lambda row: row[0])
    plans = Index(
        (activity.source, plan_of(activity, place_beside(activity)))
        for activity in catalogue.every_of_campaign[campaign.id]
    )
    return tuple(base_row(number, base, campaign, plans[base.source], privacy) for number, base in listed)
