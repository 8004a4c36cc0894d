"""An activity's page: when, where, must I book, whom do I call; then all the rest that is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Admits, Results
from scienceweek.model.campaign import Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.days import first_day
from scienceweek.model.parts import untold
from scienceweek.model.place import AtBase, AtPlace, AtVenue, InArea, Location, Online, OnTour
from scienceweek.model.schedule import Dated, Schedule
from scienceweek.model.session import Person, ProgrammeRow
from scienceweek.typesetting.phrases import address, phrases
from scienceweek.views.parts import alert_bars, invitation, organisers, share_text, ticket
from scienceweek.views.parts.afterwards import Afterwards, afterwards
from scienceweek.views.parts.attachments import AttachmentRow, attachment_rows
from scienceweek.views.parts.booking import BookingBlock, booking_block
from scienceweek.views.parts.change_advice import Advice, advice
from scienceweek.views.parts.coming import Coming, coming
from scienceweek.views.parts.contacts import NumberAge, Privacy, age
from scienceweek.views.parts.corrections import CorrectionNote, correction_notes
from scienceweek.views.parts.coupons import Coupons, coupons
from scienceweek.views.parts.descriptions import description
from scienceweek.views.parts.enquiries import EnquiryDesk, desk
from scienceweek.views.parts.illustrations import Illustration, illustrations
from scienceweek.views.parts.lines import ordered
from scienceweek.views.parts.notice_list import quotation
from scienceweek.views.parts.open_questions import questions
from scienceweek.views.parts.page_head import Article, Crumb, Head
from scienceweek.views.parts.photographs import Photograph, photograph
from scienceweek.views.parts.stages import StageLine, stage_line
from scienceweek.views.parts.stub import Stub
from scienceweek.views.words import dates, facts, sessions, whereabouts
from scienceweek.views.words.moments import Moment, moments, unknown_hour

NEARBY = 6  # other activities at the same place
_ORGANISERS = 6
_INHERITED = {
    "where": "地点",
    "base": "基地",
    "admits": "谁能参加",
    "organisers": "单位",
    "audience": "对象",
    "ages": "年龄",
    "groups": "团体",
    "bring": "带什么",
    "language": "语言",
    "contacts": "电话",
    "admission": "预约和收费",
}
"""What a part says that it has from the activity that it belongs to."""


@frozen
class Nearby:
    """What else happens at *place*."""

    place: ticket.Link
    cards: tuple[ticket.Card, ...]
    number: int


@frozen
class Particular:
    """A *word* and what is to be said of it."""

    word: str
    said: tuple[ticket.Link, ...]


@frozen
class Outcome:
    """*attendance* in words; *pictures* only with consent; *news* and *video* are addresses."""

    summary: tuple[str, ...]
    attendance: str
    pictures: tuple[Photograph, ...]
    video: str
    news: tuple[str, ...]


@frozen
class SaidPlace:
    """*shape* is place, area, tour or online, and names the icon. *path* is its page, *url* an address on the net.

    *room* is where in it, *meet* where one is to meet.
    """

    shape: str
    name: tuple[str, ...]
    address: tuple[str, ...] = ()
    path: str = ""
    url: str = ""
    room: tuple[str, ...] = ()
    meet: str = ""


@frozen
class ActivityView:
    """The page of an activity.

    *events* is its iCalendar file, empty where no day is known. What is *off* is not to be booked. *mark* is its drawn sign,
    *questions* are what one must ask, where nobody has said whether one must book; *afterwards* is where one goes when it is over. *starred* is when and where,
    as the finder has it. *share* is what one sends to the family. *corrections* are what was put right after it was published. *qr* (an SVG path, with its box) and *linked* (schema.org, JSON-LD) come from the
    formats; both are empty where the site has no address.
    """

    head: Head
    id: str
    seal: str
    campaign: ticket.Link
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    host: ticket.Link
    mark: str
    stub: Stub
    notice: ticket.ChangeNotice | None
    corrections: tuple[CorrectionNote, ...]
    advice: Advice | None
    off: bool
    coupons: Coupons | None
    stages: StageLine | None
    programme: tuple[ProgrammeRow, ...]
    people: tuple[Person, ...]
    moments: tuple[Moment, ...]
    hour: str
    places: tuple[SaidPlace, ...]
    elsewhere: str
    was_at: str
    live: ticket.Link
    replay: str
    ways: tuple[str, ...]
    rain: str
    booking: BookingBlock
    questions: tuple[str, ...]
    coming: Coming
    admits: str
    audience: str
    inferred: bool
    time_inferred: bool
    place_inferred: bool
    organisers_inferred: bool
    desk: EnquiryDesk
    told: NumberAge | None
    organisers: tuple[organisers.Organisers, ...]
    particulars: tuple[Particular, ...]
    description: tuple[str, ...]
    body: str
    images: tuple[Illustration, ...]
    photograph: Photograph | None
    files: tuple[AttachmentRow, ...]
    outcome: Outcome | None
    source: ticket.Link
    issued: str
    pieces: tuple[ticket.Card, ...]
    nearby: Nearby | None
    afterwards: tuple[Afterwards, ...]
    events: str
    starred: tuple[str, str]
    share: str
    spoken: tuple[str, ...]
    qr: tuple[str, str] = ("", "")
    linked: object = None


def activity_page(activity: Activity, catalogue: Catalogue, privacy: Privacy) -> ActivityView:
    """The page of *activity*."""
    campaign, district = activity.campaign, activity.district
    notice = campaign.cited(activity.source)
    asked = desk(activity, privacy)
    return ActivityView(
        head=replace(_head(activity), alerts=alert_bars.of_activity(activity, catalogue.alerts_of)),
        id=activity.id,
        seal=district.short,
        campaign=ticket.Link(campaign.name, links.campaign(campaign)),
        title=phrases(activity.title),
        subtitle=phrases(activity.subtitle),
        host=organisers.host(activity),
        mark=links.mark(activity),
        stub=ticket.stub_of(activity),
        notice=ticket.notice(activity),
        corrections=correction_notes(activity),
        advice=advice(activity, catalogue, asked),
        off=activity.off,
        coupons=coupons(activity, privacy),
        stages=stage_line(activity),
        programme=activity.programme,
        people=activity.people,
        moments=moments(_standing(activity)),
        hour=unknown_hour(untold(activity, _standing(activity))),
        places=places(activity),
        elsewhere=elsewhere(activity),
        was_at="、".join(map(whereabouts.spot, activity.was_at)),
        live=ticket.Link(whereabouts.live(activity.live), activity.live.url if activity.live else ""),
        replay=activity.replay,
        ways=tuple(dict.fromkeys(line for at in activity.sites for line in whereabouts.access(at))),
        rain="" if activity.off else whereabouts.rain(activity.rain),
        booking=booking_block(activity, privacy),
        questions=questions(activity),
        coming=coming(activity, privacy),
        admits=_admits(activity),
        audience="、".join(term.name for term in activity.audience),
        inferred=bool({"admits", "audience"} & set(activity.inferred)),
        time_inferred="when" in activity.inferred,
        organisers_inferred="organisers" in activity.inferred,
        place_inferred="where" in activity.inferred,
        desk=asked,
        told=age(asked.calls),
        organisers=organisers.organisers(activity.organisers, _ORGANISERS),
        particulars=tuple(_particulars(activity, catalogue.activity.get(activity.part_of))),
        description=description(activity),
        body=activity.body,
        images=illustrations(activity.images),
        photograph=photograph(activity.image),
        files=attachment_rows(activity.files),
        outcome=outcome(activity.results),
        source=ticket.Link(quotation(notice), links.notice(campaign, activity.source))
        if notice != Notice()
        else ticket.Link(""),
        issued=dates.day_in_full(notice.issued) if notice.issued else "",
        pieces=tuple(ticket.card(piece, privacy) for piece in ordered(catalogue.parts_of[activity.id])),
        nearby=_nearby(activity, catalogue, privacy),
        afterwards=afterwards(activity, _first_day(activity)),
        events=""
        if activity.off or not any(map(first_day, activity.when))
        else links.activity_events(activity),
        starred=(sessions.when(activity), ticket.place(activity)),
        share=share_text.share(activity, asked),
        spoken=share_text.spoken(activity),
    )


def _standing(activity: Activity) -> tuple[Schedule, ...]:
    """Its times that still hold: what is off has no day."""
    return tuple(one for one in activity.when if not (activity.off and isinstance(one, Dated)))


def places(activity: Activity) -> tuple[SaidPlace, ...]:
    """Where it happens; nothing, where the notice does not say."""
    return tuple(_spot(at) for at in activity.held_at)


def elsewhere(activity: Activity) -> str:
    """The warning that spares a wasted trip: it is not at the base whose it is. A part that has its base from its whole says nothing of it."""
    base = activity.base
    if not base or "base" in activity.inherited or not activity.sites or activity.is_at(base):
        return ""
    return f"不在基地；基地在{base.address}" if base.address else "不在基地"


def _spot(at: Location) -> SaidPlace:
    return replace(_place(at), room=phrases(whereabouts.room(at)), meet=whereabouts.meeting(at))


def _place(at: Location) -> SaidPlace:
    name = phrases(facts.place(at))
    match at:
        case AtBase(base):
            return SaidPlace("place", name, address(base.address), links.base(base))
        case AtVenue(venue):
            # The notice's words often carry the address in brackets already.
            told = venue.address or "详细地址，通知未写明"
            known = told if told not in facts.place(at) else ""
            return SaidPlace("place", name, address(known), links.venue(venue))
        case AtPlace(address=street):
            return SaidPlace("place", name, address(street))
        case InArea(towns=towns):
            return SaidPlace("area", name, ("、".join(towns),) if towns and at.words else ())
        case OnTour():
            return SaidPlace("tour", name)
        case Online(url=url):
            return SaidPlace("online", name, tuple(filter(None, (facts.address(at),))), url=url)


def outcome(results: Results | None) -> Outcome | None:
    """None where nothing has come of it yet."""
    if results is None:
        return None
    return Outcome(
        summary=tuple(line.strip() for line in results.summary.splitlines() if line.strip()),
        attendance=f"{results.attendance}人次参加" if results.attendance is not None else "",
        pictures=tuple(filter(None, map(photograph, results.photos))),
        video=results.video,
        news=results.news,
    )


def _head(activity: Activity) -> Head:
    campaign, district = activity.campaign, activity.district
    # What is off was to be on its old days: nobody shall read a date that does not hold.
    when = f"原定{dates.when(activity.times)}" if activity.off else sessions.when(activity)
    where = ticket.place(activity)
    crumbs = [Crumb(links.district(district), district.name)]
    if day := _first_day(activity):
        crumbs.append(Crumb(links.day(day), dates.day(day)))
    crumbs.append(Crumb("", activity.title))
    return Head(
        title=" ".join(filter(None, (invitation.title(activity), when, where))),
        path=links.activity(activity),
        description=f"{when}，{invitation.title(activity)}，{where or '地点' + facts.UNSTATED}。{facts.admission(activity.admission)}。{campaign.name}。",
        section=links.CALENDAR,
        crumbs=tuple(crumbs),
        elder=links.elder_district(district),
        picture=links.campaign_picture(campaign),
        article=Article(
            invitation.title(activity), activity.updated or campaign.notice.issued, campaign.notice.issuer
        ),
    )


def _first_day(activity: Activity) -> date | None:
    return min((day for one in activity.times if (day := first_day(one))), default=None)


def _admits(activity: Activity) -> str:
    """For whom it is meant does not say that they may come."""
    if (activity.audience or activity.ages) and activity.admits is Admits.UNKNOWN:
        return f"是否对外开放，{facts.UNSTATED}"
    return activity.admits.said


def _particulars(activity: Activity, whole: Activity | None) -> Iterator[Particular]:
    """What is said below all else, in a row for each; the template draws them as they come."""
    # What it is part of often is called as its level is.
    if sorts := tuple(link for link in _sorts(activity) if not whole or link.word != whole.title):
        yield Particular("类别", sorts)
    if whole:
        yield Particular("属于", (ticket.Link(whole.title, links.activity(whole)),))
    if shared := "、".join(dict.fromkeys(_INHERITED[name] for name in activity.inherited)):
        yield Particular("同整场", (ticket.Link(shared),))


def _sorts(activity: Activity) -> tuple[ticket.Link, ...]:
    sorts = [ticket.Link(activity.tier.said)]
    if activity.kind and activity.kind.name != sorts[0].word:
        sorts.append(ticket.Link(activity.kind.name))
    if activity.strand:
        sorts.append(ticket.Link(activity.strand.title))
    return (*sorts, *(ticket.Link(topic.name, links.topic(topic)) for topic in activity.topics))


def _nearby(activity: Activity, catalogue: Catalogue, privacy: Privacy) -> Nearby | None:
    place = ticket.place_link(activity)
    if not place:
        return None
    others = ordered(catalogue.beside(activity))
    if not others:
        return None
    return Nearby(place, tuple(ticket.card(other, privacy) for other in others[:NEARBY]), len(others))
