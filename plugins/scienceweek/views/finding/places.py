"""The rows of the finder that no campaign has: districts, bases, venues, topics, audiences, organisations."""

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.enquiry import of_office
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Fee, Venue
from scienceweek.model.term import Term
from scienceweek.model.visit import open_days
from scienceweek.views.finding import getting_in, numbers, prose, spots
from scienceweek.views.finding.finder_row import FinderRow, above, said, sound, within
from scienceweek.views.parts.contacts import Privacy, shown
from scienceweek.views.parts.door_pattern import pattern_of
from scienceweek.views.parts.organisers import has_page, line_of
from scienceweek.views.words import dates
from scienceweek.views.words.extents import spans as listed


def of_places(catalogue: Catalogue, privacy: Privacy) -> tuple[FinderRow, ...]:
    """The districts that have a page, the bases, the venues; the topics and audiences that are met; the organisations."""
    return (
        *(_district(one) for one in catalogue.districts_with_records.values()),
        *(_base(one, privacy) for one in catalogue.bases),
        *(_venue(one, privacy) for one in catalogue.venues),
        *(_topic(one) for one in catalogue.topics),
        *(_audience(one) for one in catalogue.audiences),
        *(_organisation(one, catalogue, privacy) for one in catalogue.organisations if not one.collective),
    )


def number_of_places(catalogue: Catalogue) -> int:
    """How many rows these are."""
    bodies = sum(not one.collective for one in catalogue.organisations)
    lists = (catalogue.districts_with_records, catalogue.bases, catalogue.venues)
    return sum(map(len, lists)) + len(catalogue.topics) + len(catalogue.audiences) + bodies


def when_open(base: Base) -> str:
    """When it opens in campaigns, in words: what a star on its page keeps, and a row of the finder says."""
    return "；".join(
        f"{dates.when(one.when)} {Fee.FREE.said}开放"
        if one.admission.fee is Fee.FREE
        else f"{dates.when(one.when)} 开放"
        for one in base.openings
    )


def _base(base: Base, privacy: Privacy) -> FinderRow:
    return FinderRow(
        "base",
        links.base(base),
        base.name,
        when=when_open(base),
        place=base.address,
        **within(base.district),
        days=listed(open_days(base, base.openings)),
        shape="base",
        plate=base.type.seal if base.type else "",
        traits=" ".join(getting_in.of_base(base)),
        ages=getting_in.ages(base.ages),
        more=said(
            (
                *base.access,
                base.short_name,
                *base.former_names,
                base.town,
                *numbers.offices(base.desk, base.campaign, privacy),
            )
        ),
        sound=sound(base.readings, *above(base.district)),
        terms=base.type.name if base.type else "",
        text=prose.words(base.description, base.body, *(one.note for one in base.openings)),
        **numbers.number(shown(base.desk, base.campaign, privacy)),
        spots=spots.spots((base.point,)),
        doors=pattern_of(base),
    )


def _venue(venue: Venue, privacy: Privacy) -> FinderRow:
    return FinderRow(
        "venue",
        links.venue(venue),
        venue.name,
        place=venue.address,
        **within(venue.district),
        shape="venue",
        more=said(
            (
                *venue.aliases,
                *venue.former_names,
                venue.town,
                *numbers.offices(venue.contacts, None, privacy),
            )
        ),
        sound=sound(venue.readings, *above(venue.district)),
        text=venue.note,
        **numbers.number(shown(venue.contacts, None, privacy)),
        spots=spots.spots((venue.point,)),
    )


def _district(district: District) -> FinderRow:
    return FinderRow(
        "district",
        links.district(district),
        district.name,
        **within(district),
        shape="seal",
        plate=district.short,
        more=district.short,
        sound=sound(*above(district)),
        spots=spots.spots((district.point,)),
    )


def _topic(topic: Term) -> FinderRow:
    return FinderRow("topic", links.topic(topic), topic.name, shape="seal", plate=topic.name[:1])


def _audience(audience: Term) -> FinderRow:
    return FinderRow(
        "audience", links.for_audience(audience), audience.name, shape="seal", plate=audience.name[:1]
    )


def _organisation(organisation: Organisation, catalogue: Catalogue, privacy: Privacy) -> FinderRow:
    contacts = of_office(organisation, catalogue.campaigns_of[organisation.district.id])
    return FinderRow(
        "organisation",
        links.organisation(organisation)
        if has_page(organisation, catalogue)
        else line_of(organisation, catalogue),
        organisation.name,
        **within(organisation.district),
        more=said(
            (
                *organisation.short_names,
                *organisation.former_names,
                *numbers.offices(contacts, None, privacy),
            )
        ),
        sound=sound(organisation.readings, *above(organisation.district)),
        **numbers.number(shown(contacts, None, privacy)),
    )
