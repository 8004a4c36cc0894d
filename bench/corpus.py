"""Facts and prose of a large made-up site, in the project's own format: the same for the same seed, on every machine.

40 districts of one city, a campaign in each, two months; every shape of date. Names, numbers and places are nobody's.
Asked for another number of districts it makes a country of them, with provinces and cities above.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

FIRST, DAYS = date(2026, 5, 1), 61
DISTRICTS = 40
A_BASE = 10  # activities to a base
A_TEXT = 10  # activities to one with a long description
CROWD = 5  # of a crowded city so many of all have it that one is on its busiest day
CITY, PROVINCE = 10, 10  # districts to a city, cities to a province of a country
CODES = (*range(66, 71), *range(72, 81), *range(83, 100))  # what no province has
SECTIONS = 5  # of a notice, with anchors

_NAMES = ("东", "西", "南", "北", "安", "平", "永", "长", "新", "广", "江", "海", "山", "云", "金", "石")
_PLACES = ("城", "州", "川", "岭", "林", "泉", "港", "湖", "溪", "原", "丰", "桥", "田", "塘")
_VERBS = ("走进", "探秘", "解码", "体验", "发现", "对话", "寻找", "触摸", "认识", "追问")
_THINGS = ("人工智能", "量子世界", "深海生命", "航天器", "古生物化石", "城市湿地", "气象预报", "核能应用")
_THINGS += (
    "中医药文化",
    "桥梁结构",
    "天文观测",
    "昆虫王国",
    "新能源汽车",
    "食品安全",
    "地震预警",
    "垃圾分类与循环经济",
)
_FORMS = (
    "科普开放日",
    "亲子实验工作坊",
    "专家报告会",
    "主题展览",
    "研学一日营",
    "互动体验活动",
    "科学秀",
    "户外考察",
)
_HOUSES = (
    "科技馆",
    "自然博物馆",
    "天文台",
    "植物园",
    "气象科普馆",
    "地震科普体验馆",
    "农业科技示范园",
    "重点实验室",
)
_ROADS = ("科技大道", "人民路", "创新街", "文化路", "学府路", "滨河东路", "建设北路", "光明街")
_OFFICES = ("科技局", "科协", "教育局", "卫生健康委", "气象局", "生态环境局", "应急管理局", "农业农村委")
_SENTENCES = (
    "通过实物展示、互动实验与专家讲解相结合的方式，带领参与者了解{thing}领域的最新进展。",
    "现场设有多个体验展位，观众可以亲手操作仪器，观察实验现象，并与一线科研人员面对面交流。",
    "来自科研院所的讲师团队将用通俗易懂的语言，讲述{thing}背后的科学原理与动人故事。",
    "为保证体验效果，每场限额{number}人，请按预约时段有序入场。",
    "未满十二周岁的儿童须由一名监护人全程陪同，请勿在展厅内追逐打闹。",
    "如遇雷雨、大风等恶劣天气，户外环节将改期举行，具体安排以现场通知为准。",
    "展览以时间为线索，回顾了我国在{thing}方面从无到有、从弱到强的发展历程。",
)
_TERMS = """\
base_types:
  - {id: venue, name: 场馆类, seal: 馆}
  - {id: training, name: 教育培训类, seal: 教}
  - {id: research, name: 研发创作类, seal: 研}
kinds:
  - {id: open-day, name: 开放日}
  - {id: practice, name: 实践体验}
  - {id: lecture, name: 讲座宣讲}
  - {id: exhibition, name: 展览展示}
audiences:
  - {id: public, name: 公众}
  - {id: pupils, name: 中小学生}
  - {id: older-people, name: 中老年人}
topics:
  - {id: space, name: 航天}
  - {id: life, name: 生命科学}
  - {id: information, name: 信息技术}
  - {id: ecology, name: 生态环境}
  - {id: health, name: 医学健康}
  - {id: disaster-prevention, name: 防灾减灾}
  - {id: food-safety, name: 食品安全}
  - {id: agriculture, name: 农业科技}
