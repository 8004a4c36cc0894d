"""What the finder knows of each thing that one may look for: one row, in words. Contacts are not among them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity, Admits
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import days_gone
from scienceweek.model.days import days_of
from scienceweek.model.district import District
from scienceweek.model.parts import tells_of, wholes
from scienceweek.model.place import Admission, AtBase, AtVenue, Base, Fee, Online, Venue
from scienceweek.model.schedule import Days, DuringCampaign
from scienceweek.model.visit import open_days
from scienceweek.views.finding import getting_in
from scienceweek.views.parts import ticket
from scienceweek.views.parts.notice_list import address, title
from scienceweek.views.parts.stub import stub
from scienceweek.views.words import dates, sessions, whereabouts
from scienceweek.views.words.changes import outcome
from scienceweek.views.words.extents import ends, limits, spans

MOST = 2000  # rows in one file
_WEEK = "一二三四五六日"
_LONGEST_RUN = 14  # days
_LONGEST_TEXT = 200  # characters


@dataclass(frozen=True, slots=True)
class FinderRow:
    """A thing to be found.

    *kind* is activity, base, venue, district, campaign or notice. *district* holds the ids of its districts, the
    nearest first, *area* their names. *days* are days and spans (ISO 8601), empty where no day is known; *gone* are those on which it
    was to be, and is not: *status* says why. *first* and *last* only say what lies before what. *shape* and *plate* are the stub's, or what is cut in the seal. *form* is the
    kind of activity; *traits* are how one gets in (`getting_in`), online, window, and whom it admits; *ages* are for whom. *whole* is the path of the activity that tells of this one, which
    is its part. *more* are words that it is found by too, *sound* readings
    that a record gives, with their initials.
    """

    kind: str
    path: str
    title: str
    sub: str = ""
    when: str = ""
    place: str = ""
    by: str = ""
    area: str = ""
    district: str = ""
    campaign: str = ""
    days: str = ""
    first: str = ""
    last: str = ""
    shape: str = ""
    plate: str = ""
    topics: str = ""
    audience: str = ""
    form: str = ""
    traits: str = ""
    status: str = ""
    gone: str = ""
    more: str = ""
    sound: str = ""
    whole: str = ""
    ages: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What one may type the reading of."""
        return tuple(filter(None, (self.title, self.place, self.by, self.area)))


@dataclass(frozen=True, slots=True)
class FinderRows:
    """The rows of a file at *path*; *others* are the paths of the files that hold the rest, the latest campaign first."""

    path: str
    rows: tuple[FinderRow, ...]
    others: tuple[str, ...] = ()


def rows(catalogue: Catalogue, most: int = MOST) -> FinderRows:
    """All rows; if there are more than *most*, those of the places, and where those of each campaign are."""
    latest = catalogue.latest_campaigns
    places = of_places(catalogue)
    # A campaign and each of its documents are a row each.
    papers = sum(2 + len(campaign.further) for campaign in latest)
    if len(places) + papers + len(catalogue.activities) > most:
        return FinderRows(links.ROWS, places, tuple(map(links.rows_of, latest)))
    return FinderRows(links.ROWS, (*places, *(row for one in latest for row in of_campaign(one, catalogue))))


def rows_of(campaign: Campaign, catalogue: Catalogue) -> FinderRows:
    """Those of *campaign*, where there are many."""
    return FinderRows(links.rows_of(campaign), of_campaign(campaign, catalogue))


def of_campaign(campaign: Campaign, catalogue: Catalogue) -> tuple[FinderRow, ...]:
    """The campaign itself, its notice and further documents, and its activities."""
    own = catalogue.every_of_campaign[campaign.id]
    papers = (_notice(campaign, one) for one in (campaign.notice, *campaign.further))
    return (_campaign(campaign), *papers, *(_activity(one, catalogue.activity) for one in own))


def of_places(catalogue: Catalogue) -> tuple[FinderRow, ...]:
    """The districts that have a page, the bases, the venues."""
    return (
        *(_district(one) for one in catalogue.districts_with_records.values()),
        *(_base(one) for one in catalogue.bases),
        *(_venue(one) for one in catalogue.venues),
    )


def _activity(activity: Activity, known: Mapping[str, Activity]) -> FinderRow:
    made, runs = stub(activity.when), days_of(activity)
    change = ticket.notice(activity)
    return FinderRow(
        "activity",
        links.activity(activity),
        activity.title,
        sub=activity.subtitle,
        when=sessions.when(activity),
        place=ticket.place(activity),
        by=ticket.host(activity),
        **_within(activity.district),
        campaign=activity.campaign.id,
        days=spans(runs),
        **ends(limits(activity)),
        shape=made.shape,
        plate=made.plate,
        topics=" ".join(topic.id for topic in activity.topics),
        audience=" ".join(audience.id for audience in activity.audience),
        form=activity.kind.id if activity.kind else "",
        traits=" ".join(_traits(activity, runs)),
        status=(outcome(activity) if activity.off else change.word) if change else "",
        gone=spans(days_gone(activity)),
        more=_said((*_remembered(activity), *_weekdays(runs))),
        sound=_sound(activity.readings, *_heard(activity), *_above(activity.district)),
        whole=next((links.activity(one) for one in wholes(activity, known) if tells_of(one, activity)), ""),
        ages=getting_in.ages(activity.ages),
    )


