import pytest

from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.record import Record
from scienceweek.source.records.synonyms import called


@pytest.mark.parametrize(
    ("kind", "written", "key"),
    [
        (ActivityRecord, "名称", "title"),
        (ActivityRecord, "活动名称", "title"),
        (ActivityRecord, "标题", "title"),
        (ActivityRecord, "时 间", "when"),
        (ActivityRecord, "举办时间", "when"),
        (ActivityRecord, "日期", "when"),
        (ActivityRecord, "活动地点", "where"),
        (ActivityRecord, "主办单位", "organisers"),
        (ActivityRecord, "活动内容", "description"),
        (ActivityRecord, "联系电话", "contacts"),
        (ContactRecord, "联系电话", "phones"),
        (ContactRecord, "负责人", "name"),
        (ActivityRecord, "审图号", None),
    ],
)
def test_headings_of_tables_lead_to_fields(kind: type[Record], written: str, key: str | None):
    assert called(kind, written) == key