"""
_CITY = "  - {id: qinglan, name: 青岚市, short: 青岚, code: 990000, area_code: 010}\n"
_KINDS, _AUDIENCES = ("open-day", "practice", "lecture", "exhibition"), ("public", "pupils", "older-people")
_TOPICS = (
    "space",
    "life",
    "information",
    "ecology",
    "health",
    "disaster-prevention",
    "food-safety",
    "agriculture",
)


@dataclass(frozen=True, slots=True)
class District:
    """One of the city's, with the first day of its campaign and the numbers of its bases and activities.

    *crowded*: all of a city that has a quarter of its activities in one district, all in one month, and of one topic, and
    every fifth or so on one day.
    """

    id: str
    name: str
    lon: float
    lat: float
    start: date
    bases: int
    activities: int
    crowded: bool = False
    parent: str = "qinglan"
    code: int = 0

    @property
    def campaign(self) -> str:
        return f"2026-{self.id}"

    @property
    def short(self) -> str:
        return self.name.removesuffix("区")


def write(
    folder: Path, activities: int, seed: int = 1, *, crowded: bool = False, districts: int = DISTRICTS
) -> None:
    """Puts ``data/`` and ``content/`` with so many *activities* into *folder*."""
    for name, text in files(activities, seed, crowded=crowded, districts=districts):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files(
    activities: int, seed: int = 1, *, crowded: bool = False, districts: int = DISTRICTS
) -> Iterator[tuple[str, str]]:
    """Every file: its path and its text."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    if districts == DISTRICTS:
        above, below = _CITY, tuple(_districts(chance, activities))
    else:
        above, below = _upper(districts), tuple(_country(chance, activities, districts))
    if crowded:
        below = tuple(_crowded(below, activities))
    yield "data/terms.yaml", _TERMS
    yield "data/districts.yaml", "districts:\n" + above + "".join(map(_district, below))
    yield "data/organisations.yaml", "organisations:\n" + "".join(map(_organisations, below))
    yield "data/venues.yaml", "venues:\n" + "".join(map(_venues, below))
    for one in below:
        yield f"data/campaigns/{one.campaign}.yaml", _campaign(one)
        yield f"content/notices/{one.campaign}.md", _notice(chance, one)
        yield f"data/bases/{one.id}.yaml", _bases(chance, one)
        yield f"data/activities/{one.campaign}.yaml", _activities(chance, one)
        for number in range(1, one.activities + 1, A_TEXT):
            yield f"content/activities/{one.campaign}-{number:03}.md", _body(chance)


