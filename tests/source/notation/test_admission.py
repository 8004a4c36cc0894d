import pytest

from scienceweek.model.booking import Capacity, Way, WayKind
from scienceweek.model.coming import Ages
from scienceweek.source.notation.admission import AdmissionError, account, ages, capacity, price


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("30", ("30", "")),
        ("30元", ("30", "")),
        ("￥12.50", ("12.5", "")),
        ("100元/人", ("100", "")),
        ("60元/家庭", ("60", "家庭")),
        ("60元一个家庭", ("60", "家庭")),
        ("免票", ("0", "")),
        ("0", ("0", "")),
        ("1,200元", ("1200", "")),
    ],
)
def test_a_price_is_a_number_of_yuan(text: str, made: tuple[str, str]):
    assert price(text) == made


@pytest.mark.parametrize("text", ["面议", "-5", "三十元", "20-30元", "半价"])
def test_a_price_that_is_no_number_is_refused(text: str):
    with pytest.raises(AdmissionError) as caught:
        price(text)
    assert str(caught.value) == (
        f"看不懂价钱“{text}”。请写 30、30元、60元/家庭 或 免票；还不知道的不写，别的话写在 note 里。"
    )


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("8-13", Ages(8, 13)),
        ("8—13岁", Ages(8, 13)),
        ("8岁至13岁", Ages(8, 13)),
        ("6岁以上", Ages(6)),
        ("满6周岁以上", Ages(6)),
        ("12岁以下，须家长陪同", Ages(None, 12, "须家长陪同")),
        ("8—13，6岁以下须成人陪同", Ages(8, 13, "6岁以下须成人陪同")),
        ("不限", Ages(0)),
        ("18岁", Ages(18, 18)),
    ],
)
def test_ages_have_ends_and_company(text: str, made: Ages):
    assert ages(text) == made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("13—8", "年龄“13—8”前后写反了，请写 8—13。"),
        ("8—800", "年龄“8—800”超过了 120 岁，请核对。"),
        (
            "三年级",
            "看不懂年龄“三年级”。请写 8—13、6岁以上、12岁以下 或 不限；陪同的话写在逗号后面：8—13，6岁以下须成人陪同。",
        ),
    ],
)
def test_ages_that_cannot_be_are_refused(text: str, told: str):
    with pytest.raises(AdmissionError) as caught:
        ages(text)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("60", Capacity("60", 60)),
        ("60人", Capacity("60人", 60)),
        ("30个家庭，一大一小", Capacity("30个家庭，一大一小", None)),
        ("每场20人，共3场", Capacity("每场20人，共3场", None)),
    ],
)
def test_a_capacity_keeps_its_words(text: str, made: Capacity):
    assert capacity(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("示例科技馆", Way(WayKind.ACCOUNT, "示例科技馆")),
        ("公众号“示例科技馆”", Way(WayKind.ACCOUNT, "示例科技馆")),
        ("微信公众号：示例科技馆", Way(WayKind.ACCOUNT, "示例科技馆")),
        ("“示例科技馆”公众号", Way(WayKind.ACCOUNT, "示例科技馆")),
        ("小程序“示例约课”", Way(WayKind.MINI_PROGRAM, "示例约课")),
        ("示例约课小程序", Way(WayKind.MINI_PROGRAM, "示例约课")),
    ],
)
def test_an_account_is_known_by_its_name(text: str, made: Way):
    assert account(text) == made


@pytest.mark.parametrize("text", ["https://mp.example.cn/a", "www.example.cn", "kepu.example.com/book"])
def test_an_address_is_no_account(text: str):
    with pytest.raises(AdmissionError) as caught:
        account(text)
    assert str(caught.value) == f"“{text}”是网址，不是公众号的名称。网址请写在 url，这里写 公众号的名称。"
