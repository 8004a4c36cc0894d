"""What a document is for: the campaign and the district that it names, as far as that is beyond doubt."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from scienceweek.desk.documents import Document
from scienceweek.desk.drafts.draft import DraftError
from scienceweek.desk.drafts.likeness import year_of
from scienceweek.desk.setting import Setting
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.source.notation.characters import normalise
from scienceweek.views.words.pinyin import syllables

Ask = Callable[[str, Mapping[str, str]], str]
"""Asks a question with the answers that it may have, each in words; "" where nobody answers."""

_HEAD = 12
"""Paragraphs and rows in which a document says what it is."""
_TITLE = re.compile("活动周|科普日|科普月|科普基地|科普教育基地|科普活动")
_DISTRICT = re.compile(
    r"((?!.{0,2}(?:自治区|社区|区县|园区|校区|景区|地区|片区|[各全本我在到]))[\u4e00-\u9fff]{2,3}(?:自治县|区|县|旗))"
    r"(?=20[0-9]{2}年|科技|科学|科普|人民政府|全国|关于|第)"
)
_ABOVE = re.compile("^[\u4e00-\u9fff]?[省市州年](?=..)")
_PROSE = 200
"""Characters from which on what stands at the beginning is more than the title of a table."""
Known = TypeVar("Known", Campaign, District)


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What staff have said: ids, "" where they have not, and what columns of tables are called."""

    campaign: str = ""
    district: str = ""
    headings: Mapping[str, str] | None = None


def setting_of(document: Document, told: ImportWish, known: Catalogue, ask: Ask) -> Setting:
    """What *document* is for: as staff have *told*, else as it says, else as they answer. Raises DraftError."""
    text = normalise("\n".join((document.file, *_beginning(document))))
    if not told.campaign and not told.district and (stranger := _stranger(text, known)):
        raise DraftError(_unlisted(stranger))
    year = year_of("\n".join(line for line in text.split("\n") if "年" in line)[:400])
    district = _one(told.district, known.districts, "区县", "--district")
    campaign = _one(told.campaign, known.campaigns, "活动周", "--campaign", fresh=True)
    if campaign is None and not told.campaign:
        campaign = _campaign(text, year, district, known, ask)
    if district is None:
        district = campaign.district if campaign else _district(text, known, ask)
    return Setting(
        known,
        campaign.id if campaign else told.campaign,
        district.id if district else "",
        (campaign.when.first.year if campaign else None) or year or year_of(told.campaign),
        told.headings or {},
        year if campaign and year and year not in _years(campaign) else None,
        _other_district(text, district, known) if told.campaign or told.district else "",
    )


def _years(campaign: Campaign) -> tuple[int, int]:
    return campaign.when.first.year, campaign.when.last.year


def _campaign(
    text: str, year: int | None, district: District | None, known: Catalogue, ask: Ask
) -> Campaign | None:
    there = [
        one
        for one in known.campaigns
        if (year is None or one.when.first.year == year)
        and (one.district == district or (district is None and _names(one.district, text)))
    ]
    if year is not None and len(there) == 1:
        return there[0]
    if not known.campaigns or (not there and year is not None and len(text) > _PROSE):
        # A notice of a campaign that is not there yet brings it with it.
        return None
    chosen = ask("这是哪一届活动周的", {one.id: one.name for one in (there or known.latest_campaigns)})
    return next((one for one in known.campaigns if one.id == chosen), None)


def _district(text: str, known: Catalogue, ask: Ask) -> District | None:
    named = [one for one in known.districts if _names(one, text)]
    lowest = [one for one in named if not any(other.parent == one for other in named)]
    if len(lowest) == 1:
        return lowest[0]
    chosen = ask("这是哪个区县的", {one.id: one.name for one in (lowest or known.districts)})
    return next((one for one in known.districts if one.id == chosen), None)


def _stranger(text: str, known: Catalogue) -> str:
    """The district that the title of a document names, if it is none that is known; else ""."""
    for line in (line for line in text.split("\n") if _TITLE.search(line)):
        for found in _DISTRICT.finditer(line):
            name = found[1]
            if not any(name.endswith(one.name) or one.name.endswith(name) for one in known.districts):
                return _ABOVE.sub("", name)
    return ""


def _other_district(text: str, meant: District | None, known: Catalogue) -> str:
    """What the title of a document calls a district that is neither the one which is *meant* nor above or below it."""
    if meant is None:
        return ""
    if stranger := _stranger(text, known):
        return stranger
    named = [
        one for line in text.split("\n") if _TITLE.search(line) for one in known.districts if one.name in line
    ]
    kin = [one for one in named if meant in (one, one.parent) or meant.parent == one]
    return named[0].name if named and not kin else ""


def _unlisted(name: str) -> str:
    short = re.sub("(?:自治县|区|县|旗)$", "", name)
    id = "".join(syllables(short))
    return (
        f"文件里写的是“{name}”，data/districts.yaml 里还没有。请先在那里写上它，再导入，例如：\n"
        f"  - {{id: {id}, name: {name}, short: {short}, code: 六位行政区划代码, area_code: 电话区号}}\n"
        "编号照拼音写，定了就不改，请看看对不对。是别的区县转来的，要导入到已有的区县，请写 --district 编号。"
    )


def _names(district: District, text: str) -> bool:
    return district.name in text or district.short in text


def _one(id: str, there: Iterable[Known], what: str, option: str, *, fresh: bool = False) -> Known | None:
    found = next((one for one in there if one.id == id), None)
    if id and not found and not fresh:
        known = "、".join(one.id for one in there)
        raise DraftError(f"没有编号为“{id}”的{what}。{option} 可以写：{known}。")
    return found


def _beginning(document: Document) -> list[str]:
    lines = [one.text for one in document.paragraphs[:_HEAD]]
    for table in document.tables:
        lines.append(table.name)
        lines += [cell.text for row in table.rows[:3] for cell in row if not cell.joined]
    return lines
