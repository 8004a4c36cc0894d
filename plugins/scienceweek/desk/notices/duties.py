"""What a notice asks of units: by when what is sent to whom, where activities are registered, how many, under which marks; and who is praised."""

import re
from collections.abc import Iterable, Iterator

from scienceweek.desk.documents import Table
from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices import dates
from scienceweek.desk.notices.contacts import MAIL
from scienceweek.desk.notices.outline import NoticeOutline, NoticeSection
from scienceweek.desk.tables.cells import apart

_BEFORE = re.compile(
    rf"(?P<day>{dates.DAY.pattern})\s*(?:[0-9]{{1,2}}\s*(?:[:：点时][0-9]{{0,2}}\s*分?))?\s*(?:之前|以前|前)(?!后)|截止(?:时间|日期)?(?:为|到|至|是|：|:)+\s*(?P<until>{dates.DAY.pattern})"
)
_ASKED = re.compile(
    "报送|报至|报到|提交|填报|上报|反馈|发送|补充完善|报(?![送道告名刊纸至到])|报名|登记|申报|寄送|录入"
)
_VERBS = "报送|提交|填报|填写|上报|反馈|发送|寄送|补充完善|录入|报(?![送道告名刊纸])"
_HANDED = re.compile(rf"将(?P<what>.+?)(?P<verb>{_VERBS})(?:至|到|给)?(?P<to>[^，。；]*)")
_TO_WHOM = re.compile(rf"向(?P<to>[^，。；]+?)(?P<verb>{_VERBS})(?P<what>[^。；]+)")
_FILLED = re.compile(
    rf"(?P<verb>填报|填写)(?P<what>.+?)[，,]\s*并?(?:{_VERBS})(?:至|到|给)?(?P<to>[^，。；]+)"
)
_THROUGH = re.compile(rf"通过(?P<to>[^，。；]+?)(?:及时)?(?P<verb>{_VERBS})(?P<what>[^。；]+)")
_REGISTER = re.compile("注册|登录|登记|填报|申报|录入|上传")
_SITE = re.compile(
    r"(?:https?://)?(?P<site>(?:www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:cn|com|org|net|gov|edu)(?:\.cn)?(?:/[A-Za-z0-9._/?=&%-]*)?)"
)
_PRAISE = re.compile("表扬|表彰|通报表扬|予以奖励|推荐表彰|优秀组织单位|优秀活动")
_MARKS = re.compile(r"使用(?P<marks>[^，。；]{2,40}?)(?:的)?(?:标识|标志|LOGO|logo)")
_LABEL = re.compile(r"(?:标注|注明|悬挂|冠以)\s*“(?P<label>[^”]+)”")
_INDICATORS = re.compile(r"按照[^，。；]*?(?:的)?(?P<list>[^，。；的]+?(?:、[^，。；、]+){2,})等指标")
_LONGEST = 80
_FROM_SENTENCE = "是从句子里读出来的"


def duties(of: NoticeOutline, sections: Iterable[NoticeSection], year: int | None) -> dict[str, Finding]:
    """The fields of a campaign that say it; *sections* are those that announce no activity."""
    said = [(sentence, section) for section in sections for sentence in dates.sentences(section.text)]
    found: dict[str, Finding] = {}
    deadlines = [one for sentence, section in said for one in _deadlines(sentence, section, year)]
    if deadlines:
        read = list(dict.fromkeys(one.read for one in deadlines))
        found["deadlines"] = Finding(
            [one.value for one in deadlines], " ".join(read), deadlines[0].where, _FROM_SENTENCE
        )
    for name, reader in (("registration", _registration), ("quotas", _quotas), ("branding", _branding)):
        one = next(filter(None, (reader(sentence, section, year) for sentence, section in said)), None)
        if one:
            found[name] = one
    if praise := _praise(said):
        found["commendation"] = praise
    forms = list(_forms(of))
    if forms:
        found["forms"] = Finding(
            [one.value for one in forms], " ".join(one.read for one in forms), forms[0].where
        )
    return found


