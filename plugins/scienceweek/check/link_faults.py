"""What is wrong with a link, and what to write instead: held against what the plan names."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from scienceweek import links
from scienceweek.check.site_paths import SitePaths
from scienceweek.links import Site
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan.moved import former, forward
from scienceweek.render.hyperlinks import Hyperlink
from scienceweek.source.attachments.cabinet import MAY, plain
from scienceweek.source.attachments.formats import FORMATS
from scienceweek.source.mistakes.problems import Problems, quoted

_WOULD = "可以写 https://…、http://…、tel:…、mailto:… 或相对地址（如 ../bases/x.html）。"
_SHOWN = "请把图片放进 content/images，写相对地址（如 ../images/x.jpg）。"
_ATTACHED = re.compile(r"(?i).*\.(?:7z|csv|docx?|et|mp[34]|mov|odt|ofd|pdf|pptx?|rar|rtf|txt|wps|xlsx?|zip)")
_PICTURED = re.compile(r"(?i).*\.(?:bmp|gif|heic|jpe?g|png|svg|tiff?|webp)")
_HOST = re.compile(
    r"(?i)(?:www\.|(?:[a-z0-9\u4e00-\u9fff-]+\.)+(?:cn|com|edu|gov|info|net|org|tech|top|vip|中国|公司|网络)(?=[:/?#]|$)).*"
)
_BRACED = re.compile(r"[{|](?:static|attach|filename|author|category|tag|index)[}|]/?", re.IGNORECASE)
_OWN_DISK = re.compile(r"(?i)file:|[a-z]:|\\\\")
_LOOPBACK = re.compile(r"(?i)localhost|127(?:\.[0-9]+){3}|0\.0\.0\.0|::1")
_SCHEME = re.compile(r"(?i)(?P<name>https?)(?P<sign>[:：/]+|%3a)(?P<rest>.*)")
_BEFORE = re.compile(r"(?:\.{0,2}/)*(?:(?:content(?:/pages)?|output)/)?")
_ENDING = re.compile(r"\.(?:md|markdown|html?|yaml|php|aspx?)$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FRONTS = {
    "notices": links.CAMPAIGNS,
    "organisations": links.DISTRICTS,
    "topics": links.ACTIVITIES,
    "venues": links.DISTRICTS,
}
"""Where to look for things whose folder has no page of its own."""

_KINDS = {
    "activities": "活动",
    "bases": "基地",
    "campaigns": "活动周",
    "districts": "区县",
    "notices": "活动周",
    "organisations": "单位",
    "topics": "主题",
    "venues": "场地",
}


@dataclass(frozen=True)
class Known:
    """What links may lead to: the *paths* of the *site*, and the facts behind them.

    *images* are there to be shown, *files* to be taken along.
    """

    paths: SitePaths
    site: Site
    catalogue: Catalogue
    images: tuple[str, ...]
    files: tuple[str, ...] = ()

    def places(self, path: str) -> frozenset[str]:
        """The ids in the page at *path*, or in that to which it leads on. The list of many bases is brought by a script."""
        drawn = self.paths.places(forward(path, self.former))
        return drawn | {base.id for base in self.catalogue.bases} if path == links.BASES else drawn

    @cached_property
    def former(self) -> Mapping[str, str]:
        return former(self.catalogue)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Those that may be offered: not one that leads on to another."""
        return tuple(
            path
            for path in self.paths
            if path.endswith(".html") and path != links.NOT_FOUND and forward(path, self.former) == path
        )

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of all records, with a page of their own or without, by the folder of such pages."""
        facts = self.catalogue
        return {
            "activities": frozenset(one.id for one in (*facts.activities, *facts.withheld)),
            "bases": frozenset(one.id for one in facts.bases),
            "campaigns": frozenset(one.id for one in facts.campaigns),
            "districts": frozenset(one.id for one in facts.districts),
            "notices": frozenset(one.id for one in facts.campaigns),
            "organisations": frozenset(one.id for one in facts.organisations),
            "topics": frozenset(one.id for one in facts.terms.topics),
            "venues": frozenset(one.id for one in facts.venues),
        }


@dataclass(frozen=True, slots=True)
class Aim:
    """Where an *address* on a *page* leads: the *target* is a path from the site's root, outside of it with ``../``."""

    address: str
    page: str
    is_image: bool = False

    @property
    def way(self) -> str:
        """The address without what follows ``?`` or ``#``."""
        return unquote(re.split("[?#]", self.address, maxsplit=1)[0])

    @property
    def rest(self) -> str:
        return self.address[len(re.split("[?#]", self.address, maxsplit=1)[0]) :]

    @property
    def target(self) -> str:
        folder = posixpath.dirname(self.page)
        return posixpath.normpath(posixpath.join(folder, self.way)) if self.way else self.page

    @property
    def path(self) -> str:
        """What the target is likely to be called, from the site's root."""
        return _BEFORE.sub("", self.way) if self.target.startswith("../") else self.target

    @property
    def id(self) -> str:
        return _ENDING.sub("", posixpath.basename(self.path))

    def way_to(self, path: str) -> str:
        """How to write a link on the page that leads to *path*."""
        return quote(posixpath.relpath(path, posixpath.dirname(self.page) or "."))

    @property
    def is_straight(self) -> bool:
        """Whether every server, and a folder without one, finds the target there."""
        written = re.split("[?#]", self.address.lower(), maxsplit=1)[0]
        return not written or not re.search(r"//|%2f|%5c|(?:^|/)\.{0,2}$", written)


