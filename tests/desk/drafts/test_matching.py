"""What exists is found again, by whatever name or number it is told."""

import pytest

from scienceweek.desk.drafts.matching import Matcher
from scienceweek.desk.drafts.shelves import Shelved, Shelves
from scienceweek.desk.findings import Finding, FoundRecord, Kind, Value
from scienceweek.desk.setting import Setting

MUSEUM = {
    "id": "museum",
    "name": "重庆市气象科普馆",
    "short_name": "气象馆",
    "former_names": ["气象陈列室"],
    "address": "渝北区一路1号",
    "contacts": [{"phones": ["023-60000001"]}],
}
SHELVES = Shelves(
    (
        Shelved(Kind.BASE, MUSEUM, "bases/a.yaml", {"district": "yubei"}),
        Shelved(
            Kind.BASE,
            {"id": "other", "name": "地质馆", "address": "二路2号"},
            "bases/a.yaml",
            {"district": "yubei"},
        ),
        Shelved(
            Kind.BASE,
            {"id": "third", "name": "第三馆", "address": "二路2号"},
            "bases/a.yaml",
            {"district": "yubei"},
        ),
    )
)


def found(kind: Kind = Kind.BASE, **fields: Value) -> FoundRecord:
    return FoundRecord(kind, {name: Finding(value, "", "第1行") for name, value in fields.items()}, "第1行")


@pytest.mark.parametrize(
    ("fields", "id", "why"),
    [
        ({"name": "重庆市 气象科普馆"}, "museum", ""),
        ({"name": "气象馆"}, "museum", ""),
        ({"name": "气象陈列室"}, "museum", ""),
        ({"name": "渝北区气象科普馆"}, "museum", "名称只差前面的区县"),
        ({"name": "云图馆", "contacts": [{"phones": ["023-60000001"]}]}, "museum", "电话一样"),
        ({"name": "云图馆", "address": "重庆市渝北区一路1号"}, "museum", "地址一样"),
        ({"name": "云图馆", "address": "二路2号"}, None, ""),
        ({"name": "气象馆", "district": "qijiang"}, None, ""),
        ({"id": "other", "name": "别的"}, "other", ""),
    ],
)
def test_a_base_is_found_by_its_names_number_or_address(fields, id, why):
    match = Matcher(SHELVES, Setting(district="yubei")).place(found(**fields))
    assert (match and match.record.id) == id
    assert why in (match.why if match else "")
    assert bool(match and match.why) is bool(why)


def test_one_record_is_found_once():
    matcher = Matcher(SHELVES, Setting(district="yubei"))
    assert matcher.place(found(name="气象馆"))
    assert matcher.place(found(name="气象馆")) is None


def test_a_number_that_several_have_and_a_record_that_is_called_by_its_name_tell_nothing():
    calls: Value = [{"phones": ["023-60000001"]}]
    one, other = found(name="云图馆", contacts=calls), found(name="石头馆", contacts=calls)
    matcher = Matcher(SHELVES, Setting(district="yubei"))
    matcher.expect([one, other])
    assert matcher.place(one) is None
    matcher = Matcher(SHELVES, Setting(district="yubei"))
    matcher.expect([one, found(name="气象馆")])
    assert matcher.place(one) is None


def test_activities_of_one_title_are_told_apart_by_their_time():
    there = [
        Shelved(
            Kind.ACTIVITY, {"id": id, "title": "讲座", "when": when}, "activities/a.yaml", {"campaign": "c"}
        )
        for id, when in (("one", "5.25"), ("two", "5.26"))
    ]
    shelves = Shelves(tuple(there))
    asked = [
        (found(Kind.ACTIVITY, title="讲座"), {"title": "讲座", "when": when})
        for when in ("5.26", "5.28", "5.25")
    ]
    matches = Matcher(shelves, Setting()).activities(asked, "c")
    assert {place: one.record.id for place, one in matches.items()} == {0: "two", 2: "one"}
    # Where one of each is left, it is another time of the same.
    matches = Matcher(shelves, Setting()).activities(asked[:2], "c")
    assert {place: one.record.id for place, one in matches.items()} == {0: "two", 1: "one"}
    assert Matcher(shelves, Setting()).activities(asked, "d") == {}
    # The base of it could not be written before.
    late = [(one, {**fields, "base": "new"}) for one, fields in asked[:1]]
    assert [one.record.id for one in Matcher(shelves, Setting()).activities(late, "c").values()] == ["two"]
