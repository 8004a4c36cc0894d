"""What is private, and where a text has it: ways to reach somebody, and names, that no record makes public."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import chain

from scienceweek.model.callers import booked
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Contact, Show
from scienceweek.privacy.mail import Address, addresses
from scienceweek.privacy.names import named, people
from scienceweek.privacy.numbers import (
    SHORTEST,
    Reading,
    apart,
    chains,
    extension,
    forms,
    is_day,
    is_identity,
    is_mobile,
    local,
    mobile,
    readings,
)
from scienceweek.privacy.spelling import Decoded, digits


class SecretKind(Enum):
    """What has been found."""

    NUMBER = auto()
    MOBILE = auto()
    """A mobile of which no record knows."""
    IDENTITY = auto()
    MAIL = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Leak:
    """What stands in a text from *start* to *end*, as *written*; *known* is how a record has it, if one does."""

    kind: SecretKind
    start: int
    end: int
    written: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must be in no output.

    *numbers* and *mails* lead from each form to the value of the record; *extensions* from a number that is public, as
    it is dialled, to extensions of it that are not; *forms* are those of both. *mobiles* may be shown.
    """

    numbers: Mapping[str, str] = field(default_factory=dict)
    extensions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    mails: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    mobiles: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalogue: Catalogue, allowed: Collection[str] = ()) -> "Secrets":
        """Of the contacts in *catalogue*, but for the values that are *allowed*."""
        hidden, shown = _contacts(catalogue)
        public = {phone.number for contact in shown for phone in contact.phones}
        open_ = frozenset(chain.from_iterable(forms(number) for number in (*public, *_numbers(allowed))))
        whole = {_whole(number) for number in (*public, *_numbers(allowed))}
        numbers: dict[str, str] = {}
        extensions: dict[str, dict[str, str]] = {}
        for number in sorted({phone.number for contact in hidden for phone in contact.phones}):
            _, turn, more = number.partition("转")
            # Whoever allows a number may leave out its area code.
            if open_.isdisjoint(forms(number)) and local(number) not in open_:
                for way in _dialled(number):
                    numbers.setdefault(way, number)
            elif turn and _whole(number) not in whole:
                for way in _dialled(number):
                    extensions.setdefault(way, {})[digits(more)] = number
        mails = {contact.email.lower() for contact in shown} | {value.strip().lower() for value in allowed}
        names = {name for contact in shown for name in people(contact.name)} | {*allowed}
        return cls(
            numbers,
            extensions,
            {
                contact.email.lower(): contact.email
                for contact in hidden
                if contact.email and contact.email.lower() not in mails
            },
            frozenset(name for contact in hidden for name in people(contact.name)) - names,
            frozenset(way for way in (*open_, *(mail.partition("@")[0] for mail in mails)) if is_mobile(way)),
            frozenset((*numbers, *extensions)),
        )

    @classmethod
    def passing(cls, catalogue: Catalogue) -> "Secrets":
        """What contacts show, but not for ever, or not whole, if the settings say so: such a number is for contacts only."""
        brief = fleeting(catalogue)
        numbers: dict[str, str] = {}
        for contact in _contacts(catalogue)[1]:
            for phone in contact.phones:
                if phone.mobile or phone.number in brief:
                    numbers |= dict.fromkeys(_dialled(phone.number), phone.number)
        return cls(numbers, forms=frozenset(numbers))

    def without(self, number: str) -> "Secrets":
        """These, but that *number* may be shown."""
        ways = frozenset(forms(number))
        hidden = {
            form: known
            for form, known in self.numbers.items()
            if ways.isdisjoint((*forms(known), local(known)))
        }
        mobiles = self.mobiles | {way for way in ways if is_mobile(way)}
        return replace(self, numbers=hidden, mobiles=mobiles, forms=frozenset((*hidden, *self.extensions)))

    def within(self, text: str, *, written: bool = False) -> Iterator[Leak]:
        """Each in *text*, which may be Markdown or HTML; names are not looked for.

        If somebody has *written* it, commas and cells within a number are seen through too: of what the program puts
        together from columns, anything could be made that way.
        """
        decoded = Decoded.of(text)
        plain = decoded.text
        found = list(self._mails(plain))
        numbers = list(self._numbers(plain))
        if written:
            numbers += self._apart(plain, [(leak.start, leak.end) for leak in numbers])
        if numbers:
            told = [(leak.start, leak.end) for leak in found]
            spans = sorted(told + _spans(plain))
            # 6666209@163.com is an address, not a number; 13800000000@139.com is both.
            found += (leak for leak in numbers if not _is_within(leak, told if _is_personal(leak) else spans))
        for leak in sorted(found, key=lambda leak: leak.start):
            start, end = decoded.origin(leak.start), decoded.origin(leak.end)
            yield Leak(leak.kind, start, end, text[start:end], leak.known)

    def named(self, text: str) -> Iterator[Leak]:
        """Each of the names in *text*."""
        for at, name in named(text, self.names):
            yield Leak(SecretKind.NAME, at, at + len(name), name, name)

    def _mails(self, text: str) -> Iterator[Leak]:
        if not self.mails:
            return
        for ways in addresses(text):
            if address := next((way for way in ways if self._mail(way)), None):
                start = address.start + len(text[address.start :]) - len(text[address.start :].lstrip())
                yield Leak(
                    SecretKind.MAIL, start, address.end, text[start : address.end], self._mail(address)
                )

    def _mail(self, address: Address) -> str:
        """The address of a record that *address* is, or nothing."""
        return self.mails.get(address.form) or self.mails.get(address.box, "")

    def _numbers(self, text: str) -> Iterator[Leak]:
        """Each, the longer of two that have digits in common."""
        found = []
        for one in chains(text):
            at = 0
            for reading in readings(one, self.forms):
                if reading.first >= at and (leak := self._judged(text, reading)):
                    at = reading.last
                    found.append(leak)
        end = -1
        for leak in sorted(found, key=lambda leak: (leak.start, -leak.end)):
            if leak.start >= end:
                end = leak.end
                yield leak

    def _apart(self, text: str, told: list[tuple[int, int]]) -> Iterator[Leak]:
        """Those with commas in them, but for what has been *told* already."""
        at = 0
        for reading in apart(text, self.numbers):
            start, end = reading.start, reading.end
            if start < at or any(first < end and start < last for first, last in told):
                continue
            known = self.numbers.get(reading.digits, "")
            if known or reading.digits not in self.mobiles:
                at = end
                yield Leak(
                    SecretKind.NUMBER if known else SecretKind.MOBILE, start, end, text[start:end], known
                )

    def _judged(self, text: str, reading: Reading) -> Leak | None:
        kind, known = self._meaning(text, reading)
        if kind is None:
            return None
        return Leak(kind, reading.start, reading.end, text[reading.start : reading.end], known)

    def _meaning(self, text: str, reading: Reading) -> tuple[SecretKind | None, str]:
        if is_identity(reading.digits):
            return SecretKind.IDENTITY, ""
        if known := self._known(text, reading):
            return SecretKind.NUMBER, known
        if (number := mobile(text, reading)) and number not in self.mobiles:
            return SecretKind.MOBILE, ""
        return None, ""

    def _known(self, text: str, reading: Reading) -> str:
        """The number of a record that *reading* is, or nothing."""
        known = self.numbers.get(reading.digits, "")
        if not known and reading.digits in self.extensions:
            known = self.extensions[reading.digits].get(extension(text, reading), "")
        if not known:
            return ""
        if local(known) == reading.digits and not _is_local(reading, known):
            return ""
        return known if reading.ends_well() else ""


