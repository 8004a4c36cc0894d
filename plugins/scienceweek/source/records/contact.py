"""Contacts as written."""

from typing import Annotated

from scienceweek.model.contact import Show
from scienceweek.source.records.record import Line, Record, Ref, Several, listed, optional, usual


class ContactRecord(Record):
    """联系人"""

    name: Line | None = optional("姓名", "联系人姓名或科室名称")
    phones: Annotated[tuple[Line, ...], Several] = listed("电话", "电话号码，可以有几个；不用写引号")
    email: Line | None = optional("邮箱", "电子邮箱")
    post: Line | None = optional("单位", "联系人所在的单位或科室")
    show: Show = usual(
        Show.INTERNAL,
        "公开范围",
        "不写就是内部，任何页面都不出现；office：通知已公开发布，只公开办公座机，算科室的电话",
    )
    basis: Ref | None = optional("公开依据", "为什么可以公开个人手机：公开发布的通知所属活动周的编号")
