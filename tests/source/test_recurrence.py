import re
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.source.almanac import Impossible
from scienceweek.source.recurrence import RULE, falls, rule, without, words

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

rules = st.one_of(
    st.just("FREQ=DAILY"),
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
    ],
)
def test_words_are_a_rule(text, expected):
    assert re.fullmatch(RULE, text)
    assert rule(text) == expected


@given(rules)
def test_a_rule_read_from_its_words_is_the_same(given_rule):
    assert re.fullmatch(RULE, words(given_rule))
    assert rule(words(given_rule)) == given_rule


@given(rules, st.dates(date(1990, 1, 1), date(2100, 12, 1)))
def test_dateutil_finds_the_same_days(given_rule, start):
    days = [start + timedelta(days=number) for number in range(62)]
    first, last = datetime.combine(start, time()), datetime.combine(days[-1], time())
    expected = [found.date() for found in rrulestr(given_rule, dtstart=first).between(first, last, inc=True)]
    assert [day for day in days if falls(given_rule, day)] == expected


def test_a_rule_without_words_is_told_to_the_developer():
    with pytest.raises(ValueError, match="no words for the rule FREQ=YEARLY"):
        words("FREQ=YEARLY")


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
    ],
)
def test_a_closing_day_is_taken_out(given_rule, closed, expected):
    assert without(given_rule, closed) == expected


def test_closing_on_every_day_is_refused():
    with pytest.raises(Impossible, match="除去以后一天也不剩"):
        without("FREQ=WEEKLY;BYDAY=SA", "周六")


def test_a_monthly_rule_has_no_closing_weekday():
    with pytest.raises(Impossible, match="每月的日子不能再除去星期几"):
        without("FREQ=MONTHLY;BYMONTHDAY=5", "周六")
