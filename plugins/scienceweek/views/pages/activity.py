"""An activity's page: when, where, must I book, whom do I call; then all the rest that is known."""

from dataclasses import dataclass

from scienceweek import links
from scienceweek.model.activity import Activity, Admits
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import AtBase, AtVenue
from scienceweek.views.pieces import parties, parts, telling
from scienceweek.views.pieces.contacts import Privacy
from scienceweek.views.pieces.desks import Desk, desk
from scienceweek.views.pieces.head import Crumb, Head
from scienceweek.views.pieces.lines import ordered
from scienceweek.views.pieces.outcome import Outcome, outcome
from scienceweek.views.pieces.stubs import Stub
from scienceweek.views.wording import dates, words
from scienceweek.views.wording.moments import Moment, moments, unknown_hour
from scienceweek.views.wording.phrases import phrases
from scienceweek.views.wording.places import Place, elsewhere, places

NEARBY = 6  # other activities at the same place


@dataclass(frozen=True, slots=True)
class Nearby:
    """What else happens at *place*."""

    place: parts.Link
    cards: tuple[parts.Card, ...]
    number: int


@dataclass(frozen=True, slots=True)
class ActivityView:
    """The page of an activity.

    *events* is its iCalendar file, empty where no day is known. *share* is what one sends to the
    family. *qr* (an SVG path, with its box) and *linked* (schema.org, JSON-LD) come from the
    formats; both are empty where the site has no address.
    """

    head: Head
    id: str
    seal: str
    campaign: parts.Link
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    host: parts.Link
    stub: Stub
    notice: parts.Notice | None
    moments: tuple[Moment, ...]
    hour: str
    places: tuple[Place, ...]
    elsewhere: str
    booking: parts.Answer
    admission: str
    book: str
    admits: str
    audience: str
    inferred: bool
    time_inferred: bool
    desk: Desk
    dated: str
    sorts: tuple[parts.Link, ...]
    organisers: tuple[parties.Organisers, ...]
    description: tuple[str, ...]
    body: str
    outcome: Outcome | None
    source: parts.Link
    issued: str
    whole: parts.Link | None
    pieces: tuple[parts.Card, ...]
    nearby: Nearby | None
    events: str
    share: str
    spoken: tuple[str, ...]
    qr: tuple[str, str] = ("", "")
    linked: object = None


def activity(activity: Activity, catalogue: Catalogue, privacy: Privacy) -> ActivityView:
    """The page of *activity*."""
    campaign, district, notice = activity.campaign, activity.district, activity.campaign.notice
    asked = desk(activity, privacy)
    whole = catalogue.activity.get(activity.part_of)
    return ActivityView(
        head=_head(activity),
        id=activity.id,
        seal=district.short,
        campaign=parts.Link(campaign.name, links.campaign(campaign)),
        title=phrases(activity.title),
        subtitle=phrases(activity.subtitle),
        host=parties.host(activity),
        stub=parts.stub_of(activity),
        notice=parts.notice(activity.change),
        moments=moments(activity.when),
        hour=unknown_hour(activity.when),
        places=places(activity),
        elsewhere=elsewhere(activity),
        booking=parts.booking(activity.admission),
        admission=words.admission(activity.admission),
        book=activity.admission.url,
        admits=_admits(activity),
        audience="、".join(term.name for term in activity.audience),
        inferred=bool({"admits", "audience"} & set(activity.inferred)),
        time_inferred="when" in activity.inferred,
        desk=asked,
        dated=f"号码见{dates.day_in_full(notice.issued)}的通知" if notice.issued else "",
        sorts=_sorts(activity),
        organisers=parties.organisers(activity),
        description=tuple(line.strip() for line in activity.description.splitlines() if line.strip()),
        body=activity.body,
        outcome=outcome(activity.results),
        source=parts.Link(f"《{notice.title or campaign.name}》", links.notice(campaign, activity.source)),
        issued=dates.day_in_full(notice.issued) if notice.issued else "",
        whole=parts.Link(whole.title, links.activity(whole)) if whole else None,
        pieces=tuple(
            parts.card(piece, privacy) for piece in ordered(catalogue.parts_of.get(activity.id, ()))
        ),
        nearby=_nearby(activity, catalogue, privacy),
        events=links.activity_events(activity) if any(map(dates.first, activity.when)) else "",
        share=telling.share(activity, asked),
        spoken=telling.spoken(activity),
    )


def _head(activity: Activity) -> Head:
    campaign, district = activity.campaign, activity.district
    when, where = dates.when(activity.when), parts.place(activity)
    first = dates.order(activity.when)[0]
    crumbs = [
        Crumb(links.DISTRICTS, "区县"),
        Crumb(links.district(district), district.name),
    ]
    if any(map(dates.first, activity.when)):
        crumbs.append(Crumb(links.day(first), dates.day(first)))
    return Head(
        title=" ".join(filter(None, (activity.title, activity.subtitle, when, where))),
        path=links.activity(activity),
        description=f"{campaign.name}：{activity.title}。{when}，{where or '地点' + words.UNSTATED}。{words.admission(activity.admission)}。",
        section=links.CALENDAR,
        crumbs=tuple(crumbs),
        elder=links.elder_district(district),
        picture=links.campaign_picture(campaign),
    )


def _admits(activity: Activity) -> str:
    """For whom it is meant does not say that they may come."""
    if activity.audience and activity.admits is Admits.UNKNOWN:
        return f"是否对外开放，{words.UNSTATED}"
    return activity.admits.said


def _sorts(activity: Activity) -> tuple[parts.Link, ...]:
    sorts = [parts.Link(activity.tier.said)]
    if activity.kind and activity.kind.name != sorts[0].word:
        sorts.append(parts.Link(activity.kind.name))
    if activity.strand:
        sorts.append(parts.Link(activity.strand.title))
    return (*sorts, *(parts.Link(topic.name, links.topic(topic)) for topic in activity.topics))


def _nearby(activity: Activity, catalogue: Catalogue, privacy: Privacy) -> Nearby | None:
    place = parts.place_link(activity)
    if not place:
        return None
    found = {
        other.id: other
        for at in activity.where
        for other in catalogue.at_place.get(_id(at), ())
        if other.id != activity.id and other.campaign.id == activity.campaign.id
    }
    if not found:
        return None
    others = ordered(found.values())
    return Nearby(place, tuple(parts.card(other, privacy) for other in others[:NEARBY]), len(others))


def _id(at: object) -> str:
    match at:
        case AtBase(base):
            return base.id
        case AtVenue(venue):
            return venue.id
        case _:
            return ""