def fault(link: Hyperlink, page: str, known: Known | None, problems: Problems) -> str:
    """What to say of *link* on the *page*; "" if it leads somewhere.

    Where nothing is *known* of the site, only what could lead nowhere in any site is told.
    """
    if not link.address.strip():
        what = "图片" if link.is_image else "链接"
        return f"{what}没有写地址。请在圆括号里写上；不需要{what}，就删去方括号和圆括号。"
    aim = Aim(link.address, page, link.is_image)
    if not link.allowed:
        right = _meant(aim, known) if known else ""
        return _forbidden(aim, f"请写“{right}”。" if right else "")
    if not link.words and not link.is_image:
        return f"指向{quoted(link.address)}的链接没有文字。请写 [文字]({link.address})。"
    if not link.words:
        return f"图片{quoted(link.address)}没有说明。请在方括号里写图上有什么：![说明]({link.address})。"
    return lost(aim, known, problems) if known else ""


def lost(aim: Aim, known: Known, problems: Problems) -> str:
    """What to say of an address that may be there, but leads to nothing that there is."""
    try:
        parts = urlsplit(aim.address)
        parts.port  # noqa: B018 - it, too, may be wrong
    except ValueError:
        return f"网址{quoted(aim.address)}写得不对。请在浏览器里打开，再从地址栏复制过来。"
    if told := _unreachable(aim.address, parts.scheme, unquote(parts.path)):
        return told
    if parts.scheme in {"http", "https"} and _LOOPBACK.fullmatch(parts.hostname or ""):
        return f"{quoted(aim.address)}只有这台电脑自己打得开，别人打不开。{_WOULD}"
    if parts.scheme or parts.netloc:
        own = _of_own_site(aim, known) if parts.scheme in {"http", "https"} else None
        return lost(own, known, problems) if own else ""
    target, place = aim.target, unquote(parts.fragment)
    if target not in known.paths or not aim.is_straight:
        return _nothing(aim, known, problems)
    if aim.is_image and not target.lower().endswith(links.PICTURES):
        return f"{quoted(aim.address)}不是图片。{_SHOWN}"
    if aim.address.endswith("#"):
        return f"{quoted(aim.address)}后面没有写要去的位置。请删去“#”，或写成 #s1 这样。"
    if place and target.endswith(".html") and place not in (places := known.places(target)):
        where = "本页" if target == aim.page else quoted(target)
        near = problems.near(place, sorted(places))
        offer = f"是不是“#{near}”？" if near else ""
        return f"{where}没有{quoted(f'#{place}')}这个位置。{offer}在要去的标题后面写上 {{#s1}} 这样的编号，才能指到那里。"
    return ""


def _unreachable(address: str, scheme: str, whom: str) -> str:
    """Of a number that nobody can dial, or an address to which nobody can write; "" if it is none of these."""
    if scheme == "tel" and not re.fullmatch(r"\+?[-0-9 .()*#]{2,40}(?:[,;][-\w=,;.]*)?", whom):
        return f"{quoted(address)}打不通：tel: 后面只写号码，例如 tel:023-67821101。"
    if scheme == "mailto" and whom and not all(_MAIL.fullmatch(one.strip()) for one in whom.split(",")):
        return f"{quoted(address)}寄不到：mailto: 后面写完整的邮箱，例如 mailto:kepu@example.cn。"
    return ""


