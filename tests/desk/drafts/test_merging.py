"""Of a record that exists only what is different is changed, and nothing that staff know is lost."""

from typing import Any

import pytest

from samples import campaign, catalogue
from scienceweek.desk.drafts.matching import Match
from scienceweek.desk.drafts.merging import merged
from scienceweek.desk.drafts.shelves import Shelved
from scienceweek.desk.findings import Finding, Kind
from scienceweek.desk.setting import Setting

SETTING = Setting(catalogue(campaign()), campaign=campaign().id)
SHOWN = {"name": "张三", "phones": ["13800000000"], "show": "public", "basis": "2024-yubei"}


def changes(there: dict[str, Any], found: dict[str, Any], why: str = "", doubt: str = "") -> dict[str, Any]:
    match = Match(Shelved(Kind.ACTIVITY, {"id": "a", **there}, "activities/a.yaml"), doubt)
    fields = {name: Finding(value, "", "第1行", why) for name, value in found.items()}
    return {name: (one.value, one.why) for name, one in merged(Kind.ACTIVITY, fields, match, SETTING).items()}


@pytest.mark.parametrize(
    ("field", "there", "found"),
    [
        ("when", "5.25-5.27", "5月25日—27日"),
        ("address", "重庆市渝北区一路1号", "渝北区一路1号"),
        ("contacts", [SHOWN], [{"phones": ["13800000000"]}]),
        ("contacts", [{"phones": ["023-60000001"]}], [{"phones": ["60000001"]}]),
        ("organisers", {"host": ["渝北区科协", "渝北区科技局"]}, {"host": ["区科协"]}),
        ("where", {"venue": "square", "words": "县城广场"}, {"venue": "square", "words": "广场"}),
        ("where", [{"area": "全区", "words": "全区范围"}, {"tour": "各街镇"}], {"area": "全区范围"}),
        ("where", {"place": "小学", "address": "一路1号"}, {"place": "小学"}),
        ("topics", ["health", "law"], ["law"]),
        ("admission", {"fee": "free", "booking": "required"}, "free"),
        ("admission", {"fee": "free", "booking": "required"}, {"fee": "free"}),
        ("title", "讲座", "讲座："),
        ("source", "s1", "s2"),
        (
            "opening",
            [{"id": "x", "campaign": "c", "when": "5.25-27"}],
            [{"campaign": "c", "when": "5.25—5.27"}],
        ),
        ("lottery", "true", True),
    ],
)
def test_what_says_the_same_in_other_words_is_no_change(field, there, found):
    assert changes({field: there}, {field: found}) == {}


@pytest.mark.parametrize(
    ("field", "there", "found", "value"),
    [
        ("when", "5.25", "5.26", "5.26"),
        (
            "contacts",
            [SHOWN],
            [{"name": "张三", "phones": ["13900000000"]}],
            [SHOWN | {"phones": ["13900000000"]}],
        ),
        ("contacts", [SHOWN], [{"phones": ["60000001"]}], [SHOWN, {"phones": ["60000001"]}]),
        ("organisers", {"host": ["区科协"]}, {"host": ["区教委"]}, {"host": ["区教委"]}),
        ("where", {"venue": "square"}, {"venue": "hall"}, {"venue": "hall"}),
        ("admission", {"fee": "paid", "booking": "none"}, "free", {"fee": "free", "booking": "none"}),
        ("hours", None, ["周一闭馆"], ["周一闭馆"]),
    ],
)
def test_a_fact_that_is_sure_is_exchanged(field, there, found, value):
    assert changes({field: there} if there else {}, {field: found}) == {field: (value, "")}


def test_words_that_staff_have_chosen_are_asked_about_first():
    assert changes({"description": "好看。"}, {"description": "讲座。"}) == {
        "description": ("讲座。", "现在写的是“好看。”")
    }
    assert changes({"topics": ["law"]}, {"topics": ["health"]}, why="推断") == {
        "topics": (["law", "health"], "推断")
    }


def test_where_it_is_not_sure_that_both_are_one_all_is_asked_about():
    assert changes({"title": "甲"}, {"title": "乙", "when": "5.26"}, doubt="地址一样") == {
        "title": ("乙", "地址一样"),
        "when": ("5.26", "地址一样"),
    }
