"""Which files of open data there are about something."""

from scienceweek.frozen import frozen
from scienceweek.views.parts.ticket import Link


@frozen
class ScopeFiles:
    """The files about a district or a campaign, whose page is *path*: by the kind of record."""

    name: str
    id: str
    path: str
    kinds: tuple[tuple[str, tuple[Link, ...]], ...]
