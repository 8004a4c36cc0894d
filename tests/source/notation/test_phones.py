import re

import phonenumbers
import pytest
from phonenumbers.geodata import GEOCODE_DATA

from scienceweek.model.contact import Phone
from scienceweek.source.notation.phones import PhoneError, phones


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("67821101", "023-67821101"),
        ("023-67821101", "023-67821101"),
        ("023—63003153", "023-63003153"),
        ("023－63003153", "023-63003153"),
        ("（023）67821101", "023-67821101"),
        ("02367821101", "023-67821101"),
        ("\uff10\uff12\uff13－67821101", "023-67821101"),
        ("023 6782 1101", "023-67821101"),
        ("+86 23-67821101", "023-67821101"),
        ("+86-023-67821101", "023-67821101"),
        ("010—63581772", "010-63581772"),
        ("0952-6012345", "0952-6012345"),
        ("67821101转801", "023-67821101转801"),
        ("023-67821101-801", "023-67821101转801"),
        ("023-67821101 ext. 801", "023-67821101转801"),
        ("67821101，转801", "023-67821101转801"),
        ("67821101（转801）", "023-67821101转801"),
        ("67821101 分机 801", "023-67821101转801"),
        ("400-800-1234", "400-800-1234"),
        ("4008001234", "400-800-1234"),
        ("12345", "12345"),
        ("电话：12345", "12345"),
        ("110", "110"),
        ("+86-400-800-0000", "400-800-0000"),
        ("0086 800 820 0000", "800-820-0000"),
        ("400-800-0000-801", "400-800-0000转801"),
        ("12345热线", "12345"),
        ("12345市民服务热线", "12345"),
        ("服务热线：12345", "12345"),
        ("023-12315", "023-12315"),
        ("（023）12345", "023-12345"),
        ("0952-12345", "0952-12345"),
        ("+86 95588", "95588"),
        ("95105105", "95105105"),
        ("1010 1010", "10101010"),
        ("999", "999"),
        ("12345转2", "12345转2"),
        ("67821101#801", "023-67821101转801"),
        ("67821101*801", "023-67821101转801"),
        ("\uff16\uff17\uff18\uff12\uff11\uff11\uff10\uff11\uff03\uff18\uff10\uff11", "023-67821101转801"),
        ("67821101,801", "023-67821101转801"),
        ("67821101，，801", "023-67821101转801"),
        ("67821101x801", "023-67821101转801"),
        ("67821101 Ext: 801", "023-67821101转801"),
        ("67821101转分机801", "023-67821101转801"),
        ("67821101 内线801", "023-67821101转801"),
        ("tel:+862367821101;ext=801", "023-67821101转801"),
        ("+86 (0)23 6782 1101", "023-67821101"),
        ("86-23-67821101", "023-67821101"),
        ("（86）23-67821101", "023-67821101"),
        ("023.67821101", "023-67821101"),
        ("023_67821101", "023-67821101"),
        ("☎ 67821101", "023-67821101"),
        ("联系方式：67821101", "023-67821101"),
        ("864008001234", "400-800-1234"),
        ("95598", "95598"),
        ("96096", "96096"),
    ],
)
def test_a_landline_has_its_area_code(written: str, number: str):
    assert phones(written, "023") == (Phone(number, mobile=False),)


@pytest.mark.parametrize(
    "written",
    [
        "13800000000",
        "138 0000 0000",
        "138-0000-0000",
        "+8613800000000",
        "0086 138 0000 0000",
        "手机：13800000000",
        "138.0000.0000",
        "0138-0000-0000",
        "013800000000",
        "8613800000000",
        "（+86）138-0000-0000",
        "+86 (0) 138 0000 0000",
    ],
)
def test_a_mobile_is_known_by_its_digits(written: str):
    assert phones(written, "023") == (Phone("13800000000", mobile=True),)


