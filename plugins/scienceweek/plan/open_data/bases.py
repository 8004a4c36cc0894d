"""Science bases and venues as open data (schema.org Place), with their hours."""

from typing import Any

from scienceweek import links
from scienceweek.formats.open_data.dataset import DataField, DataKind, Record, ValueType, record
from scienceweek.formats.opening_hours import osm
from scienceweek.model.coming import Accessible
from scienceweek.model.place import Base, Opening, Venue
from scienceweek.model.visit import door_rules
from scienceweek.plan.brief import Brief
from scienceweek.plan.open_data import conditions, places, times
from scienceweek.plan.open_data.addresses import address
from scienceweek.views.parts.contacts import shown, telephones
from scienceweek.views.parts.week_hours import summary

_SPOT = (
    DataField("id", "编号", "永远不变", required=True, width=26),
    DataField("name", "名称", required=True, width=30),
    DataField("alternateName", "别的名称", "简称、曾用名、别名", many=True, width=20),
    DataField("url", "网页", type=ValueType.LINK, required=True, width=30),
    DataField("district", "区县编号", required=True),
    DataField("districtName", "区县", required=True),
    DataField("districtCode", "区划代码", "GB/T 2260", required=True, width=10),
    DataField("town", "镇街"),
    DataField("address", "地址", width=36),
    *places.POSITION,
    DataField("telephone", "电话", "已经公开的", many=True, width=24),
    DataField(
        "openingHours", "开放时间", "OpenStreetMap 的 opening_hours 写法；没有这一项的是没有写明", width=36
    ),
    DataField("hours", "开放时间说明", "用中文写出", width=30),
    DataField("access", "怎么去", many=True, listed=False),
)
_OPENING = (
    *times.FIELDS,
    DataField("campaign", "届次编号", required=True),
    *conditions.FIELDS,
    DataField("remark", "开放附注"),
    DataField("source", "出处", "通知里的位置", type=ValueType.LINK),
)
_RECOGNITION = (
    DataField("level", "认定级别", required=True),
    DataField("year", "认定年份", type=ValueType.INTEGER),
)
_AFTER = (
    DataField("verified", "核实日期", "工作人员最近核实的日子", type=ValueType.DAY, width=12),
    DataField("formerId", "曾用编号", many=True, listed=False),
)
BASE = DataKind(
    "bases",
    "科普基地",
    "Place",
    (
        *_SPOT,
        DataField("type", "类型"),
        DataField("recognitions", "认定", type=ValueType.OBJECT, many=True, fields=_RECOGNITION),
        *conditions.FIELDS,
        *conditions.COMING,
        DataField("website", "官方网站", type=ValueType.LINK, width=24),
        DataField("description", "简介", width=50),
        DataField("body_markdown", "详细介绍", "Markdown", listed=False),
        DataField(
            "openings", "活动期间的开放", type=ValueType.OBJECT, many=True, fields=_OPENING, listed=False
        ),
        DataField("campaign", "出自哪一届", listed=False),
        DataField("source", "出处", "通知里的位置", type=ValueType.LINK, listed=False),
        DataField("updated", "更新", type=ValueType.DAY, width=12),
        *_AFTER,
    ),
    placed=True,
)
VENUE = DataKind(
    "venues",
    "活动场地",
    "Place",
    (
        *_SPOT,
        DataField(
            "wheelchair", "轮椅", "没有这一项的是没有写明", choices=("full", "partial", "none"), width=10
        ),
        DataField("accessibilityFeature", "无障碍", many=True, width=20),
        DataField("note", "附注", width=30),
        DataField("formerId", "曾用编号", many=True, listed=False),
    ),
    placed=True,
)


def base(one: Base, brief: Brief) -> Record:
    """*one* in the fields of `BASE`."""
    return record(
        BASE.fields,
        _spot(one, links.base(one), brief)
        | conditions.conditions(one.admission)
        | conditions.coming(one.ages, one.wheelchair)
        | {
            "alternateName": tuple(filter(None, (one.short_name, *one.former_names))),
            "telephone": telephones(shown(one.desk, one.campaign, brief.privacy)),
            "type": one.type.name if one.type else "",
            "recognitions": tuple(record(_RECOGNITION, {"level": each.level, "year": each.year}) for each in one.recognitions),
            "accessibilityFeature": _features(one.accessible),
            "inLanguage": tuple(each.value for each in one.language),
            "bring": one.bring,
            "website": one.url,
            "description": one.description,
            "body_markdown": one.body,
            "openings": tuple(each for opening in one.openings for each in _opening(opening, brief)),
            "campaign": one.campaign.id if one.campaign else "",
            "source": address(links.notice(one.campaign, one.source), brief) if one.campaign and one.source else "",
            "updated": one.updated,
            "verified": one.verified,
            "formerId": one.was,
        },
    )  # fmt: skip


def venue(one: Venue, brief: Brief) -> Record:
    """*one* in the fields of `VENUE`."""
    wheelchair = conditions.coming(None, one.wheelchair)["wheelchair"]
    return record(
        VENUE.fields,
        _spot(one, links.venue(one), brief)
        | {
            "alternateName": (*one.aliases, *one.former_names),
            "telephone": telephones(shown(one.contacts, None, brief.privacy)),
            "wheelchair": wheelchair,
            "accessibilityFeature": _features(one.accessible),
            "note": one.note,
            "formerId": one.was,
        },
    )


def _spot(one: Base | Venue, page: str, brief: Brief) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "url": address(page, brief),
        "district": one.district.id,
        "districtName": one.district.name,
        "districtCode": one.district.code,
        "town": one.town,
        "address": one.address,
        "openingHours": osm(door_rules(one)),
        "hours": summary(one),
        "access": one.access,
    } | places.position(one.point)


def _features(several: tuple[Accessible, ...]) -> tuple[str, ...]:
    return tuple(one.said for one in several)


def _opening(of: Opening, brief: Brief) -> list[Record]:
    """A record for each of its times."""
    shared = conditions.conditions(of.admission) | {
        "campaign": of.campaign.id,
        "remark": of.note,
        "source": address(links.notice(of.campaign, of.source), brief) if of.source else "",
    }
    names = [field.name for field in times.FIELDS]
    return [record(_OPENING, dict(zip(names, when, strict=True)) | shared) for when in times.times(of.when)]
