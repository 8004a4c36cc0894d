"""The verb that prints the booklet of a campaign as PDF, with the sheets in its contents."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scienceweek.command_line.parser import Verbs
from scienceweek.command_line.printing import PrintError, browser, printed, sheets

if TYPE_CHECKING:
    from scienceweek.check.inspection import Inspected
    from scienceweek.check.project import Project
    from scienceweek.model.campaign import Campaign
    from scienceweek.plan.brief import Brief
    from scienceweek.privacy.gate import PrivacyGate
    from scienceweek.render import Target


def add(verbs: Verbs) -> None:
    """Adds it."""
    booklet = verbs.add_parser(
        "booklet",
        help="把一届活动周的节目册做成 PDF，用这台电脑上的 Edge、Chrome 或 Chromium (a campaign's booklet as PDF)",
    )
    booklet.add_argument(
        "campaign", nargs="?", default="", help="活动周的编号，不写就是现在这一届 (id of a campaign)"
    )
    booklet.add_argument("--to", type=Path, help="写到哪个文件 (file to write)")
    booklet.add_argument("--browser", type=Path, help="用哪个浏览器：程序在哪里 (path of a browser)")
    booklet.add_argument(
        "--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)"
    )
    booklet.add_argument(
        "--settings", type=Path, default=Path("pelicanconf.py"), help="网站的设置 (settings of the site)"
    )
    booklet.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from scienceweek.check.project import Project
    from scienceweek.source.mistakes.problems import SourceError

    project = Project.here(None, chosen.content, None, chosen.settings)
    try:
        inspected = project.inspected()
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再做：\n{error.errors[0]}", file=sys.stderr)
        return 1
    try:
        told = _made(chosen, project, inspected)
    except PrintError as error:
        print(error, file=sys.stderr)
        return 1
    print(told)
    return 0


def _made(chosen: argparse.Namespace, project: "Project", inspected: "Inspected") -> str:
    """Makes it; what there is to say of it. Raises PrintError."""
    from dataclasses import replace

    from scienceweek.plan.booklet import alone
    from scienceweek.privacy.gate import PrivacyGate
    from scienceweek.views.pages.booklet import booklet_page

    catalogue, brief = inspected.catalogue, project.brief(inspected)
    one = _chosen(chosen.campaign, inspected, brief)
    program = browser(chosen.browser, os.environ)
    # As it will be in public: its codes lead there.
    site = replace(brief.site, url=brief.site.url or inspected.site.url)
    brief = replace(brief, site=site)
    view = booklet_page(one, catalogue, brief.privacy)
    phone = project.settled(inspected).phone
    gate = PrivacyGate(inspected.secrets.without(phone.number if phone else ""))
    with tempfile.TemporaryDirectory(prefix="scienceweek-") as folder:
        page = Path(folder, view.head.path)
        _write(alone(view, catalogue, brief), Path(folder), gate)
        # The contents name sheets, which are known once it has been printed; a number takes no more lines than none.
        known = tuple(sheets(printed(page, program), view.anchors))
        _write(alone(replace(view, sheets=known), catalogue, brief), Path(folder), gate)
        made = printed(page, program)
    to: Path = chosen.to or Path(f"节目册-{one.id}.pdf")
    to.write_bytes(made)
    codes = "" if site.url else "网站没有网址（data/site.yaml 的 url），所以没有二维码。"
    return f"{to}：{one.name}的节目册。{codes}"


def _chosen(id: str, inspected: "Inspected", brief: "Brief") -> "Campaign":
    """The campaign with this *id*, or the one that leads today. Raises PrintError where it has no booklet."""
    from scienceweek.views.pages.booklet import has_booklet
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
