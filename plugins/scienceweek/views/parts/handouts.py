"""What of a district's programme can be taken along on paper or in a chat, and what each of these files is called there."""

from collections.abc import Iterable

from scienceweek import links
from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.views.parts.arrangements import has_arrangements
from scienceweek.views.parts.downloads import Download
from scienceweek.views.parts.leaves import is_long
from scienceweek.views.parts.sent_programme import has_sent_programme

_FORMS = {
    links.BOOKLET: ("print", "节目册", "按天、按地点，A4，可以打印"),
    links.BOARD: ("print", "张贴用的单子", "一天一张，A4，两米外看得清"),
    links.SCREEN: ("live", "大厅屏幕", "今天和以后的活动，自己翻页，断网也能放"),
}


def in_forms(paths: Iterable[str]) -> tuple[Download, ...]:
    """Those at *paths* that are pages in a form for paper or for a hall."""
    return tuple(
        Download(*said, path) for path in paths for ending, said in _FORMS.items() if path.endswith(ending)
    )


def handouts(district: District, campaign: Campaign | None, catalogue: Catalogue) -> tuple[Download, ...]:
    """Those of *campaign* in *district*; none where it has nothing there."""
    if campaign is None or not has_arrangements(district, campaign, catalogue):
        return ()
    table = Download(
        "print", "活动安排表", "网页，一家单位一行，可以打印", links.arrangements(district, campaign)
    )
    booklet = in_forms((links.booklet(campaign),)) if has_booklet(campaign, catalogue) else ()
    return (*booklet, table, *beside_table(district, campaign, catalogue))


def has_booklet(campaign: Campaign, catalogue: Catalogue) -> bool:
    """Whether *campaign* has activities, and not more than somebody would print."""
    held = catalogue.of_campaign[campaign.id]
    return bool(held) and not is_long(held)


def beside_table(district: District, campaign: Campaign, catalogue: Catalogue) -> tuple[Download, ...]:
    """The others, for the page of the table."""
    return (*_arrangement_files(district, campaign), *_sent(district, campaign, catalogue))


def _sent(district: District, campaign: Campaign, catalogue: Catalogue) -> tuple[Download, ...]:
    """What is sent or pasted."""
    if not has_sent_programme(district, campaign, catalogue):
        return ()
    name = f"{campaign.name} {district.name}节目单.html"
    return (
        Download("share", "节目单", "一个网页文件，发到群里点开就看", links.send(district, campaign), name),
        Download("text", "公众号文章", "排好了版，复制后贴进编辑器", links.article(district, campaign)),
    )


def _arrangement_files(district: District, campaign: Campaign) -> tuple[Download, ...]:
    """The table of who holds what, for Word and Excel."""
    title = arrangements_title(district, campaign)
    return tuple(
        Download(
            "file",
            f"活动安排表 {word}",
            note,
            links.arrangements(district, campaign, kind),
            f"{title}.{kind}",
        )
        for word, note, kind in (("Word", "可以改，可以印", "docx"), ("Excel", "可以筛选、排序", "xlsx"))
    )


def arrangements_title(district: District, campaign: Campaign) -> str:
    """What the table is called: 2024年渝北区科技活动周活动安排表; of another's campaign, whose part it is."""
    own = "" if district.id == campaign.district.id else district.name
    return f"{campaign.name}{own}活动安排表"
