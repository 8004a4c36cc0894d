"""Every link of the site leads somewhere: those in prose and those in facts, held against what the plan names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from scienceweek import links
from scienceweek.check.link_faults import Aim, Known, fault, lost
from scienceweek.model.activity import Activity
from scienceweek.model.booking import Way, WayKind
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.place import Online
from scienceweek.render.hyperlinks import Hyperlink
from scienceweek.render.prose import hyperlinks
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Position, Problem, Problems, quoted
from scienceweek.source.prose.pages import without_front_matter
from scienceweek.source.records import ALERTS
from scienceweek.source.yaml.record_positions import place_of, position

_SOURCE, _FILE = "source", "file"


@dataclass(frozen=True, slots=True)
class Text:
    """The Markdown of a *file*, which is drawn on the page at *path*."""

    file: str
    path: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Written:
    """What the record with an *id* has at *key*: *value* makes a link to *address*, as seen from the home page."""

    id: str
    key: str
    value: str
    address: str


def in_prose(content: Path, known: Known | None, memory: Memory) -> tuple[Problem, ...]:
    """The links in prose that lead nowhere. Where nothing is *known*, those that could never lead anywhere."""
    problems = Problems()
    for text in _texts(content):
        if known and text.path not in known.paths:
            continue  # of what is not public: it is drawn nowhere
        for link in _links(text.markdown, memory):
            if message := fault(link, text.path, known, problems):
                problems.error(Position(text.file, link.line, link.column), message)
    return problems.all


def in_facts(data: Path, known: Known) -> tuple[Problem, ...]:
    """The addresses, anchors and pictures in facts that lead nowhere."""
    problems = Problems()
    told: dict[str, str] = {}
    for one in _written(known.catalogue):
        if one.address not in told:
            told[one.address] = _lost(one, known, problems)
        if told[one.address]:
            problems.error(position(data, one.id, one.key, one.value), told[one.address])
    for link in dict.fromkeys(one.link for one in known.catalogue.alerts if one.link):
        if message := lost(Aim(link, links.HOME), known, problems):
            problems.error(place_of(data, ALERTS.pattern, "link", link), message)
    return problems.all


def of_settings(known: Known, spot: Position) -> tuple[Problem, ...]:
    """Where the mark of the foot leads, told at *spot*; that it is a picture is for ``inspection`` to say."""
    problems, marks = Problems(), known.site.marks
    if (
        marks
        and marks.authority_url
        and (message := lost(Aim(marks.authority_url, links.HOME), known, problems))
    ):
        problems.error(spot, message)
    return problems.all


def clashes(data: Path, content: Path, twice: tuple[str, ...]) -> tuple[Problem, ...]:
    """The files that the site would have *twice*: most often a page of staff in the place of one of its own."""
    problems = Problems()
    for path in twice:
        page = content / "pages" / f"{path.removesuffix('.html')}.md"
        if page.is_file():
            told = f"{quoted(path)}是网站自己的页面，请换一个文件名。"
            problems.error(Position(page.relative_to(content.parent).as_posix()), told)
        else:
            id = PurePath(path).name.partition(".")[0]
            told = f"{quoted(path)}会有两份，请换一个编号；如果编号没有重复，请告诉网站的管理员。"
            problems.error(position(data, id, "id", id), told)
    return problems.all


def _texts(content: Path) -> Iterator[Text]:
    for path in sorted(content.glob("*/*.md")):
        if path.is_symlink() or not path.is_file():
            continue  # loading refuses it
        folder, file = path.parent.name, path.relative_to(content.parent).as_posix()
        text = path.read_text("utf-8", errors="replace")
        if folder == "pages":
            yield Text(file, links.prose(path.stem), without_front_matter(text))
        else:
            yield Text(file, links.text(folder, path.stem), text)


def _links(markdown: str, memory: Memory) -> tuple[Hyperlink, ...]:
    found: tuple[tuple[int, int, str, str, bool], ...] | None = memory.recall("links", markdown)
    if found is not None:
        return tuple(Hyperlink(*one) for one in found)
    made = hyperlinks(markdown)
    plain = tuple((one.line, one.column, one.address, one.words, one.is_image) for one in made)
    memory.learn(plain, "links", markdown)
    return made


def _lost(one: Written, known: Known, problems: Problems) -> str:
    if one.key == _SOURCE:
        path, _, place = one.address.partition("#")
        if path not in known.paths or place in (places := known.places(path)):
            return ""
        near = problems.nearest(place, sorted(places))
        return f"通知的页面上没有“{place}”这个位置，出处会指不到。{near}请在 content/notices 的原文里写上 {{#{place}}}，或改写、删去 source。"
    if one.key == _FILE:
        return (
            "" if one.address in known.paths else f"网站里没有照片{quoted(one.value)}，请核对文件名和大小写。"
        )
    return lost(Aim(one.address, links.HOME), known, problems)


def _written(catalogue: Catalogue) -> Iterator[Written]:
    for activity in catalogue.activities:
        yield from _of_activity(activity)
    for campaign in catalogue.campaigns:
        yield from _of_campaign(campaign)
    for base in catalogue.bases:
        if base.source and base.campaign:
            yield _source(base.id, base.campaign, base.source)
        if base.url:
            yield Written(base.id, "url", base.url, base.url)
        for opening in base.openings:
            yield from _booked(base.id, opening.admission.plan.ways)
        yield from _booked(base.id, (*base.admission.plan.ways, *(base.groups.ways if base.groups else ())))
    for venue in catalogue.venues:
        yield from _booked(venue.id, venue.groups.ways if venue.groups else ())
    for organisation in catalogue.organisations:
        if organisation.url:
            yield Written(organisation.id, "url", organisation.url, organisation.url)


def _of_activity(activity: Activity) -> Iterator[Written]:
    id, results = activity.id, activity.results
    if activity.source:
        yield _source(id, activity.campaign, activity.source)
    yield from (Written(id, key, url, url) for key, url in _afar(activity) if url)
    alone = (way for one in activity.sessions for way in one.admission.plan.ways)
    groups = activity.groups.ways if activity.groups else ()
    yield from _booked(id, (*activity.admission.plan.ways, *groups, *alone))
    if results:
        for key, url in (("video", results.video), *(("news", one) for one in results.news)):
            if url:
                yield Written(id, key, url, url)
        for photo in results.photos:
            if image := photo.published:
                yield Written(id, _FILE, photo.file, links.rendition(image.name, image.renditions[-1][0]))


def _afar(activity: Activity) -> Iterator[tuple[str, str]]:
    apart = [*(one.where for one in activity.sessions), *(one.where for one in activity.stages)]
    places = dict.fromkeys(
        at.url for where in (activity.where, *apart) for at in where if isinstance(at, Online)
    )
    yield from (("online", url) for url in places)
    if activity.live:
        yield "url", activity.live.url
    yield "replay", activity.replay


def _booked(id: str, ways: tuple[Way, ...]) -> Iterator[Written]:
    for way in ways:
        if way.kind is WayKind.URL:
            yield Written(id, "url", way.name, way.name)


def _of_campaign(campaign: Campaign) -> Iterator[Written]:
    if campaign.registration and campaign.registration.url:
        yield Written(campaign.id, "url", campaign.registration.url, campaign.registration.url)
    parts = (campaign.strands, campaign.deadlines, campaign.forms)
    for anchor in (one.source for several in parts for one in several):
        if anchor and campaign.cited(anchor).text:
            yield _source(campaign.id, campaign, anchor)


def _source(id: str, campaign: Campaign, anchor: str) -> Written:
    return Written(id, _SOURCE, anchor, links.notice(campaign, anchor))
