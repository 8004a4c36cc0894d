"""What is likely to be a slip in how one books: hours after the end, ways where one need not, numbers that are for staff."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from scienceweek.model.activity import Activity
from scienceweek.model.availability import availability
from scienceweek.model.booking import Booking, Limit
from scienceweek.model.callers import booked
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Venue
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.booking import BookingRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_FAR = timedelta(days=183)

Entries = Mapping[str, RecordEntry[ActivityRecord]]


def activities(entries: Entries, found: Sequence[Activity], desk: Registers) -> None:
    """One books before it is over, and not half a year before; and where one need not, there is no way to."""
    for activity in found:
        entry = entries.get(activity.id)
        if entry is None:
            continue
        for said, path in _slips(activity, entry.record):
            desk.remind(entry, said, "admission", *path)


def numbers(
    entries: Mapping[str, RecordEntry[Any]], catalogue: Catalogue, found: Sequence[Activity], desk: Registers
) -> None:
    """A number at which one books is public, whatever a contact for staff says of it: somebody should know."""
    owners: tuple[Activity | Base | Campaign | Organisation | Venue, ...] = (
        *catalogue.organisations,
        *catalogue.campaigns,
        *catalogue.venues,
        *catalogue.bases,
        *found,
    )
    contacts = [contact for owner in owners for contact in owner.contacts]
    public = {phone.number for one in contacts if one.open for phone in one.open.phones}
    hidden = {
        phone.number: contact.name or contact.post
        for contact in contacts
        if contact.secret
        for phone in contact.secret.phones
        if phone.number not in public
    }
    things: tuple[Activity | Base | Venue, ...] = (*found, *catalogue.bases, *catalogue.venues)
    for thing in things:
        known = [
            phone.number for contact in booked(thing) for phone in contact.phones if phone.number in hidden
        ]
        for number in dict.fromkeys(known):
            if thing.id in entries:
                whose = f"（{hidden[number]}）" if hidden[number] else ""
                desk.remind(
                    entries[thing.id],
                    f"预约电话{quoted(number)}也是内部联系人{whose}的号码，写在这里就公开了。不该公开的，请换成办公电话。",
                    "id",
                )


def _slips(activity: Activity, record: ActivityRecord) -> Iterator[tuple[str, tuple[str, ...]]]:
    plan, written = activity.admission.plan, record.admission
    inner = ("booking",) if isinstance(written.booking, BookingRecord) else ()
    ends = availability(activity).ends
    if written.booking is Booking.NONE and (written.url or written.until):
        key = "url" if written.url else "until"
        yield f"写了不用预约（none），又写了“{key}”。要预约的，请写 booking: required。", (key,)
    if ends is None:
        return
    for key, limit in (("opens", plan.opens), ("until", plan.until)):
        if limit and _is_late(key, limit, ends):
            word = "开始预约" if key == "opens" else "预约截止"
            path = (key,) if key == "until" and written.until else (*inner, key)
            yield (
                f"{word}（{limit.iso.replace('T', ' ')}）在活动结束以后，请核对日期。",
                path,
            )
        elif limit and ends - limit.begins > _FAR:
            path = (key,) if key == "until" and written.until else (*inner, key)
            yield f"{limit.iso.replace('T', ' ')} 离活动有半年以上，请核对日期。", path


def _is_late(key: str, limit: Limit, ends: datetime) -> bool:
    return limit.begins >= ends if key == "opens" else limit.ends > ends
