"""Alerts: what is announced on the pages of a site, a campaign, a district, a base or a venue, for a time (CAP 1.2)."""

from scienceweek.frozen import frozen
from scienceweek.model.booking import Limit
from scienceweek.model.campaign import Campaign
from scienceweek.model.district import District
from scienceweek.model.place import Base, Venue
from scienceweek.model.word import Word

Scope = Campaign | District | Base | Venue
ScopeKey = tuple[str, str]
"""A kind of thing, and the id of one."""


class AlertSeverity(Word):
    """How loud an alert is."""

    SEVERE = "severe", "紧急", "重要"
    MINOR = "minor", "提示", "一般", "普通"


@frozen
class Alert:
    """A *text* that is shown from when it *begins* until it *ends*, each perhaps open; *link* is an address or a path of the site.

    It concerns the pages of its *scope*, or without one the whole site.
    """

    text: str
    severity: AlertSeverity = AlertSeverity.MINOR
    begin: Limit | None = None
    end: Limit | None = None
    link: str = ""
    scope: Scope | None = None

    @property
    def key(self) -> ScopeKey:
        """Whose it is."""
        return scope_key(self.scope)


def scope_key(scope: Scope | None) -> ScopeKey:
    """What an index of alerts goes by: ``("base", "museum")``; of the whole site ``("", "")``."""
    return (type(scope).__name__.lower(), scope.id) if scope else ("", "")
