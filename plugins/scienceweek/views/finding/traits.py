"""What an activity is in the finder's filters, and the words that readers may remember of it."""

from collections.abc import Iterator

from scienceweek.model.activity import Activity, Admits, Status
from scienceweek.model.place import AtBase, AtVenue, Fee, Online
from scienceweek.model.schedule import Days, DuringCampaign


def traits(activity: Activity, runs: tuple[Days, ...]) -> Iterator[str]:
    """Free, online, window (some of its *runs* of days lie in it, or it is somewhen in it), and whom it admits."""
    window = activity.campaign.when
    if activity.admission.fee is Fee.FREE:
        yield "free"
    if activity.change.status is Status.MOVED_ONLINE or any(isinstance(at, Online) for at in activity.where):
        yield "online"
    within = any(run.first <= window.last and window.first <= run.last for run in runs)
    if within or any(isinstance(when, DuringCampaign) for when in activity.when):
        yield "window"
    if activity.admits is not Admits.STAFF:
        yield activity.admits.value


def remembered(activity: Activity) -> Iterator[str]:
    """Short names, terms and organisers: what a reader may remember of it."""
    yield activity.short_title
    yield activity.kind.name if activity.kind else ""
    yield from (term.name for term in (*activity.topics, *activity.audience))
    yield activity.strand.title if activity.strand else ""
    yield from (party.name for part in activity.organisers for party in part.parties)
    yield activity.campaign.name


def heard(activity: Activity) -> Iterator[tuple[str, ...]]:
    """The readings that are given of where it is and of who holds it."""
    for at in activity.where:
        match at:
            case AtBase(place) | AtVenue(place):
                yield place.readings
            case _:
                pass
    if activity.base:
        yield activity.base.readings
    parties = (party for part in activity.organisers for party in part.parties)
    yield from (party.organisation.readings for party in parties if party.organisation)