def _deadlines(sentence: str, section: NoticeSection, year: int | None) -> Iterator[Finding]:
    """Each day before which something is to be sent, with what stands up to the next one."""
    begins = list(_BEFORE.finditer(sentence))
    for said, following in zip(begins, [*begins[1:], None], strict=False):
        rest = sentence[said.end() : following.start() if following else len(sentence)]
        before = sentence[: said.start()]
        day = dates.one_day(said["day"] or said["until"], year)
        if not day or not _ASKED.search(rest if said["day"] else sentence):
            continue
        what, to = _what(rest if said["day"] else before)
        if not what:
            continue
        value: dict[str, Value] = {"when": day.isoformat(), "what": what}
        if to:
            value["to"] = to
        if by := _by(before):
            value["by"] = by
        value["source"] = section.anchor
        yield Finding(value, sentence, section.where)


def _what(rest: str) -> tuple[str, str]:
    """What is to be done, and to whom it goes."""
    rest = rest.strip("，,、 ").rstrip("。")
    for pattern in (_FILLED, _HANDED, _TO_WHOM, _THROUGH):
        if said := pattern.search(rest):
            verb = "报送" if said["verb"] == "报" else said["verb"]
            what = said["what"].strip("，,、 ")
            return _plain(f"{verb}{what}"), _receiver(said["to"])
    return (_plain(rest), "") if _ASKED.search(rest) and len(rest) <= _LONGEST else ("", "")


def _plain(what: str) -> str:
    bare = re.sub(r"\s*[（(]见附件[^（()）]*[)）]", "", what)
    return re.sub(
        r"(?<=[\u4e00-\u9fff《])\s+(?=[0-9])|(?<=[0-9])\s+(?=[\u4e00-\u9fff])",
        "",
        MAIL.sub("（邮箱供来文单位，此处略）", bare),
    ).strip()


def _receiver(to: str) -> str:
    to = re.sub("[（(](?:电话|联系人|联系电话)[^（()）]*[)）]?$", "", to)
    return re.sub(r"\s*(?=（邮箱)", "", MAIL.sub("（邮箱供来文单位，此处略）", to)).strip("：: ，。")


def _by(before: str) -> str:
    said = re.search(
        r"(?:^|[，。；,])\s*请?(?P<by>[^，。；,]{2,24}?)(?:请|务必|应|须|需|要)*(?:于|在)?\s*$", before
    )
    if (
        said
        and re.search("各|单位|部门|区县|学校|基地|街镇|学会", said["by"])
        and not said["by"].startswith("并")
    ):
        return said["by"].strip()
    first = re.match(r"(?:[^，。；]*，)?请?(?P<by>各[^，。；]{2,20}?)(?:要|应|须|需|请|对)", before)
    return first["by"] if first else ""


def _registration(sentence: str, section: NoticeSection, year: int | None) -> Finding | None:
    span = dates.SPAN.search(dates.plain(sentence))
    site = _SITE.search(MAIL.sub("", sentence))
    if not span or not site or not _REGISTER.search(sentence):
        return None
    found = dates.span(span[0], year)
    if not found:
        return None
    days = found[1]
    note = _after_span(sentence, span[0])
    value: dict[str, Value] = {
        "when": f"{days.first.isoformat()}/{days.last.isoformat()}",
        "url": f"https://{site['site']}",
        "note": note,
    }
    return Finding(value, sentence, section.where, f"{_FROM_SENTENCE}；网址前面的 https:// 是加的")


def _after_span(sentence: str, span: str) -> str:
    plain = dates.plain(sentence)
    rest = plain[plain.find(span) + len(span) :].removeprefix("期间").strip("，, ")
    return re.sub(r"[（(](?:https?://)?[A-Za-z0-9./_-]+[)）]", "", rest)


