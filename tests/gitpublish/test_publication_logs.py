import os
import re

from gitpublish import publication_logs


def test_a_log_is_there_once_something_is_said(tmp_path):
    log = publication_logs.new(tmp_path, "0123456789abcdef")
    said: list[str] = []
    tell = publication_logs.kept(log, said.append)
    before = log.exists()

    tell("一")
    tell("二")

    assert (before, log.read_text("utf-8"), said) == (False, "一\n二\n", ["一", "二"])
    assert re.fullmatch(r"[0-9]{8}-[0-9]{6}-0123456789ab-[0-9]+\.log", log.name)


def test_where_nothing_can_be_written_it_is_said_all_the_same(tmp_path):
    said: list[str] = []

    publication_logs.kept(tmp_path / "none" / "a.log", said.append)("一")

    assert said == ["一"]


def test_the_newest_fifty_stay(tmp_path):
    for number in range(53):
        log = tmp_path / f"{number}.log"
        log.touch()
        os.utime(log, (number, number))

    publication_logs.sweep(tmp_path)
    publication_logs.sweep(tmp_path / "none")

    assert {path.stem for path in tmp_path.iterdir()} == {str(number) for number in range(3, 53)}
