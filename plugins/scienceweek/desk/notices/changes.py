"""Supplements, corrections, postponements and cancellations: what they change in records that exist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from scienceweek.desk.findings import Finding, FoundRecord, Kind, LeftOut, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.inferences import TIMED, place
from scienceweek.desk.notices.lines import Line
from scienceweek.desk.notices.outline import NoticeOutline
from scienceweek.desk.notices.written import written
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.places import Places
from scienceweek.desk.tables.times import moment, only_hours
from scienceweek.model.activity import Activity, Status
from scienceweek.model.place import Base

Found = FoundRecord | LeftOut

_VERB = re.compile(
    r"(?:延期|推迟|顺延|改期|提前|延后|调整|变更|更改|更正|修改|改定|改)(?:举办|举行|开展)?(?:至|到|为|在|于|成)+\s*[“]?"
)
_CANCELLED = re.compile("(?<!不)取消(?!预约|限制|报名|门票|资格)|停办|停止举办|不再举办|不再开展|不再举行")
_LATER = re.compile("延期|推迟|暂缓|延后")
_AGAIN = re.compile(r"(?:具体)?(?:时间|日期)?(?:另行通知|待定|另定|未定)")
_ONLINE = re.compile(
    r"(?:改为|改在|转为|调整为|改成|转到)[^，。；]{0,4}(?:线上|网上|网络直播|云端)[^，。；]{0,12}"
)
_PLATFORM = re.compile("腾讯会议|钉钉|抖音|快手|B站|哔哩哔哩|视频号|微信公众号|央视频")
_TOUCHED = re.compile("增加|加开|加场|延长|提前|顺延|改|调整|变更|更换|换")
_IF = re.compile("如遇|若遇|如有|如因|若因|遇[大暴]?雨")
_PLACE = re.compile(
    r"(?:地点|地址|会场|场地)[^，。；]{0,8}?(?:(?:由|从|原)\s*“?(?P<old>[^，。；”]{2,40}?)”?\s*)?(?:调整|变更|更改|更正|修改|改)(?:为|到|至|在|成)+\s*“?(?P<new>[^，。；”]{2,40})”?"
    r"|(?:改在|移至|移到|改到)\s*“?(?P<at>[^，。；”0-9]{2,40}?)”?(?:举办|举行|开展|进行|[，。；]|$)"
)
_WRONG = re.compile(
    r"“(?P<old>[^”]{1,60})”\s*[，,]?\s*(?:应为|应当为|应是|更正为|改为|修改为|现改为|现更正为|调整为)\s*[：:]?\s*“(?P<new>[^”]{1,60})”"
)
_REASON = re.compile(
    r"(?:^|[，。；])\s*(?:由于|因)(?P<reason>受[^，。；]{1,30}?影响|[^，。；]{2,40}?)(?:等?原因|影响)?(?:[，,]|(?=取消|延期|推迟|改期|暂缓))"
)
_QUOTED = re.compile("[“《「]([^”》」]{3,40})[”》」]")
_ALIKE = 0.8
_NAME = 4
"""Characters that a short title has at least to be a name."""
_LOOK = "是从更正的话里读出来的，请对着原文看"


@dataclass(frozen=True, slots=True)
class NoticePassage:
    """Some words of the document, and where they stand."""

    text: str
    where: str


def passages(of: NoticeOutline) -> Iterator[NoticePassage]:
    """What may say a change: each section of its own, else each sentence."""
    for line in of.head:
        if (
            isinstance(line, Line)
            and re.search("[，。；：]", line.text)
            and not line.text.endswith(("：", ":"))
        ):
            yield from (NoticePassage(one, line.where) for one in dates.sentences(line.text))
    for section in of.all():
        if section.title or section.lines:
            yield NoticePassage(f"{section.title}{section.stop or '。'}{section.text}", section.where)


def changes(of: NoticeOutline, setting: Setting) -> Iterator[Found]:
    """What the document changes, each with the id of the record; what is not found is told."""
    known = _candidates(setting)
    places = Places.of(setting.known)
    for passage in passages(of):
        said = list(_said(passage, setting, places))
        if "status" in dict(said) and "reason" not in dict(said) and (reason := _reason(of)):
            said.append(("reason", reason))
        corrected = list(_corrected(passage, setting, known))
        if dict(said).keys() <= {"reason"} and not corrected:
            if _TOUCHED.search(passage.text) and _mentioned(passage.text, known):
                yield LeftOut(passage.text, passage.where, "写着改动，看不出改成了什么，请照原文改")
            continue
        yield from corrected
        if not said or (corrected and not _mentioned(passage.text, known)):
            continue
        named = _mentioned(passage.text, known)
        if not named and (during := _of_campaign(passage, setting)):
            yield during
        elif not named and not corrected:
            yield LeftOut(passage.text, passage.where, "写着改动，但是在已有的数据里没有找到名称相近的活动")
        done = {one.fields["id"].value for one in corrected if isinstance(one, FoundRecord)}
        for activity, why in named:
            if activity.id in done:
                continue
            yield _changed(activity, passage, dict(said), why, setting)


def _reason(of: NoticeOutline) -> str:
    """Why all of it is changed: 因天气原因，现对…调整如下."""
    heads = (line.text for line in of.head if isinstance(line, Line))
    said = next(
        (one for text in heads if re.search("如下[：:。]?$", text) and (one := _REASON.search(text))), None
    )
    return said["reason"] if said else ""


def _candidates(setting: Setting) -> list[Activity]:
    """The activities that may be meant: those of the campaign first, else all."""
    known = [*setting.known.activities, *setting.known.withheld]
    own = [one for one in known if one.campaign.id == setting.campaign]
    return own or known


def _plain(text: str) -> str:
    return re.sub(r"[\s“”《》「」‘’·]", "", text)


def _mentioned(text: str, known: list[Activity]) -> list[tuple[Activity, str]]:
    """The activities that *text* names, each with why somebody should look."""
    plain = _plain(text)
    exact = [one for one in known if _plain(one.title) in plain]
    # 启动仪式 is in the name of another: only the longest is meant.
    exact = [
        one
        for one in exact
        if not any(_plain(one.title) in _plain(other.title) and one.title != other.title for other in exact)
    ]
    if exact:
        return [(one, "" if len(exact) == 1 else "这句话里有几个活动") for one in exact]
    short = [one for one in known if len(one.short_title) >= _NAME and _plain(one.short_title) in plain]
    if short:
        return [(one, f"原文没有写全名“{one.title}”") for one in short]
    for quoted in _QUOTED.findall(text):
        near = max(
            known,
            key=lambda one: SequenceMatcher(None, _plain(quoted), _plain(one.title)).ratio(),
            default=None,
        )
        if near and SequenceMatcher(None, _plain(quoted), _plain(near.title)).ratio() >= _ALIKE:
            return [(near, f"原文写的是“{quoted}”，和“{near.title}”不完全一样")]
    return []


def _said(passage: NoticePassage, setting: Setting, places: Places) -> Iterator[tuple[str, Value]]:
    """The fields that *passage* says anew."""
    text = dates.plain(passage.text)
    if _IF.search(text):
        return
    verb = next(
        (one for one in _VERB.finditer(text) if TIMED.match(text, one.end()) or _hours(text, one.end())), None
    )
    if _CANCELLED.search(text):
        yield "status", Status.CANCELLED.value
    elif _ONLINE.search(text):
        yield "status", Status.MOVED_ONLINE.value
        platform = _PLATFORM.search(text)
        yield "where", {"online": "unknown", **({"platform": platform[0]} if platform else {})}
    elif verb:
        said = TIMED.match(text, verb.end())
        new = said[0] if said else _hours(text, verb.end())
        before = [one[0] for one in TIMED.finditer(text, 0, verb.start())]
        yield "status", Status.RESCHEDULED.value
        yield "when", new.strip(" ，。")
        if before:
            yield "previously", before[-1].strip(" ，。")
    elif _LATER.search(text):
        again = _AGAIN.search(text)
        yield "status", Status.POSTPONED.value
        yield "when", again[0] if again else "待定"
    if found := _PLACE.search(text):
        words = (found["new"] or found["at"] or "").strip("“” ")
        if words and not re.search("线上|网上", words) and (at := place(words, places)):
            yield "where", at
    if reason := _REASON.search(text):
        yield "reason", reason["reason"]


def _hours(text: str, begin: int) -> str:
    said = re.compile(
        r"(?:上午|下午|晚上|中午)?[0-9]{1,2}[:：点时][0-9]{0,2}(?:分|半)?(?:\s*[—－–~至到-]+\s*(?:上午|下午|晚上)?[0-9]{1,2}[:：点时][0-9]{0,2}(?:分|半)?)?"
    ).match(text, begin)
    return said[0] if said else ""


def _changed(
    activity: Activity, passage: NoticePassage, said: dict[str, Value], why: str, setting: Setting
) -> FoundRecord:
    def found(value: Value, more: str = "") -> Finding:
        return Finding(value, passage.text, passage.where, "；".join(filter(None, (why, more, _LOOK))))

    fields = {
        "id": Finding(activity.id, passage.text, passage.where, why),
        "title": Finding(activity.title, passage.text, passage.where, why),
    }
    new = said.get("when")
    if isinstance(new, str):
        old = written(activity.when)
        if only_hours(new) and isinstance(old, str):
            day = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", old)
            new = f"{day[0]} {new}" if day else new
        told = moment(new, setting)
        said["when"] = told.value
        if old and "previously" not in said:
            said["previously"] = old
        if told.why:
            fields["when"] = found(told.value, told.why)
    order = ("status", "reason", "when", "previously", "where")
    for name in order:
        if name in said and name not in fields:
            fields[name] = found(said[name])
    return FoundRecord(Kind.ACTIVITY, fields, passage.where)


def _of_campaign(passage: NoticePassage, setting: Setting) -> FoundRecord | None:
    """The change of the whole campaign, where that is what is said to be moved."""
    meant = setting.campaign_meant or next(
        (one for one in setting.known.latest_campaigns if _plain(one.name) in _plain(passage.text)), None
    )
    if (
        meant is None
        or not re.search("活动周|科普日|科普月", passage.text)
        or re.search("地点|仪式", passage.text)
    ):
        return None
    text = dates.plain(passage.text)
    verb = next((one for one in _VERB.finditer(text) if TIMED.match(text, one.end())), None)
    found = dates.span(text[verb.end() :], meant.when.first.year) if verb else None
    if not found:
        return None
    said, days = found
    value = said if re.match("20[0-9]{2}", said) else f"{days.first.year}年{said}"
    return FoundRecord(
        Kind.CAMPAIGN,
        {
            "id": Finding(meant.id, passage.text, passage.where),
            "name": Finding(meant.name, passage.text, passage.where),
            "when": Finding(value, passage.text, passage.where, _LOOK),
        },
        passage.where,
    )


def _corrected(passage: NoticePassage, setting: Setting, known: list[Activity]) -> Iterator[Found]:
    """What stood there in other words: “甲”应为“乙”."""
    for said in _WRONG.finditer(passage.text):
        old, new = said["old"], said["new"]
        named = [one for one, _ in _mentioned(passage.text, known)]
        hits = [hit for one in named or known if (hit := _field(one, old, new, setting))]
        if not hits:
            hits = [hit for base in setting.known.bases if (hit := _of_base(base, old, new))]
        if not hits:
            yield LeftOut(said[0], passage.where, "写着更正，但是在已有的数据里没有找到这些话")
        for kind, id, name, field, value in hits:
            why = _LOOK if len(hits) == 1 else f"有{len(hits)}处都是这样写的，请看看是哪一处；{_LOOK}"
            label = "title" if kind is Kind.ACTIVITY else "name"
            fields = {"id": Finding(id, said[0], passage.where, "" if len(hits) == 1 else why)}
            if field != label:
                fields[label] = Finding(name, said[0], passage.where)
            fields[field] = Finding(value, said[0], passage.where, why)
            yield FoundRecord(kind, fields, passage.where)


Hit = tuple[Kind, str, str, str, Value]


def _field(one: Activity, old: str, new: str, setting: Setting) -> Hit | None:
    if old in one.title:
        return Kind.ACTIVITY, one.id, one.title, "title", one.title.replace(old, new)
    told, before = moment(new, setting), moment(old, setting)
    if (
        isinstance(told.value, str)
        and isinstance(before.value, str)
        and written(one.when) == _iso(before.value, setting)
    ):
        return Kind.ACTIVITY, one.id, one.title, "when", told.value
    if any(old in words for words in _places(one)):
        at = place(new, Places.of(setting.known))
        return (Kind.ACTIVITY, one.id, one.title, "where", at) if at else None
    if old in one.description:
        return Kind.ACTIVITY, one.id, one.title, "description", one.description.replace(old, new)
    return None


def _iso(text: str, setting: Setting) -> str:
    from scienceweek.source.notation.moments import MomentError, schedules

    try:
        return str(written(schedules(text, window=setting.window, year=setting.year)))
    except MomentError:
        return ""


def _places(one: Activity) -> Iterator[str]:
    for at in one.where:
        for name in ("name", "as_written", "words"):
            if isinstance(said := getattr(at, name, ""), str) and said:
                yield said
        for inner in ("venue", "base"):
            if held := getattr(at, inner, None):
                yield held.name


def _of_base(base: Base, old: str, new: str) -> Hit | None:
    if old in base.name:
        return Kind.BASE, base.id, base.name, "name", base.name.replace(old, new)
    if base.address and old in base.address:
        return Kind.BASE, base.id, base.name, "address", base.address.replace(old, new)
    return None
