"""Contacts as written."""

from scienceweek.model.contact import Show
from scienceweek.source.records.record import Id, Line, Record, listed, optional


class ContactRecord(Record):
    """联系人"""

    name: Line | None = optional("姓名", "联系人姓名或科室名称")
    phones: tuple[Line, ...] = listed("电话", "电话号码，可以有几个；不用写引号")
    email: Line | None = optional("邮箱", "电子邮箱")
    post: Line | None = optional("单位", "联系人所在的单位或科室")
    show: Show = Show.INTERNAL
    basis: Id | None = optional("公开依据", "为什么可以公开个人手机：公开发布的通知所属活动周的编号")
