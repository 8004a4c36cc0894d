"""What staff call the fields: their Chinese names, and the headings of the tables that notices bring."""

from collections.abc import Mapping

from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import fields

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "标题": ("标题", "名称"),
    "题目": ("标题", "名称"),
    "日期": ("时间",),
    "内容": ("简介", "内容", "事项"),
    "介绍": ("简介",),
    "说明": ("说明", "简介"),
    "备注": ("说明", "简介"),
    "地址": ("地址", "地点"),
    "场地": ("场地", "地点"),
    "单位": ("单位",),
    "主办": ("单位",),
    "承办": ("单位",),
    "协办": ("单位",),
    "电话": ("电话", "联系人"),
    "手机": ("电话", "联系人"),
    "联系方式": ("电话", "联系人"),
    "负责人": ("姓名", "联系人"),
    "联系人": ("姓名", "联系人"),
    "人群": ("对象",),
    "对象": ("对象",),
    "费用": ("费用", "入场条件"),
    "收费": ("费用", "入场条件"),
    "预约": ("预约", "入场条件"),
    "开放": ("开放时段",),
    "经纬度": ("位置",),
    "坐标": ("位置",),
    "类别": ("类型", "形式"),
    "类型": ("类型", "形式"),
    "网站": ("网址",),
    "链接": ("网址",),
}
"""Words in what is written, and the titles that they may stand for, the likeliest first."""

WORDS = "|".join(
    sorted(
        {
            *_SYNONYMS,
            "名称",
            "时间",
            "地点",
            "编号",
            "区县",
            "主题",
            "简介",
            "形式",
            "姓名",
            "邮箱",
            "简称",
            "活动周",
            "状态",
        },
        key=lambda word: (-len(word), word),
    )
)
"""A pattern of words that open a line like a key."""


_TERMS = {"opening_hours": "开放时间", "openinghours": "开放时间", "opening hours": "开放时间"}
"""What schema.org and OpenStreetMap call a field, and its title here."""


def called(kind: type[Record], written: str) -> str | None:
    """The key of the field of *kind* that staff call *written*: ``时间``, ``举办时间``, ``日期``."""
    word = _TERMS.get(written.strip().lower(), "".join(written.split()))
    keys = {about.title or "": key for key, about in fields(kind).items()}
    if word in keys:
        return keys[word]
    for part in sorted((part for part in _SYNONYMS if part in word), key=len, reverse=True):
        if found := next((keys[title] for title in _SYNONYMS[part] if title in keys), None):
            return found
    within = [title for title in keys if len(title) > 1 and word.endswith(title)]
    return keys[max(within, key=len)] if within else None
