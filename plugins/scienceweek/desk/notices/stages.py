"""The stages of a contest: signing up, heats, finals, results, under their names or one after the other in a sentence."""

import re
from collections.abc import Iterator

from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices.lines import Line
from scienceweek.desk.notices.outline import NoticeSection
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.cells import apart
from scienceweek.desk.tables.programme import when_first
from scienceweek.desk.tables.times import moment

CONTEST = re.compile("大赛|竞赛|比赛|挑战赛|选拔赛|展评|评选|联赛|锦标赛")
_STAGE = (
    "(?:线上|网上|现场|组织)?报名|(?:作品)?(?:征集|提交|报送|申报)|海选|预赛|初赛|复赛|半决赛|总?决赛|初评|复评|终评|评审|展示|展演"
    "|颁奖|公布|公示|选拔"
)
_NAMED = re.compile(
    rf"^(?:第[一二三四五六]阶段[：:]?)?(?P<name>[^：:，。；]{{0,6}}(?:{_STAGE})[^：:，。；]{{0,6}}?)(?:阶段|环节|时间)?\s*[：:]\s*(?P<rest>.+)"
)
_TITLE = re.compile(rf"^(?P<name>.{{0,6}}(?:{_STAGE}).{{0,6}}?)(?:阶段|环节|时间)?$")
_BEHIND = re.compile(rf"^(?P<name>(?:{_STAGE})[^，。；]{{0,6}})$")
_PLACE = re.compile(
    "(?:在|地点[：:]?)?(?P<at>.{2,30}(?:馆|厅|室|楼|广场|校|中心|院|园|宫|站|场|中学|小学|大学))(?:举行|举办|进行)?"
)
_FEWEST = 2
_LOOK = "阶段是从各行读出来的，请对着原文看"


def stages_of(section: NoticeSection, setting: Setting) -> Finding | None:
    """Those that stand under their names in *section*: in its lines, or as sections below."""
    found = [one for one in (_named(*said, setting) for said in _lines(section)) if one]
    if len(found) < _FEWEST:
        return None
    read = "；".join(line.text for line in section.lines) or section.heading
    return Finding(list(found), read, section.where, _LOOK)


def stages_in(line: Line, setting: Setting) -> Finding | None:
    """Those that a sentence tells one after the other: 9月17日初赛，9月22日决赛."""
    found: list[Value] = []
    for clause in apart(line.text, "，,；;。"):
        when, rest = when_first(clause, setting)
        said = _BEHIND.fullmatch(rest) if when else None
        if said:
            told = moment(when, setting)
            found.append({"name": said["name"].removeprefix("举行"), "when": told.value})
    if len(found) < _FEWEST:
        return None
    return Finding(found, line.text, line.where, _LOOK)


def _lines(section: NoticeSection) -> Iterator[tuple[str, str]]:
    """Names, and what is said of each."""
    for line in section.lines:
        for part in apart(line.text, "；;"):
            if said := _NAMED.match(part):
                yield said["name"], said["rest"]
    for one in section.sections:
        if one.text and (titled := _TITLE.fullmatch(one.title)):
            yield titled["name"], one.text


def _named(name: str, rest: str, setting: Setting) -> Value | None:
    when, said = when_first(rest, setting)
    if not when:
        return None
    made: dict[str, Value] = {"name": name.strip(), "when": moment(when, setting).value}
    notes: list[str] = []
    for part in apart(said, "，,；;。\n"):
        if "where" not in made and (at := _PLACE.fullmatch(part.strip())):
            made["where"] = {"place": at["at"]}
            made["attend"] = True
        elif part.strip():
            notes.append(part.strip())
    if notes:
        made["note"] = "，".join(notes)
    return made
