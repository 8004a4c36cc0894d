"""What the words of an activity suggest, each with the words that do: nobody has said it in so many words, so all of it is to be checked."""

import re

from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables import terms
from scienceweek.desk.tables.cells import apart
from scienceweek.desk.tables.places import Places, where
from scienceweek.desk.tables.remarks import Conditions, read_remarks
from scienceweek.desk.tables.times import moment, readable
from scienceweek.model.activity import Tier

Suggested = tuple[Value, str]
"""A value, and the words that suggest it."""

_TIERS = (
    (Tier.CEREMONY, "启动仪式|开幕式|启动式"),
    (Tier.CITY_MAIN, "市级主场|省级主场|自治区主场|全市主场"),
    (Tier.DEPARTMENT_MAIN, "部门主场"),
    (Tier.DISTRICT_MAIN, "(?:区县|区级|县级|区|县)?主场|主会场"),
    (Tier.JOINT_ACTION, "联合行动"),
    (Tier.ONLINE, "线上|云上|云端|网络赛|网上"),
    (Tier.BASE, "科普(?:教育|示范)?基地"),
    (Tier.MEMBER, "成员单位|部门活动"),
    (Tier.TOWN, "镇街|街镇|乡镇|镇村"),
)
_HOUR = r"(?:上午|下午|晚上|中午|早上|晚|凌晨)?\s*(?:[0-9]{1,2}\s*[:：点时]\s*(?:[0-9]{2}|半|整)?\s*分?)?"
_TIMES = rf"(?:{_HOUR}(?:\s*(?:—|－|-|–|~|～|至|到)+\s*{_HOUR})?|全天)"
TIMED = re.compile(
    rf"(?:{dates.SPAN.pattern}|{dates.DAY.pattern})(?:\s*[、和及]\s*(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日)*"
    rf"\s*(?:每[天日](?:的)?|每(?=晚))?\s*{_TIMES}"
    r"|(?:20[0-9]{2}年)?[0-9]{1,2}\s*月(?:份)?\s*(?:—|-|–|－|至|到|~|～)\s*[0-9]{1,2}\s*月(?![0-9])"
    r"|[0-9]{1,2}\s*月(?:上旬|中旬|下旬|底|初)"
)
_OPEN = re.compile(
    r"(?:具体)?(?:活动)?时间(?:另行通知|待定|未定|另定|待通知|(?:根据|视|按|以)[^，。；]{2,24})|(?:时间|日期)[：:]?(?:待定|未定)"
)
_FIRST = re.compile(r"[，,]?\s*(?:在|于|赴|走进)[^，。；]{2,24}(?:举办|举行|召开)")
"""What follows a time that is nothing but that of what is held."""
_NO_TIME = re.compile(r"^\s*(?:之?前|以前|后|起施行|颁布|印发|发布|成立)")
_AT = re.compile(
    r"(?:在|于|走进|赴)(?P<place>[^，。；：]{2,70}?)(?:内|现场)?(?:集中|联合|统一|同步|隆重)*(?:举办|举行|开展|召开|设立|设置|启动|进行|组织开展|开放)"
)
_NO_PLACE = re.compile(
    r"期间|基础上|指导下|领导下|方面|过程|中国|我[区县市]|全社会|前提|同时|[0-9]月|以来|精神|中心工作|各地各|范围内|工作中|活动中|组委会|安排下|统一部署|号召下|支持下"
)
_WHOLE = re.compile(r"全[省市区县镇乡]|各[镇街乡区县].{0,8}|辖区.{0,6}")
_TOWNS = re.compile(r"(?P<list>[^，。；]+、[^，。；]+?(?:镇|乡|村|街道|社区))(?:等.{0,8})?")
_FOR = re.compile(
    r"(?:面向|针对|服务于?|邀请|组织|惠及)(?P<who>[^，。；：]{2,30}?)(?=[，。；]|等|开展|举办|开放|进行|普及|宣传|讲解|提供|参加|开设|免费|积极)"
)
_PUBLIC = re.compile(
    "(?:面向|向)(?:社会|广大)?(?:公众|社会|市民|群众|广大群众|广大市民)(?:免费)?(?:集中)?(?:开放|开展|参观)?"
)
_INVITED = re.compile("评选|走访慰问|慰问|人才观摩|观摩活动|推荐评选|代表参观|座谈会")
_THROUGH = re.compile(r"(?:利用|依托|通过)(?P<at>[^，。；]{4,80}?)等?(?:做好|开展|举办|推出|组织|进行)")
_OPENED = re.compile(
    r"(?P<list>[^，。；,]+?(?:、[^，。；,、]+){2,})等?[^，。；、]{0,8}?(?:免费)?向(?:社会|公众)(?:免费)?开放"
)
_SHORT = 2


