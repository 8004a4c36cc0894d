import pytest
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.views.words.phrases import address, phrases


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("我们曾经都是鱼", ("我们曾经都是鱼",)),
        ("趣探妇幼科普 健康伴你同行", ("趣探妇幼科普 ", "健康伴你同行")),
        ("防控外来物种入侵，守护国门生物安全", ("防控外来物种入侵，", "守护国门生物安全")),
        ("重庆市妇幼保健科普基地", ("重庆市妇幼保健", "科普基地")),
        ("2024年渝北区科技活动周", ("2024年", "渝北区", "科技活动周")),
        ("濮阳市2021年全国科技活动周", ("濮阳市2021年", "全国科技活动周")),
        ("福州科技馆2025年全国科普月", ("福州科技馆", "2025年", "全国科普月")),
        ("今天截止的机器人体验课", ("今天截止的", "机器人体验课")),
        ("2022年重庆市全国科普日", ("2022年", "重庆市", "全国科普日")),
        ("市主会场（创客港·未来科技园）", ("市主会场", "（创客港·未来科技园）")),
        (
            "科技活动周启动仪式暨“科技成果入园进企”活动",
            ("科技活动周", "启动仪式暨", "“科技成果入园进企”", "活动"),
        ),
        ("中华优秀传统法律文化的传承与弘扬", ("中华优秀传统法律文化的", "传承与", "弘扬")),
        ("", ()),
    ],
)
def test_a_title_breaks_at_its_marks_and_before_its_last_nouns(text, runs):
    assert phrases(text) == runs


@given(st.text(alphabet="科普基地的和，、“”（）《》 A1·研究院大赛：", max_size=60))
def test_phrases_lose_nothing_and_leave_no_character_alone(text):
    runs = phrases(text)

    assert "".join(runs) == text
    assert len(runs) <= 1 or all(len(run.strip()) != 1 for run in runs)


def test_the_house_number_of_an_address_stays_whole():
    assert address("新牌坊一路68号") == ("新牌坊一路", "68号")
    assert address("兰馨大道") == ("兰馨大道",)
    assert address("") == ()


def test_a_long_run_without_marks_parts_before_its_last_two_words():
    assert phrases("主办单位系统联合行动") == ("主办单位系统", "联合行动")
    assert phrases("中小学航天科普教育交流活动") == ("中小学航天科普教育", "交流活动")