def _districts(chance: random.Random, activities: int) -> Iterator[District]:
    names = chance.sample([first + last for first in _NAMES for last in _PLACES], DISTRICTS)
    for number, name in enumerate(names):
        own = activities // DISTRICTS + (number < activities % DISTRICTS)
        yield District(
            id=f"district-{number + 1:02}",
            name=f"{name}区",
            lon=round(105 + number % 8 * 0.3, 3),
            lat=round(28 + number // 8 * 0.3, 3),
            start=FIRST + timedelta(days=chance.randrange(7, DAYS - 14)),
            bases=-(-own // A_BASE),
            activities=own,
            code=990102 + number,
        )


def _upper(districts: int) -> str:
    """The provinces and cities above so many districts, as they are written."""
    lines = []
    for province in range(-(-districts // (CITY * PROVINCE))):
        code = CODES[province] * 10_000
        name = f"{_NAMES[province % len(_NAMES)]}{_PLACES[province // len(_NAMES)]}"
        lines.append(f"  - {{id: province-{province + 1:02}, name: {name}省, short: {name}, code: {code}}}\n")
        for city in range(min(PROVINCE, -(-(districts - province * CITY * PROVINCE) // CITY))):
            id, town = f"city-{province + 1:02}-{city + 1:02}", f"{name}{_PLACES[city]}"
            lines.append(
                f"  - {{id: {id}, name: {town}市, short: {town}, code: {code + (city + 1) * 100}, parent: province-{province + 1:02}}}\n"
            )
    return "".join(lines)


def _country(chance: random.Random, activities: int, districts: int) -> Iterator[District]:
    """So many districts with so many *activities*: ten to a city, ten cities to a province."""
    for number in range(districts):
        city, last = divmod(number, CITY)
        province, city = divmod(city, PROVINCE)
        own = activities // districts + (number < activities % districts)
        name = (
            f"{_NAMES[province % len(_NAMES)]}{_PLACES[city]}{_NAMES[last]}{_PLACES[province // len(_NAMES)]}"
        )
        yield District(
            id=f"district-{number + 1:04}",
            name=f"{name}区",
            lon=round(90 + province % 6 * 5 + city % 5 * 0.8 + last * 0.08, 3),
            lat=round(24 + province // 6 * 4 + city // 5 * 1.5 + last % 3 * 0.2, 3),
            start=FIRST + timedelta(days=chance.randrange(7, DAYS - 14)),
            bases=max(1, -(-own // A_BASE)),
            activities=own,
            parent=f"city-{province + 1:02}-{city + 1:02}",
            code=CODES[province] * 10_000 + (city + 1) * 100 + last + 1,
        )


def _crowded(districts: tuple[District, ...], activities: int) -> Iterator[District]:
    """*districts* of which the first has a quarter of all."""
    rest = activities - activities // 4
    for number, one in enumerate(districts, -1):
        others = len(districts) - 1
        own = activities // 4 if number < 0 else rest // others + (number < rest % others)
        yield replace(one, activities=own, bases=max(1, own // A_BASE), start=FIRST, crowded=True)


def _district(one: District) -> str:
    point = f"{{lon: {one.lon}, lat: {one.lat}, datum: wgs84, source: 虚构, radius: 2000}}"
    return f"  - {{id: {one.id}, name: {one.name}, short: {one.short}, code: {one.code}, parent: {one.parent}, area_code: 010, point: {point}}}\n"


def _organisations(one: District) -> str:
    return "".join(
        f"  - {{id: {one.id}-office-{number}, name: {one.name}{office}, district: {one.id}, short_names: [区{office}]}}\n"
        for number, office in enumerate(_OFFICES, 1)
    )


def _venues(one: District) -> str:
    return "".join(
        f"  - {{id: {one.id}-venue-{number}, name: {one.short}{name}, district: {one.id}, address: {one.name}{_ROADS[number]}{number}号}}\n"
        for number, name in enumerate(("文化广场", "市民中心", "体育公园"), 1)
    )


def _campaign(one: District) -> str:
    return f"""\
id: {one.campaign}
name: 2026年{one.name}科技活动周
series: science-week
district: {one.id}
when: {one.start}/{one.start + timedelta(days=7)}
theme: 虚构的主题 {one.short}的科学
organisers: {{issuer: [区科技局]}}
strands:
  - {{id: s1, title: 科学家精神, text: 讲述科学家的故事。, source: s1}}
  - {{id: s2, title: 群众性科技活动, text: 面向青少年。, source: s2}}
notice: {{title: 2026年{one.name}科技活动周实施方案, issuer: {one.name}科技局, issued: 2026-04-20, disclosure: public}}
deadlines:
  - {{when: 2026-07-10, what: 报送总结, to: 区科技局}}
contacts:
  - {{name: 科普科, phones: [55500000], show: internal}}
"""


def _notice(chance: random.Random, one: District) -> str:
    parts = (
        f"## 第{number}部分 {{#s{number}}}\n\n{_prose(chance, 12)}\n" for number in range(1, SECTIONS + 1)
    )
    return f"# 2026年{one.name}科技活动周实施方案\n\n" + "\n".join(parts)


def _bases(chance: random.Random, one: District) -> str:
    return f"district: {one.id}\nbases:\n" + "".join(_base(chance, one, n + 1) for n in range(one.bases))


def _base(chance: random.Random, one: District, number: int) -> str:
    lines = [
        f"id: {one.id}-base-{number:02}",
        f"name: {one.name}{_NAMES[number % len(_NAMES)]}{chance.choice(_PLACES)}{chance.choice(_HOUSES)}",
        f"type: {chance.choice(('venue', 'training', 'research'))}",
        f"address: 青岚市{one.name}{chance.choice(_ROADS)}{chance.randint(1, 400)}号",
    ]
    if chance.random() < 0.8:
        lon, lat = (round(at + chance.uniform(-0.12, 0.12), 4) for at in (one.lon, one.lat))
        lines.append(f"point: {{lon: {lon}, lat: {lat}, datum: wgs84, source: 虚构, radius: 500}}")
    phones = [f"5550{chance.randint(0, 9999):04}"]
    if chance.random() < 0.5:
        phones.append(f"1990000{chance.randint(0, 9999):04}")
    lines += [
        "contacts:",
        f"  - {{name: 接待处, phones: [{', '.join(phones)}], show: public, basis: {one.campaign}}}",
    ]
    if chance.random() < 0.6:
        day = one.start + timedelta(days=chance.randrange(5))
        lines += [
            "opening:",
            f"  - {{id: open-2026, campaign: {one.campaign}, when: {day}/{day + timedelta(days=2)}, admission: free}}",
        ]
    return _entry([*lines, f"campaign: {one.campaign}", "source: s3"])


def _activities(chance: random.Random, one: District) -> str:
    made = (_activity(chance, one, number + 1) for number in range(one.activities))
    return f"campaign: {one.campaign}\nactivities:\n" + "\n".join(made)


def _activity(chance: random.Random, one: District, number: int) -> str:
    thing = chance.choice(_THINGS)
    topics, offices = (
        chance.sample(_TOPICS, chance.randint(1, 3)),
        chance.sample(_OFFICES, chance.randint(1, 3)),
    )
    if one.crowded:
        topics = list(dict.fromkeys(("space", *topics)))
    lines = [
        f"id: {one.campaign}-{number:03}",
        f"title: {chance.choice(_VERBS)}{thing}{chance.choice(_FORMS)}（第{number}场）",
        f"kind: {chance.choice(_KINDS)}",
        f"tier: {chance.choice(('base', 'member', 'town', 'other'))}",
        f"when: {_when(chance, one)}",
    ]
    if number > 1 and chance.random() < 0.05:
        lines.append(f"part_of: {one.campaign}-001")
    base = f"{one.id}-base-{chance.randint(1, one.bases):02}" if chance.random() < 0.5 else ""
    if where := _where(chance, one, base):
        lines.append(f"where: {where}")
    if base:
        lines.append(f"base: {base}")
    lines += [
        f"organisers: {{host: [{', '.join(f'区{office}' for office in offices)}]}}",
        f"audience: [{chance.choice(_AUDIENCES)}]",
        f"topics: [{', '.join(topics)}]",
    ]
    if chance.random() < 0.3:
        lines.append(
            "admission: " + chance.choice(("free", "{fee: free, booking: required}", "{booking: none}"))
        )
    if chance.random() < 0.02:
        lines += ["status: cancelled", "reason: 场地维修"]
    lines += [
        f"description: {_prose(chance, chance.randint(1, 6), thing)}",
        f"source: s{number % SECTIONS + 1}",
    ]
    return _entry(lines)


def _when(chance: random.Random, one: District) -> str:
    """Half of all are in the week of the campaign, the others anywhere in the two months."""
    inside = chance.random() < 0.5
    day = (
        one.start + timedelta(days=chance.randrange(8))
        if inside
        else FIRST + timedelta(chance.randrange(DAYS // 2 if one.crowded else DAYS))
    )
    if one.crowded and not chance.randrange(CROWD):
        day = FIRST + timedelta(days=4)
    hour = chance.randint(8, 18)
    shapes = {
        f"{day} {hour:02}:{chance.choice(('00', '15', '30', '45'))}/{hour + 2:02}:00": 40,
        f"{day}": 20,
        f"{day}/{day + timedelta(days=chance.randint(1, 9))}": 12,
        "活动期间": 8,
        f"{day:%Y-%m}": 6,
        f"每周六{'上午9:00—11:00' if hour < 13 else '下午14:00—16:00'}": 6,
        "2026": 3,
        "时间未定": 3,
        f"{day}；{day + timedelta(days=7)}": 2,
    }
    return chance.choices(tuple(shapes), tuple(shapes.values()))[0]


def _where(chance: random.Random, one: District, base: str) -> str:
    """At its base, at a venue, at a place that only has a name, everywhere, or, for one in twenty, not known."""
    shapes = {
        f"{{base: {base}}}" if base else f"{{place: {one.short}第{chance.randint(1, 30)}中学}}": 60,
        f"{{venue: {one.id}-venue-{chance.randint(1, 3)}}}": 20,
        f"{{place: {one.short}社区服务中心, address: {one.name}{chance.choice(_ROADS)}{chance.randint(1, 400)}号}}": 10,
        "{area: 各街镇}": 3,
        "{online: unknown}": 2,
        "": 5,
    }
    return chance.choices(tuple(shapes), tuple(shapes.values()))[0]


def _prose(chance: random.Random, sentences: int, thing: str = "科学") -> str:
    said = (chance.choice(_SENTENCES) for _ in range(sentences))
    return "".join(text.format(thing=thing, number=chance.randint(20, 90)) for text in said)


def _body(chance: random.Random) -> str:
    points = "".join(f"- {chance.choice(_FORMS)}与现场问答\n" for _ in range(4))
    return f"**温馨提示：**{_prose(chance, 4)}\n\n## 内容\n\n{points}\n{_prose(chance, 5)}\n"


def _entry(lines: list[str]) -> str:
    return "  - " + "\n    ".join(lines) + "\n"
