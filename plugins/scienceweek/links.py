"""Where each thing lives: paths from the site's root, without a leading slash.

Every page is a flat ``.html`` file, so that the site works at any sub-path and from a folder.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from urllib.parse import quote, urlsplit

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import Phone
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
ORGANISATIONS = "organisations.html"
SITE_MAP = "site-map.html"
MY = "my.html"
OPEN_DATA = "data.html"
DATA = "data/"
EMBED = "embed/"
SEND = "send/"
BOOKLET = ".booklet.html"
BOARD = ".board.html"
SCREEN = ".screen.html"
FORMS = (BOOKLET, BOARD, SCREEN)
"""How the names of pages end that show others' facts in a form for paper or for a hall: nothing for search engines."""
DATA_CHANGES = "data/changes/index.json"
CHANGES = "changes.html"
FEED = "feed.atom"
EVENTS = "data/activities.ics"
SITEMAP = "sitemap.xml"
OPEN_SEARCH = "opensearch.xml"
ROBOTS = "robots.txt"
NOT_FOUND = "404.html"
STYLE = "assets/site.css"
PAPER_STYLE = "assets/paper.css"
PRINTED_STYLE = "assets/printed.css"
SCRIPT = "assets/site.js"
FIRST_SCRIPT = "assets/first.js"
FINDER_SCRIPT = "assets/finder.js"
STAR_SCRIPT = "assets/star.js"
ARTICLE_SCRIPT = "assets/article.js"
MY_SCRIPT = "assets/my.js"
READING_SCRIPT = "assets/my-rows.js"
TAKING_SCRIPT = "assets/my-taking.js"
ROWS = "assets/rows.js"
ROWS_OF_NOTICES = "assets/rows-notices.js"
SCREEN_SCRIPT = "assets/screen.js"
MAP_STYLE = "assets/map.css"
MAP_SCRIPT = "assets/map.js"
BASES_SCRIPT = "assets/phone-book.js"
PREVIEW_STYLE = "assets/preview.css"
BASE_MAP = "assets/basemap.js"
PINS = "assets/pins.js"
GROUNDS = "assets/grounds.js"
PIN_INDEX = "assets/bases.js"
NEWS_SCRIPT = "assets/news.js"
MANIFEST = "manifest.json"
TOUCH_ICON = "assets/icon-180.png"


_LARGEST_PORT = 65_535
_HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*", re.IGNORECASE
)
_WAY = re.compile(r"(/[A-Za-z0-9._~!$&'()+,=@%-]+)*")


class AddressError(ValueError):
    """Why something is no address of a site; for staff, in Chinese, to follow the name of what it was written for."""


def site_address(written: object) -> str:
    """The address of a site as *written* (RFC 3986), without a slash at its end. Raises AddressError."""
    example = "例如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu"
    if not isinstance(written, str):
        raise AddressError(f"要写网址，放在引号里，{example}，这里是 {ascii(written)[:40]}。")
    if not written:
        return ""
    public = re.sub("(?<=//)[^/]*@", "…@", written)
    shown = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in public[:100])
    if fault := _fault(written):
        raise AddressError(f"“{shown}”{fault}。{example}。")
    return written.rstrip("/")


