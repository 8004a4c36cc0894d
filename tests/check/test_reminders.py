from scienceweek.check.reminders import few


def test_whoever_builds_is_told_the_first_reminders_and_how_many_more_there_are():
    passed = "检查通过：1 届活动周。"
    told = [tuple(f"a.yaml:{line}:1: 提醒：甲。" for line in range(count)) for count in (0, 21, 22, 2303)]

    assert [few((*one, passed)) for one in told[:2]] == [(*one, passed) for one in told[:2]]
    assert [few((*one, passed)) for one in told[2:]] == [
        (*told[2][:20], "……还有 2 条提醒，运行 make check 可以看到全部。", passed),
        (*told[3][:20], "……还有 2283 条提醒，运行 make check 可以看到全部。", passed),
    ]
