"""The facts and the texts with which a site begins: what is known of the district, and one example of each thing."""

from collections.abc import Mapping
from datetime import date

from scienceweek.founding.wish import SiteWish
from scienceweek.model.campaign import Series

_WINDOWS = {
    Series.WEEK: ((5, 20), (5, 26)),
    Series.DAY: ((9, 15), (9, 21)),
    Series.MONTH: ((9, 1), (9, 30)),
    Series.OTHER: ((6, 1), (6, 7)),
}
_MARK = "# 示例，请换成自己的。"


def examples(wish: SiteWish, today: date) -> Mapping[str, str]:
    """The files by path. Dates are of the next campaign that has not begun *today*; every example says that it is one."""
    first, last = _WINDOWS[wish.series]
    year = today.year if today < date(today.year, *first) else today.year + 1
    id, unit = f"{year}-{wish.id}", wish.keeper or f"{wish.name}示例单位"
    begin, end = date(year, *first), date(year, *last)
    span = f"{begin.year}年{begin.month}月{begin.day}日至{end.month}月{end.day}日"
    campaign = f"{year}年{wish.name}{wish.series.said}"
    return {
        "data/site.yaml": _site(wish),
        "data/districts.yaml": _lines(
            _schema("districts"),
            "districts:",
            f"  - id: {wish.id}",
            f"    name: {wish.name}",
            f"    short: {wish.short}",
            f'    code: "{wish.code}"',
            f'    area_code: "{wish.area_code}"' if wish.area_code else "",
        ),
        "data/organisations.yaml": _lines(
            _schema("organisations"),
            "" if wish.keeper else _MARK,
            "organisations:",
            f"  - {{id: {wish.id}-keeper, name: {unit}, district: {wish.id}}}",
        ),
        "data/venues.yaml": _lines(
            _schema("venues"),
            _MARK,
            "venues:",
            f"  - {{id: {wish.id}-example-square, name: 示例广场, district: {wish.id}}}",
        ),
        f"data/bases/{wish.id}.yaml": _lines(
            _schema("bases", "../"),
            f"district: {wish.id}",
            "bases:",
            f"  {_MARK}电话、位置、开放时间核实了再写。",
            f"  - id: {wish.id}-example-museum",
            "    name: 示例科普馆",
            "    type: venue",
            "    hours: [每周二至周日 9:00—17:00（16:30停止入馆）]",
        ),
        f"data/campaigns/{id}.yaml": _lines(
            _schema("campaign", "../"),
            f"{_MARK}文件名、编号和下面各项一起换。",
            f"id: {id}",
            f"name: {campaign}（示例）",
            f"series: {wish.series}",
            f"district: {wish.id}",
            f"when: {span}",
            f"organisers: {{host: [{unit}]}}",
            f"notice: {{title: 关于举办{campaign}的通知（示例）}}",
        ),
        f"data/activities/{id}.yaml": _lines(
            _schema("activities", "../"),
            f"campaign: {id}",
            "activities:",
            f"  {_MARK}通知里一项就写一条，通知没写的不填。",
            f"  - id: {id}-01",
            "    title: 示例讲座",
            "    kind: lecture",
            f"    when: {begin.month}月{begin.day}日上午9:30",
            f"    where: {{venue: {wish.id}-example-square}}",
            f"    base: {wish.id}-example-museum",
            "    admits: public",
            f"    organisers: {{host: [{unit}]}}",
            "    source: s2",
        ),
        "data/alerts.yaml": _lines(
            _schema("alerts"),
            "# 内容都换成自己的以后，删去这个文件。",
            "alerts:",
            "  - {text: 本站还在准备，现在的内容是示例，请不要照着去。, severity: severe}",
        ),
        f"content/notices/{id}.md": _lines(
            f"关于举办{campaign}的通知（示例）",
            "",
            "## 一、时间 {#s1}",
            "",
            f"{span}。",
            "",
            "## 二、活动 {#s2}",
            "",
            f"{begin.month}月{begin.day}日上午9:30，示例广场，示例讲座。请换成通知的原文，标题后面照样加锚点。",
        ),
    }


def _site(wish: SiteWish) -> str:
    return _lines(
        _schema("site"),
        "# 网站自己的事。没有的不写；密码和密钥不写在这里。各项见 program/docs/handbook.md。",
        f"name: {wish.short}{wish.series.said}",
        f"url: {wish.url}" if wish.url else "# url: https://kepu.example.gov.cn",
        f"keeper: {wish.keeper}" if wish.keeper else "# keeper: 管理这个网站的单位",
        "# phone: 发现错误打哪个电话，人人看得到",
        "# 日历里每个活动的记号用它，发布以后就不改。"
        if wish.domain
        else "# 有了域名再写；日历里每个活动的记号用它，定了就不改。",
        f"uid_domain: {wish.domain}" if wish.domain else "# uid_domain: kepu.example.gov.cn",
        "# marks: {code: 网站标识码, icp: ICP备案号, police: 公安备案号, map_approval: 审图号}",
    )


def _schema(name: str, root: str = "") -> str:
    return f"# yaml-language-server: $schema={root}schema/{name}.json"


def _lines(first: str, *rest: str) -> str:
    """A file of these lines; those after the first that are empty stand for nothing, but for prose."""
    kept = rest if not first.startswith("#") else tuple(line for line in rest if line)
    return "\n".join((first, *kept)) + "\n"
