"""What is not published yet: drafts that await a person, and what cannot stand without them."""

from collections.abc import Collection
from dataclasses import replace

from scienceweek.model.activity import Activity, places
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation, Part
from scienceweek.model.place import Base


def without(catalogue: Catalogue, ids: Collection[str]) -> tuple[Catalogue, tuple[str, ...]]:
    """*catalogue* without the records *ids* and what belongs to them; the ids of all that is left out."""
    if not ids:
        return catalogue, ()
    campaigns = tuple(one for one in catalogue.campaigns if one.id not in ids)
    gone = {one.id for one in catalogue.campaigns} - {one.id for one in campaigns}
    kept = replace(
        catalogue,
        organisations=tuple(one for one in catalogue.organisations if one.id not in ids),
        venues=tuple(one for one in catalogue.venues if one.id not in ids),
        campaigns=tuple(
            replace(one, parent=None) if one.parent and one.parent.id in gone else one for one in campaigns
        ),
        bases=tuple(_of_campaigns(one, gone) for one in catalogue.bases if one.id not in ids),
        activities=_standing(catalogue.activities, {*ids, *gone}),
        alerts=tuple(one for one in catalogue.alerts if not one.scope or one.scope.id not in ids),
    )
    if any(one.id in ids for one in catalogue.organisations):
        kept = _unnamed(kept, ids)
    return kept, tuple(one for one in _ids(catalogue) if one not in set(_ids(kept)))


def _standing(activities: tuple[Activity, ...], ids: set[str]) -> tuple[Activity, ...]:
    """Those that are not among *ids*, nor part of one, nor of a campaign, at a base or a venue of these."""
    held = {one.id for one in activities if one.id in ids or _leans_on(one, ids)}
    while more := {one.id for one in activities if one.part_of in held} - held:
        held |= more
    return tuple(one for one in activities if one.id not in held)


def _leans_on(activity: Activity, ids: set[str]) -> bool:
    rain = activity.rain.where if activity.rain else ()
    there = (*activity.places, *places(activity.was_at), *places(activity.where), *places(rain))
    return any(one.id in ids for one in (activity.campaign, activity.base, *there) if one is not None)


def _of_campaigns(base: Base, gone: Collection[str]) -> Base:
    """*base* without what it has of campaigns that are *gone*."""
    if not gone:
        return base
    of = None if base.campaign and base.campaign.id in gone else base.campaign
    openings = tuple(one for one in base.openings if one.campaign.id not in gone)
    return replace(base, campaign=of, openings=openings)


def _unnamed(catalogue: Catalogue, ids: Collection[str]) -> Catalogue:
    """*catalogue* in which the organisations *ids* are only words."""

    def known(one: Organisation | None) -> Organisation | None:
        return None if one is None or one.id in ids else one

    def parts(several: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(
            replace(
                part,
                parties=tuple(replace(one, organisation=known(one.organisation)) for one in part.parties),
            )
            for part in several
        )

    return replace(
        catalogue,
        campaigns=tuple(replace(one, organisers=parts(one.organisers)) for one in catalogue.campaigns),
        activities=tuple(replace(one, organisers=parts(one.organisers)) for one in catalogue.activities),
    )


def _ids(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(
        one.id
        for several in (
            catalogue.campaigns,
            catalogue.organisations,
            catalogue.venues,
            catalogue.bases,
            catalogue.activities,
        )
        for one in several
    )
