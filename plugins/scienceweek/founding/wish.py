"""What has to be known of a site before there is one: told by options, or asked for, one after the other."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from scienceweek.founding.refusals import FoundingError
from scienceweek.links import AddressError, site_address
from scienceweek.model.campaign import Series
from scienceweek.views.words.pinyin import syllables

Ask = Callable[[str], str]
"""Puts a question and gives the answer, on one line."""

_PROVINCES = (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
)
"""The first two digits of GB/T 2260."""
_KINDS = ("自治州", "自治县", "自治旗", "新区", "地区", "林区", "特区", "区", "县", "市", "旗", "州", "盟")
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_AREA_CODE = re.compile("0[0-9]{2,3}")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class SiteWish:
    """A district by its *name* and *code* (GB/T 2260), with the *id* that is in its addresses; the *series* of its campaigns.

    The *url* of the site, the *area_code* of its phones and the *keeper* of the site may be open yet.
    """

    name: str
    code: str
    series: Series
    id: str
    url: str = ""
    area_code: str = ""
    keeper: str = ""

    @property
    def short(self) -> str:
        """The name without what kind of district it is."""
        kind = next((kind for kind in _KINDS if self.name.endswith(kind) and self.name != kind), "")
        return self.name.removesuffix(kind) or self.name

    @property
    def domain(self) -> str:
        """What calendar entries are called after; "" as long as the site has no name of its own."""
        host = urlsplit(self.url).hostname or ""
        return host if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*", host) else ""


@dataclass(frozen=True, slots=True)
class _Question:
    """*asked* of people; *read* gives the answer as it is used, and raises FoundingError. One that is not *needed* may stay open."""

    option: str
    asked: str
    read: Callable[[str], str]
    needed: bool = True


def wished(given: Mapping[str, str], ask: Ask | None, say: Callable[[str], object]) -> SiteWish:
    """What was *given* as options; the rest is asked for, if there is somebody to *ask*. Raises FoundingError."""
    found: dict[str, str] = {}
    for question in _QUESTIONS:
        key = question.option.removeprefix("--").replace("-", "_")
        written = given.get(key, "").strip()
        if written or ask is None:
            found[key] = question.read(written) if written else ""
        else:
            found[key] = _answered(question, found, ask, say)
    if ask is None and not found["id"] and found["name"]:
        found["id"] = suggested(found["name"])
        if found["id"]:
            say(
                f"区县的编号用了 {found['id']}（按拼音）。它是网址的一部分，定了就不改；要换，删去文件夹，加上 --id 再来一次。"
            )
    if missing := [one.option for one in _QUESTIONS if one.needed and not found[_key(one)]]:
        raise FoundingError(
            f"还要写 {'、'.join(missing)}。例如 --name 渝北区 --code 500112 --series 科技活动周。"
        )
    return SiteWish(**{**found, "series": Series(found["series"])})  # type: ignore[arg-type]


def suggested(name: str) -> str:
    """The id that a district of this *name* is likely to want: its short name as it is read."""
    short = SiteWish(name, "", Series.WEEK, "").short
    plain = "".join(syllables(short)).replace("ü", "v")
    return plain if _ID.fullmatch(plain) and len(plain) <= _LONGEST else ""


def _key(question: _Question) -> str:
    return question.option.removeprefix("--").replace("-", "_")


def _answered(question: _Question, found: Mapping[str, str], ask: Ask, say: Callable[[str], object]) -> str:
    """The answer, asked for until it will do; nothing where it may stay open. Return takes what is suggested."""
    usual = {"id": suggested(found.get("name", "")), "series": str(Series.WEEK)}.get(_key(question), "")
    hint = f"（直接按回车就是 {usual}）" if usual else "" if question.needed else "（还没有就按回车）"
    while True:
        answer = ask(f"{question.asked}{hint}：").strip() or usual
        if not answer and not question.needed:
            return ""
        try:
            return question.read(answer)
        except FoundingError as refusal:
            say(str(refusal))


def _name(written: str) -> str:
    if not re.fullmatch("[\u4e00-\u9fff]{2,20}", written):
        raise FoundingError(f"区县的名称要写全称，只用汉字，例如 渝北区，这里是“{written}”。")
    return written


def _code(written: str) -> str:
    if not re.fullmatch("[0-9]{6}", written) or f" {written[:2]} " not in f" {_PROVINCES} ":
        raise FoundingError(f"行政区划代码是六位数字（GB/T 2260），例如 500112，这里是“{written}”。")
    return written


def _series(written: str) -> str:
    if found := Series.read(written):
        return str(found)
    known = "、".join(f"{one}（{one.said}）" for one in Series)
    raise FoundingError(f"没有“{written}”这个系列。可以写 {known}。")


def _id(written: str) -> str:
    if not _ID.fullmatch(written) or len(written) > _LONGEST:
        raise FoundingError(f"编号只用小写字母、数字和连字符，例如 yubei，这里是“{written}”。")
    return written


def _url(written: str) -> str:
    try:
        return site_address(written)
    except AddressError as error:
        raise FoundingError(f"网址{error}") from None


def _area_code(written: str) -> str:
    if not _AREA_CODE.fullmatch(written):
        raise FoundingError(f"区号是 0 开头的三位或四位数字，例如 023，这里是“{written}”。")
    return written


def _keeper(written: str) -> str:
    if not re.fullmatch(r"[\u4e00-\u9fff（）A-Za-z0-9·]{2,60}", written):
        raise FoundingError(f"管理单位写单位的名称，例如 渝北区科技局，这里是“{written}”。")
    return written


_QUESTIONS = (
    _Question("--name", "哪个区县？写全称，例如 渝北区", _name),
    _Question("--code", "行政区划代码，六位数字，例如 500112", _code),
    _Question("--id", "区县的编号，小写字母；它是网址的一部分，定了就不改", _id),
    _Question("--series", "办什么？科技活动周、全国科普日、全国科普月，或其他", _series),
    _Question("--keeper", "由哪个单位管理这个网站，例如 渝北区科技局", _keeper, needed=False),
    _Question("--area-code", "电话区号，例如 023", _area_code, needed=False),
    _Question("--url", "网站的网址，例如 https://kepu.example.gov.cn", _url, needed=False),
)
