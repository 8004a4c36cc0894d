"""The verb that fills the forms of a notice from the records, for staff to complete and file."""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scienceweek.command_line.parser import Verbs

if TYPE_CHECKING:
    from scienceweek.desk.filing.entries import Filled
    from scienceweek.formats.word_document import WordDocument
    from scienceweek.model.activity import Activity
    from scienceweek.model.campaign import Campaign, Form
    from scienceweek.model.catalogue import Catalogue

_MOST = 20
_INTERNAL = "表里有不公开的联系人或电话，只在办公室里用，不要放进 content/ 或发到网上。"


class FormWishError(ValueError):
    """Why a form cannot be made; for staff."""


def add(verbs: Verbs) -> None:
    """Adds it."""
    export = verbs.add_parser(
        "export",
        help="把记录填进通知要求报送的表（备案表），做成 Word (a form of a notice, filled from the records)",
    )
    export.add_argument(
        "form",
        nargs="?",
        default="",
        help="表的编号，不写就列出有哪些表 (id of a form; none: which there are)",
    )
    export.add_argument(
        "activities",
        nargs="*",
        default=[],
        help="活动的编号，一个活动一份 (ids of activities, a document each)",
    )
    export.add_argument(
        "--campaign", default="", help="哪一届活动周的表：编号 (id of the campaign of the form)"
    )
    export.add_argument("--district", default="", help="只要一个区县的单位：编号 (units of a district only)")
    export.add_argument("--to", type=Path, default=Path(), help="写到哪个文件夹 (folder to write to)")
    export.add_argument("--data", type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    export.add_argument(
        "--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)"
    )
    export.set_defaults(run=_export)


def _export(chosen: argparse.Namespace) -> int:
    from scienceweek.source.loading import load
    from scienceweek.source.mistakes.problems import SourceError

    try:
        known = load(chosen.data, chosen.content).catalogue
    except SourceError as error:
        print(f"data/ 里现在有错误，先改正了再导出：\n{error.errors[0]}", file=sys.stderr)
        return 1
    try:
        print(_done(chosen, known))
    except FormWishError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


@dataclass(frozen=True, slots=True)
class _Copy:
    """A filled form, the words that its name ends with, and whether something in it is not for the public."""

    document: "WordDocument"
    of: str
    kept: bool


def _done(chosen: argparse.Namespace, known: "Catalogue") -> str:
    from scienceweek.formats.word_document import word_document

    if not chosen.form:
        return _listed(known)
    campaign, form = _form(chosen, known)
    folder: Path = chosen.to
    if _is_public(folder):
        raise FormWishError(f"{folder} 里的东西会公开或被清掉，备案表只给办公室用。请换一个文件夹：--to 备案")
    copies = list(_copies(chosen, known, campaign, form))
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for one in copies:
        path = folder / f"{_plain(form.title)}-{one.of}.docx"
        path.write_bytes(word_document(one.document))
        lines.append(f"写好了 {path}")
    lines.append("记录里没有的，格子空着，请补上再报送。")
    return "\n".join((*lines, *((_INTERNAL,) if any(one.kept for one in copies) else ())))


def _listed(known: "Catalogue") -> str:
    from scienceweek.desk.filing.labels import is_of_units

    lines = [
        f"{form.id}（{campaign.id}）：{form.title}，{'一张表列出各单位' if is_of_units(form.fields) else '一个活动一份，要写活动的编号'}"
        for campaign in known.latest_campaigns
        for form in campaign.forms
    ]
    if not lines:
        raise FormWishError("还没有哪一届活动周写了要报送的表。写在 data/campaigns/ 的 forms 里。")
    return "\n".join((*lines, f"做一份：invoke export {lines[0].partition('（')[0]} …"))


def _form(chosen: argparse.Namespace, known: "Catalogue") -> "tuple[Campaign, Form]":
    """The form, and whose it is."""
    if chosen.campaign and all(one.id != chosen.campaign for one in known.campaigns):
        raise FormWishError(
            f"没有编号为“{chosen.campaign}”的活动周。有：{'、'.join(one.id for one in known.campaigns)}"
        )
    all_of_them = [(campaign, form) for campaign in known.latest_campaigns for form in campaign.forms]
    found = [
        (campaign, form)
        for campaign, form in all_of_them
        if chosen.form in (form.id, form.title) and chosen.campaign in ("", campaign.id)
    ]
    if not found:
        there = "、".join(f"{form.id}（{campaign.id}）" for campaign, form in all_of_them)
        raise FormWishError(f"没有编号为“{chosen.form}”的表。有：{there or '一张也没有'}")
    if len(found) > 1:
        there = "、".join(campaign.id for campaign, _ in found)
        raise FormWishError(f"有几届活动周有“{chosen.form}”：{there}。请用 --campaign 写明是哪一届。")
    return found[0]


def _copies(
    chosen: argparse.Namespace, known: "Catalogue", campaign: "Campaign", form: "Form"
) -> Iterator[_Copy]:
    from scienceweek.desk.filing import entries, forms
    from scienceweek.desk.filing.labels import is_of_units

    if is_of_units(form.fields):
        if chosen.activities:
            raise FormWishError(f"“{form.title}”列的是单位，不用写活动的编号。")
        units = list(_units(known, campaign, chosen.district))
        kept = any(one.kept for one in units)
        document = forms.of_units(form, (one.entries for one in units))
        yield _Copy(document, chosen.district or campaign.id, kept)
        return
    for activity in _activities(chosen, known, campaign, form):
        filled = entries.of_activity(activity)
        yield _Copy(forms.of_one(form, filled.entries), activity.id, filled.kept)


def _activities(
    chosen: argparse.Namespace, known: "Catalogue", campaign: "Campaign", form: "Form"
) -> "list[Activity]":
    # What is for staff only is filed too.
    there = {one.id: one for one in (*known.activities, *known.withheld)}
    own = [one.id for one in there.values() if campaign.id in _lineage(one.campaign)]
    listed = "、".join(own[:_MOST]) + ("……" if len(own) > _MOST else "") if own else "一个也没有"
    if not chosen.activities:
        raise FormWishError(f"“{form.title}”一个活动一份，请写上活动的编号。这一届的：{listed}")
    for id in chosen.activities:
        if id not in own:
            raise FormWishError(f"{campaign.name}没有编号为“{id}”的活动。有：{listed}")
    return [there[id] for id in chosen.activities]


def _units(known: "Catalogue", campaign: "Campaign", district: str) -> "Iterator[Filled]":
    """The bases that are open or hold something in *campaign* or in one that implements it."""
    from scienceweek.desk.filing import entries

    if district and all(one.id != district for one in known.districts):
        raise FormWishError(
            f"没有编号为“{district}”的区县。有：{'、'.join(one.id for one in known.districts)}"
        )
    for one in known.campaigns:
        if campaign.id not in _lineage(one):
            continue
        for base in known.bases:
            held = [activity for activity in known.of_base[base.id] if activity.campaign.id == one.id]
            if (held or base.openings_in(one)) and district in ("", base.district.id):
                yield entries.of_base(base, one, held)


def _lineage(campaign: "Campaign | None") -> list[str]:
    found: list[str] = []
    while campaign and campaign.id not in found:
        found.append(campaign.id)
        campaign = campaign.parent
    return found


def _is_public(folder: Path) -> bool:
    """Whether what is put into *folder* could get into the site, or be gone with the next build."""
    kept = (
        folder.absolute().relative_to(Path.cwd()).parts
        if folder.absolute().is_relative_to(Path.cwd())
        else ()
    )
    return bool(kept) and (kept[0].startswith("output") or kept[0] in {"content", "data", "theme"})


def _plain(title: str) -> str:
    """*title* as the name of a file on any system."""
    return re.sub(r'[\\/:*?"<>|\s]+', "", title)