def _quotas(sentence: str, section: NoticeSection, _year: int | None) -> Finding | None:
    made: list[Value] = []
    is_principle = "原则上" in sentence
    rest = sentence.replace("原则上", "")
    for said in re.finditer(
        r"(?P<who>.+?)(?:组织开展|组织|开展|举办|有效填报|填报|申报|报送|上报|推荐)[^，。；、]{0,20}?(?:不少于|不低于|至少)\s*(?P<n>[0-9]{1,3})\s*[个场项次]",
        rest,
    ):
        who = re.sub(r"^[，、；。\s]+|(?:原则上|要|应|须|需)+$", "", said["who"])
        note = "原则上" if is_principle else ""
        for unit in apart(who, "、，,"):
            one: dict[str, Value] = {"unit": unit, "at_least": int(said["n"])}
            if note:
                one["note"] = note
            made.append(one)
    return Finding(made, sentence, section.where, _FROM_SENTENCE) if made else None


def _branding(sentence: str, section: NoticeSection, _year: int | None) -> Finding | None:
    marks, label = _MARKS.search(sentence), _LABEL.search(sentence)
    if not marks and not (label and "标注" in sentence):
        return None
    value: dict[str, Value] = {}
    if marks:
        value["marks"] = [f"{one.strip()}标识" for one in re.split("、|和|及", marks["marks"]) if one.strip()]
    if label:
        value["label"] = label["label"]
    value["source"] = section.anchor
    return Finding(value, sentence, section.where, _FROM_SENTENCE)


def _praise(said: list[tuple[str, NoticeSection]]) -> Finding | None:
    found = [(sentence, section) for sentence, section in said if _PRAISE.search(sentence)]
    if not found:
        return None
    section = found[0][1]
    text = "".join(sentence for sentence, other in found if other is section)
    value: dict[str, Value] = {"text": text}
    if indicators := _INDICATORS.search(text):
        value["indicators"] = [one for one in indicators["list"].split("的")[-1].split("、") if one]
    value["source"] = section.anchor
    return Finding(value, text, section.where, _FROM_SENTENCE)


def _forms(of: NoticeOutline) -> Iterator[Finding]:
    """The forms in annexes: tables in which nothing but headings stands."""
    for number, annex in enumerate(of.annexes, 1):
        fields = [field for table in annex.tables for field in blank_form(table)]
        if not fields:
            continue
        title = dates.plain(annex.title)
        note = next(
            (re.sub("^注[：:]", "", line.text) for line in annex.lines if line.text.startswith("注")), ""
        )
        value: dict[str, Value] = {"id": f"form-{number}", "title": title, "fields": list(fields)}
        if note:
            value["note"] = _plain(note)
        value["source"] = annex.anchor
        yield Finding(value, annex.title, annex.where)


def blank_form(table: Table) -> list[str]:
    """The fields of a *table* that is a form: no row is full, and no column holds several things; [] if it is none."""
    rows = [[cell.text.replace("\n", "").strip() for cell in row] for row in table.rows]
    filled = [row for row in rows if any(row)]
    if not filled:
        return []
    if len(filled) == 1 and all(filled[0]) and len(filled[0]) > 1:
        return filled[0]
    if not any(all(row) for row in rows[1:]) and sum(not cell for row in rows for cell in row) * 3 >= sum(
        map(len, rows)
    ):
        firsts = _fields(rows)
        if rows[0] and all(rows[0]) and not any(any(row) for row in rows[1:]):
            return rows[0]
        if all(len(cell) <= _LONGEST for cell in firsts):
            return firsts
    return []


def _fields(rows: list[list[str]]) -> list[str]:
    """What stands in the cells; what is in brackets belongs to the field before it."""
    found: list[str] = []
    for cell in (cell for row in rows for cell in row if cell):
        bare = re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", cell)
        if found and re.fullmatch("[（(].*[)）]", bare):
            found[-1] += bare
        else:
            found.append(bare)
    return found
