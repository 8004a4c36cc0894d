import pytest

from scienceweek.views.words.rules import words


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=SA", "每周六"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "每周六、周日"),
        ("FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU", "每周二至周日"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "每周一至周五"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "每周二、周四"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "每2周的周六"),
        ("FREQ=DAILY", "每天"),
        ("FREQ=MONTHLY;BYDAY=1SA", "每月第一个周六"),
        ("FREQ=MONTHLY;BYDAY=-1SU", "每月最后一个周日"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "每月1、15日"),
        ("FREQ=DAILY;INTERVAL=3", "每3天"),
        ("FREQ=MONTHLY;BYDAY=1SA,3SA", "每月第一个周六、第三个周六"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA", "每2个月的第一个周六"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "每2个月的15日"),
    ],
)
def test_a_rule_has_words(rule, said):
    assert words(rule) == said
