"""What every page says of itself: its title, its place in the site, and where its elder layout is."""

from datetime import date

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.views.parts.alert_bars import AlertBar
from scienceweek.views.words import columns


@frozen
class Crumb:
    """A step of the way to a page, from the outermost inward; without a *path* the page itself."""

    path: str
    word: str


@frozen
class FeedLink:
    """Another form of a page that programs look for (HTML link rel=alternate)."""

    path: str
    type: str
    title: str


@frozen
class Article:
    """What a page is about, for the inspection of sites of public bodies: its *title*, and its *day* and *source* where known."""

    title: str
    day: date | None = None
    source: str = ""


@frozen
class Head:
    """The head of the page at *path*.

    *title* carries date and place, because a link shared in WeChat shows nothing else. *section*
    is the path of the entry of the main menu that it belongs to. *elder* is where the switch to
    the elder layout leads without script. *picture* is for those who share the page. *alerts* stand above all else.
    A page that shows one thing has an *article*.
    """

    title: str
    path: str
    description: str = ""
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()
    elder: str = links.ELDER
    picture: str = ""
    feeds: tuple[FeedLink, ...] = ()
    alerts: tuple[AlertBar, ...] = ()
    article: Article | None = None

    @property
    def column(self) -> columns.SiteColumn | None:
        """The column of the site that the page is in, if it is in one."""
        return columns.COLUMNS.get(self.section)