def kind(title: str, under: str, text: str, setting: Setting) -> Suggested | None:
    """The kind of an activity that is called so, *under* a heading; what its *text* says comes last."""
    bare = re.sub("[“「《][^”」》]*[”」》]", "", title)
    known = setting.known.terms.kinds
    if ceremony := re.search("启动仪式|开幕式", title):
        found = terms.kind(ceremony[0], setting)
        return (found.id, ceremony[0]) if found else None
    for words in (bare, title):
        named = max((one for one in known if one.name in words), key=lambda one: len(one.name), default=None)
        if named:
            return named.id, named.name
        if found := terms.kind(words, setting):
            return found.id, words
    if re.search("线上|云上", f"{title}{under}") and (found := terms.kind("线上活动", setting)):
        return found.id, under or title
    for sentence in dates.sentences(text)[:1]:
        if found := terms.kind(sentence, setting):
            return found.id, sentence
    return None


def tier(title: str, under: str) -> Suggested | None:
    """The level that the title tells, else the heading above it; None where several could be meant."""
    for text in (title, under):
        found = [(level, said[0]) for level, pattern in _TIERS if (said := re.search(pattern, text))]
        if found and found[0][0] in {Tier.CEREMONY, Tier.CITY_MAIN, Tier.DEPARTMENT_MAIN}:
            return found[0][0].value, found[0][1]
        if len(found) == 1:
            return found[0][0].value, found[0][1]
        if found:
            return None
    return None


def audience(words: str, setting: Setting) -> Suggested | None:
    """Those for whom it is said to be."""
    known: list[Value] = []
    read: list[str] = []
    title = words.partition("\n")[0]
    for one in setting.known.terms.audiences:
        short = re.search("中小学" if one.name == "中小学生" else re.escape(one.name), title)
        if short:
            known.append(one.id)
            read.append(short[0])
    for said in _FOR.finditer(words):
        found, _, _ = terms.audiences(said["who"], setting)
        if found:
            known += [one for one in found if one not in known]
            read.append(said[0])
    return (known, "、".join(dict.fromkeys(read))) if known else None


def topics(words: str, setting: Setting) -> Suggested | None:
    """The topics whose names stand in it: those of two characters only in its title."""
    title = words.partition("\n")[0]
    found = [
        one for one in setting.known.terms.topics if one.name in (words if len(one.name) > _SHORT else title)
    ]
    return ([one.id for one in found], "、".join(one.name for one in found)) if found else None


def admitted(words: str) -> Suggested | None:
    """Whether it is said to be open to everyone, or is of a kind to which one is asked."""
    if invited := _INVITED.search(words):
        return "invited", invited[0]
    said = _PUBLIC.search(words)
    return ("public", said[0]) if said and re.search("开放", words[said.start() : said.end() + 6]) else None


