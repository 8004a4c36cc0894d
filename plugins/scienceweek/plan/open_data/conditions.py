"""On what conditions one gets in, as open data: what it costs, how one books, for whom it is (schema.org Offer)."""

from typing import Any

from scienceweek.formats.offers import age_range, is_free
from scienceweek.formats.open_data.dataset import DataField, Record, ValueType, record
from scienceweek.model.booking import Booking, Limit, WayKind
from scienceweek.model.coming import Ages
from scienceweek.model.place import Access, Admission, Fee
from scienceweek.views.words import admission as words

_OFFER = (
    DataField("name", "谁", required=True),
    DataField("price", "多少元", "人民币元", type=ValueType.NUMBER, required=True),
    DataField("unit", "每", "家庭、团队等；不写就是每人", listed=False),
    DataField("note", "票价附注", listed=False),
)
FIELDS = (
    DataField("isAccessibleForFree", "免费", "没有这一项的是通知未写明", type=ValueType.TRUTH, width=8),
    DataField(
        "fee",
        "收费",
        "unknown 是通知未写明",
        required=True,
        choices=tuple(one.value for one in Fee),
        listed=False,
    ),
    DataField("offers", "票价", type=ValueType.OBJECT, many=True, fields=_OFFER),
    DataField(
        "booking",
        "预约",
        "unknown 是通知未写明",
        required=True,
        choices=tuple(one.value for one in Booking),
        width=10,
    ),
    DataField("bookingOpens", "预约开始", "日期，或日期和时刻，北京时间", listed=False),
    DataField("bookingCloses", "预约截止", "日期，或日期和时刻，北京时间", width=18),
    DataField("bookingUrl", "预约网址", type=ValueType.LINK, width=24),
    DataField("bookingWays", "预约办法", "公众号、小程序、服务台", many=True, width=24),
    DataField("bookingFull", "名额已满", type=ValueType.TRUTH, listed=False),
    DataField("maximumAttendeeCapacity", "名额", "人数", type=ValueType.INTEGER, width=8),
    DataField("capacity", "名额说明", "通知的原话，例如 30个家庭", listed=False),
    DataField("conditions", "附注", "通知的原话", width=24),
)
COMING = (
    DataField("typicalAgeRange", "年龄", "例如 6-12；6- 是 6 岁以上", width=10),
    DataField("company", "陪同", "通知的原话", listed=False),
    DataField(
        "wheelchair", "轮椅", "没有这一项的是通知未写明", choices=("full", "partial", "none"), width=10
    ),
    DataField("accessibilityFeature", "无障碍", many=True, width=20),
    DataField("inLanguage", "语言", "BCP 47", many=True, listed=False),
    DataField("bring", "带什么", listed=False),
)


def conditions(terms: Admission) -> dict[str, Any]:
    """The values of *terms*."""
    plan = terms.plan
    return {
        "isAccessibleForFree": is_free(terms),
        "fee": terms.fee.value,
        "offers": tuple(_offer(terms)),
        "booking": terms.booking.value,
        "bookingOpens": _limit(plan.opens),
        "bookingCloses": _limit(plan.until),
        "bookingUrl": plan.url,
        "bookingWays": tuple(
            words.way(way) for way in plan.ways if way.kind not in (WayKind.URL, WayKind.PHONE)
        ),
        "bookingFull": plan.full or None,
        "maximumAttendeeCapacity": plan.capacity.number,
        "capacity": plan.capacity.words,
        "conditions": "；".join(filter(None, (terms.note, plan.note))),
    }


def coming(ages: Ages | None, wheelchair: Access) -> dict[str, Any]:
    """For whom it is by age, and whether a wheelchair gets in."""
    return {
        "typicalAgeRange": age_range(ages) if ages and (ages.first, ages.last) != (None, None) else "",
        "company": ages.company if ages else "",
        "wheelchair": "" if wheelchair is Access.UNKNOWN else wheelchair.value,
    }


def _offer(terms: Admission) -> list[Record]:
    return [
        record(_OFFER, {"name": one.who, "price": float(one.yuan), "unit": one.per, "note": one.note})
        for one in terms.prices
    ]


def _limit(of: Limit | None) -> str:
    return of.iso if of else ""
