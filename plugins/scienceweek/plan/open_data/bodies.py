"""Campaigns (schema.org EventSeries) and organisations (schema.org Organization) as open data."""

from scienceweek import links
from scienceweek.formats.open_data.dataset import DataField, DataKind, Record, ValueType, record
from scienceweek.model.campaign import Campaign, Series
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Organisation
from scienceweek.plan.brief import Brief
from scienceweek.plan.open_data import organisers
from scienceweek.plan.open_data.addresses import address
from scienceweek.views.parts.contacts import shown, telephones
from scienceweek.views.parts.organisers import has_page

_STRAND = (
    DataField("id", "板块编号", required=True),
    DataField("name", "板块", required=True, width=24),
    DataField("text", "板块说明", listed=False),
)
CAMPAIGN = DataKind(
    "campaigns",
    "届次",
    "EventSeries",
    (
        DataField("id", "编号", "永远不变", required=True, width=20),
        DataField("name", "名称", required=True, width=34),
        DataField("url", "网页", type=ValueType.LINK, required=True, width=30),
        DataField("series", "系列", required=True, choices=tuple(one.value for one in Series)),
        DataField("theme", "主题", width=34),
        DataField("startDate", "开始日期", type=ValueType.DAY, required=True, width=12),
        DataField("endDate", "结束日期", "含这一天", type=ValueType.DAY, required=True, width=12),
        DataField("district", "区县编号", required=True),
        DataField("districtName", "区县", required=True),
        DataField("districtCode", "区划代码", "GB/T 2260", required=True, width=10),
        DataField("superEvent", "上级届次", "它落实的那一届"),
        DataField("organizer", "单位", type=ValueType.OBJECT, many=True, fields=organisers.FIELDS),
        DataField("strands", "内容板块", type=ValueType.OBJECT, many=True, fields=_STRAND),
        DataField("activities", "活动数", "含各部分", type=ValueType.INTEGER, required=True, width=8),
        DataField("notice", "通知", "标题", width=40),
        DataField("noticeNumber", "文号", width=20),
        DataField("noticeIssued", "发文日期", type=ValueType.DAY, width=12),
        DataField("noticeUrl", "通知全文", type=ValueType.LINK, required=True, width=30),
        DataField("description", "概况", listed=False),
        DataField("updated", "更新", type=ValueType.DAY, width=12),
        DataField("formerId", "曾用编号", many=True, listed=False),
    ),
)
ORGANISATION = DataKind(
    "organisations",
    "单位",
    "Organization",
    (
        DataField("id", "编号", "永远不变", required=True, width=26),
        DataField("name", "全称", required=True, width=34),
        DataField("alternateName", "别的名称", "简称、曾用名", many=True, width=20),
        DataField("url", "网页", "没有自己的网页的不写", type=ValueType.LINK, width=30),
        DataField(
            "collective", "统称", "例如 各街镇：说的是许多单位", type=ValueType.TRUTH, required=True, width=8
        ),
        DataField("district", "区县编号", required=True),
        DataField("districtName", "区县", required=True),
        DataField("districtCode", "区划代码", "GB/T 2260", required=True, width=10),
        DataField("telephone", "电话", "已经公开的", many=True, width=24),
        DataField("website", "官方网站", type=ValueType.LINK, width=24),
        DataField("activities", "活动数", "承担了几个活动", type=ValueType.INTEGER, required=True, width=8),
        DataField("formerId", "曾用编号", many=True, listed=False),
    ),
)


def campaign(one: Campaign, catalogue: Catalogue, brief: Brief) -> Record:
    """*one* in the fields of `CAMPAIGN`."""
    return record(
        CAMPAIGN.fields,
        {
            "id": one.id,
            "name": one.name,
            "url": address(links.campaign(one), brief),
            "series": one.series.value,
            "theme": one.theme,
            "startDate": one.when.first,
            "endDate": one.when.last,
            "district": one.district.id,
            "districtName": one.district.name,
            "districtCode": one.district.code,
            "superEvent": one.parent.id if one.parent else "",
            "organizer": organisers.organisers(one.organisers),
            "strands": tuple(
                record(_STRAND, {"id": each.id, "name": each.title, "text": each.text})
                for each in one.strands
            ),
            "activities": len(catalogue.every_of_campaign[one.id]),
            "notice": one.notice.title,
            "noticeNumber": one.notice.number,
            "noticeIssued": one.notice.issued,
            "noticeUrl": address(links.notice(one), brief),
            "description": one.summary,
            "updated": one.updated,
            "formerId": one.was,
        },
    )


def organisation(one: Organisation, catalogue: Catalogue, brief: Brief) -> Record:
    """*one* in the fields of `ORGANISATION`."""
    calls = shown(one.contacts, None, brief.privacy)
    return record(
        ORGANISATION.fields,
        {
            "id": one.id,
            "name": one.name,
            "alternateName": (*one.short_names, *one.former_names),
            "url": address(links.organisation(one), brief)
            if not one.collective and has_page(one, catalogue)
            else "",
            "collective": one.collective,
            "district": one.district.id,
            "districtName": one.district.name,
            "districtCode": one.district.code,
            "telephone": telephones(calls),
            "website": one.url,
            "activities": len(catalogue.of_organisation[one.id]),
            "formerId": one.was,
        },
    )
