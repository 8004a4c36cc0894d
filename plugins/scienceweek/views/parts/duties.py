"""What units owe to a campaign: deadlines, registration, quotas and forms."""

from collections import Counter

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign, Deadline, Quota
from scienceweek.model.catalogue import Catalogue
from scienceweek.views.words import dates

_EACH_DISTRICT = ("district", "各区县", "每个区县", "各区县科协")
"""Units of a quota that can be counted: of other kinds the site does not know which activity is whose."""


@frozen
class Due:
    """A deadline; *day* is its ISO 8601 day, for the script. *by* must meet it. *source* leads to its place in the notice."""

    day: str
    when: str
    weekday: str
    what: str
    to: str
    source: str
    by: str = ""


@frozen
class Registering:
    """When and where organisers must register; *first* and *last* are ISO 8601 days or empty."""

    when: str
    first: str
    last: str
    url: str
    note: str


@frozen
class Count:
    """How many activities of a district are on the site; *path* is empty if it has no page."""

    name: str
    path: str
    number: int


@frozen
class Required:
    """A quota; *counts* is empty where the site cannot count."""

    unit: str
    least: int
    counts: tuple[Count, ...]
    note: str = ""


@frozen
class Praise:
    """Who is praised afterwards, and by which *indicators*."""

    text: str
    indicators: str
    source: str


@frozen
class Signs:
    """What those who hold activities show: *marks*, and the *label* to write."""

    marks: str
    label: str
    source: str


@frozen
class CampaignForm:
    """A form with the headings of its fields, as they are to be filled in."""

    id: str
    title: str
    fields: tuple[str, ...]
    note: str
    source: str


@frozen
class Duties:
    """All that a notice asks of units; *reserve* is what it adds to all quotas alike."""

    deadlines: tuple[Due, ...]
    registration: Registering | None
    quotas: tuple[Required, ...]
    forms: tuple[CampaignForm, ...]
    reserve: str = ""
    praise: Praise | None = None
    signs: Signs | None = None


def duties(campaign: Campaign, catalogue: Catalogue) -> Duties:
    """What the notice of *campaign* asks, deadlines in the order of their days."""
    notes = {quota.note for quota in campaign.quotas}
    reserve = notes.pop() if len(notes) == 1 else ""
    return Duties(
        deadlines=tuple(_due(campaign, due) for due in sorted(campaign.deadlines, key=lambda due: due.when)),
        registration=_registration(campaign),
        quotas=tuple(_required(campaign, quota, catalogue, reserve) for quota in campaign.quotas),
        reserve=reserve,
        forms=tuple(
            CampaignForm(form.id, form.title, form.fields, form.note, source(campaign, form.source))
            for form in campaign.forms
        ),
        praise=_praise(campaign),
        signs=_signs(campaign),
    )


def source(campaign: Campaign, anchor: str) -> str:
    """The place in the notice that says so, or "" where the site has no text of it."""
    return links.notice(campaign, anchor) if anchor and campaign.cited(anchor).text else ""


def _due(campaign: Campaign, due: Deadline) -> Due:
    return Due(
        day=due.when.isoformat(),
        when=dates.day_in_full(due.when),
        weekday=dates.weekday(due.when),
        what=due.what,
        to=due.to,
        source=source(campaign, due.source),
        by=due.by,
    )


def _praise(campaign: Campaign) -> Praise | None:
    given = campaign.commendation
    return Praise(given.text, "、".join(given.indicators), source(campaign, given.source)) if given else None


def _signs(campaign: Campaign) -> Signs | None:
    given = campaign.branding
    return Signs("、".join(given.marks), given.label, source(campaign, given.source)) if given else None


def _registration(campaign: Campaign) -> Registering | None:
    asked = campaign.registration
    if not asked:
        return None
    when = asked.when
    return Registering(
        when=dates.days_in_full(when) if when else "",
        first=when.first.isoformat() if when else "",
        last=when.last.isoformat() if when else "",
        url=asked.url,
        note=asked.note,
    )


def _required(campaign: Campaign, quota: Quota, catalogue: Catalogue, reserve: str) -> Required:
    counts = _by_district(campaign, catalogue) if quota.unit in _EACH_DISTRICT else ()
    return Required(
        "各区县" if quota.unit == "district" else quota.unit,
        quota.at_least,
        counts,
        "" if reserve else quota.note,
    )


def _by_district(campaign: Campaign, catalogue: Catalogue) -> tuple[Count, ...]:
    """What the districts below the campaign's registered for it or for their part of it.

    A district of which the site has nothing for this campaign is no 0: nobody has entered what it did.
    """
    concerned = (campaign, *catalogue.campaigns_below[campaign.id])
    entered = {one.district.id for one in concerned}
    numbers = Counter(one.district.id for each in concerned for one in catalogue.of_campaign[each.id])
    pages = catalogue.districts_with_records
    return tuple(
        Count(district.name, links.district(district) if district.id in pages else "", numbers[district.id])
        for district in catalogue.districts_below[campaign.district.id]
        if district.id in entered or numbers[district.id]
    )
