"""What one must know before coming, as written: ages, language, accessibility, groups. Of activities, bases and venues."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from scienceweek.model.coming import Accessible, Language
from scienceweek.source.records.booking import Phones
from scienceweek.source.records.record import Line, Record, Several, Url, listed, optional, usual


class GroupsRecord(Record):
    """团体"""

    taken: bool = usual(default=True, title="接待", description="不接待团体写 false")
    size: Line | None = optional("人数", "例如 20—60人")
    phone: Phones = listed("预约电话", "团体打哪个电话订；公开的号码")
    wechat: Annotated[tuple[Line, ...], Several] = listed("公众号", "公众号的名称，或 小程序“名称”")
    url: Url | None = optional("预约网址")
    note: Line | None = optional("说明", "例如 提前7天，每周三接待学校")


def _sized(written: Any) -> Any:
    return {"size": written} if isinstance(written, str) else written


Groups = Annotated[GroupsRecord, BeforeValidator(_sized, json_schema_input_type=Line | GroupsRecord)]
"""The size alone (20—60人), or how they book."""

Languages = Annotated[tuple[Language, ...], Several]
Accessibility = Annotated[tuple[Accessible, ...], Several]


def ages() -> Any:
    """The field for ages, which is the same wherever there is one."""
    return optional("年龄", "例如 8—13、6岁以上；谁要陪同写在逗号后面：8—13，6岁以下须成人陪同")


def bring() -> Any:
    return optional("带什么", "例如 身份证或预约码")


def language() -> Any:
    return listed("语言", "用什么语言讲，例如 英语；普通话不用写")


def accessible() -> Any:
    return listed("方便设施", "已经核实有的，例如 [轮椅, 手语, 助听感应圈]；不知道就不写")


def groups() -> Any:
    return optional("团体", "接不接学校班级，多少人，打给谁，例如 20—60人")