def fleeting(catalogue: Catalogue) -> frozenset[str]:
    """The numbers that contacts show until the end of a campaign, and no longer."""
    shown = [(contact.show, phone.number) for contact in _contacts(catalogue)[1] for phone in contact.phones]
    lasting = {number for show, number in shown if show is not Show.CAMPAIGN}
    return frozenset(number for _, number in shown) - lasting


def _is_local(reading: Reading, known: str) -> bool:
    """Whether *reading* is *known* without its area code: none stands before it, or the right one."""
    area = reading.area
    return not is_day(reading.digits) and (not area or known.startswith(area))


def _numbers(values: Collection[str]) -> list[str]:
    return [value for value in values if "@" not in value]


def _whole(number: str) -> tuple[str, str]:
    """Its digits, and those of its extension."""
    base, _, more = number.partition("转")
    return digits(base), digits(more)


def _dialled(number: str) -> tuple[str, ...]:
    """All forms of *number*, that within its own town included."""
    ways = forms(number)
    near = local(number)
    return (*ways, near) if len(near) >= SHORTEST else ways


def _is_personal(leak: Leak) -> bool:
    return leak.kind is not SecretKind.NUMBER or is_mobile(leak.known)


def _is_within(leak: Leak, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (leak.start, leak.end))
    return any(start <= leak.start and leak.end <= end for start, end in spans[max(0, at - 2) : at + 1])


def _spans(text: str) -> list[tuple[int, int]]:
    """Where addresses stand, whosever they are; each without what may be text around it."""
    if "@" not in text and "＠" not in text:
        return []
    return [(ways[-1].start, ways[-1].end) for ways in addresses(text) if text[ways[-1].start :].strip()]


def _contacts(catalogue: Catalogue) -> tuple[list[Contact], list[Contact]]:
    """Those that are hidden, and those that are shown."""
    hidden: list[Contact] = []
    shown: list[Contact] = []
    for records in (
        catalogue.organisations,
        catalogue.venues,
        catalogue.campaigns,
        catalogue.bases,
        catalogue.activities,
    ):
        for record in records:
            for contact in (*record.contacts, *booked(record)):
                hidden += filter(None, (contact.secret,))
                shown += filter(None, (contact.open,))
    for activity in catalogue.withheld:
        hidden += (*activity.contacts, *booked(activity))
    return hidden, shown
