"""Who holds what in a campaign, unit by unit (活动安排表): its bases first, then whoever else holds something.

What nobody has told is said to be untold: an empty place would look as if it was to be filled in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.index import Index
from scienceweek.model.place import AtBase, Base, Opening
from scienceweek.views.parts import invitation, ticket
from scienceweek.views.parts.contacts import Call, Privacy, shown
from scienceweek.views.parts.enquiries import EnquiryDesk, base_desk, desk
from scienceweek.views.parts.lines import ordered
from scienceweek.views.words import dates, facts, sessions, whereabouts

UNTOLD = "未写明"
_WITHHELD = "不对外公布"
_NUMBER = re.compile(r"annex-(\d+)")
_NO_PLACE = re.compile("；|^线上|^原定")


@frozen
class Plan:
    """An activity or an opening: when, what, and where or on what terms (*note*).

    *titled*: the *word* is the title of an activity. *off*: it does not take place.
    """

    when: str
    word: str
    path: str
    note: str
    titled: bool = False
    off: bool = False

    @property
    def said(self) -> str:
        """All of it in a line, as notices have it: 2024年5月21日 周二在新牌坊小学开展“气象+”."""
        word = f"“{self.word}”" if self.titled and "“" not in self.word else self.word
        if self.titled and self.note and not (self.off or _NO_PLACE.search(self.note)):
            return f"{self.when}在{self.note.removeprefix('在')}开展{word}"
        return "，".join(filter(None, (f"{self.when} {word}".lstrip(), self.note)))


@frozen
class ArrangementRow:
    """A unit with its *plans* of the campaign. *who* can be asked by *calls*; without a call *unreached* says why not."""

    anchor: str
    number: str
    name: str
    path: str
    type: str
    address: str
    who: tuple[str, ...]
    calls: tuple[Call, ...]
    plans: tuple[Plan, ...]
    unreached: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in the seven columns of `COLUMNS`, as text."""
        numbers = "\n".join(call.number for call in self.calls)
        return (
            self.number,
            self.name,
            self.type,
            self.address or UNTOLD,
            "、".join(self.who) or UNTOLD,
            numbers or self.unreached or UNTOLD,
            "；\n".join(plan.said for plan in self.plans) or UNTOLD,
        )


COLUMNS = ("序号", "单位名称", "类型", "地址", "联系人", "联系电话", "活动安排")


def base_row(
    number: int, base: Base, campaign: Campaign, activities: Iterable[Plan], privacy: Privacy
) -> ArrangementRow:
    """The row of *base*: its *activities*, then its openings in *campaign*."""
    calls = shown(base.desk, campaign, privacy)
    return ArrangementRow(
        anchor=base.source,
        number=str(number),
        name=base.name,
        path=links.base(base),
        type=base.type.name if base.type else "",
        address=base.address,
        who=_who(calls),
        calls=calls,
        plans=(*activities, *(_opening(base, opening) for opening in base.openings_in(campaign))),
        unreached=""
        if calls
        else _WITHHELD
        if any(kept.phones for one in base.desk if (kept := one.secret))
        else UNTOLD,
    )


def plan_of(activity: Activity, place: str) -> Plan:
    """*activity* as a plan: its note says the *place*, and when it was to be."""
    told = ticket.notice(activity)
    return Plan(
        sessions.when(activity),
        invitation.title(activity),
        links.activity(activity),
        "；".join(filter(None, (place, told.before if told else ""))),
        titled=True,
        off=activity.off,
    )


def place_beside(activity: Activity) -> str:
    """Where it is, for a row of the base that it belongs to."""
    at = _base_of(activity)
    sites = activity.sites
    is_home = (
        at is not None and sites and all(isinstance(one, AtBase) and one.base.id == at.id for one in sites)
    )
    return f"在基地 {ticket.room(activity)}".rstrip() if is_home else ticket.place(activity)


def annex_number(base: Base) -> int | None:
    """Its number in the annex of a notice, if it stands in one."""
    found = _NUMBER.fullmatch(base.source)
    return int(found[1]) if found else None