@pytest.mark.parametrize("between", ["、", "，", ",", "；", "/", "或", " ", "　　"])
def test_two_numbers_in_one_cell_are_two(between: str):
    assert phones(f"13800000000{between}023-86715025", "023") == (
        Phone("13800000000", mobile=True),
        Phone("023-86715025", mobile=False),
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("1380000000", "看不懂电话“1380000000”：手机号是 11 位，这里有 10 位。"),
        ("138000000001", "看不懂电话“138000000001”：手机号是 11 位，这里有 12 位。"),
        ("023-6782O101", "电话“023-6782O101”里有“O”，是不是数字 0？"),
        ("1380000000l", "电话“1380000000l”里有“l”，是不是数字 1？"),
        (
            "023-678211011",
            "看不懂电话“023-678211011”：区号后面应该是 7 位或 8 位。可以写 13800000000、023-67821101、67821101转801 或 400-800-0000。",
        ),
        ("科普科", "看不懂电话“科普科”。可以写 13800000000、023-67821101、67821101转801 或 400-800-0000。"),
        (
            "13800000000023867150",
            "看不懂电话“13800000000023867150”：有几个号码，请用“、”隔开。",
        ),
    ],
)
def test_what_cannot_be_dialled_is_refused(written: str, message: str):
    with pytest.raises(PhoneError) as caught:
        phones(written, "023")

    assert str(caught.value) == message


def test_a_local_number_needs_an_area_code():
    with pytest.raises(PhoneError) as caught:
        phones("67821101", "")

    assert (
        str(caught.value)
        == "看不懂电话“67821101”：没有区号，districts.yaml 里这个区县也没有写 area_code。请写上区号。"
    )


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (
            "6782110.0",
            "Excel 加上了“.0”，请删去，写出完整的号码。可以写 13800000000、023-67821101、67821101转801 或 400-800-0000。",
        ),
        ("6782110", "区号 023 后面应该是 8 位，这里有 7 位。"),
        ("023-6782110", "区号 023 后面应该是 8 位，这里有 7 位。"),
        ("010-6782110", "区号 010 后面应该是 8 位，这里有 7 位。"),
        (
            "026-67821101",
            "没有 026 开头的区号。可以写 13800000000、023-67821101、67821101转801 或 400-800-0000。",
        ),
        ("0400-8000000", "400-800-0000 前面不加 0 和区号，请写 400-800-0000。"),
        ("023-110", "110 前面不加 0 和区号，请写 110。"),
        ("23-67821101", "区号前面少了 0，请写 023-67821101。"),
        (
            "13800000000转801",
            "13800000000 没有分机，请只写 13800000000；后面是另一个号码，就用“、”隔开写全。",
        ),
        ("67821101转人工", "电话里只写号码，“人工”请写在 name 或 post 里。"),
        ("67821101转8012345", "分机只写 1 到 6 位数字，如 023-67821101转801。"),
        ("传真：67821101", "电话里只写号码，“传真”请写在 name 或 post 里。"),
        (
            "138****0001",
            "号码要写全，不能有几位用 * 代替。不想公开就写 show: internal；要在网页上隐去手机中间四位，在 data/site.yaml 写 mask_mobiles: true。",
        ),
        (
            "+852 1234",
            "“+”后面是国家或地区的代码和完整的号码，这里位数或开头不对。可以写 +852 2345 6789 或 +86 23 6000 0000。",
        ),
        ("1.3389E+10", "Excel 把号码变成了科学计数，后面几位已经丢了。请从原来的表或通知里查出完整的号码。"),
        ("13800000000.0", "Excel 加上了“.0”，请写 13800000000。"),
        ("暂无", "没有号码，就删去 phones 这一项；和别处一样的，请再写一遍号码。"),
        ("李四13800000000", "电话里只写号码，“李四”请写在 name 或 post 里。"),
        ("13800000000（微信同号）", "电话里只写号码，“微信同号”请写在 name 或 post 里。"),
    ],
)
def test_what_a_cell_of_a_table_holds_is_told_by_its_name(written: str, reason: str):
    with pytest.raises(PhoneError) as refused:
        phones(written, "023")

    assert str(refused.value) == f"看不懂电话“{written}”：{reason}"


