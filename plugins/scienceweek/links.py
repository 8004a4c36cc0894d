"""Where each thing lives: paths from the site's root, without a leading slash.

Every page is a flat ``.html`` file, so that the site works at any sub-path and from a folder.
"""

from dataclasses import dataclass
from datetime import date

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.district import District
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Venue
from scienceweek.model.schedule import Month
from scienceweek.model.term import Term

HOME = "index.html"
CALENDAR = "calendar.html"
ACTIVITIES = "activities.html"
BASES = "bases.html"
DISTRICTS = "districts.html"
CAMPAIGNS = "campaigns.html"
SEARCH = "search.html"
ELDER = "elder.html"
FEED = "feed.atom"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NOT_FOUND = "404.html"
STYLE = "assets/site.css"
SCRIPT = "assets/site.js"
FIRST_SCRIPT = "assets/first.js"
FINDER_SCRIPT = "assets/finder.js"
ROWS = "assets/rows.js"
MAP_STYLE = "assets/map.css"
MAP_SCRIPT = "assets/map.js"
BASE_MAP = "assets/basemap.js"
PINS = "assets/pins.js"
PIN_INDEX = "assets/bases.js"


@dataclass(frozen=True, slots=True)
class Marks:
    """What the foot of a public body's site must show; an empty mark is not shown.

    *authority* is the picture of the 党政机关网站标识 (a path in the site) and *authority_url* what
    it leads to; then 网站标识码, ICP 备案, 公安备案, 审图号.
    """

    authority: str = ""
    authority_url: str = ""
    code: str = ""
    icp: str = ""
    police: str = ""
    map_approval: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages have in common.

    *url* is absolute without a trailing slash, or empty. *keeper* runs the site and answers at
    *phone*. *pages* are the ids and titles of the pages of prose. *edition* is a digest of styles
    and scripts, so that browsers fetch new ones. *today* is set for demonstrations only.
    """

    name: str
    url: str = ""
    keeper: str = ""
    phone: str = ""
    marks: Marks | None = None
    pages: tuple[tuple[str, str], ...] = ()
    csp: str = "default-src 'none'"
    edition: str = ""
    today: date | None = None
    uid_domain: str = ""

    def absolute(self, path: str) -> str:
        """The full address of *path*, or "" where the site has none."""
        return f"{self.url}/{path}" if self.url else ""


def root(path: str) -> str:
    """The way from the page at *path* to the site's root: ``""``, ``"../"``, ``"../../"``."""
    return "../" * path.count("/")


def asset(name: str) -> str:
    return f"assets/{name}"


def style(name: str) -> str:
    """A style sheet for pages of one kind."""
    return asset(f"{name}.css")


def prose(id: str) -> str:
    return f"{id}.html"


def text(folder: str, id: str) -> str:
    """The page on which ``content/<folder>/<id>.md`` is shown: the text of an activity, a base or a notice."""
    return f"{folder}/{id}.html"


PICTURES = (".jpeg", ".jpg", ".png", ".svg", ".webp")
"""How the names of pictures end, in lower case: what every browser shows."""


def image(name: str) -> str:
    """A picture of ``content/images``."""
    return f"images/{name}"


def month(month: Month) -> str:
    return f"calendar/{month}.html"


def day(day: date) -> str:
    return f"calendar/{day.isoformat()}.html"


def activity(activity: Activity) -> str:
    return f"activities/{activity.id}.html"


def activity_events(activity: Activity) -> str:
    """Its iCalendar file; only what falls on days has one."""
    return f"activities/{activity.id}.ics"


def base(base: Base) -> str:
    return f"bases/{base.id}.html"


def on_map(base: Base) -> str:
    """The base on the big map, and in the list beside it."""
    return f"{BASES}#{base.id}"


def bases_of(district: District) -> str:
    """The list of a district's bases, where there are too many for one page; a dot is in no id."""
    return f"districts/{district.id}.bases.html"


def shard(district: District) -> str:
    """The same list for the script of the map."""
    return f"assets/bases/{district.id}.js"


def venue(venue: Venue) -> str:
    return f"venues/{venue.id}.html"


def district(district: District) -> str:
    return f"districts/{district.id}.html"


def district_events(district: District) -> str:
    """The iCalendar file of its activities."""
    return f"districts/{district.id}.ics"


def district_feed(district: District) -> str:
    """What is new in it (Atom)."""
    return f"districts/{district.id}.atom"


def elder_district(district: District) -> str:
    return f"elder/districts/{district.id}.html"


def campaign(campaign: Campaign) -> str:
    return f"campaigns/{campaign.id}.html"


def rows_of(campaign: Campaign) -> str:
    """Its part of the rows that the finder searches, where there are too many for one file."""
    return f"assets/rows/{campaign.id}.js"


def campaign_events(campaign: Campaign) -> str:
    """The iCalendar file of its activities."""
    return f"campaigns/{campaign.id}.ics"


def campaign_picture(campaign: Campaign) -> str:
    return f"pictures/campaigns/{campaign.id}.png"


def base_picture(base: Base) -> str:
    return f"pictures/bases/{base.id}.png"


def organisation(organisation: Organisation) -> str:
    return f"organisations/{organisation.id}.html"


def topic(topic: Term) -> str:
    return f"topics/{topic.id}.html"


def notice(campaign: Campaign, anchor: str = "") -> str:
    """The notice's page, at the place that *anchor* names."""
    return f"notices/{campaign.id}.html" + (f"#{anchor}" if anchor else "")
