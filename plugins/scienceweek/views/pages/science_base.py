"""A base's page: whom to call, can I go today, what is on, how to get there."""

from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.availability import open_to
from scienceweek.model.booking import Booking
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Base, Opening
from scienceweek.model.visit import open_days
from scienceweek.typesetting.phrases import address, phrases
from scienceweek.views.finding.places import when_open
from scienceweek.views.maps.sketch import Sketch, sketch
from scienceweek.views.parts import alert_bars, ticket, verdict_reasons
from scienceweek.views.parts.attachments import AttachmentRow, attachment_rows
from scienceweek.views.parts.base_rows import lies
from scienceweek.views.parts.booking import BookingBlock, BookingTimes, Route, block, routes_of
from scienceweek.views.parts.coming import Coming, coming_to
from scienceweek.views.parts.contacts import Call, NumberAge, Privacy, age, shown
from scienceweek.views.parts.directions import Direction, ways
from scienceweek.views.parts.enquiries import EnquiryDesk, base_desk
from scienceweek.views.parts.illustrations import Illustration, illustrations
from scienceweek.views.parts.lines import ordered
from scienceweek.views.parts.notice_list import quotation
from scienceweek.views.parts.page_head import Article, Crumb, Head
from scienceweek.views.parts.photographs import Photograph, photograph
from scienceweek.views.parts.verdict import Verdict, verdict
from scienceweek.views.parts.week_hours import WeekHours, week_hours
from scienceweek.views.words import dates, extents, facts


@frozen
class BaseOpening:
    """An opening period: *when* and on what conditions.

    *first* and *last* are ISO 8601 days for the script; *days* lists them where it is closed on some between.
    *routes* are how one books it, as far as that may be said, and *times* from when until when.
    """

    when: str
    conditions: str
    answer: ticket.Answer
    first: str = ""
    last: str = ""
    days: str = ""
    routes: tuple[Route, ...] = ()
    times: BookingTimes | None = None


@frozen
class BasePageView:
    """The page of a base.

    *here* are its activities at the base, *away* those elsewhere. *verified* is the day on which somebody made sure,
    in words, empty if nobody has. *withheld* says that there are numbers that are not for the public, *asked* whom one asks then. *qr* (an SVG
    path, with its box) comes from the formats, empty where the site has no address; so does *linked* (schema.org, JSON-LD). *events* is its calendar, if it has one.
    *opens* and *place* are what a star keeps.
    """

    head: Head
    id: str
    name: tuple[str, ...]
    title: str
    former_names: str
    files: tuple[AttachmentRow, ...]
    seal: str
    kind: str
    stamp: str
    district: ticket.Link
    recognitions: tuple[str, ...]
    calls: tuple[Call, ...]
    withheld: bool
    asked: EnquiryDesk | None
    told: NumberAge | None
    verdict: Verdict
    why: str
    away_word: str
    hours: WeekHours
    doors: tuple[BaseOpening, ...]
    usual: str
    address: tuple[str, ...]
    place: str
    town: str
    lies: str
    ways: tuple[Direction, ...]
    on_map: str
    sketch: Sketch | None
    neighbours: tuple[ticket.Link, ...]
    access: str
    coming: Coming
    booking: BookingBlock | None
    lines: tuple[str, ...]
    url: str
    description: tuple[str, ...]
    body: str
    images: tuple[Illustration, ...]
    photograph: Photograph | None
    here: tuple[ticket.Card, ...]
    away: tuple[ticket.Card, ...]
    source: ticket.Link | None
    verified: str
    share: str
    qr: tuple[str, str]
    linked: object = None
    events: str = ""
    opens: str = ""