def admission(words: str, setting: Setting) -> Suggested | None:
    """What its clauses say of fee, seats and booking, as remarks of a table do; else that it is free, or the words about it."""
    fee = _fee(words)
    text = words.partition("\n")[2]
    said = Conditions()
    read_remarks(said, text, setting)
    said.settle()
    if not said.admission:
        return fee
    if fee and fee[0] == "free":
        said.admission.setdefault("fee", "free")
    value: Value = said.admission["fee"] if set(said.admission) == {"fee"} else dict(said.admission)
    clauses = [one for one in apart(text, "。；;，,\n") if one not in said.rest]
    return value, "，".join(clauses) or text


def _fee(words: str) -> Suggested | None:
    """That it is free, where a sentence says so and nothing else; else its words about it."""
    said = re.search(r"[^，。；\n]*(?:免费|优惠)[^，。；\n]*", words.partition("\n")[2])
    if not said:
        return None
    is_free = re.search("免费(?:向|对|开放|参观|参加|体验|入场)", said[0]) and not re.search(
        "优惠|部分|或|除", said[0]
    )
    return ("free" if is_free else {"note": said[0].strip()}), said[0].strip()


def timed(text: str, setting: Setting) -> Finding | None:
    """The first time that a sentence of *text* names, with how many there are; its *where* is left empty."""
    if said := _OPEN.search(text):
        told = moment(said[0], setting)
        value: Value = (
            told.value if isinstance(told.value, str) and readable(said[0], setting) else {"unfixed": said[0]}
        )
        return Finding(value, said[0], "", "时间是从句子里读出来的")
    plain = dates.plain(text)
    found = [
        said[0].strip(" ，")
        for said in TIMED.finditer(plain)
        if not _NO_TIME.match(plain[said.end() :]) and not _is_of_law(plain, said.start())
    ]
    read = [one for one in dict.fromkeys(found) if isinstance(moment(one, setting).value, str)]
    if not read:
        return None
    told = moment(read[0], setting)
    many = "句子里有几个时间，取了第一个" if len(read) > 1 else "时间是从句子里读出来的"
    if len(read) == 1 and _FIRST.match(plain[len(read[0]) :]) and plain.startswith(read[0]) and not told.why:
        return Finding(told.value, read[0], "")
    return Finding(told.value, read[0], "", "；".join(filter(None, (told.why, many))))


def _is_of_law(text: str, place: int) -> bool:
    """Whether a day stands within the name of a document."""
    return text.rfind("《", 0, place) > text.rfind("》", 0, place)


def place(text: str, places: Places, *, running: bool = False) -> Value | None:
    """Where *text* says that it is; *running* words say it behind 在."""
    said = _AT.search(text) if running else None
    if running and not said:
        return None
    words = (
        re.sub("^(?:全[市区县])?", "", said["place"]).strip("“” ")
        if said and not _WHOLE.fullmatch(said["place"])
        else text
    )
    if said:
        if _NO_PLACE.search(said["place"]):
            return None
        words = said["place"]
    if towns := _TOWNS.fullmatch(words):
        names: list[Value] = list(towns["list"].split("、"))
        return {"area": names, "words": words}
    if len(words) > 40:  # noqa: PLR2004 - no name of a place is so long
        return None
    return where(words, "", places)[0]


def is_plain(text: str) -> bool:
    """Whether *text* begins with when and where it is held, and with nothing else."""
    said = TIMED.match(dates.plain(text))
    if len(TIMED.findall(dates.plain(text))) > 1:
        return False
    return said is not None and _FIRST.match(dates.plain(text)[said.end() :]) is not None


def platform(text: str) -> str:
    """On which platforms it is, if a sentence says so."""
    said = _THROUGH.search(text)
    return said["at"] if said else ""


def opened(text: str, places: Places) -> Suggested | None:
    """The places that a sentence says are open, where it lists several."""
    said = _OPENED.search(text)
    if not said:
        return None
    plain = re.sub("^.*期间", "", re.sub("等[^、]{0,8}$", "", said["list"]))
    names = plain.split("、")
    return [places.named(name) or {"place": name} for name in names], said[0]