def _fault(written: str) -> str:
    """What is wrong with an address."""
    if any(sign.isspace() or not sign.isprintable() for sign in written):
        return "里有空格或看不见的字符"
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        return "不是网址"
    if parts.scheme not in ("http", "https") or not written.lower().startswith(f"{parts.scheme}://"):
        return "要以 https:// 或 http:// 开头"
    if "@" in parts.netloc:
        return "里有用户名或密码，会公开给所有人，请去掉"
    if "?" in written or "#" in written:
        return "里有“?”或“#”，请只写到网站的首页为止"
    host = parts.hostname or ""
    if not host.isascii():
        return "的域名里有汉字或全角字符，请写成 xn-- 开头的形式"
    if not _HOST.fullmatch(host) and not re.fullmatch(r"\[[0-9a-fA-F:.]+\](:[0-9]+)?", parts.netloc):
        return "的域名不对"
    if parts.netloc.endswith(":") or (port is not None and not 0 < port <= _LARGEST_PORT):
        return "的端口不对"
    way = parts.path.rstrip("/")
    if (
        not _WAY.fullmatch(way)
        or {".", "..", "index.html"} & set(way.split("/"))
        or re.search("%(?![0-9A-Fa-f]{2})", way)
    ):
        return "里的路径不对，只写文件夹，用字母、数字和连字符"
    return ""


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

    @property
    def police_url(self) -> str:
        """Where the 公安备案 can be looked up."""
        number = re.sub("[^0-9]", "", self.police)
        return f"https://beian.mps.gov.cn/#/query/webSearch?code={number}" if number else ""

    def report_url(self, address: str = "") -> str:
        """Where readers tell the State Council's office of a mistake on the page at *address* (我为政府网站找错)."""
        page = f"&url={quote(address, safe='')}" if address else ""
        return (
            f"https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code={self.code}{page}" if self.code else ""
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """A site that is not public: of a *branch* at a *commit*, *made* on a day and gone after another."""

    branch: str
    commit: str
    made: date
    until: date

    @property
    def said(self) -> str:
        """What it is, for signs on what can be handed on."""
        return f"预览 · {self.branch} · {self.made}"

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Preview | None":
        """What whoever publishes has *given*; None if that is nothing."""
        if not given:
            return None
        made, until = (date.fromisoformat(given[name]) for name in ("made", "until"))
        return cls(given["branch"], given["commit"], made, until)


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages have in common.

    *url* is absolute without a trailing slash, or empty. *keeper* runs the site and answers at
    *phone*. *pages* are the ids and titles of the pages of prose. *edition* is a digest of styles
    and scripts, "" where their addresses do not show it. *today* is set for demonstrations only, *preview* where a branch is looked at.
    """

    name: str
    url: str = ""
    keeper: str = ""
    phone: Phone | None = None
    marks: Marks | None = None
    pages: tuple[tuple[str, str], ...] = ()
    csp: str = "default-src 'none'"
    edition: str = ""
    today: date | None = None
    uid_domain: str = ""
    preview: Preview | None = None

    @property
    def links(self) -> ModuleType:
        """Where each thing lives, for templates: they ask what the program asks."""
        return sys.modules[__name__]

    @property
    def csp_with_styles(self) -> str:
        """The policy of pages that bring their style with them, as what is sent and pasted does."""
        return self.csp.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

    @property
    def domain(self) -> str:
        """The name of the host at which the site is, or "" where it has no address."""
        return urlsplit(self.url).hostname or ""

    @property
    def way(self) -> str:
        """Where the site begins on its host: "/", or "/kepu/"; where it has no address, at the top."""
        return f"{urlsplit(self.url).path}/"

    def asset(self, path: str) -> str:
        """The address of the style or script at *path*: another one for each edition, so that a browser may keep it for good.

        The file keeps its name: a page that was opened before a release still finds what it asks for after it.
        """
        return versioned(path, self.edition)

    def marked(self, name: str) -> str:
        """The *name* of something that is taken along: of a preview, as such."""
        return f"【{self.preview.said}】{name}" if self.preview else name

    def absolute(self, path: str) -> str:
        """The full address of *path*, or "" where the site has none."""
        return f"{self.url}/{path}" if self.url else ""


def root(path: str) -> str:
    """The way from the page at *path* to the site's root: ``""``, ``"../"``, ``"../../"``."""
    return "../" * path.count("/")


def versioned(path: str, digest: str) -> str:
    """The address of the file at *path* as long as its *digest* is that: what is there may be kept for good."""
    return f"{path}?v={digest[:8]}" if digest else path


def sitemap_part(number: int) -> str:
    """One of the sitemaps of a site with too many pages for one, from 1."""
    return f"sitemap-{number}.xml"


def asset(name: str) -> str:
    return f"assets/{name}"


def home_icon(side: int) -> str:
    """The seal of the site for a home screen, so many pixels wide."""
    return asset(f"icon-{side}.png")


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


def rendition(name: str, width: int) -> str:
    """The same, *width* pixels wide."""
    return f"pictures/photographs/{width}/{name}"


def file(name: str) -> str:
    """A file of ``content/files``, to take along."""
    return f"files/{name}"


def month(of: Month) -> str:
    return f"calendar/{of}.html"


def changes_of(of: Month, part: int = 1) -> str:
    """What was put right in a month; a dot is in no month."""
    return f"changes/{of}{f'.{part}' if part > 1 else ''}.html"


def news(of: District | None) -> str:
    """What is new in a district, or on the whole site, for a script."""
    return f"assets/news/{of.id}.js" if of else "assets/news-all.js"


def data_changes(page: int) -> str:
    """A page of the changes of open data."""
    return f"{DATA}changes/{page}.json"


def day(of: date) -> str:
    return f"calendar/{of.isoformat()}.html"


def day_of(of: date, held: District, number: int = 1) -> str:
    """What a district has on a day on which there is too much for one page."""
    return leaf(day(of), held.id, number)


def day_in(of: date, held: District) -> str:
    """What a district has on a day: its place on the page of the day."""
    return f"{day(of)}#{in_district(held)}"


def in_district(of: District) -> str:
    """The anchor of a district on the page of a day; the prefix keeps it off the names of drawn numerals and icons."""
    return f"in-{of.id}"


def activity(of: Activity) -> str:
    return f"activities/{of.id}.html"


def activity_events(of: Activity) -> str:
    """Its iCalendar file; only what falls on days has one."""
    return f"activities/{of.id}.ics"


def base(of: Base) -> str:
    return f"bases/{of.id}.html"


def base_events(of: Base) -> str:
    """Its iCalendar file: its activities, when a campaign has opened it, when it is closed for a time."""
    return f"bases/{of.id}.ics"


def on_map(of: Base) -> str:
    """The base on the big map, and in the list beside it."""
    return f"{BASES}#{of.id}"


def bases_of_district(of: District) -> str:
    """The list of a district's bases, where there are too many for one page; a dot is in no id."""
    return f"districts/{of.id}.bases.html"


def shard(of: District) -> str:
    """The same list for the script of the map."""
    return f"assets/bases/{of.id}.js"


def venue(of: Venue) -> str:
    return f"venues/{of.id}.html"


def venue_events(of: Venue) -> str:
    """The iCalendar file of the activities that happen there."""
    return f"venues/{of.id}.ics"


def district(of: District) -> str:
    return f"districts/{of.id}.html"


def district_events(of: District) -> str:
    """The iCalendar file of its activities."""
    return f"districts/{of.id}.ics"


def district_feed(of: District) -> str:
    """What is new in it (Atom)."""
    return f"districts/{of.id}.atom"


def data_schema(kind: str) -> str:
    """The JSON Schema of a kind of open data."""
    return f"{DATA}schema/{kind}.json"


def data_of_district(of: District) -> str:
    """What the names of the files with the data of a district begin with; a dot is in no id."""
    return f"{DATA}districts/{of.id}."


def data_of_campaign(of: Campaign) -> str:
    """Likewise of a campaign."""
    return f"{DATA}campaigns/{of.id}."


def embed(of: District) -> str:
    """What it has on each day, for a frame in somebody else's page."""
    return f"{EMBED}{of.id}.html"


def embed_bases(of: District) -> str:
    """Likewise its bases with their numbers."""
    return f"{EMBED}bases/{of.id}.html"


def board(of: District) -> str:
    """What it has on each day in each town, on sheets for notice-boards; a dot is in no id."""
    return f"districts/{of.id}{BOARD}"


def screen(of: District) -> str:
    """What it has today and on the days to come, for a screen in a hall."""
    return f"districts/{of.id}{SCREEN}"


def arrangements(of: District, held: Campaign, kind: str = "html") -> str:
    """Who holds what in a district's part of a campaign, as a page, or a file of another *kind*; a dot is in no id."""
    return f"districts/{of.id}.{held.id}.table.{kind}"


def send(of: District, held: Campaign) -> str:
    """A district's part of the programme of a campaign in one file, for chats; a dot is in no id."""
    return f"{SEND}{of.id}.{held.id}.html"


def article(of: District, held: Campaign) -> str:
    """The same as an article, to be pasted where articles are written."""
    return f"{SEND}{of.id}.{held.id}.article.html"


def elder_district(of: District) -> str:
    return f"elder/districts/{of.id}.html"


def campaign(of: Campaign) -> str:
    return f"campaigns/{of.id}.html"


def rows_of(of: Campaign) -> str:
    """Its part of the rows that the finder searches, where there are too many for one file."""
    return f"assets/rows/{of.id}.js"


def rows_below(key: str, number: int) -> str:
    """Those of several campaigns in one file: of the districts below a unit; a dot is in no id."""
    return leaf(f"assets/rows/{key}.js", f"below-{number}")


def campaign_events(of: Campaign) -> str:
    """The iCalendar file of its activities."""
    return f"campaigns/{of.id}.ics"


def booklet(of: Campaign) -> str:
    """Its programme on paper; a dot is in no id."""
    return f"campaigns/{of.id}{BOOKLET}"


def campaign_picture(of: Campaign) -> str:
    return f"pictures/campaigns/{of.id}.png"


def base_picture(of: Base) -> str:
    return f"pictures/bases/{of.id}.png"


MARKS = "marks/*.svg"
"""The drawn sign of an activity; the star is its id."""


def mark(of: Activity) -> str:
    """Its drawn sign."""
    return MARKS.replace("*", of.id)


def activity_picture(of: Activity) -> str:
    """What one hands on of it, where a link shows nothing."""
    return f"pictures/activities/{of.id}.png"


def day_picture(of: date) -> str:
    return f"pictures/days/{of.isoformat()}.png"


def for_audience(of: Term) -> str:
    """What there is for them is found by asking the finder."""
    return f"{SEARCH}?what=activity&audience={of.id}"


def bases_of_type(of: Term) -> str:
    """The phone book, narrowed to one type."""
    return f"{BASES}?type={of.id}"


def organisation(of: Organisation) -> str:
    return f"organisations/{of.id}.html"


def organisation_line(of: Organisation) -> str:
    """The unit in the list of all."""
    return f"{ORGANISATIONS}#{of.id}"


def topic(of: Term) -> str:
    return f"topics/{of.id}.html"


def topic_events(of: Term) -> str:
    """The iCalendar file of the activities about it."""
    return f"topics/{of.id}.ics"


def topic_feed(of: Term) -> str:
    """What is new about it (Atom)."""
    return f"topics/{of.id}.atom"


def audience_events(of: Term) -> str:
    """The iCalendar file of the activities for them."""
    return f"audiences/{of.id}.ics"


def moved(path: str, old: str, part: int = 0) -> str:
    """Where what is at *path* was when the thing whose id is a *part* of its name, counted from 0, had an *old* one."""
    folder, _, name = path.rpartition("/")
    parts = name.split(".")
    parts[part] = old
    return f"{folder}/{'.'.join(parts)}".removeprefix("/")


def further(path: str, number: int) -> str:
    """Where the list at *path* goes on: ``topics/space.2.html``. A dot is in no id: no other thing has that address."""
    stem, dot, kind = path.rpartition(".")
    return f"{stem}.{number}{dot}{kind}" if number > 1 else path


def leaf(path: str, key: str, number: int = 1) -> str:
    """A part of the list at *path*, ``topics/space.2026-05.html``, and where that goes on, ``topics/space.2026-05.2.html``."""
    stem, dot, kind = path.rpartition(".")
    return further(f"{stem}.{key}{dot}{kind}", number)


def data_of_region(key: str, number: int = 1) -> str:
    """The files of open data of a region, where there are too many for one page."""
    return leaf(OPEN_DATA, key, number)


def notice(of: Campaign, source: str = "") -> str:
    """The notice's page, at the place that *source* names; ``correction#s1`` is one in a further document, ``correction#`` its page.

    A dot is in no id: no other campaign has that address.
    """
    document, _, anchor = source.rpartition("#")
    return f"notices/{of.id}{f'.{document}' if document else ''}.html" + (f"#{anchor}" if anchor else "")
