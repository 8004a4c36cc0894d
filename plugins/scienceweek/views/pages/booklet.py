"""The programme of a campaign as a booklet on paper (A4): a cover, what is in it, day by day, place by place, and the way there."""

from collections.abc import Iterable, Iterator
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.place import Base, Venue
from scienceweek.model.visit import special_days
from scienceweek.typesetting.phrases import address, phrases
from scienceweek.views.parts import alert_bars
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.lines import ordered
from scienceweek.views.parts.listed_days import listed_days
from scienceweek.views.parts.organisers import Organisers, of_campaign
from scienceweek.views.parts.page_head import Crumb, Head
from scienceweek.views.parts.paper_rows import PaperDay, PaperRow, paper_days, paper_row
from scienceweek.views.parts.phone_book import entry
from scienceweek.views.words import dates
from scienceweek.views.words.precisions import Precision, grouped

_ORGANISERS = 12
_DAYS, _PLACES = 14, 30
"""So many have a code each: of more the codes would outweigh all else."""


@frozen
class BookletPlace:
    """A base or a venue with whom to ring, when it is open, the *way* there line by line, and the activities at it."""

    id: str
    name: tuple[str, ...]
    path: str
    kind: str
    address: tuple[str, ...]
    calls: tuple[Call, ...]
    openings: tuple[str, ...]
    way: tuple[str, ...]
    rows: tuple[PaperRow, ...]


@frozen
class BookletGroup:
    """Activities of which no day is known; *word* says what is, *when* is the same of all, "" where it is not."""

    word: str
    when: str
    rows: tuple[PaperRow, ...]


@frozen
class BookletView:
    """The booklet of a campaign whose page is *path*.

    *codes* are the QR codes of the pages in *coded*, each as a path and a box, where the site has an address. *sheets* says on which
    sheet of paper each anchor is, once somebody has printed it.
    """

    head: Head
    name: tuple[str, ...]
    path: str
    seal: str
    series: str
    when: str
    ends: tuple[tuple[str, str], ...]
    theme: tuple[str, ...]
    sums: tuple[str, ...]
    days: tuple[PaperDay, ...]
    groups: tuple[BookletGroup, ...]
    places: tuple[BookletPlace, ...]
    organisers: tuple[Organisers, ...]
    calls: tuple[Call, ...]
    codes: tuple[tuple[str, tuple[str, str]], ...] = ()
    sheets: tuple[tuple[str, int], ...] = ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """To what the contents lead."""
        groups = (f"group-{number}" for number in range(1, len(self.groups) + 1))
        return (*(f"day-{day.day}" for day in self.days), *groups, *(place.id for place in self.places))

    @property
    def coded(self) -> tuple[str, ...]:
        """The pages that matter to whoever holds the booklet in hand: there stands what has changed since."""
        days = self.days if len(self.days) <= _DAYS else ()
        places = self.places if len(self.places) <= _PLACES else ()
        return (self.path, *(day.path for day in days), *(place.path for place in places))


def booklet_page(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> BookletView:
    """The booklet of *campaign*."""
    activities = catalogue.of_campaign[campaign.id]
    opened = catalogue.opened[campaign.id]
    days = listed_days(activities, (campaign.when,), (run for one in opened for run in special_days(*one)))
    places = tuple(_places(campaign, activities, catalogue))
    return BookletView(
        head=Head(
            title=f"{campaign.name} 节目册",
            path=links.booklet(campaign),
            description=f"{campaign.name}的节目册，A4，可以打印：按天看、按地点看、电话和怎么去。",
            section=links.CAMPAIGNS,
            crumbs=(Crumb(links.CAMPAIGNS, "各届活动"), Crumb(links.campaign(campaign), campaign.name)),
            elder=links.elder_district(campaign.district),
            alerts=alert_bars.of_campaign(campaign, catalogue.alerts_of),
        ),
        name=phrases(campaign.name),
        path=links.campaign(campaign),
        seal=campaign.district.short,
        series=campaign.series.said,
        when=dates.days_in_full(campaign.when),
        ends=_ends(campaign.when.first, campaign.when.last),
        theme=phrases(campaign.theme),
        sums=tuple(
            f"{number}{word}"
            for number, word in ((len(going_on(activities)), "项活动"), (len(places), "个地点"))
            if number
        ),
        days=paper_days(days, activities, privacy),
        groups=tuple(
            _group(precision, members, privacy)
            for precision, members in grouped(activities).items()
            if precision is not Precision.DATED
        ),
        places=tuple(_place(place, activities, catalogue, privacy) for place in places),
        organisers=of_campaign(campaign.organisers, _ORGANISERS, catalogue),
        calls=shown(campaign.contacts, campaign, privacy),
    )


def _group(precision: Precision, members: tuple[Activity, ...], privacy: Privacy) -> BookletGroup:
    rows = tuple(paper_row(one, privacy) for one in ordered(members))
    said = {row.when for row in rows}
    return BookletGroup(precision.value, said.pop() if len(said) == 1 else "", rows)


def _ends(first: date, last: date) -> tuple[tuple[str, str], ...]:
    """5月 over 25 and over 1: the month where it changes."""
    later = f"{last.month}月" if last.month != first.month else ""
    return ((f"{first.month}月", str(first.day)), *(((later, str(last.day)),) if last > first else ()))


def _places(
    campaign: Campaign, activities: Iterable[Activity], catalogue: Catalogue
) -> Iterator[Base | Venue]:
    """The bases of the programme in the order of all lists, then the venues."""
    known = list(activities)
    held = {place.id: place for one in known for place in one.places}
    bases = {place.id: place for place in held.values() if isinstance(place, Base)}
    bases |= {one.base.id: one.base for one in known if one.base}
    bases |= {base.id: base for base, _ in catalogue.opened[campaign.id]}
    bases |= {base.id: base for base in catalogue.bases_of_campaign[campaign.id]}
    yield from sorted(bases.values(), key=lambda base: catalogue.base_numbers[base.id])
    yield from (place for place in held.values() if isinstance(place, Venue))


def _place(
    place: Base | Venue, activities: tuple[Activity, ...], catalogue: Catalogue, privacy: Privacy
) -> BookletPlace:
    here = ordered(one for one in activities if any(at.id == place.id for at in one.places))
    rows = tuple(paper_row(one, privacy) for one in here)
    if isinstance(place, Venue):
        calls = shown(place.contacts, None, privacy)
        return BookletPlace(
            id=f"venue-{place.id}",
            name=phrases(place.name),
            path=links.venue(place),
            kind="场地",
            address=address(place.address),
            calls=calls,
            openings=(),
            way=place.access,
            rows=rows,
        )
    known = entry(place, catalogue, privacy)
    return BookletPlace(
        id=f"base-{place.id}",
        name=known.name,
        path=known.path,
        kind=known.kind,
        address=known.address,
        calls=known.calls or (known.asked.calls if known.asked else ()),
        openings=known.openings,
        way=place.access,
        rows=rows,
    )
