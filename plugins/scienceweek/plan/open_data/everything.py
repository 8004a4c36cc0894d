"""Every record of open data, one after the other, with the page on which readers find it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from scienceweek import links
from scienceweek.formats.open_data.dataset import DataKind, Record
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan.brief import Brief
from scienceweek.plan.change_log import PublishedRecord
from scienceweek.plan.open_data.activities import ACTIVITY, activity
from scienceweek.plan.open_data.bases import BASE, VENUE, base, venue
from scienceweek.plan.open_data.bodies import CAMPAIGN, ORGANISATION, campaign, organisation
from scienceweek.views.parts.organisers import has_page

KINDS = (ACTIVITY, BASE, VENUE, CAMPAIGN, ORGANISATION)


def everything(catalogue: Catalogue, brief: Brief) -> Iterator[PublishedRecord]:
    """Of each record its kind, its id, its page ("" where it has none), and its values."""
    values: Iterator[tuple[Callable[[], Record], tuple[object, ...]]] = chain(
        ((partial(activity, one, brief), (one, brief)) for one in catalogue.activities),
        ((partial(base, one, brief), (one, brief)) for one in catalogue.bases),
        ((partial(venue, one, brief), (one, brief)) for one in catalogue.venues),
        # What counts its activities reads more than itself.
        ((partial(campaign, one, catalogue, brief), ()) for one in catalogue.campaigns),
        ((partial(organisation, one, catalogue, brief), ()) for one in catalogue.organisations),
    )
    return (PublishedRecord(*known, *own) for known, own in zip(pages(catalogue), values, strict=True))


def pages(catalogue: Catalogue) -> Iterator[tuple[DataKind, str, str]]:
    """The same without the values."""
    yield from ((ACTIVITY, one.id, links.activity(one)) for one in catalogue.activities)
    yield from ((BASE, one.id, links.base(one)) for one in catalogue.bases)
    yield from ((VENUE, one.id, links.venue(one)) for one in catalogue.venues)
    yield from ((CAMPAIGN, one.id, links.campaign(one)) for one in catalogue.campaigns)
    for one in catalogue.organisations:
        has_none = one.collective or not has_page(one, catalogue)
        yield ORGANISATION, one.id, "" if has_none else links.organisation(one)
