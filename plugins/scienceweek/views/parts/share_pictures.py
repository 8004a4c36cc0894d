"""Pictures to be handed on: what a campaign or a base is, in a few words that stay true. No mobile numbers: nobody can call a picture back."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.links import Site
from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking
from scienceweek.model.campaign import Campaign
from scienceweek.model.days import first_day, runs_of, span_of
from scienceweek.model.place import Base
from scienceweek.model.schedule import Days
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts import invitation, ticket
from scienceweek.views.parts.contacts import Privacy, shown
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.marks import ActivityMark, mark_of
from scienceweek.views.words import dates, facts


@frozen
class PictureDate:
    """A date to look at: 5月 周六 above a drawn 25."""

    above: str
    number: str


@frozen
class PictureText:
    """*title* is in phrases; *figures* are the first and the last day; *url* is empty where the site has no address."""

    seal: str
    kicker: str
    title: tuple[str, ...]
    figures: tuple[PictureDate, ...]
    facts: tuple[str, ...]
    foot: str
    url: str


@frozen
class ActivityPicture:
    """*title*, *kicker*, *when* and *place* are in phrases; *figures* are its first and its last day, *when* is what they do not say.

    What nobody knows is empty: nothing unknown is put on a picture.
    """

    mark: ActivityMark
    seal: str
    kicker: tuple[str, ...]
    figures: tuple[PictureDate, ...]
    when: tuple[str, ...]
    title: tuple[str, ...]
    place: tuple[str, ...]
    host: str
    how: str
    phone: str
    foot: str
    url: str


def of_activity(activity: Activity, privacy: Privacy, site: Site) -> ActivityPicture:
    """Date, title, place, and how one gets in."""
    span = span_of(run for when in activity.when for run in runs_of(when))
    host = "" if ticket.is_home(activity) else ticket.host(activity)
    numbers = [
        call.number
        for call in desk(activity, privacy).calls
        if call.href.startswith("tel:") and not call.mobile
    ]
    known = not activity.off and activity.admission.booking is not Booking.UNKNOWN
    return ActivityPicture(
        mark=mark_of(activity),
        seal=activity.district.short,
        kicker=_parted(activity.campaign.name, activity.campaign.series.said),
        figures=_figures(span) if span and not activity.off else (),
        when=phrases(_beside_figures(activity)),
        title=phrases(invitation.title(activity)),
        place=phrases(ticket.place(activity)),
        host=f"主办 {host}" if host else "",
        how=facts.booking(activity.admission) if known else "",
        phone=numbers[0] if numbers else "",
        foot=site.name,
        url=site.absolute(links.activity(activity)),
    )


def _beside_figures(activity: Activity) -> str:
    """The hour of what is on one day, all that is known of what has none; nothing, where nobody has said more."""
    if activity.off:
        return ""
    if not any(map(first_day, activity.when)):
        return dates.when(activity.when)
    if len(activity.when) > 1:
        return f"共{len(activity.when)}次"
    return dates.hour(activity.when[0])


def of_campaign(campaign: Campaign, site: Site) -> PictureText:
    """Its name, its days, its theme."""
    return PictureText(
        seal=campaign.district.short,
        kicker=dates.days_in_full(campaign.when),
        title=_parted(campaign.name, campaign.series.said),
        figures=_figures(campaign.when),
        facts=tuple(campaign.theme.split()),
        foot=site.name,
        url=site.absolute(links.campaign(campaign)),
    )


def of_base(base: Base, privacy: Privacy, site: Site) -> PictureText:
    """Its name, its address, its number, and that one had better ask first."""
    numbers = [
        call.number
        for call in shown(base.desk, base.campaign, privacy)
        if call.href.startswith("tel:") and not call.mobile
    ]
    facts = (base.address, f"电话 {numbers[0]}" if numbers else "", "去之前先打电话问一问" if numbers else "")
    return PictureText(
        seal=base.district.short,
        kicker="科普基地" + (f" {base.type.name}" if base.type else ""),
        title=phrases(base.name),
        figures=(),
        facts=tuple(filter(None, facts)),
        foot=site.name,
        url=site.absolute(links.base(base)),
    )


def _parted(name: str, series: str) -> tuple[str, ...]:
    """2024年渝北区 科技活动周: a large name breaks before what it is."""
    before, found, after = name.partition(series)
    return tuple(filter(None, (before, found + after))) if found else phrases(name)


def _figures(days: Days) -> tuple[PictureDate, ...]:
    ends = (days.first,) if days.first == days.last else (days.first, days.last)
    return tuple(PictureDate(f"{day.month}月 {dates.weekday(day)}", str(day.day)) for day in ends)
