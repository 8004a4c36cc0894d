import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_times import rule_words

from scienceweek.source.notation.almanac import Impossible
from scienceweek.source.notation.recurrence import RULE, rrule, rule, without

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

rules = st.one_of(
    st.sampled_from(["FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA"]),
    st.sets(st.sampled_from(range(7)), min_size=1).map(
        lambda days: "FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAYS[day] for day in sorted(days))
    ),
    st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1]), st.sampled_from(WEEKDAYS)).map(
        lambda nth: f"FREQ=MONTHLY;BYDAY={nth[0]}{nth[1]}"
    ),
    st.sets(st.integers(1, 31), min_size=1).map(
        lambda days: "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, sorted(days)))
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每天", "FREQ=DAILY"),
        ("每日", "FREQ=DAILY"),
        ("天天", "FREQ=DAILY"),
        ("每周六", "FREQ=WEEKLY;BYDAY=SA"),
        ("每个周天", "FREQ=WEEKLY;BYDAY=SU"),
        ("每逢周六", "FREQ=WEEKLY;BYDAY=SA"),
        ("每周六日", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("逢周六/日", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("每周日、周六", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("每周一、三和五", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("每周末", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("每周一-周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每周一-五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每周六-周二", "FREQ=WEEKLY;BYDAY=MO,TU,SA,SU"),
        ("每周一-周三、周六", "FREQ=WEEKLY;BYDAY=MO,TU,WE,SA"),
        ("每月第一个周六", "FREQ=MONTHLY;BYDAY=1SA"),
        ("每个月的第3个周日", "FREQ=MONTHLY;BYDAY=3SU"),
        ("每月最后一个周五", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("每月5日、15日、25日", "FREQ=MONTHLY;BYMONTHDAY=5,15,25"),
        ("隔周周六", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
        ("每隔一周的周六、周日", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
        ("每两周的周六", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
        ("每3个星期的周六", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA"),
        ("隔天", "FREQ=DAILY;INTERVAL=2"),
        ("每隔一天", "FREQ=DAILY;INTERVAL=2"),
        ("每10天", "FREQ=DAILY;INTERVAL=10"),
    ],
)
def test_words_are_a_rule(text, expected):
    assert re.fullmatch(RULE, text)
    assert rule(text) == expected


@given(rules)
def test_a_rule_read_from_its_words_is_the_same(given_rule):
    assert re.fullmatch(RULE, rule_words(given_rule))
    assert rule(rule_words(given_rule)) == given_rule


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("FREQ=WEEKLY;BYDAY=SA;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
        ("INTERVAL=2; BYDAY=SU,SA; FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
        ("rrule:freq=daily;interval=1;wkst=mo;", "FREQ=DAILY"),
        ("ＦＲＥＱ＝ＷＥＥＫＬＹ；ＢＹＤＡＹ＝ＳＡ", "FREQ=WEEKLY;BYDAY=SA"),  # noqa: RUF001
        ("FREQ=DAILY;BYDAY=SA,SU", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("FREQ=MONTHLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=SA"),
        ("FREQ=MONTHLY;BYDAY=+3SA,1SA,-1SU", "FREQ=MONTHLY;BYDAY=1SA,3SA,-1SU"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,01", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ],
)
def test_an_rrule_may_have_its_parts_in_any_order(written: str, rule: str):
    assert rrule(written) == rule


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("FREQ=WEEKLY", "FREQ=WEEKLY 要写上星期几，例如 BYDAY=SA"),
        (
            "FREQ=MONTHLY",
            "FREQ=MONTHLY 要写上哪一天，例如 BYDAY=1SA（第一个周六）或 BYMONTHDAY=15",
        ),
        ("FREQ=WEEKLY;BYDAY=1SA", "FREQ=WEEKLY 要写上星期几，例如 BYDAY=SA"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=SA", "每天的不写星期几；每周几的请写 FREQ=WEEKLY"),
        ("FREQ=YEARLY", "FREQ 只能写 DAILY、WEEKLY 或 MONTHLY"),
        ("BYDAY=SA", "FREQ 只能写 DAILY、WEEKLY 或 MONTHLY"),
        ("FREQ=DAILY;COUNT=3", "到哪天为止写在 span（起止）里，请删去 COUNT"),
        ("FREQ=DAILY;UNTIL=20240601", "最后一天写在 span（起止）里，请删去 UNTIL"),
        ("FREQ=DAILY;BYHOUR=9", "钟点写在 start 和 end 里，请删去 BYHOUR"),
        ("FREQ=WEEKLY;BYDAY=SA;WKST=SU", "一周从周一算起，请删去 WKST"),
        ("FREQ=WEEKLY;BYDAY=SA;BYWEEKNO=20", "没有“BYWEEKNO”这一项"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ 写了两次"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL 只能写 1 到 99"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY 只能写 1 到 31，几天用逗号隔开"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY 要和 FREQ=MONTHLY 一起写"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1SA", "BYDAY 和 BYMONTHDAY 只能写一样"),
        (
            "FREQ=MONTHLY;BYDAY=-2SA",
            "BYDAY 写 MO、TU、WE、TH、FR、SA、SU，或 1SA（第一个周六）、-1SU（最后一个周日）",
        ),
        (
            "FREQ=WEEKLY;BYDAY=周六",
            "BYDAY 写 MO、TU、WE、TH、FR、SA、SU，或 1SA（第一个周六）、-1SU（最后一个周日）",
        ),
        ("每周六", "没有“每周六”这一项"),
    ],
)
def test_what_the_format_has_not_is_refused_with_what_would_do(written: str, reason: str):
    with pytest.raises(Impossible) as refused:
        rrule(written)
    assert str(refused.value) == reason


def test_a_day_that_no_month_has_is_refused():
    with pytest.raises(Impossible, match="没有哪个月有32日"):
        rule("每月32日")


@pytest.mark.parametrize(
    ("given_rule", "closed", "expected"),
    [
        ("FREQ=DAILY", "周一", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"),
        ("FREQ=DAILY", "周一、周二", "FREQ=WEEKLY;BYDAY=WE,TH,FR,SA,SU"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "周日", "FREQ=WEEKLY;BYDAY=SA"),
        ("FREQ=WEEKLY;BYDAY=TU,WE", "周一", "FREQ=WEEKLY;BYDAY=TU,WE"),
        ("FREQ=DAILY", "5月25日", None),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", "周日", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
    ],
)
def test_a_closing_day_is_taken_out(given_rule, closed, expected):
    assert without(given_rule, closed) == expected


def test_closing_on_every_day_is_refused():
    with pytest.raises(Impossible, match="除去以后一天也不剩"):
        without("FREQ=WEEKLY;BYDAY=SA", "周六")


def test_every_other_day_has_no_closing_weekday():
    with pytest.raises(Impossible, match="隔几天一次的日子不能再除去星期几"):
        without("FREQ=DAILY;INTERVAL=2", "周六")


def test_a_monthly_rule_has_no_closing_weekday():
    with pytest.raises(Impossible, match="每月的日子不能再除去星期几"):
        without("FREQ=MONTHLY;BYMONTHDAY=5", "周六")
