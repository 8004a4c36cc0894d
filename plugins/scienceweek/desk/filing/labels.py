"""What the headings of a form ask for: the many words for one thing."""

import re
from enum import StrEnum

_NOT_ASKED = re.compile(r"（.*|\(.*|[\s:：]")


class Asked(StrEnum):
    """A thing that a record can say."""

    TITLE = "title"
    UNIT = "unit"
    HOST = "host"
    CO_HOST = "co-host"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    PLACE = "place"
    WHEN = "when"
    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    KIND = "kind"
    AUDIENCE = "audience"
    TEXT = "text"


_WORDS = {
    Asked.TITLE: ("项目名称", "活动名称", "活动项目", "项目", "活动"),
    Asked.UNIT: ("单位名称", "基地名称", "科普基地名称", "场馆名称", "机构名称", "单位", "基地", "场馆"),
    Asked.HOST: ("主办单位", "主办"),
    Asked.CO_HOST: ("承办单位", "承办"),
    Asked.SUPPORT: ("协办单位", "协办"),
    Asked.RESPONSIBLE: ("责任单位", "牵头单位"),
    Asked.PLACE: ("举办地点", "活动地点", "地点", "开放地点"),
    Asked.WHEN: ("举办时间", "活动时间", "开放时间", "时间"),
    Asked.PERSON: ("联系人", "联系人姓名"),
    Asked.PHONE: ("联系电话", "联系人电话", "联系方式", "电话"),
    Asked.EMAIL: ("电子邮箱", "邮箱", "电子邮件", "E-mail"),
    Asked.ADDRESS: ("具体地址", "地址", "详细地址", "单位地址", "基地地址"),
    Asked.KIND: ("活动类型", "活动类别", "活动形式", "类型", "类别"),
    Asked.AUDIENCE: ("活动对象", "面向对象", "参加对象", "适合对象"),
    Asked.TEXT: ("项目简介", "活动简介", "活动内容", "内容简介", "简介", "开放内容", "主要内容"),
}
_KNOWN = {word: asked for asked, words in _WORDS.items() for word in words}


def asked(heading: str) -> Asked | None:
    """What a *heading* asks for: 项 目 简 介（主要活动内容……） for a text. None for what no record says."""
    return _KNOWN.get(_NOT_ASKED.sub("", heading))


def is_long(heading: str) -> bool:
    """Whether what stands under a *heading* needs room of its own."""
    return asked(heading) is Asked.TEXT


def is_of_units(headings: tuple[str, ...]) -> bool:
    """Whether a form with these *headings* lists units, one a row; any other is of one activity."""
    return bool(headings) and asked(headings[0]) is Asked.UNIT
