import pytest

from scienceweek.desk.notices.contacts import contacts, without_private
from scienceweek.desk.notices.lines import pieces
from tests.desk.notices.papers import ONLINE, PLAN, announced, document, values


def people(text: str) -> list[object]:
    found = contacts(pieces(document(text).blocks), "023").finding
    return found.value if found and isinstance(found.value, list) else []


def test_a_contact_in_a_sentence_has_the_unit_that_it_speaks_of():
    assert values(announced(PLAN), "contacts") == (
        [
            {
                "name": "张三",
                "phones": ["023-60001234"],
                "email": "zs@example.com",
                "post": "县科技局",
                "show": "internal",
            }
        ],
    )


def test_a_list_of_units_is_read_to_its_end_and_numbers_without_an_area_code_are_told():
    found = announced(ONLINE).fields["contacts"]
    assert found.value == [
        {
            "name": "王五",
            "phones": ["023-60003153", "13900000001"],
            "post": "市科协科学技术普及部",
            "show": "internal",
        },
        {"name": "赵六", "phones": ["60002104"], "post": "市教委", "show": "internal"},
        {"name": "钱七", "phones": ["60003757"], "post": "市科技局", "show": "internal"},
    ]
    assert found.why == "“60002104”没有区号，或者不像电话；“60003757”没有区号，或者不像电话"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "联系人及电话：\n市科技局政策科：王五 60002090 13900000002\n赵六：60002090 13900000003\n电子信箱：kjj@example.com",
            [
                {
                    "name": "王五",
                    "phones": ["023-60002090", "13900000002"],
                    "email": "kjj@example.com",
                    "post": "市科技局政策科",
                    "show": "internal",
                },
                {
                    "name": "赵六",
                    "phones": ["023-60002090", "13900000003"],
                    "email": "kjj@example.com",
                    "post": "市科技局政策科",
                    "show": "internal",
                },
            ],
        ),
        (
            "联系人：陈 梅，联系电话：60003302",
            [{"name": "陈梅", "phones": ["023-60003302"], "show": "internal"}],
        ),
        (
            "（联系人：王五；电话：60003302）",
            [{"name": "王五", "phones": ["023-60003302"], "show": "internal"}],
        ),
        (
            "请将总结及媒体报道资料报送至区科技局。\n联系人：王五，电话：60003302",
            [{"name": "王五", "phones": ["023-60003302"], "post": "区科技局", "show": "internal"}],
        ),
        ("咨询电话：023-60009999", []),
        ("预约电话：60009999，联系我们", []),
    ],
)
def test_contacts_are_read_in_all_their_forms(text: str, found: list[object]):
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("报送至电子邮箱 a.b@example.com。", "报送至电子邮箱〔邮箱供来文单位，此处略〕。"),
        ("请联系13900000001。", "请联系〔手机供来文单位，此处略〕。"),
        ("预约电话：13900000001", "预约电话：13900000001"),
        ("2022年9月15日", "2022年9月15日"),
    ],
)
def test_what_is_private_leaves_a_mark(text: str, shown: str):
    assert without_private(text) == shown