@pytest.mark.parametrize("written", ["'13800000000", "’13800000000", "“13800000000”"])
def test_marks_around_a_number_are_no_part_of_it(written: str):
    assert phones(written, "023") == (Phone("13800000000", mobile=True),)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("67821101-2", "是分机请写 转2；是另一个号码，请把它写全。"),
        ("67821101/2", "有几个号码，每个都要写全。是分机请写 023-67821101转2。"),
        ("67821101转801、802", "有几个号码，每个都要写全。是分机请写 023-67821101转802。"),
        ("13800000000/02", "有几个号码，每个都要写全。"),
        ("852-23456789", "港澳台和国外的号码以 . 开头，请写 .852 2345 6789。"),
        ("138 0000 0000 023-67821101", "有几个号码，请用“、”隔开。"),
    ],
)
def test_the_end_of_another_number_is_not_taken_for_an_extension(written: str, reason: str):
    with pytest.raises(PhoneError, match=reason):
        phones(written, "023")


def test_a_digit_behind_a_number_of_seven_is_no_eighth():
    with pytest.raises(PhoneError, match="是分机请写 转8；是另一个号码，请把它写全。例如 6000001转8。"):
        phones("6000001-8", "0952")


@pytest.mark.parametrize(
    ("written", "number", "mobile"),
    [
        ("+852 2345 6789", "+852 2345 6789", False),
        ("00852-23456789", "+852 2345 6789", False),
        (
            "\uff0b\uff18\uff15\uff13 \uff16\uff16\uff11\uff12 \uff13\uff14\uff15\uff16",
            "+853 6612 3456",
            True,
        ),
        ("+886 (0)2 2345 6789", "+886 2 2345 6789", False),
        ("+1 (415) 555-2671", "+1 415-555-2671", False),
        ("+85223456789转801", "+852 2345 6789转801", False),
    ],
)
def test_a_number_of_another_country_begins_with_its_code(written: str, number: str, *, mobile: bool):
    assert phones(written, "023") == (Phone(number, mobile=mobile),)


def test_a_number_behind_one_with_an_area_code_has_the_same():
    assert [one.number for one in phones("010-63581772、63581773", "023")] == ["010-63581772", "010-63581773"]


def test_a_short_number_behind_a_comma_is_no_extension():
    assert [one.number for one in phones("67821101，110、12345", "023")] == ["023-67821101", "110", "12345"]


@pytest.mark.parametrize("written", ["67821101转801", "67821101、110", "67821101-801"])
def test_a_local_number_with_more_behind_it_lacks_its_area_code_all_the_same(written: str):
    with pytest.raises(
        PhoneError, match=r"没有区号，districts.yaml 里这个区县也没有写 area_code。请写上区号。"
    ):
        phones(written, "")


@pytest.mark.parametrize(
    "written",
    [
        "0400-8000000",
        "023-110",
        "23-67821101",
        "67821101-2",
        "13800000000.0",
        "67821101.0",
        "13800000000-801",
        "+852 1234",
    ],
)
def test_what_a_message_proposes_is_accepted(written: str):
    with pytest.raises(PhoneError) as refused:
        phones(written, "023")

    proposed = re.findall("(?:请写|请只写|例如|可以写) ([0-9+][0-9转 -]*[0-9])", str(refused.value))
    assert proposed
    assert all(phones(one, "023") for one in proposed)


def _is_valid(number: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(number))


@pytest.mark.parametrize(
    "written",
    [
        *(
            "67821101",
            "010-63581772",
            "0952-6012345",
            "67821101转801",
            "13800000000",
            "023-12345",
            "010-95588",
        ),
        *("400-800-0000", "800-820-0000", "+852 2345 6789", "+886 2 2345 6789"),
    ],
)
def test_what_is_dialled_is_a_number_of_the_world_s_plan(written: str):
    ((phone,)) = phones(written, "023")

    assert _is_valid(phone.tel)
    shown = phonenumbers.parse(phone.number.replace("转", " ext. "), "CN")
    assert shown == phonenumbers.parse(phone.tel)


def test_every_area_code_of_china_is_known():
    first = [prefix.removeprefix("86") for prefix in GEOCODE_DATA if prefix.startswith("86")]
    codes = {code[:3] for code in first if re.match("[3-9][0-9]{2}", code)} | {
        code[:2] for code in first if re.match("10|2[0-9]", code)
    }

    assert len(codes) > 300
    for code in codes:
        assert phones(f"0{code}-{'6' * (8 if len(code) == 2 else 7)}", "")
