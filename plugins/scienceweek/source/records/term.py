"""Words of fixed lists as written."""

from typing import Annotated

from scienceweek.source.records.record import (
    Id,
    Line,
    Record,
    Several,
    formerly,
    listed,
    optional,
    required,
)


class TermRecord(Record):
    """词条"""

    id: Id = required("编号", "小写字母、数字和连字符")
    name: Line = required("名称", "显示的词，例如 场馆类")
    seal: Line | None = optional("印章字", "一个汉字，地图和名单上代表这一类", max_length=1)
    was: Annotated[tuple[Id, ...], Several] = formerly("主题")


class HeadingRecord(Record):
    """表头：导入的表格里一列的叫法"""

    name: Line = required("表头", "表格里写的，例如 阵地名")
    column: Line = required("哪一列", "例如 基地名称、地址、联系电话、活动名称、时间、地点、主办单位、备注")


class TermsFile(Record):
    """词表：工作人员可以增加词条"""

    base_types: tuple[TermRecord, ...] = listed("基地类型")
    kinds: tuple[TermRecord, ...] = listed("活动形式")
    audiences: tuple[TermRecord, ...] = listed("对象", "活动面向的人群")
    topics: tuple[TermRecord, ...] = listed("主题", "活动的科学主题")
    headings: tuple[HeadingRecord, ...] = listed("表头", "导入表格时程序不认识的表头，是哪一列")
