"""The verbs that have a browser of this computer make something to hand on: a booklet as PDF, a programme as one long picture."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scienceweek.command_line.parser import Parser, Verbs
from scienceweek.command_line.printing import PrintError, browser, pictured, printed, sheets

if TYPE_CHECKING:
    from scienceweek.check.inspection import Inspected
    from scienceweek.check.project import Project
    from scienceweek.model.campaign import Campaign
    from scienceweek.model.district import District
    from scienceweek.plan.brief import Brief
    from scienceweek.privacy.gate import PrivacyGate
    from scienceweek.render import Target


def add(verbs: Verbs) -> None:
    """Adds them."""
    booklet = verbs.add_parser(
        "booklet",
        help="把一届活动周的节目册做成 PDF，用这台电脑上的 Edge、Chrome 或 Chromium (a campaign's booklet as PDF)",
    )
    booklet.add_argument(
        "campaign", nargs="?", default="", help="活动周的编号，不写就是现在这一届 (id of a campaign)"
    )
    _common(booklet, _booklet)
    picture = verbs.add_parser(
        "long-picture",
        help="把一个区县的节目单做成一张长图，发到群里，也用这样的浏览器 (a district's programme as one picture)",
    )
    picture.add_argument("district", help="区县的编号 (id of a district)")
    picture.add_argument("--campaign", default="", help="活动周的编号，不写就是现在这一届 (id of a campaign)")
    _common(picture, _long_picture)


def _common(verb: Parser, make: Callable[[argparse.Namespace, "Printer"], str]) -> None:
    verb.add_argument("--to", type=Path, help="写到哪个文件 (file to write)")
    verb.add_argument("--browser", type=Path, help="用哪个浏览器：程序在哪里 (path of a browser)")
    verb.add_argument("--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)")
    verb.add_argument(
        "--settings", type=Path, default=Path("pelicanconf.py"), help="网站的设置 (settings of the site)"
    )
    verb.set_defaults(run=partial(_run, make))


@dataclass(frozen=True, slots=True)
class Printer:
    """What is drawn by itself: what was *inspected*, as a site in public shows it, by the browser *program*; *gate* sees each file."""

    inspected: "Inspected"
    brief: "Brief"
    gate: "PrivacyGate"
    program: Path

    @property
    def remark(self) -> str:
        return "" if self.brief.site.url else "网站没有网址（data/site.yaml 的 url），所以没有二维码。"


def _run(make: Callable[[argparse.Namespace, Printer], str], chosen: argparse.Namespace) -> int:
    from scienceweek.check.project import Project
    from scienceweek.source.mistakes.problems import SourceError

    project = Project.here(None, chosen.content, None, chosen.settings)
    try:
        inspected = project.inspected()
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再做：\n{error.errors[0]}", file=sys.stderr)
        return 1
    try:
        told = make(chosen, _printer(chosen, project, inspected))
    except PrintError as error:
        print(error, file=sys.stderr)
        return 1
    print(told)
    return 0


def _printer(chosen: argparse.Namespace, project: "Project", inspected: "Inspected") -> Printer:
    from scienceweek.privacy.gate import PrivacyGate

    brief, phone = project.brief(inspected), project.settled(inspected).phone
    # As it will be in public: codes lead there.
    site = replace(brief.site, url=brief.site.url or inspected.site.url)
    gate = PrivacyGate(inspected.secrets.without(phone.number if phone else ""))
    return Printer(inspected, replace(brief, site=site), gate, browser(chosen.browser, os.environ))


def _booklet(chosen: argparse.Namespace, printer: Printer) -> str:
    """Makes it; what there is to say of it. Raises PrintError."""
    from scienceweek.plan.booklet import alone
    from scienceweek.views.pages.booklet import booklet_page

    catalogue, brief, program = printer.inspected.catalogue, printer.brief, printer.program
    one = _chosen(chosen.campaign, printer.inspected, brief)
    view = booklet_page(one, catalogue, brief.privacy)
    with tempfile.TemporaryDirectory(prefix="scienceweek-") as folder:
        page = Path(folder, view.head.path)
        _write(alone(view, catalogue, brief), Path(folder), printer.gate)
        # The contents name sheets, which are known once it has been printed; a number takes no more lines than none.
        known = tuple(sheets(printed(page, program), view.anchors))
        _write(alone(replace(view, sheets=known), catalogue, brief), Path(folder), printer.gate)
        made = printed(page, program)
    to: Path = chosen.to or Path(f"节目册-{one.id}.pdf")
    to.write_bytes(made)
    return f"{to}：{one.name}的节目册。{printer.remark}"


def _long_picture(chosen: argparse.Namespace, printer: Printer) -> str:
    """Likewise."""
    from scienceweek.formats import long_picture
    from scienceweek.plan.handouts import as_picture

    district, campaign = _held(chosen, printer)
    target = as_picture(district, campaign, printer.inspected.catalogue, printer.brief)
    with tempfile.TemporaryDirectory(prefix="scienceweek-") as folder:
        _write([target], Path(folder), printer.gate)
        shot = pictured(Path(folder, target.path), printer.program, long_picture.WIDE, long_picture.HIGH)
    made = long_picture.cut(shot)
    if made is None:
        raise PrintError(f"{district.name}的节目单太长，一张图放不下。可以发网页，或者用公告栏的单子。")
    to: Path = chosen.to or Path(f"节目单-{district.id}-{campaign.id}.png")
    to.write_bytes(made)
    return (
        f"{to}：{campaign.name} {district.name}的节目单。图收不回来，所以上面没有手机号码。{printer.remark}"
    )


def _held(chosen: argparse.Namespace, printer: Printer) -> tuple["District", "Campaign"]:
    """The district and the campaign that were asked for. Raises PrintError where there is nothing to show."""
    from scienceweek.views.parts.season import leading_here
    from scienceweek.views.parts.sent_programme import has_sent_programme

    catalogue = printer.inspected.catalogue
    districts = catalogue.districts_with_records
    if (district := districts.get(chosen.district)) is None:
        raise PrintError(f"没有编号为“{chosen.district}”的区县，或者它还没有资料。有：{'、'.join(districts)}")
    here = {one.id: one for one in catalogue.campaigns_in[district.id]}
    id = chosen.campaign
    one = here.get(id) if id else leading_here(tuple(here.values()), printer.brief.today)
    if one is None:
        named = f"编号为“{id}”的" if id else ""
        raise PrintError(f"{district.name}没有{named}活动周。有：{'、'.join(here) or '没有'}")
    if not has_sent_programme(district, one, catalogue):
        raise PrintError(f"{one.name}在{district.name}没有列出活动，或者太多，没有节目单。")
    return district, one


def _chosen(id: str, inspected: "Inspected", brief: "Brief") -> "Campaign":
    """The campaign with this *id*, or the one that leads today. Raises PrintError where it has no booklet."""
    from scienceweek.views.parts.handouts import has_booklet
    from scienceweek.views.parts.hero import leading
    from scienceweek.views.parts.leaves import MOST

    catalogue = inspected.catalogue
    known = {one.id: one for one in catalogue.campaigns}
    one = known.get(id) if id else leading(catalogue, brief.today)
    if one is None:
        raise PrintError(f"没有编号为“{id}”的活动周。有：{'、'.join(known)}" if id else "还没有活动周。")
    if not has_booklet(one, catalogue):
        number = len(catalogue.of_campaign[one.id])
        why = f"有 {number} 个活动，超过 {MOST} 个，没有人会印" if number else "没有列出活动"
        raise PrintError(f"{one.name}（{one.id}）{why}，没有节目册。")
    return one


def _write(targets: "Iterable[Target]", folder: Path, gate: "PrivacyGate") -> None:
    """Writes *targets* to *folder*. Raises PrintError if one would give something away."""
    for target in targets:
        content = target.draw(*target.data)
        if faults := gate(target.path, content):
            raise PrintError("\n".join(faults))
        path = folder / target.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
