"""Every record of open data, one after the other, with the page on which readers find it."""

from collections.abc import Iterator
from itertools import chain

from scienceweek import links
from scienceweek.formats.open_data.dataset import DataKind, Record
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan.brief import Brief
from scienceweek.plan.open_data.activities import ACTIVITY, activity
from scienceweek.plan.open_data.bases import BASE, VENUE, base, venue
from scienceweek.plan.open_data.bodies import CAMPAIGN, ORGANISATION, campaign, organisation
from scienceweek.views.parts.organisers import has_page

KINDS = (ACTIVITY, BASE, VENUE, CAMPAIGN, ORGANISATION)


def everything(catalogue: Catalogue, brief: Brief) -> Iterator[tuple[DataKind, str, str, Record]]:
    """Of each record its kind, its id, its page ("" where it has none), and its values."""
    values = chain(
        (activity(one, brief) for one in catalogue.activities),
        (base(one, brief) for one in catalogue.bases),
        (venue(one, brief) for one in catalogue.venues),
        (campaign(one, catalogue, brief) for one in catalogue.campaigns),
        (organisation(one, catalogue, brief) for one in catalogue.organisations),
    )
    return ((*known, own) for known, own in zip(pages(catalogue), values, strict=True))


def pages(catalogue: Catalogue) -> Iterator[tuple[DataKind, str, str]]:
    """The same without the values."""
    yield from ((ACTIVITY, one.id, links.activity(one)) for one in catalogue.activities)
    yield from ((BASE, one.id, links.base(one)) for one in catalogue.bases)
    yield from ((VENUE, one.id, links.venue(one)) for one in catalogue.venues)
    yield from ((CAMPAIGN, one.id, links.campaign(one)) for one in catalogue.campaigns)
    for one in catalogue.organisations:
        has_none = one.collective or not has_page(one, catalogue)
        yield ORGANISATION, one.id, "" if has_none else links.organisation(one)