def _of_own_site(aim: Aim, known: Known) -> Aim | None:
    """What an absolute address means, if it is one of the site itself."""
    home, parts = urlsplit(known.site.url), urlsplit(aim.address)
    folder = home.path.rstrip("/")
    if not home.netloc or (parts.scheme, parts.netloc.lower()) != (home.scheme, home.netloc.lower()):
        return None
    if parts.path not in {"", folder} and not parts.path.startswith(f"{folder}/"):
        return None
    own = parts.path[len(folder) :].lstrip("/") or links.HOME
    return Aim(links.root(aim.page) + own + aim.rest, aim.page, aim.is_image)


def _forbidden(aim: Aim, offer: str) -> str:
    """Of what can be no link at all, or no image; *offer* says what was meant, if that is known."""
    address, shown = aim.address, quoted(aim.address)
    if _OWN_DISK.match(address):
        return f"{shown}是一台电脑里的文件，别人打不开。{offer or (_SHOWN if _PICTURED.fullmatch(address) else _WOULD)}"
    if "\\" in address:
        return f"地址{shown}里不能用“\\”，要用“/”。{offer or _WOULD}"
    if re.search(r"\s", address.strip()):
        if aim.is_image:
            return f"图片{shown}的名称里有空格。请把文件改名，去掉空格，再照样写在这里。"
        return f"地址{shown}里不能有空格。{offer or _WOULD}"
    if aim.is_image:
        return f"图片不能用{shown}。{offer or _SHOWN}"
    if re.fullmatch("(?i)(?:https?|tel|mailto):[/ ]*", address):
        return f"{shown}后面什么也没有。请写完整的网址、电话或邮箱；不需要链接，就删去方括号和圆括号。"
    if address.startswith("//"):
        return f"地址{shown}少了开头，请写“https:{address}”。"
    if address.startswith("/"):
        return f"地址不能以“/”开头：{shown}换了网址就打不开。{offer or _WOULD}"
    return _without_scheme(address) or f"链接不能指向{shown}。{offer or _WOULD}"


def _without_scheme(address: str) -> str:
    """Of an address of another site that does not begin as one; "" if it is none."""
    written, shown = _SCHEME.fullmatch(address), quoted(address)
    if written and "@" not in written["rest"] and (rest := written["rest"].lstrip("/")):
        return f"网址{shown}写得不对。是不是“{written['name'].lower()}://{rest}”？先在浏览器里打开看看。"
    if _MAIL.fullmatch(address):
        return f"邮箱地址前面要写 mailto:，请写“mailto:{address}”。"
    if _HOST.fullmatch(address) and "@" not in address:
        return f"网址{shown}少了开头，会指到网站里面。是不是“https://{address}”？先在浏览器里打开看看。"
    return ""


def _nothing(aim: Aim, known: Known, problems: Problems) -> str:
    """Of a relative address whose target is not there, or not in that way."""
    if braced := _BRACED.search(aim.address):
        right = _meant(Aim(_BRACED.sub("", aim.address), aim.page), known)
        return f"不能用{quoted(braced[0].rstrip('/'))}。{f'请写“{right}”。' if right else _WOULD}"
    elsewhere = _without_scheme(aim.address)
    if aim.is_image or (_PICTURED.fullmatch(aim.way) and not elsewhere):
        return _no_picture(aim, known, problems)
    if right := _meant(aim, known):
        capitals = aim.target not in known.paths and known.paths.alike(aim.target)
        return f"{'大小写不同，' if capitals else ''}这里要写“{right}”。"
    if elsewhere:
        return elsewhere
    if _ATTACHED.fullmatch(aim.way):
        return _no_file(aim, known, problems)
    return _no_page(aim, known, problems)


def _no_page(aim: Aim, known: Known, problems: Problems) -> str:
    path, folder, id = aim.path, posixpath.dirname(aim.path), aim.id
    named = [one for one in known.pages if posixpath.basename(one) == f"{id}.html"]
    if named:
        several = " 或 ".join(f"“{aim.way_to(one)}”" for one in named[:3])
        return f"网站里没有{quoted(path)}这一页。是不是 {several}？"
    if id in known.ids.get(folder, ()):
        return f"{quoted(id)}这个{_KINDS[folder]}没有自己的页面，不能指到它。请改指别的页，或去掉链接。"
    offer = _nearest(aim, known, problems)
    if folder in _KINDS and re.fullmatch("[A-Za-z0-9-]+", id):
        return f"没有编号为{quoted(id)}的{_KINDS[folder]}，这个链接会打不开。{offer}"
    if folder == "calendar":
        return f"日历里没有{quoted(id)}这一页，那时没有活动。{offer}"
    return f"网站里没有{quoted(path)}这一页。{offer or _WOULD}"


