"""Where: the base itself, a place that is known, one that is only named, the whole district, or nowhere but on a screen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from scienceweek.desk.findings import Value
from scienceweek.desk.tables.cells import apart, is_blank, line, plain
from scienceweek.model.catalogue import Catalogue

_ITSELF = re.compile(
    r"(?:本|该|各)?(?:基地|馆|场馆|展馆|中心|单位|园区|院|园|所|实验室|科普馆|科普基地)(?:内|现场|本部)?|(?:馆|园|院|校|基地|所|中心)内|现场"
)
_IN_IT = re.compile(
    r"(?:基地|(?:本|展)?馆|场馆|园区?|院|校|所|中心|单位)内?[的]?(?P<room>(?:[A-Za-z]?[0-9一二三四五六七八九十]{1,3}[楼层号]|负一[楼层]|[A-Z][座区馆栋]).*)"
)
_ROOM = re.compile(
    r"(?:[A-Za-z]?[0-9一二三四五六七八九十]{1,3}[楼层]|负[一二][楼层]|[A-Z][座区馆栋]).*|(?:多功能|报告|学术|展|演播|影|会议|阶梯|培训|活动)(?:报告)?[厅室院](?:[A-Z0-9])?|[0-9]{3,4}(?:室|教室|会议室)?"
)
_PLATFORM = "腾讯会议|钉钉|抖音|快手|B站|哔哩哔哩|视频号|微信视频号|微信公众号|微信群|微博|央视频"
_ONLINE = re.compile(
    rf"(?:线上|网上|网络|云端|云上)(?:直播|平台|进行|开展|会议|活动)?(?:[（(:：](?P<on>{_PLATFORM})(?:直播|平台)?[)）]?)?|直播间?"
    rf"|(?P<platform>{_PLATFORM})(?:直播间?|平台|线上)?"
)
_ACCOUNT = re.compile(
    r"[“\"《](?P<account>[^“”\"《》]{2,20})[”\"》](?:官方)?(?P<platform>微信公众号|公众号|微信视频号|视频号|抖音号?|快手号?|小程序|微博)(?:平台|直播间?)?"
)
_AREA = re.compile(
    r"全[省市区县镇乡村](?:范围)?|(?:全[省市区县])?各(?!自).{1,14}|辖区内?各?.{0,8}|(?:全[省市区县])(?:中小学|学校|各.+)"
)
_ADDRESS = re.compile(
    r"(?P<place>[^（(]{2,})[（(](?P<address>[^（()）]*[0-9一二三四五六七八九十]+号[^（()）]*)[)）]"
)
_OPEN = re.compile("(?:地点)?(?:待定|未定|另行通知|待通知|另定)|[（(]?(?:详?见|参见).{0,12}")
_ENDS = "小学|中学|学校|大学|学院|幼儿园|社区|广场|馆|中心|公园|村|街道|镇|乡|公司|所|站|基地|院"
_LIST = re.compile(rf"[^、；;（()）：:等]+(?:{_ENDS})(?:[、；;][^、；;（()）：:]+(?:{_ENDS}))+")
_SIGNS = "、，,；;/|｜+＋→"
"""What stands between places."""
_WORDS = re.compile(r"(?<=..)[和及与或](?=..)")
_PLACE = re.compile(
    rf".{{2,}}(?:{_ENDS}|园|场|厅|楼|校区|会场)|.*(?:[一二三四五六七八九十0-9]中|[一二三四五六七八九十实附]小)"
)
"""What is a place of its own on either side of a 和."""
_GENERAL = re.compile(
    "(?:全[省市区县]|辖区内?|各|所有|大|中)*(?:街道|镇街|街镇|乡镇|镇|乡|村|社区|学校|中小学校?|中学|小学|幼儿园|单位|部门|基地|景区|企业|园区|场馆|公园|广场|站点?|网点)(?:[（(].{1,6}[)）])?"
)
"""What an area is made of, and no place that has a name."""
_INSIDE = re.compile(r"[（(]([^（()）]*)[)）]")
_NEARBY = re.compile(
    r"[^、，,；;/]*(?:[楼厅室层座馆门口旁侧内外前后边面区号栋院校场园路街道站镇乡村弄巷]|附近|对面|隔壁|[A-Za-z0-9]+)"
)
"""What may stand in the brackets behind a place and belongs to it."""
_MORE = re.compile(
    r"[0-9]\s*[日月]|[0-9][:：][0-9]|[上下]午|晚上|[0-9]{7}|地址|电话|联系|[：:]|如遇|遇雨|雨天|改[到在至为]|^原|备用|集合|集中|同步"
    r"|限[0-9]|凭|票|预约|报名|线[上下]|网络|直播|会议号|暂定|待定|拟在|另行|等(?:$|[0-9一二三四五六七八九十多]|地$)"
)
"""What tells that more than a place was written."""


@dataclass(frozen=True, slots=True)
class Places:
    """The names of the *venues* and *bases* that are known, as they are compared, and what each is called."""

    venues: Mapping[str, str]
    bases: Mapping[str, str]

    @classmethod
    def of(cls, known: Catalogue) -> Self:
        venues = ((one.name, (one.name, *one.aliases, *one.former_names)) for one in known.venues)
        bases = ((one.name, (one.name, one.short_name, *one.former_names)) for one in known.bases)
        return cls(
            {plain(word): name for name, words in venues for word in words},
            {plain(word): name for name, words in bases for word in words if word},
        )

    def with_bases(self, names: Iterable[str]) -> Self:
        """The same with bases that the document itself names."""
        return replace(self, bases={plain(name): name for name in names} | dict(self.bases))

    def named(self, text: str) -> dict[str, Value] | None:
        """What is known under the name *text*: it is called as the document does."""
        looked_up = plain(text)
        if looked_up in self.venues:
            return {"venue": text} if text == self.venues[looked_up] else {"venue": text, "words": text}
        return {"base": text} if looked_up in self.bases else None


def where(said: str, base: str, places: Places) -> tuple[Value | None, str]:
    """What is written under ``where``, and why somebody should look at it; None if nobody says.

    *base* is the name of that whose row it is, "" if it is of none. Bases and venues that are known are called as in the document.
    """
    lines = [one.strip() for one in said.split("\n") if one.strip()]
    if len(lines) > 1 and all(re.fullmatch(rf".{{2,}}(?:{_ENDS}|[楼厅室层])", one) for one in lines):
        each = [where(one, base, places)[0] for one in lines]
        return [one for one in each if one], "写在几行里，是当作几个地点读的"
    text = line(said)
    if len(lines) > 1:
        return where(text, base, places)[0], "写在几行里，是连起来读的"
    if is_blank(text) or _OPEN.fullmatch(text):
        return None, ""
    if tentative := re.fullmatch(r"(.+?)[（(](?:暂定|拟定?)[)）]", text):
        return where(tentative[1], base, places)[0], "写着“暂定”，地点也许会变"
    return _where(text, base, places)


def _where(text: str, base: str, places: Places) -> tuple[Value, str]:
    """Likewise of a line that names a place."""
    if one := places.named(text):
        return one, ""
    if account := _ACCOUNT.fullmatch(text):
        return {"online": "unknown", "platform": account["platform"], "account": account["account"]}, ""
    if base and (one := _at_base(text, base)):
        is_bare = "内" not in text and "room" in one and _ROOM.fullmatch(text)
        return one, "只写了房间，是按在基地读的" if is_bare else _doubt(str(one.get("room", "")))
    if online := _ONLINE.fullmatch(text):
        platform = online["platform"] or online["on"]
        return {"online": "unknown", "platform": platform} if platform else {"online": "unknown"}, ""
    if is_itself(text) and not base:
        return {"place": text}, "没有写是哪家的"
    if _AREA.fullmatch(text):
        area = text.removesuffix("范围内").removesuffix("范围")
        named = len(pieces := apart(text, _SIGNS)) > 1 and not all(map(_GENERAL.fullmatch, pieces))
        why = "除了“各”，还写着别的地点" if named else _doubt(text)
        return ({"area": text} if area == text else {"area": area, "words": text}), why
    if _LIST.fullmatch(text) and not _MORE.search(text):
        return [_one(piece, places) for piece in apart(text, "、；;")], ""
    if several := _several(text):
        return [_one(piece, places) for piece in several], "写着几个地点，是分开读的，请看看"
    if "或" in text and _WORDS.search(text):
        return {"place": text}, "写着“或”，还没有定是哪里"
    return _one(text, places), _doubt(text)


def _several(text: str) -> tuple[str, ...]:
    """The places in *text*, if it names several: rooms of one place are none."""
    pieces = apart(text, _SIGNS)
    if len(pieces) > 1 and not all(map(_ROOM.fullmatch, pieces[1:])) and len(pieces[0]) > 1:
        return pieces
    words = tuple(text.split())
    if len(words) > 1 and all(map(_PLACE.fullmatch, words)):
        return words
    for found in _WORDS.finditer(text):
        halves = text[: found.start()], text[found.end() :]
        if found[0] != "或" and all(map(_PLACE.fullmatch, halves)):
            return halves
    return ()


def _doubt(text: str) -> str:
    """Why *text* may say more than where it is, or nothing."""
    beside = [one for one in _INSIDE.findall(text) if not _NEARBY.fullmatch(one) or _MORE.search(one)]
    if beside:
        return f"括号里写着“{beside[0]}”，请看看是不是地点"
    return "除了地点还写着别的，请看看" if _MORE.search(_ADDRESS.sub("", text)) else ""


def is_itself(text: str) -> bool:
    """Whether *text* is the base whose row it stands in."""
    return _ITSELF.fullmatch(text.strip()) is not None


def _at_base(text: str, base: str) -> dict[str, Value]:
    if _ITSELF.fullmatch(text) or plain(text) == plain(base):
        return {"base": base}
    if inside := _IN_IT.fullmatch(text):
        return {"base": base, "room": inside["room"]}
    if (
        plain(text).startswith(plain(base))
        and (rest := text[len(base) :].strip(" 内（()）·,，"))
        and len(rest) > 1
    ):
        return {"base": base, "room": rest} if text.startswith(base) else {}
    return {"base": base, "room": text} if _ROOM.fullmatch(text) else {}


def _one(text: str, places: Places) -> dict[str, Value]:
    if known := places.named(text):
        return known
    if addressed := _ADDRESS.fullmatch(text):
        return {"place": addressed["place"].strip(), "address": addressed["address"].strip()}
    return {"place": text}
