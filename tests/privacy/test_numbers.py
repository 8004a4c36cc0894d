"""Numbers as they are found in notices, tables and messages, and what only looks like them."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from privacy.cases import EXTENSION, MOBILE, NUMBER, found, secrets

LANDLINES = [
    "023-60000001",
    "02360000001",
    "60000001",
    "6000 0001",
    "6000-0001",
    "（023）60000001",
    "(023)60000001",
    "023－60000001",
    "023—60000001",
    "023–60000001",
    "023‑60000001",
    "023−60000001",
    "023.60000001",
    "023·60000001",
    "023・60000001",
    "023&nbsp;60000001",
    "023&#45;60000001",
    "023&#x2d;6000&#48;001",
    "０２３－６０００００01",
    "023 60000001",
    "023\u300060000001",
    "023 6000 0001",
    "+86 23 6000 0001",
    "+86-23-60000001",
    "0086 23 60000001",
    "86-023-60000001",
    "+86(0)23 6000 0001",
    "tel:+862360000001",
    "2360000001",
    "**023**-60000001",
    "023-6000**0001**",
    "023-60**00**0001",
    "6000*0001*",
    "6000`0001`",
    "`023-60000001`",
    "6000\\0001",
    "023\\-60000001",
    "6000\n0001",
    "023-\n60000001",
    "6000<b>0001</b>",
    '<span class="a1">6000</span><span>0001</span>',
    "6000<!-- x -->0001",
    "6000\u200b0001",
    "6000\xad0001",
    "6000&shy;0001",
    "6000&zwj;0001",
    "6000\u20600001",
    "6\ufe0f\u20e30000001",
    "〇二三六〇〇〇〇〇〇一",
    "零二三-六零零零零零零幺",
    "六〇〇〇〇〇〇一",
    "陆零零零零零零壹",
    "⑥⓪⓪⓪⓪⓪⓪①",
    "𝟔𝟎𝟎𝟎𝟎𝟎𝟎𝟏",
    "٦٠٠٠٠٠٠١",
    "6 0 0 0 0 0 0 1",
    "60 00 00 01",
    "0 2 3 6 0 0 0 0 0 0 1",
    "600 00001",
    "6000/0001",
    "023/60000001",
    "023_6000_0001",
    "023~60000001",
    "电话60000001转3",
    "60000001-801",
    "60000001#801",
    "60000001 ext. 2",
    "联系60000001。",
    "tel60000001",
    "60000001、60000009",
    "86715025 60000001",
    "023-86715025 6000 0001",
    "9:30 6000 0001",
    "5月25日6000 0001",
    "2024-05-25 6000 0001",
    "【023】60000001",
    "023-6000%200001",
    "6OOO0001",
    "023——60000001",
    "60000001",
    "x60000001y",
    "00862360000001",
    "ISBN 1 023-60000001",
    "6000<br>0001",
    "> 6000\n> 0001",
    "6000 &middot; 0001",
    "6000 —— 0001",
    "60000001(转801)",
    "窗口1**60000001**",
    "窗口2**023-60000001**",
    "每天**60000001**24小时",
    "请打**023-60000001**2024年起",
    "<small>会议室3</small><b>023-60000001</b>",
    "12\u200b60000001",
    "1.60000001",
    "①60000001",
    "60000001②",
    "tel:%36%30000001",
    "https://example.cn/%36000%2D0001",
    f"6000{'—' * 12}0001",
    f"6000{' ' * 30}0001",
    "①60000001",
    "⑴023-60000001",
    "⒈60000001",
    "第一60000001",
    "60000001①",
    "60000001²",
    "60000001一楼服务台",
    "023-60000001二〇二四年起",
    "1.60000001",
    "12.60000001",
]
MOBILES = [
    "138 0000 0001",
    "138-0000-0001",
    "13800000001",
    "138.0000.0001",
    "138**0000**0001",
    "0138-0000-0001",
    "+8613800000001",
    "+86 138 0000 0001",
    "0086-13800000001",
    "1 3 8 0 0 0 0 0 0 0 1",
    "138 00 00 00 01",
    "138.00000001",
    "138\n0000\n0001",
    "一三八零零零零零零零一",
    "幺三八〇〇〇〇〇〇〇幺",
    "１３８００００００01",
    "138·0000·0001",
    "13800000001微信同号",
    "<b>138</b>0000<i>0001</i>",
    "138000 00001",
    "(+86)13800000001",
    "1380000<wbr>0001",
    "窗口5**13800000001**",
    "每天**138 0000 0001**24小时",
    "①13800000001",
    "13800000001一起报名",
    "1.13800000001",
]
UNKNOWN = [
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "＋86 138 1234 5678",
    "0138-1234-5678",
    "138.1234.5678",
    "138**1234**5678",
    "一三八一二三四五六七八",
    "电话：13812345678。",
    "138 12 34 56 78",
    "tel:13812345678",
    "手机13812345678或60000002",
    "&#49;3812345678",
    "138&nbsp;1234&nbsp;5678",
    "8613812345678",
    "(138)12345678",
    "13812345678、13912345678",
    "mobile13812345678",
    "窗口5**13812345678**24小时",
    "①13812345678",
    "13812345678一次",
    "张三13812345678二楼",
    "138－１２３４－５６７８",
    "13812345678@qq",
    "1.13812345678",
    "①138 1234 5678",
    "https://example.cn/%31%33812345678",
]
OTHERS = [
    "185 (310.8 / 104.3)",
    "60000002",
    "160000001",
    "600000012",
    "123600000010",
    "2024-60000001",
    "订单号2023600000017",
    "订单2023-6000-0001-77",
    "2024-05-25",
    "20240525T013000Z",
    "010-60000001",
    "+86 10 6000 0001",
    "401147",
    "106.60000001",
    "29.71812345,106.63112345",
    "6000，0001",
    "6000、0001",
    "6000\n\n0001",
    "- 6000\n- 0001",
    "6217 6000 0001 1234",
    "ISBN 978-7-6000-0001-5",
    "13900000002",
    "139 0000 0002",
    "<td>6000</td><td>0001</td>",
    "6000; 0001",
    "6000001",
    "23-6000-001",
    "1949-10-1 2024",
    "1921.7.1-2024",
    "19491001",
    "13800000000元",
    "550e8400-e29b-41d4-a716-446655440000",
    "a13812345678b",
    "网站标识码5001120001",
    "渝ICP备2024012345号",
    "京公网安备 50011202500001号",
    "2021年5月22日至29日",
    "2024—2025年",
    "5001120000",
    'viewBox="0 0 150 1200 3000"',
    "14.30-16.00 123",
    "600000010",
    "160000001号",
    "6000001 1",
    "25 26 27 28 29 30 31",
    "一、二、三、四、五、六、七、八",
    "13812345678.90元",
    "https://example.cn/art/2027/5/22/art_13812_138123.html",
    f"138{' ' * 30}1234{' ' * 30}5678",
    "增长50%30 人",
]
COMMAS = [
    "138，0000，0001",
    "138,0000,0001",
    "138、0000、0001",
    "138：0000：0001",
    "1，3，8，0，0，0，0，0，0，0，1",
    "| 138 | 0000 | 0001 |",
    "138|0000|0001",
    "1380000，0001",
    "138“0000”0001",
    "138=0000=0001",
]
CARDS = [
    "11010519491231002X",
    "11010519491231002x",
    "110105 19491231 002X",
    "110105-1949-1231-002X",
    "１１０１０５１９４９１２３１００２Ｘ",
    "11010519491231**002X**",
    "440524188001010014",
    "11010519491231002×",
    "11010519491231002Х",
    "身份证440524188001010014。",
    "4405 2418 8001 0100 14",
    "四四〇五二四一八八〇〇一〇一〇〇一四",
    "1.440524188001010014",
    "①440524188001010014",
    "440524188001010014一份",
]
"""Numbers of identity cards that the standard and its explanations give as examples."""


@pytest.mark.parametrize("text", LANDLINES)
def test_a_landline_is_found_however_it_is_written(text):
    assert found(text) == [("NUMBER", NUMBER)]


@pytest.mark.parametrize("text", MOBILES)
def test_a_mobile_is_found_however_it_is_written(text):
    assert found(text) == [("NUMBER", MOBILE)]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_mobile_of_which_no_record_knows_is_found_too(text):
    assert {kind for kind, _ in found(text)} == {"MOBILE"}


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_looks_like_a_number_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize("text", [*COMMAS, "<td>6000</td>13800000001"])
def test_what_somebody_has_written_with_commas_or_in_cells_is_found_too(text):
    assert [leak.known for leak in secrets().within(text, written=True)] == [MOBILE]


@pytest.mark.parametrize("text", ["6000，0001", "023、60000001", "| 023 | 6000 | 0001 |"])
def test_a_landline_with_commas_is_told_once(text):
    assert [leak.known for leak in secrets().within(text, written=True)] == [NUMBER]


def test_commas_as_in_a_number_make_a_mobile_of_which_no_record_knows():
    text = (
        "138，1234，5678。139,1234,5678；150、2000、3000元，135，1246，3578元，138，2026，2027，138，12345人"
    )

    assert [leak.written for leak in secrets("139-1234-5678").within(text, written=True)] == [
        "138，1234，5678"
    ]


@pytest.mark.parametrize("text", CARDS)
def test_the_number_of_an_identity_card_is_found(text):
    assert found(text) == [("IDENTITY", "")]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",
        "440524188001010015",
        "1440524188001010014",
        "44052418800101001499",
        "440524188013010014",
        "990524188001010014",
    ],
)
def test_other_numbers_of_eighteen_digits_are_no_identity_cards(text):
    assert found(text) == []


def test_a_number_with_an_extension_is_private_with_it_and_without():
    assert found("60000077、023-60000077转801、023-60000077转802") == [("NUMBER", EXTENSION)] * 3


def test_only_the_extension_of_a_switchboard_that_is_public_is_private():
    import samples

    base = samples.base(contacts=(samples.contact("023-60000077"),))
    known = secrets(more=(base,))

    def told(text: str) -> list[str]:
        return [leak.known for leak in known.within(text)]

    assert told("60000077、023-60000077转802") == []
    assert told("60000077转801") == [EXTENSION]
    assert told("6000 0077-801") == [EXTENSION]
    assert told("60000077（分机801）") == [EXTENSION]


GAPS = st.sampled_from(
    ["", " ", "-", "—", "·", ".", " - ", "**", "&nbsp;", "\u200b", "<b>", "</b>", "　", "\n", "）"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(GAPS, min_size=10, max_size=10), st.sampled_from(["电话", "", "联系人：", "（"]))
def test_a_number_is_found_with_anything_between_its_digits(gaps, before):
    assume(gaps[0] != ".")  # 0.2360000001
    number = "".join(digit + gap for digit, gap in zip("02360000001", [*gaps, ""], strict=True))

    assert [known for _, known in found(f"{before}{number}，谢谢")] == [NUMBER]


@settings(max_examples=300, deadline=None)
@given(st.text("0123456789 -.（）*\n张a@", max_size=60))
def test_whatever_is_found_stands_where_it_is_said_to(text):
    for leak in secrets().within(text):
        assert text[leak.start : leak.end] == leak.written