def has_arrangements(district: District, campaign: Campaign, catalogue: Catalogue) -> bool:
    """Whether *district* has anything to list of *campaign*."""
    there = district.id, campaign.id
    return bool(catalogue.held_in[there] or catalogue.opened_in[there])


def arrangements(
    district: District, campaign: Campaign, catalogue: Catalogue, privacy: Privacy
) -> tuple[ArrangementRow, ...]:
    """What *district* has of *campaign*: a row for each base, in the order of the annex, then one for each other unit at a place."""
    held = ordered(catalogue.held_in[district.id, campaign.id])
    of_base = Index((base.id, one) for one in held for base in [_base_of(one)] if base)
    found = [
        _asked(
            base_row(
                number, base, campaign, (plan_of(one, place_beside(one)) for one in of_base[base.id]), privacy
            ),
            base,
            privacy,
        )
        for number, base in enumerate(_bases(district, campaign, catalogue, held), 1)
    ]
    return (*found, *_units((one for one in held if not _base_of(one)), len(found), privacy))


def _base_of(activity: Activity) -> Base | None:
    """The base that answers for it, else the one at which it is."""
    if activity.base:
        return activity.base
    match activity.held_at:
        case (AtBase(base),):
            return base
        case _:
            return None


def _bases(
    district: District, campaign: Campaign, catalogue: Catalogue, held: Iterable[Activity]
) -> tuple[Base, ...]:
    """Those of the annex, as they stand in it, then others that are open, then others that hold something."""
    named = [
        one
        for one in catalogue.bases_of_campaign[campaign.id]
        if district.id in (one.district.id, campaign.district.id)
    ]
    numbers = [number for one in named if (number := annex_number(one)) is not None]
    named.sort(key=lambda one: annex_number(one) or max(numbers, default=0) + 1)
    opened = (base for base, _ in catalogue.opened_in[district.id, campaign.id])
    holding = (base for one in held if (base := _base_of(one)))
    return tuple({one.id: one for one in (*named, *opened, *holding)}.values())


def _asked(row: ArrangementRow, base: Base, privacy: Privacy) -> ArrangementRow:
    """*row* outside its notice, with those whom one asks about a *base* that has no number for the public."""
    own = replace(row, anchor="")
    asked = None if row.calls else base_desk(base, privacy)
    if asked is None or not asked.calls:
        return own
    return replace(own, who=_who(asked.calls) or (asked.name,), calls=asked.calls, unreached="")


def _units(activities: Iterable[Activity], before: int, privacy: Privacy) -> Iterator[ArrangementRow]:
    """What is no base's: by who holds it, where, and whom one asks."""
    found: dict[tuple[str, str, EnquiryDesk], list[Activity]] = {}
    for one in activities:
        found.setdefault((_holders(one), _address(one), desk(one, privacy)), []).append(one)
    for number, ((name, address, asked), own) in enumerate(found.items(), before + 1):
        yield ArrangementRow(
            anchor="",
            number=str(number),
            name=name or UNTOLD,
            path="",
            type="",
            address=address,
            who=_who(asked.calls) or ((asked.name,) if asked.calls and asked.name else ()),
            calls=asked.calls,
            plans=tuple(plan_of(one, "") for one in own),
            unreached="" if asked.calls else _WITHHELD if asked.withheld else UNTOLD,
        )


def _holders(activity: Activity) -> str:
    """Those who answer for it in the first place."""
    return facts.parties(activity.organisers[0]) if activity.organisers else ""


def _address(activity: Activity) -> str:
    """Each of its places, with its address."""
    return "；".join(
        f"{spot}（{address}）" if (address := facts.address(at)) and address != spot else spot
        for at in activity.held_at
        if (spot := whereabouts.spot(at))
    )


def _who(calls: Iterable[Call]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(call.who for call in calls if call.who))


def _opening(base: Base, opening: Opening) -> Plan:
    admission = opening.admission.fee.said
    word = "免费开放" if admission == "免费" else "开放"
    return Plan(dates.when(opening.when), word, links.base(base), opening.note or opening.admission.note)