def science_base_page(
    base: Base, catalogue: Catalogue, privacy: Privacy, qr: tuple[str, str] = ("", "")
) -> BasePageView:
    """The page of *base*."""
    activities = ordered(catalogue.of_base[base.id])
    calls = shown(base.desk, base.campaign, privacy)
    said = verdict_reasons.why(base, catalogue)
    return BasePageView(
        head=replace(_head(base), alerts=alert_bars.of_place(base, catalogue.alerts_of)),
        id=base.id,
        name=phrases(base.name),
        title=base.name,
        former_names="、".join(base.former_names),
        files=attachment_rows(base.files),
        seal=base.type.seal if base.type else "",
        kind=base.type.name if base.type else "",
        stamp=base.district.short,
        district=ticket.Link(base.district.name, links.district(base.district)),
        recognitions=tuple(
            f"{one.year}年认定为{one.level}" if one.year else one.level for one in base.recognitions
        ),
        calls=calls,
        withheld=any(kept.phones for one in base.contacts if (kept := one.secret)),
        asked=None if calls else base_desk(base, privacy),
        told=age(calls),
        verdict=verdict(base, catalogue),
        why=said,
        away_word=verdict_reasons.away_word(base, catalogue),
        hours=week_hours(base),
        doors=tuple(_door(base, opening, privacy) for opening in base.openings),
        usual="" if base.hours else f"平日开放时间{facts.UNSTATED}",
        address=address(base.address),
        place=base.address,
        town=base.town if base.town not in base.address else "",
        lies=lies(base),
        ways=ways(base.name, base.address, base.district, base.point),
        on_map=links.on_map(base),
        sketch=sketch((base,), base.district, catalogue, width=480, height=360),
        neighbours=_neighbours(base, catalogue),
        access=base.wheelchair.said.removeprefix("轮椅"),
        coming=coming_to(base, privacy),
        booking=_booking(base, privacy),
        lines=base.access,
        url=base.url,
        description=tuple(filter(None, base.description.split("\n"))),
        body=base.body,
        images=illustrations(base.images),
        photograph=photograph(base.image),
        here=tuple(ticket.card(one, privacy) for one in activities if one.is_at(base)),
        away=tuple(ticket.card(one, privacy) for one in activities if not one.is_at(base)),
        source=_source(base),
        verified=dates.day_in_full(base.verified) if base.verified else "",
        share=_share(base, calls, said),
        qr=qr,
        opens=when_open(base),
    )


def _door(base: Base, opening: Opening, privacy: Privacy) -> BaseOpening:
    days = open_days(base, (opening,))
    asked = open_to(opening.admission, opening.when)
    routes = routes_of(opening.admission.plan.ways, opening.campaign, privacy)
    return BaseOpening(
        when=dates.when(opening.when),
        conditions=_conditions(opening),
        answer=ticket.booking(opening.admission, asked),
        **extents.ends(days),
        days=extents.spans(days) if len(days) > 1 else "",
        routes=routes,
        times=BookingTimes.of(asked) if routes else None,
    )


def _booking(base: Base, privacy: Privacy) -> BookingBlock | None:
    """How one books on any day, if that is known."""
    if base.admission.booking is Booking.UNKNOWN:
        return None
    return block(base.admission, open_to(base.admission, ()), base.campaign, privacy)


def _conditions(opening: Opening) -> str:
    """What the answer leaves out: until when to book, and the notes."""
    admission = opening.admission
    until = facts.booking(admission) if admission.plan.until else ""
    return "；".join(dict.fromkeys(filter(None, (until, admission.note, opening.note))))


def _head(base: Base) -> Head:
    kind = f"，{base.type.name}" if base.type else ""
    where = f"地址：{base.address}。" if base.address else ""
    return Head(
        title=f"{base.name} · {base.district.name}科普基地",
        path=links.base(base),
        description=f"{base.name}（{base.district.name}{kind}）今天能去吗，打给谁，怎么去。{where}",
        section=links.BASES,
        crumbs=(Crumb(links.BASES, "基地"), Crumb(links.district(base.district), base.district.name)),
        elder=links.elder_district(base.district),
        picture=links.base_picture(base),
        article=Article(base.name, base.updated),
    )


def _neighbours(base: Base, catalogue: Catalogue) -> tuple[ticket.Link, ...]:
    """Others at the same address: people ask at the wrong door."""
    there = catalogue.bases_at[base.address]
    return tuple(ticket.Link(other.name, links.base(other)) for other in there if other.id != base.id)


def _source(base: Base) -> ticket.Link | None:
    if base.campaign is None:
        return None
    cited = base.campaign.cited(base.source)
    return ticket.Link(quotation(cited), links.notice(base.campaign, base.source))


def _share(base: Base, calls: tuple[Call, ...], why: str) -> str:
    """What one sends to the family."""
    numbers = "、".join(call.number for call in calls if call.href.startswith("tel:"))
    lines = (
        base.name,
        f"地址：{base.address}" if base.address else "",
        f"开放：{why}",
        f"电话：{numbers}" if numbers else "",
    )
    return "\n".join(filter(None, lines))
