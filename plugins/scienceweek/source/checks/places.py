"""What stands where a place should: a link, a meeting number, a dash, a telephone, two schools in one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import within
from scienceweek.source.records.where import WhereRecord
from scienceweek.source.resolution.registers import Registers

Path = tuple[str | int, ...]

_NAMES = ("place", "area", "tour", "room", "words", "address")
"""What a visitor reads as a place. Words stand beside it, and may be the notice's; of them only what is no text at all is told."""
_NOWHERE = re.compile(
    r"(?:地点|地址|场地|会场)?[\s:：]*(?:无|暂无|没有|待定|未定|另定|待通知|待确定|另行通知|等通知|不详|未知|暂不确定|[nN]/?[aA]|TBD|tbd)"
)
_SEE = re.compile(
    r"(?:详?见|参见|请看)(?:附件|附表|通知|正文|海报|下表|上表|活动方案|方案).{0,6}|同上|同前|同左|〃"
)
_URL = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_AFAR = re.compile(
    r"(?:线上|网上|网络|在线|云端)(?:$|[\s:：（(，,]|活动$|直播|会议(?![室厅中大])|平台$|进行$|举行$|举办$|开展$|参与$|答题$)"
)
_MEETING = re.compile(
    r"(?:腾讯|钉钉|飞书|视频|网络|云)会议(?![室厅中大])|会议(?:号|码|ID)|zoom", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{3}[-\s]?\d{3}[-\s]?\d{3,5}")
_CHANNEL = re.compile(r"视频号|公众号|直播间|直播平台|抖音|快手|哔哩哔哩|B站|小程序")
_PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}[-\s]?\d{7,8}|1[3-9]\d{9}|400[-\s]?\d{3}[-\s]?\d{4})(?!\d)")
_ONLY_PHONE = re.compile(r"(?:电话|联系电话|手机)?[\s:：]*[+\d(（][\d\s()（）+-]{5,}")
_TIME = re.compile(
    r"\d{1,2}[:：]\d{2}|(?:上午|下午|晚上|早上)\s*\d|\d{1,2}月\d{1,2}日|\d{1,2}(?:时|点)(?:\d{1,2}分|半|整|至|到|[—-])"
)
_TIME_SAID = re.compile(r"时间\s*[:：]")
_SCHOOL = re.compile(r"[^第\s、；;]{2,}(?:小学|中学|学校|幼儿园|大学|学院|附小|附中)(?:[（(].*[）)])?")


def places(entries: Iterable[RecordEntry[Any]], desk: Registers) -> None:
    """The places of activities, and the addresses of bases and venues, are places."""
    for entry in entries:
        for path, record in _found(entry.record, ()):
            for key in _NAMES:
                for at, text in _texts(getattr(record, key), (*path, key)):
                    _look(entry, desk, key, text, at)
        if address := getattr(entry.record, "address", None):
            _look(entry, desk, "address", address, ("address",))


def _found(record: Record, path: Path) -> Iterator[tuple[Path, WhereRecord]]:
    """All places that *record* names, each with its path."""
    for name in _ways(type(record)):
        value = getattr(record, name)
        several = value if isinstance(value, tuple) else (value,)
        for number, one in enumerate(several):
            at = (*path, name, number) if isinstance(value, tuple) else (*path, name)
            if isinstance(one, WhereRecord):
                yield at, one
            elif isinstance(one, Record):
                yield from _found(one, at)


@cache
def _ways(kind: type[Record]) -> tuple[str, ...]:
    """The fields of *kind* that hold places, or records that do."""
    return tuple(name for name, held in within(kind) if held is WhereRecord or _ways(held))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, tuple):
        yield from (((*path, number), one) for number, one in enumerate(value))
    elif value:
        yield path, value


def _look(entry: RecordEntry[Any], desk: Registers, key: str, text: str, at: Path) -> None:
    if told := _no_place(key, text):
        desk.error(entry, told, *at)
    elif told := _doubtful(key, text) or (_known(desk, text) if key == "place" else ""):
        desk.remind(entry, told, *at)


def _no_place(key: str, text: str) -> str:
    """What is certainly wrong with *text*, and what to write."""
    said = quoted(text)
    if not any(sign.isalnum() for sign in text) or _NOWHERE.fullmatch(text):
        return f"{said}不是地点。通知没有写，就不填这一项；网页会写“通知未写明”。"
    if _SEE.fullmatch(text):
        return f"{said}不是地点，网页上看不到那里。请把那里写的地点填在这里。"
    if _URL.search(text):
        return f"{said}里有网址。线上的活动写 {{online: 网址}}；在现场办、同时直播的，地点写现场，网址写进 live: {{url: 网址}}。"
    if _MEETING.search(text) and (_NUMBER.search(text) or _MEETING.match(text)):
        return f"{said}不是去得了的地点。请写 {{online: unknown, platform: 腾讯会议, account: 会议号}}。"
    if key not in ("words", "address") and _AFAR.match(text):
        return f"{said}不是去得了的地点。请写 {{online: 网址}}；没有网址的写 {{online: unknown, platform: 平台, account: 帐号}}。"
    if key != "room" and _ONLY_PHONE.fullmatch(text):
        return f"{said}是电话，不是地点。电话写进联系人（contacts）。"
    if _TIME_SAID.search(text):
        return f"{said}里有时间。时间写进 when，这里只写地点。"
    if (
        key == "place"
        and len(schools := re.split("[、；;]", text)) > 1
        and all(map(_SCHOOL.fullmatch, schools))
    ):
        return f"{said}是{len(schools)}个地点。请一个一个写：{_apart(schools)}。"
    return ""


def _doubtful(key: str, text: str) -> str:
    """What may be wrong with *text*."""
    said = quoted(text)
    if _PHONE.search(text):
        return f"{said}里有电话。电话写进联系人（contacts），才能点了就打。"
    if key in ("place", "tour", "area", "room") and _CHANNEL.search(text):
        return f"{said}像是线上的。线上的活动写 {{online: unknown, platform: 平台, account: 帐号}}；同时直播的写 live。"
    if _TIME.search(text):
        return f"{said}里像有时间。时间写进 when，这里只写地点。"
    if key == "place" and len(parts := re.split("[、；;]", text)) > 1:
        return (
            f"{said}像是{len(parts)}个地点。是几个，就一个一个写：{_apart(parts)}；是一个地方的名字，不用管。"
        )
    return ""


def _known(desk: Registers, text: str) -> str:
    """The base or venue whose name *text* begins with: what is written as a mere place is not counted there."""
    found = (
        (register.at_the_beginning(text), register, key)
        for register, key in ((desk.bases, "base"), (desk.venues, "venue"))
    )
    name, register, key = max(found, key=lambda one: len(one[0]))
    if not name:
        return ""
    id, room = register.named(name), text[len(name) :].strip(" ，,·-—（）()")
    told = f"{{{key}: {id}, room: {room}}}" if room else f"{{{key}: {id}}}"
    return f"{quoted(text)}在{register.kind}{quoted(name)}里。写成 {told}，网页才知道就在那里。"


def _apart(names: list[str]) -> str:
    return "[" + ", ".join(f"{{place: {name.strip()}}}" for name in names) + "]"
