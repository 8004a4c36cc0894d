"""Activities as open data (schema.org Event)."""

from datetime import date
from typing import Any

from scienceweek import links
from scienceweek.formats.jsonld import event_status
from scienceweek.formats.open_data.dataset import DataField, DataKind, Record, ValueType, record
from scienceweek.model.activity import Activity, Admits, Status, Tier
from scienceweek.model.days import spans_of
from scienceweek.model.session import SessionStatus
from scienceweek.plan.brief import Brief
from scienceweek.plan.open_data import conditions, organisers, places, times
from scienceweek.plan.open_data.addresses import address
from scienceweek.views.parts.contacts import telephones
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.words import sessions
from scienceweek.views.words.memory import remembered

_SESSION = (
    *times.FIELDS,
    DataField("title", "场次名称"),
    DataField("audience", "对象", "散客、团体等"),
    DataField("inLanguage", "语言"),
    DataField("status", "状态", required=True, choices=tuple(one.value for one in SessionStatus)),
    DataField("maximumAttendeeCapacity", "名额", "人数", type=ValueType.INTEGER),
    DataField("location", "地点", type=ValueType.OBJECT, many=True, fields=places.FIELDS),
)
_STATUSES = ("EventScheduled", "EventPostponed", "EventCancelled", "EventRescheduled", "EventMovedOnline")
ACTIVITY = DataKind(
    "activities",
    "活动",
    "Event",
    (
        DataField("id", "编号", "永远不变", required=True, width=22),
        DataField("name", "名称", required=True, width=36),
        DataField("alternateName", "简称", listed=False),
        DataField("url", "网页", type=ValueType.LINK, required=True, width=30),
        DataField("startDate", "开始日期", "第一天；哪一天没有定的不写", type=ValueType.DAY, width=12),
        DataField("endDate", "结束日期", "最后一天", type=ValueType.DAY, width=12),
        DataField("when", "时间", "用中文写出的全部时间", width=30),
        DataField("schedule", "每次的时间", type=ValueType.OBJECT, many=True, fields=times.FIELDS, listed=False),
        DataField("eventStatus", "状态", "schema.org EventStatusType", required=True, choices=_STATUSES, width=18),
        DataField("statusReason", "变更原因", listed=False),
        DataField("previousSchedule", "原来的时间", type=ValueType.OBJECT, many=True, fields=times.FIELDS, listed=False),
        DataField("location", "地点", type=ValueType.OBJECT, many=True, fields=places.FIELDS),
        DataField("district", "区县编号", required=True),
        DataField("districtName", "区县", required=True),
        DataField("districtCode", "区划代码", "GB/T 2260", required=True, width=10),
        DataField("campaign", "届次编号", required=True, width=18),
        DataField("campaignName", "届次", required=True, width=28),
        DataField("organizer", "单位", type=ValueType.OBJECT, many=True, fields=organisers.FIELDS),
        DataField("base", "所属基地编号", "由哪个基地举办；举办的地方见地点", listed=False),
        DataField("kind", "类型"),
        DataField("tier", "层级", required=True, choices=tuple(one.value for one in Tier), listed=False),
        DataField("audience", "对象", many=True, width=18),
        DataField("topics", "主题", many=True, width=18),
        DataField("admits", "接待谁", "unknown 是通知未写明", required=True, choices=tuple(one.value for one in Admits)),
        *conditions.FIELDS,
        *conditions.COMING,
        DataField("telephone", "电话", "已经公开的", many=True, width=20),
        DataField("contactName", "问谁", width=18),
        DataField("description", "简介", width=50),
        DataField("body_markdown", "详细介绍", "Markdown", listed=False),
        DataField("subEvent", "场次", type=ValueType.OBJECT, many=True, fields=_SESSION, listed=False),
        DataField("superEvent", "属于", "它是哪个活动的一部分", listed=False),
        DataField("source", "出处", "通知里的位置", type=ValueType.LINK, listed=False),
        DataField("inferred", "推断的项", "通知没有写、由工作人员推断的项", many=True, listed=False),
        DataField("formerId", "曾用编号", many=True, listed=False),
        DataField("version", "第几版", "RFC 5545 SEQUENCE", type=ValueType.INTEGER, required=True, listed=False),
        DataField("dateModified", "更新", type=ValueType.MOMENT, required=True, width=20),
    ),
    placed=True,
)  # fmt: skip


@remembered
def activity(one: Activity, brief: Brief) -> Record:
    """*one* in the fields of `ACTIVITY`."""
    public = desk(one, brief.privacy)
    return record(
        ACTIVITY.fields,
        _what(one, brief)
        | conditions.conditions(one.admission)
        | conditions.coming(one.ages, one.wheelchair)
        | {
            "accessibilityFeature": tuple(each.said for each in one.accessible),
            "inLanguage": tuple(each.value for each in one.language),
            "bring": one.bring,
            "telephone": telephones(public.calls),
            "contactName": public.name if public.calls else "",
            "subEvent": tuple(_session(each) for each in one.occurrences if each.session),
        },
    )


def _what(one: Activity, brief: Brief) -> dict[str, Any]:
    first, last = _ends(one)
    return {
        "id": one.id,
        "name": one.full_title,
        "alternateName": one.short_title,
        "url": address(links.activity(one), brief),
        "startDate": first,
        "endDate": last,
        "when": sessions.when(one),
        "schedule": times.times(one.when),
        "eventStatus": event_status(one),
        "statusReason": "" if one.change.status is Status.SCHEDULED else one.change.reason,
        "previousSchedule": times.times(one.change.previously),
        "location": places.locations(one.held_at),
        "district": one.district.id,
        "districtName": one.district.name,
        "districtCode": one.district.code,
        "campaign": one.campaign.id,
        "campaignName": one.campaign.name,
        "organizer": organisers.organisers(one.organisers),
        "base": one.base.id if one.base else "",
        "kind": one.kind.name if one.kind else "",
        "tier": one.tier.value,
        "audience": tuple(term.name for term in one.audience),
        "topics": tuple(term.name for term in one.topics),
        "admits": one.admits.value,
        "description": one.description,
        "body_markdown": one.body,
        "superEvent": one.part_of,
        "source": address(links.notice(one.campaign, one.source), brief) if one.source else "",
        "inferred": one.inferred,
        "formerId": one.was,
        "version": one.revision.sequence if one.revision else one.sequence,
        "dateModified": one.modified,
    }


def _ends(one: Activity) -> tuple[date | None, date | None]:
    days = spans_of(one.when)
    return (days[0].first, days[-1].last) if days else (None, None)


def _session(at: Any) -> Record:
    session = at.session
    (when,) = times.times((at.when,))
    told = dict(zip((field.name for field in times.FIELDS), when, strict=True))
    return record(
        _SESSION,
        told
        | {
            "title": session.name,
            "audience": session.whom,
            "inLanguage": session.language,
            "status": session.status.value,
            "maximumAttendeeCapacity": session.capacity.number,
            "location": places.locations(session.where),
        },
    )
