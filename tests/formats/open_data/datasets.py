"""A small set of open data with a value of every type, some of them hostile."""

from datetime import UTC, date, datetime

from scienceweek.formats.open_data.dataset import DataField, DataKind, Dataset, ValueType, record

PLACE = (
    DataField("name", "地点", required=True),
    DataField("longitude", "经度", type=ValueType.NUMBER),
    DataField("latitude", "纬度", type=ValueType.NUMBER),
    DataField("note", "附注", listed=False),
)
KIND = DataKind(
    "activities",
    "活动",
    "Event",
    (
        DataField("id", "编号", "永远不变", required=True),
        DataField("name", "名称", required=True),
        DataField("url", "网页", type=ValueType.LINK),
        DataField("startDate", "开始日期", type=ValueType.DAY),
        DataField("free", "免费", type=ValueType.TRUTH),
        DataField("seats", "名额", type=ValueType.INTEGER),
        DataField("telephone", "电话", many=True),
        DataField("location", "地点", type=ValueType.OBJECT, many=True, fields=PLACE),
        DataField("status", "状态", choices=("on", "off")),
        DataField("secretary", "只在 JSON", listed=False),
        DataField("dateModified", "更新", type=ValueType.MOMENT),
    ),
    placed=True,
)
HOSTILE = '=1+1,"甲"\n</script>；𠮷'


def dataset(*records: dict[str, object], **changes: object) -> Dataset:
    given = {"schema": "../schema/activities.json", "scope": "渝北区"} | changes
    return Dataset(KIND, given.pop("scope"), tuple(record(KIND.fields, one) for one in records), **given)


def places(*several: tuple[str, float | None, float | None]) -> tuple[tuple[object, ...], ...]:
    return tuple(
        record(PLACE, {"name": name, "longitude": lon, "latitude": lat}) for name, lon, lat in several
    )


FULL = {
    "id": "fish",
    "name": "我们曾经都是鱼",
    "url": "https://kp.example.cn/activities/fish.html",
    "startDate": date(2024, 5, 25),
    "free": False,
    "seats": 60,
    "telephone": ("023-60000001", "+852 2345 6789"),
    "location": places(("市主会场", 106.5, 29.6), ("馆内", None, None)),
    "status": "on",
    "secretary": "仅此",
    "dateModified": datetime(2024, 5, 20, 8, tzinfo=UTC),
}
BARE = {"id": "bare", "name": HOSTILE}
