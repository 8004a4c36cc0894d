import pytest
from hypothesis import given
from hypothesis import strategies as st
from titles import TITLES

from scienceweek.typesetting.phrases import address, lengths, phrases, ranges
from scienceweek.typesetting.vocabulary import WORDS


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("我们曾经都是鱼", ("我们曾经都是鱼",)),
        ("趣探妇幼科普 健康伴你同行", ("趣探妇幼科普 ", "健康伴你同行")),
        (
            "防控外来物种入侵，守护国门生物安全",
            ("防控", "外来物种", "入侵，", "守护", "国门", "生物", "安全"),
        ),
        ("重庆市妇幼保健科普基地", ("重庆市", "妇幼", "保健", "科普基地")),
        ("2024年渝北区科技活动周", ("2024年", "渝北区", "科技活动周")),
        ("福州科技馆2025年全国科普月", ("福州科技馆", "2025年", "全国科普月")),
        ("市主会场（创客港·未来科技园）", ("市主会场", "（创客港·", "未来科技园）")),
        (
            "科技活动周启动仪式暨“科技成果入园进企”活动",
            ("科技活动周", "启动仪式暨", "“科技成果", "入园进企”", "活动"),
        ),
        ("中华优秀传统法律文化的传承", ("中华", "优秀", "传统", "法律", "文化的", "传承")),
        ("为青铜器正妆", ("为青铜器正妆",)),
        (
            "昨天和今天的科学家们走进大山里的小学",
            ("昨天和", "今天的", "科学家们", "走进", "大山里的", "小学"),
        ),
        ("第七届公民科学素质大赛", ("第七届", "公民", "科学素质", "大赛")),
        ("", ()),
    ],
)
def test_a_text_breaks_at_its_marks_and_between_its_words(text, runs):
    assert phrases(text) == runs


@pytest.mark.parametrize(
    "number",
    [
        "3号",
        "10:00",
        "5月20日",
        "2024年",
        "100周年",
        "第5届",
        "9:30—11:30",
        "30余人",
        "2号楼",
        "60岁",
        "COP15",
    ],
)
def test_a_number_keeps_its_measure(number):
    assert any(number in run for run in phrases(f"我们在新牌坊一路的{number}东门集合出发"))


@given(st.text(alphabet="科普基地的和进，、“”（）《》 A1·:研究院大赛：月日号", max_size=60))
def test_phrases_lose_nothing_and_leave_no_character_alone(text):
    runs = phrases(text)

    assert "".join(runs) == text
    assert len(runs) <= 1 or all(len(run.strip()) != 1 for run in runs)


def test_an_address_breaks_between_its_parts_and_its_house_number_stays_whole():
    assert address("新牌坊一路68号") == ("新牌坊一路", "68号")
    assert address("兰馨大道") == ("兰馨大道",)
    assert address("重庆市渝北区两江大道618号附2号") == ("重庆市", "渝北区", "两江大道", "618号", "附2号")
    assert address("") == ()


def test_what_no_word_is_known_of_stays_whole_until_it_is_too_long_and_parts_where_one_takes_breath():
    assert phrases("柠檬蜂蜜红茶冰激凌") == ("柠檬蜂蜜红茶冰激凌",)
    assert phrases("柠檬蜂蜜与红茶冰激凌") == ("柠檬蜂蜜与", "红茶冰激凌")


@pytest.mark.parametrize("title", TITLES)
def test_no_title_is_parted_within_a_word(title):
    ends, parted, place, at = set(), set(), 0, 0
    for word in title:
        place += len(word)
        ends.add(place)
    for run in phrases("".join(title)):
        at += len(run)
        parted.add(at)

    assert parted - ends == set()


def test_a_word_of_the_vocabulary_is_more_than_a_character():
    assert {word for word in WORDS if len(word) < 2} == set()


def test_how_long_the_runs_are_is_told_in_a_digit_each():
    assert lengths("重庆市妇幼保健科普基地") == "3224"
    assert lengths("我们曾经都是鱼") == ""
    assert lengths(f"科普讲座和{'甲' * 40}") == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024年5月25日—6月1日", ("2024年", "5月25日—6月1日", "")),
        ("活动期间（5月25日—27日），日期未写明", ("活动期间（", "5月25日—27日", "），日期未写明")),
        ("9:30—11:00", ("9:30—11:00",)),
    ],
)
def test_a_range_of_days_is_a_part_of_its_own(text, parts):
    assert ranges(text) == parts
