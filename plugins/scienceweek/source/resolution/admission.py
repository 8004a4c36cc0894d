"""On what conditions one gets in, and how one books."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.campaign import Disclosure
from scienceweek.model.coming import Groups
from scienceweek.model.contact import Contact, Show
from scienceweek.model.district import District
from scienceweek.model.place import Admission, Fee, Price
from scienceweek.model.schedule import Days
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.notation import admission as notation
from scienceweek.source.notation.admission import AdmissionError
from scienceweek.source.notation.instants import deadline, instant
from scienceweek.source.notation.moments import MomentError
from scienceweek.source.records.booking import BookingRecord, PhoneRecord, PriceRecord
from scienceweek.source.records.coming import GroupsRecord
from scienceweek.source.records.place import AdmissionRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.contacts import numbers
from scienceweek.source.resolution.registers import Registers

_DEAR = 10_000  # yuan
_TRUE, _FALSE = ("true", "yes", "是", "抽签"), ("false", "no", "否", "不抽签")


@dataclass(frozen=True, slots=True)
class At:
    """Where it is read: at the *desk*, of which *entry*, with the area code of *district*, in the light of *window*.

    Without a *window* dates must say their year. A day without its month is the last before *near*.
    """

    desk: Registers
    entry: RecordEntry[Any]
    district: District | None
    window: Days | None
    near: date | None = None

    def error(self, message: str, *path: str | int) -> None:
        self.desk.error(self.entry, message, *path)


def admission(at: At, written: AdmissionRecord, *path: str | int) -> Admission:
    """The conditions at *path*."""
    plan = written.booking
    needed = plan if isinstance(plan, Booking) else Booking.REQUIRED
    terms = plan if isinstance(plan, BookingRecord) else BookingRecord()
    for key in ("url", "until"):
        if getattr(written, key) and getattr(terms, key):
            at.error(f"“{key}”写了两处，请只留 booking 里的那一个。", *path, key)
    made = _plan(at, terms, *path, "booking")
    until = made.until or _limit(at, written.until, *path, "until", is_end=True)
    made = replace(made, ways=(*_urls(written.url), *made.ways), until=until)
    prices = _prices(at, written.prices, *path, "prices")
    return Admission(_fee(at, written, prices, *path), needed, written.note or "", made, prices)


def groups(at: At, written: GroupsRecord | None, *path: str | int) -> Groups | None:
    """Whether groups are taken, and how they book."""
    if written is None:
        return None
    ways = (
        *_accounts(at, written.wechat, *path, "wechat"),
        *_urls(written.url),
        *_phones(at, written.phone, *path, "phone"),
    )
    if not written.taken and (ways or written.size):
        at.error("写了不接待团体（taken: false），又写了人数或预约办法。请只留一样。", *path, "taken")
    return Groups(written.taken, written.size or "", written.note or "", ways)


def _plan(at: At, written: BookingRecord, *path: str | int) -> BookingPlan:
    ways = (
        *_accounts(at, written.wechat, *path, "wechat"),
        *_urls(written.url),
        *_phones(at, written.phone, *path, "phone"),
        *((Way(WayKind.DESK, written.desk),) if written.desk else ()),
    )
    opens = _limit(at, written.opens, *path, "opens", is_end=False)
    until = _limit(at, written.until, *path, "until", is_end=True)
    if opens and until and until.ends <= opens.begins:
        at.error(
            f"预约的截止（{until.iso.replace('T', ' ')}）不晚于开始（{opens.iso.replace('T', ' ')}）。请核对 opens 和 until。",
            *path,
            "until",
        )
    capacity = seats(at, written.capacity, *path, "capacity")
    lottery = (
        None if written.lottery in (None, *_FALSE) else "" if written.lottery in _TRUE else written.lottery
    )
    return BookingPlan(ways, opens, until, capacity, written.full, lottery, written.note or "")


def seats(at: At, written: str | None, *path: str | int, full: str = "full: true") -> Capacity:
    """How many get in, as *written* at *path*; what is *full* is written so there."""
    try:
        return notation.capacity(written, full) if written else Capacity()
    except AdmissionError as error:
        at.error(str(error), *path)
        return Capacity()


def _limit(at: At, written: str | None, *path: str | int, is_end: bool) -> Limit | None:
    if written is None:
        return None
    try:
        return (deadline if is_end else instant)(written, window=at.window, near=at.near)
    except MomentError as error:
        at.error(str(error), *path)
        return None


def _accounts(at: At, written: Sequence[str], *path: str | int) -> tuple[Way, ...]:
    found = []
    for number, text in enumerate(written):
        try:
            found.append(notation.account(text))
        except AdmissionError as error:
            at.error(str(error), *path, number)
    return tuple(found)


def _urls(url: str | None) -> tuple[Way, ...]:
    return (Way(WayKind.URL, url),) if url else ()


def _phones(at: At, written: Sequence[PhoneRecord], *path: str | int) -> tuple[Way, ...]:
    return tuple(_phone(at, one, *path, number) for number, one in enumerate(written))


def _phone(at: At, written: PhoneRecord, *path: str | int) -> Way:
    """Whoever may book may call: the number is public, and a personal mobile is so for a reason."""
    phones = numbers(at.desk, at.entry, written.number, at.district, *path, "number")
    if any(phone.mobile for phone in phones) and not written.basis:
        at.error(
            f"{quoted(written.number)}是个人手机，预约电话人人看得到：要公开就写明依据"
            "（{number: 号码, basis: 公开发布的通知所属活动周的编号}），否则不写，或写办公电话。",
            *(*path, "number"),
        )
    campaign = at.desk.campaigns.find(written.basis, at.entry, *path, "basis")
    if campaign and campaign.notice.disclosure is not Disclosure.PUBLIC:
        at.desk.remind(
            at.entry,
            f"“{campaign.id}”的通知没有写明公开发布，不一定能作公开个人手机的依据。",
            *(*path, "basis"),
        )
    contact = Contact(phones=phones, show=Show.PUBLIC, basis=written.basis or "")
    return Way(WayKind.PHONE, contact=contact, hours=written.hours or "")


def _prices(at: At, written: Sequence[PriceRecord], *path: str | int) -> tuple[Price, ...]:
    found: list[Price] = []
    for number, one in enumerate(written):
        try:
            yuan, per = notation.price(one.price)
        except AdmissionError as error:
            at.error(str(error), *path, number, "price")
            continue
        if float(yuan) > _DEAR:
            at.desk.remind(at.entry, f"价钱{quoted(one.price)}超过了一万元，请核对。", *path, number, "price")
        if any(one.who == other.who for other in found):
            at.error(f"{quoted(one.who)}的价钱写了两次。请只留一个，或写明差别。", *path, number, "who")
        found.append(Price(one.who, yuan, per, one.note or ""))
    return tuple(found)


def _fee(at: At, written: AdmissionRecord, prices: tuple[Price, ...], *path: str | int) -> Fee:
    """As it is written, else as the *prices* say; the two do not deny each other."""
    paying = [price for price in prices if not price.is_free]
    if written.fee is Fee.UNKNOWN:
        return Fee.UNKNOWN if not prices else Fee.PAID if paying else Fee.FREE
    if written.fee is Fee.FREE and paying:
        at.error(
            f"费用写了免费（free），票价里{quoted(paying[0].who)}却要 {paying[0].yuan} 元。请核对。",
            *path,
            "fee",
        )
    if written.fee is Fee.PAID and prices and not paying:
        at.error("费用写了收费（paid），票价里却都不要钱。请核对。", *path, "fee")
    return written.fee