def _nearest(aim: Aim, known: Known, problems: Problems) -> str:
    """The page beside that is called most alike; else the one where such pages are listed."""
    folder = posixpath.dirname(aim.path)
    beside = (path for path in known.pages if posixpath.dirname(path) == folder)
    stems = {_ENDING.sub("", posixpath.basename(path)): path for path in beside}
    if near := problems.near(aim.id, stems):
        return f"是不是“{aim.way_to(stems[near])}”？"
    front = _FRONTS.get(folder, f"{folder}.html")
    return f"可以指到“{aim.way_to(front)}”。" if front in known.paths else ""


def _no_picture(aim: Aim, known: Known, problems: Problems) -> str:
    folder, root = links.image(""), links.root(aim.page)
    if alike := known.paths.alike(aim.target):
        told = (
            ""
            if alike == aim.target
            else f"content/images 里没有{quoted(aim.target.removeprefix(folder))}。大小写不同，"
        )
        return f"{told}{'请' if told else '这里要'}写“{root}{alike}”。"
    if not aim.target.startswith(folder):
        name = posixpath.basename(aim.way)
        same = known.paths.alike(folder + name) or folder + name
        return f"图片的地址不能写{quoted(aim.way)}。图片放在 content/images，这里写“{root}{same}”。"
    name = aim.target.removeprefix(folder)
    near = problems.near(name, known.images)
    offer = f"是不是“{root}{folder}{near}”？" if near else "请把图片放进去，或删去这里。"
    return f"content/images 里没有{quoted(name)}。{offer}"


def _no_file(aim: Aim, known: Known, problems: Problems) -> str:
    """Of a file to take along that is not there, or not in that way."""
    folder, root = links.file(""), links.root(aim.page)
    name = aim.target.removeprefix(folder) if aim.target.startswith(folder) else posixpath.basename(aim.way)
    same = {one.lower(): one for one in known.files}.get(name.lower(), "")
    if (suffix := posixpath.splitext(name)[1].lower()) not in FORMATS:
        return f"网站不放 {suffix} 文件。给人下载的放 {MAY}；别的请写它的完整网址（https://…）。"
    if not same and any(plain(part) != part for part in name.split("/")):
        right = plain(posixpath.basename(name))
        return f"附件放在 content/files，文件名只用英文字母、数字、“-”和“_”。请改名，例如 {right}，这里写“{root}{folder}{right}”。"
    if not aim.target.startswith(folder):
        return f"附件的地址不能写{quoted(aim.way)}。附件放在 content/files，这里写“{root}{folder}{same or name}”。"
    told = f"content/files 里没有{quoted(name)}。"
    if same:
        return f"{told}大小写不同，请写“{root}{folder}{same}”。"
    near = problems.near(name, known.files)
    return told + (f"是不是“{root}{folder}{near}”？" if near else "请把文件放进去，或删去这里。")


def _meant(aim: Aim, known: Known) -> str:
    """How to write what the address is likely to mean; "" if that is not in the site."""
    way = aim.way.replace("\\", "/")
    for guess in _guesses(way, aim.page):
        if found := known.paths.alike(guess):
            return aim.way_to(found) + aim.rest
    name = _ENDING.sub("", way.rstrip("/").rpartition("/")[2]).lower()
    named = [path for path in known.pages if posixpath.basename(path).lower() == f"{name}.html"]
    return aim.way_to(named[0]) + aim.rest if len(named) == 1 else ""


def _guesses(way: str, page: str) -> Iterator[str]:
    """Paths from the root of the site that *way* may stand for, the likeliest first."""
    here = posixpath.normpath(posixpath.join(posixpath.dirname(page), way.lstrip("/")))
    scheme = re.sub("^[a-z]+:/*", "", way, flags=re.IGNORECASE) or way
    for path in (here, _BEFORE.sub("", way, count=1), scheme):
        plain = posixpath.normpath(path).strip("/") if path else "."
        if plain == ".":
            yield links.HOME
        elif plain != "..":
            yield from (plain, f"{_ENDING.sub('', plain)}.html", f"{plain}.html")
    if way.lower().endswith(links.PICTURES):
        yield links.image(posixpath.basename(way))