def _base(base: Base) -> FinderRow:
    is_free = any(
        one.fee is Fee.FREE for one in (base.admission, *(each.admission for each in base.openings))
    )
    when = "；".join(
        f"{dates.when(one.when)} {Fee.FREE.said}开放"
        if one.admission.fee is Fee.FREE
        else f"{dates.when(one.when)} 开放"
        for one in base.openings
    )
    return FinderRow(
        "base",
        links.base(base),
        base.name,
        when=when,
        place=base.address,
        **_within(base.district),
        days=spans(open_days(base, base.openings)),
        shape="base",
        plate=base.type.seal if base.type else "",
        traits=" ".join(
            dict.fromkeys((*(("free",) if is_free else ()), *getting_in.traits(Admission(), base.wheelchair)))
        ),
        ages=getting_in.ages(base.ages),
        more=_said(
            (
                *base.access,
                base.short_name,
                *base.former_names,
                base.town,
                base.type.name if base.type else "",
            )
        ),
        sound=_sound(base.readings, *_above(base.district)),
    )


def _venue(venue: Venue) -> FinderRow:
    return FinderRow(
        "venue",
        links.venue(venue),
        venue.name,
        place=venue.address,
        **_within(venue.district),
        shape="venue",
        more=_said((*venue.aliases, *venue.former_names, venue.town)),
        sound=_sound(venue.readings, *_above(venue.district)),
    )


def _district(district: District) -> FinderRow:
    return FinderRow(
        "district",
        links.district(district),
        district.name,
        **_within(district),
        shape="seal",
        plate=district.short,
        more=district.short,
        sound=_sound(*_above(district)),
    )


def _campaign(campaign: Campaign) -> FinderRow:
    return FinderRow(
        "campaign",
        links.campaign(campaign),
        campaign.name,
        sub=campaign.theme,
        when=dates.days_in_full(campaign.when),
        **_within(campaign.district),
        campaign=campaign.id,
        days=spans((campaign.when,)),
        **ends((campaign.when,)),
        shape="seal",
        plate=campaign.district.short,
        more=campaign.series.said,
        sound=_sound(campaign.readings, *_above(campaign.district)),
    )


def _notice(campaign: Campaign, notice: Notice) -> FinderRow:
    return FinderRow(
        "notice",
        address(campaign, notice),
        title(campaign, notice),
        when=f"{dates.day_in_full(notice.issued)}印发" if notice.issued else "",
        by=notice.issuer,
        **_within(campaign.district),
        campaign=campaign.id,
        **ends((campaign.when,)),
        shape="notice",
        more=_said(
            (
                notice.number,
                notice.kind.said if notice.id else "",
                *(strand.title for strand in campaign.strands),
            )
        ),
        sound=_sound(campaign.readings, *_above(campaign.district)),
    )


def _within(district: District) -> dict[str, str]:
    lineage = tuple(district.lineage)
    return {
        "district": " ".join(one.id for one in lineage),
        "area": "".join(one.name for one in reversed(lineage)),
    }


def _weekdays(runs: Iterable[Days]) -> tuple[str, ...]:
    """周六、周日 and so on: each that is in *runs*, in order; a long run says nothing of its weekdays."""
    days = {day.weekday() for run in runs if len(run) <= _LONGEST_RUN for day in run}
    return tuple(f"周{_WEEK[number]}" for number in sorted(days))


def _above(district: District) -> Iterator[tuple[str, ...]]:
    return (one.readings for one in district.lineage)


def _sound(*several: tuple[str, ...]) -> str:
    """*several* readings as they are typed: ``zengjiayan zjy``."""
    syllables = [reading.split() for readings in several for reading in readings]
    initials = ("".join(one[0] for one in read) for read in syllables if len(read) > 1)
    return _said((*("".join(read) for read in syllables), *initials))


def _said(found: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, found)))


def _traits(activity: Activity, runs: tuple[Days, ...]) -> Iterator[str]:
    """How one gets in, online, window (some of its *runs* of days lie in it, or it is somewhen in it), and whom it admits."""
    window = activity.campaign.when
    yield from getting_in.traits(activity.admission, activity.wheelchair)
    if activity.live or any(isinstance(at, Online) for at in activity.held_at):
        yield "online"
    within = any(run.first <= window.last and window.first <= run.last for run in runs)
    if within or any(isinstance(when, DuringCampaign) for when in activity.when):
        yield "window"
    if activity.admits is not Admits.STAFF:
        yield activity.admits.value


def _remembered(activity: Activity) -> Iterator[str]:
    """Short names, terms, organisers and what its text begins with: what a reader may remember of it."""
    yield activity.short_title
    yield from (word for at in activity.held_at for word in (whereabouts.room(at), whereabouts.meeting(at)))
    yield activity.kind.name if activity.kind else ""
    yield from (term.name for term in (*activity.topics, *activity.audience))
    yield activity.strand.title if activity.strand else ""
    yield from (piece.title for piece in activity.pieces)
    yield from (party.name for part in activity.organisers for party in part.parties)
    yield from (row.what for row in activity.programme)
    yield from (one.name for one in activity.people)
    yield activity.description[:_LONGEST_TEXT]
    yield activity.campaign.name


def _heard(activity: Activity) -> Iterator[tuple[str, ...]]:
    """The readings that are given of where it is and of who holds it."""
    for at in activity.held_at:
        match at:
            case AtBase(place) | AtVenue(place):
                yield place.readings
            case _:
                pass
    if activity.base:
        yield activity.base.readings
    parties = (party for part in activity.organisers for party in part.parties)
    yield from (party.organisation.readings for party in parties if party.organisation)
