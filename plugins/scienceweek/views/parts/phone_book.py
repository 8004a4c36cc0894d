"""The bases of a district as a phone book: name, address, numbers, and whether one can go today."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Base, Opening
from scienceweek.typesetting.phrases import address, phrases
from scienceweek.views.parts.alert_bars import AlertBar, of_row
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.enquiries import EnquiryDesk, base_desk
from scienceweek.views.parts.verdict import Verdict, verdict
from scienceweek.views.parts.week_hours import summary
from scienceweek.views.words import dates


@frozen
class PhoneBookEntry:
    """A base; *openings* say in words when it is open, *seal* and *kind* what it is, both empty if unknown.

    *withheld* says that there are numbers that are not for the public. *asked* is whom one asks where there is none.
    """

    name: tuple[str, ...]
    path: str
    seal: str
    kind: str
    address: tuple[str, ...]
    calls: tuple[Call, ...]
    openings: tuple[str, ...]
    verdict: Verdict
    alerts: tuple[AlertBar, ...] = ()
    withheld: bool = False
    asked: EnquiryDesk | None = None


def entry(base: Base, catalogue: Catalogue, privacy: Privacy) -> PhoneBookEntry:
    """The entry of *base*."""
    calls = shown(base.desk, base.campaign, privacy)
    return PhoneBookEntry(
        name=phrases(base.name),
        path=links.base(base),
        seal=base.type.seal if base.type else "",
        kind=base.type.name if base.type else "",
        address=address(base.address),
        calls=calls,
        openings=tuple(filter(None, (summary(base), *map(_opening, base.openings)))),
        verdict=verdict(base, catalogue),
        alerts=of_row(base, catalogue.alerts_of),
        withheld=any(kept.phones for one in base.contacts if (kept := one.secret)),
        asked=None if calls else base_desk(base, privacy),
    )


def _opening(opening: Opening) -> str:
    return f"{dates.when(opening.when)}开放" + (f"，{opening.note}" if opening.note else "")
