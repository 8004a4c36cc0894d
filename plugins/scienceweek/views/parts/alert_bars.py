"""Alerts as pages show them: which concern a page, and when each is shown, in words and for the script."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity
from scienceweek.model.alert import Alert, AlertSeverity, Scope, ScopeKey, scope_key
from scienceweek.model.booking import Limit
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.views.words import dates

Alerts = Mapping[ScopeKey, tuple[Alert, ...]]


@frozen
class AlertBar:
    """An alert: its *text*, how loud it is (*severity*, and *word*), and when it is shown, in words (*when*).

    *begin* and *end* are for the script (ISO 8601, a day or a minute). It leads to *url* on the net, or to *path* in the site.
    """

    text: str
    severity: str
    word: str
    when: str = ""
    begin: str = ""
    end: str = ""
    url: str = ""
    path: str = ""


def of_site(catalogue: Catalogue) -> tuple[AlertBar, ...]:
    """Those that every page shows."""
    return _bars(catalogue.alerts_of, (None,))


def of_campaign(campaign: Campaign, alerts: Alerts) -> tuple[AlertBar, ...]:
    """Those of a campaign, for its own pages."""
    return _bars(alerts, (campaign,))


def of_district(district: District, catalogue: Catalogue) -> tuple[AlertBar, ...]:
    """Those of a district and the districts that it lies in, then those of the campaigns that are held in it."""
    return _bars(catalogue.alerts_of, (*district.lineage, *catalogue.campaigns_in[district.id]))


def of_programme(district: District, campaign: Campaign, alerts: Alerts) -> tuple[AlertBar, ...]:
    """Those of a district and the districts that it lies in, then those of one *campaign*."""
    return _bars(alerts, (*district.lineage, campaign))


def of_place(place: Base | Venue, alerts: Alerts) -> tuple[AlertBar, ...]:
    """Those of a base or a venue, then those of the districts that it lies in."""
    return _bars(alerts, (place, *place.district.lineage))


def of_activity(activity: Activity, alerts: Alerts) -> tuple[AlertBar, ...]:
    """Those of where it happens, of its campaign, and of the districts in which it is."""
    districts = (one for place in activity.places for one in place.district.lineage)
    return _bars(alerts, (*activity.places, activity.campaign, *activity.district.lineage, *districts))


def of_row(place: Base | Venue, alerts: Alerts) -> tuple[AlertBar, ...]:
    """Those of a base or a venue alone, for its row of a list."""
    return _bars(alerts, (place,))


def of_day(
    campaigns: Iterable[Campaign], places: Iterable[Base | Venue], alerts: Alerts
) -> tuple[AlertBar, ...]:
    """Those of the *campaigns* that a day is in, and of the *places* at which something is on."""
    return _bars(alerts, (*campaigns, *places))


def in_order(bars: Iterable[AlertBar]) -> tuple[AlertBar, ...]:
    """The loud ones first."""
    return tuple(sorted(bars, key=lambda one: one.severity != AlertSeverity.SEVERE))


def bar(alert: Alert) -> AlertBar:
    """An alert as it is shown."""
    on_the_net = bool(urlsplit(alert.link).scheme)
    return AlertBar(
        text=alert.text,
        severity=alert.severity.value,
        word=alert.severity.said,
        when=_when(alert.begin, alert.end),
        begin=alert.begin.iso if alert.begin else "",
        end=alert.end.iso if alert.end else "",
        url=alert.link if on_the_net else "",
        path="" if on_the_net else alert.link,
    )


def _bars(alerts: Alerts, scopes: Iterable[Scope | None]) -> tuple[AlertBar, ...]:
    """Of each of *scopes* once."""
    keys = dict.fromkeys(map(scope_key, scopes))
    return in_order(bar(alert) for key in keys for alert in alerts[key])


def _when(begin: Limit | None, end: Limit | None) -> str:
    """2024年5月24日17:40—5月25日 · 2024年5月24日起 · 到2024年5月25日 · 2024年5月25日"""
    if begin is None:
        return f"到{_in_full(end)}" if end else ""
    if end is None:
        return f"{_in_full(begin)}起"
    if begin == end:
        return _in_full(begin)
    last = dates.limit(end) if begin.day.year == end.day.year else _in_full(end)
    if begin.day == end.day and begin.at and end.at:
        last = dates.clock(end.at)
    return f"{_in_full(begin)}—{last}"


def _in_full(limit: Limit) -> str:
    return f"{limit.day.year}年{dates.limit(limit)}"
