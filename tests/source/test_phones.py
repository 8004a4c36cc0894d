import pytest

from scienceweek.model.contact import Phone
from scienceweek.source.phones import PhoneError, phones


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
        ("67821101/2", "有几个号码，每个都要写全。"),
        ("138 0000 0000 023-67821101", "有几个号码，请用“、”隔开。"),
    ],
)
def test_the_end_of_another_number_is_not_taken_for_an_extension(written: str, reason: str):
    with pytest.raises(PhoneError, match=reason):
        phones(written, "023")
