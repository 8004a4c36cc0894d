"""Words of the fixed lists, as tables put them: types of base, kinds of activity, audiences; and which district is meant."""

import re
from collections.abc import Iterable, Mapping

from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.cells import apart, plain
from scienceweek.model.term import Term

_TAIL = re.compile("(?:类|型|类型|活动|基地)$")

_AUDIENCES: Mapping[str, tuple[str, ...]] = {
    "公众": (
        "社会公众",
        "广大公众",
        "市民",
        "广大市民",
        "全体市民",
        "群众",
        "广大群众",
        "社会大众",
        "面向公众",
        "面向社会公众",
    ),
    "青少年": ("广大青少年", "青少年朋友", "青少年群体"),
    "中小学生": ("中小学学生", "广大中小学生"),
    "中老年人": ("中老年", "中老年群体", "中老年人群"),
    "农民": ("农户", "广大农民", "农民朋友"),
    "科技工作者": ("广大科技工作者",),
    "科普爱好者": (),
    "志愿者": (),
    "企业": (),
}
"""Words that mean the same as a term."""

_NEAR: Mapping[str, tuple[str, ...]] = {
    "公众": (
        "不限",
        "所有人",
        "居民",
        "社区居民",
        "辖区居民",
        "游客",
        "观众",
        "社会各界",
        "各界群众",
        "参观者",
        "全年龄",
        "全民",
    ),
    "青少年": ("少年儿童", "儿童", "亲子家庭", "亲子"),
    "中小学生": ("学生", "小学生", "中学生", "初中生", "高中生", "在校学生", "师生", "中小学师生"),
    "中老年人": ("老年人", "老人"),
    "农民": ("村民", "种植户", "养殖户"),
    "科技工作者": ("科技人员", "科研人员"),
    "企业": ("企业职工", "企业人员", "企业代表"),
}
"""Words that are near to one, so that somebody has to look."""

_PUBLIC = frozenset([*_AUDIENCES["公众"], "公众"])
_INVITED = re.compile("本校|本院|本单位|内部|特邀|受邀|邀请|领导|机关干部|党员|工作人员")

_KINDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "启动仪式": "启动仪式|开幕式|启动式",
        "比赛竞赛": "大赛|比赛|竞赛|挑战赛|知识赛",
        "开放日": "开放日|开放周",
        "科普大篷车": "大篷车",
        "科普赶集": "赶集|科普大集",
        "义诊": "义诊",
        "进校园": "进校园|入校园|进学校",
        "送技术下乡": "下乡|科技助农",
        "培训": "培训",
        "讲座宣讲": "讲座|报告会|宣讲|讲坛|讲堂|论坛",
        "展览展示": "展览|展示|巡展|展$|画展|图片展|科普展",
        "评选": "评选",
        "走访观摩": "走访|观摩|慰问",
        "实践体验": "实践|体验|研学|实验课|手工",
        "线上活动": "线上|云直播|网络直播",
    }.items()
}
"""What in a name tells the kind, the surest first."""


def term(said: str, terms: Iterable[Term]) -> Term | None:
    """The term that is *said*, in its id or its name, with or without 类."""
    looked_up = plain(said)
    bare = _TAIL.sub("", looked_up)
    return next(
        (
            one
            for one in terms
            if looked_up in (one.id, plain(one.name)) or bare == _TAIL.sub("", plain(one.name))
        ),
        None,
    )


def kind(title: str, setting: Setting) -> Term | None:
    """The kind that the words of a *title* tell."""
    found = next((name for name, pattern in _KINDS.items() if pattern.search(title)), "")
    return term(found, setting.known.terms.kinds) if found else None


def audiences(said: str, setting: Setting) -> tuple[list[str], list[str], str]:
    """The ids of those that are *said*, the words that are in no list, and why somebody should look."""
    known: list[str] = []
    strange: list[str] = []
    why = ""
    for word in apart(said.replace("\n", "、"), "、，,；;/和及"):
        looked_up = re.sub("^(?:面向|广大|全体|全区|全市|全县)+|等$", "", plain(word))
        found = term(word, setting.known.terms.audiences) or _by_words(_AUDIENCES, plain(word), setting)
        if not found and (found := _by_words(_NEAR, looked_up, setting)):
            why = f"“{word}”归到了“{found.name}”"
        found = found or term(looked_up, setting.known.terms.audiences)
        (known if found else strange).append(found.id if found else word)
    return list(dict.fromkeys(known)), strange, why


def _by_words(words: Mapping[str, tuple[str, ...]], said: str, setting: Setting) -> Term | None:
    name = next((name for name, others in words.items() if said in others), "")
    return term(name, setting.known.terms.audiences) if name else None


def admitted(said: str) -> tuple[str, str]:
    """Who may come, by the words for the audience, "" if they do not tell; and why somebody should look."""
    words = [plain(word) for word in apart(said.replace("\n", "、"), "、，,；;/")]
    if words and all(word in _PUBLIC for word in words):
        return "public", ""
    if any(map(_INVITED.search, words)):
        return "invited", f"按对象“{said.strip()}”推断"
    return "", ""


def district(said: str, setting: Setting) -> str:
    """The id of the district that is called so, "" if none is known."""
    looked_up = plain(said)
    return next((one.id for one in setting.known.districts if looked_up in (one.id, one.name, one.short)), "")
