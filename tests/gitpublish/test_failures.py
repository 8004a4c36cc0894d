from gitpublish.failures import Failure, Failures, blamed
from gitpublish.messages import Failed
from gitpublish.repository import Commit

MINE, YOURS = Commit("a" * 40, "甲", "改了标题"), Commit("b" * 40, "乙", "加了活动")


def failure(*commits: Commit, message: str = "没有发布", details: str = "Traceback\nKeyError: x") -> Failure:
    return Failure("2027-05-22 09:30:00", commits, message, details)


def test_a_failure_is_kept_with_its_trace_and_told_newest_first(tmp_path):
    failures = Failures(tmp_path)
    failures.record(failure(MINE))
    failures.record(failure(YOURS, message="又没有", details=""))

    assert list(failures.told(5)) == [
        "2027-05-22 09:30:00  又没有",
        "    bbbbbbbb 乙“加了活动”",
        "2027-05-22 09:30:00  没有发布",
        "    aaaaaaaa 甲“改了标题”",
        "    | Traceback",
        "    | KeyError: x",
    ]
    assert next(iter(failures.told(1))) == "2027-05-22 09:30:00  又没有"


def test_only_the_owner_reads_what_is_kept_and_not_all_is_kept_for_ever(tmp_path):
    failures = Failures(tmp_path)
    for number in range(60):
        failures.record(failure(MINE, message=str(number)))

    files = list((tmp_path / "failures").iterdir())
    assert len(files) == 50
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert next(failures.told(1)).endswith("  59")


def test_one_stands_until_a_publication_succeeds(tmp_path):
    failures = Failures(tmp_path)
    assert failures.standing() is None

    failures.stand(failure(MINE))

    assert failures.standing() == failure(MINE, details="")
    assert list(failures.told(5)) == [
        "从 2027-05-22 09:30:00 起没有发布成功，网站还是那以前的样子。",
        f"{tmp_path} 没有发布失败的记录。",
    ]
    failures.mended()
    assert failures.standing() is None


def test_whoever_pushed_what_fails_is_not_told_of_others():
    assert list(blamed(failure(MINE), (MINE,))) == []


def test_others_are_told_who_and_what():
    assert list(blamed(failure(MINE), (YOURS, MINE))) == [
        "您的推送已经收下，但网站从 2027-05-22 09:30:00 起没有发布成功，是从下面的修改开始的，不一定和您有关：",
        "  aaaaaaaa 甲“改了标题”",
        "当时的提示：没有发布",
        "请转告作者改正，或请管理员处理；改好以后，您的修改会一起发布，不用再推送。",
    ]


def test_half_a_record_is_none(tmp_path):
    failures = Failures(tmp_path)
    failures.stand(failure(MINE))
    path = tmp_path / "failures" / "standing"
    path.write_text(path.read_text("utf-8")[:40], "utf-8")

    assert failures.standing() is None


def test_a_failure_says_when_and_what(tmp_path):
    made = Failure.now((MINE,), Failed("磁盘满了", "OSError(28)"))

    assert (made.commits, made.message, made.details) == ((MINE,), "磁盘满了", "OSError(28)")
