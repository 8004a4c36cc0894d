"""How long it still is until campaigns begin that run together."""

from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import going_on
from scienceweek.model.schedule import Dated, DuringCampaign
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.words import dates


@frozen
class Countdown:
    """*number* days until *day* (ISO 8601), on which *name* begins; *events* is its calendar, where it has one.

    *sums* are numbers with their words.
    """

    number: int
    day: str
    begins: str
    name: tuple[str, ...]
    path: str
    sums: tuple[tuple[int, str], ...]
    events: str = ""
    notice: str = ""


def countdown(together: tuple[Campaign, ...], catalogue: Catalogue, today: date) -> Countdown:
    """The days from *today* until the first of the campaigns *together* begins."""
    first = min(together, key=lambda one: one.when.first)
    alone = len(together) == 1
    held = [activity for one in together for activity in catalogue.of_campaign[one.id]]
    districts = len({one.district.id for one in together})
    bases = len(catalogue.bases_of[first.district.id])
    sums = (
        (len(going_on(held)), "项活动"),
        (bases, "处科普基地") if alone else (districts, "个区县"),
    )
    # What its calendar holds (formats/occasions.py).
    is_dated = any(
        isinstance(at.when, Dated | DuringCampaign)
        for one in catalogue.every_of_campaign[first.id]
        for at in one.occurrences
    )
    return Countdown(
        number=(first.when.first - today).days,
        day=first.when.first.isoformat(),
        begins=f"{dates.day(first.when.first)} {dates.weekday(first.when.first)}",
        name=phrases(together_name(together)),
        path=links.campaign(first) if alone else links.CAMPAIGNS,
        sums=tuple(one for one in sums if one[0]),
        events=links.campaign_events(first) if alone and is_dated else "",
        notice=links.notice(first) if alone and (first.notice.text or first.notice.title) else "",
    )


def together_name(together: tuple[Campaign, ...]) -> str:
    """What campaigns that run together are called: the name of the only one, of what they all implement, or 2024年科技活动周."""
    if len(together) == 1:
        return together[0].name
    above = {one.parent.name if one.parent else "" for one in together}
    if len(above) == 1 and (name := above.pop()):
        return name
    years = {one.when.first.year for one in together}
    series = {one.series for one in together}
    word = series.pop().said if len(series) == 1 else "科普活动"
    return f"{years.pop()}年{word}" if len(years) == 1 else word
