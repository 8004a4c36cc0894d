import io
from pathlib import Path

import pytest

from scienceweek.command_line.progress_line import PLANNED, READ, ProgressLine, last_line
from scienceweek.render import Report


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(stream: io.StringIO, *moments: tuple[float, int], lines: bool = False) -> str:
    """What is said at these *moments* in seconds, with so many of 200 files drawn."""
    now = [0.0]
    line = ProgressLine(stream, lines=lines, clock=lambda: now[0])
    for now[0], done in moments:
        line(done, 200)
    line.close()
    return stream.getvalue()


def test_a_short_build_says_nothing_on_its_way():
    assert said(Terminal(), (0.5, 20), (1.9, 190)) == ""


def test_a_terminal_has_one_line_that_changes_and_goes():
    assert said(Terminal(), (4, 0), (10, 50), (600, 100)) == (
        "\r\x1b[K正在生成：200 个文件画好了 0 个（0%）"
        "\r\x1b[K正在生成：200 个文件画好了 50 个（25%），大约还要 30 秒"
        "\r\x1b[K正在生成：200 个文件画好了 100 个（50%），大约还要 10 分钟"
        "\r\x1b[K"
    )


def test_nothing_is_said_of_the_time_left_before_anybody_can_tell():
    assert said(Terminal(), (4, 9), (5, 10)) == (
        "\r\x1b[K正在生成：200 个文件画好了 9 个（4%）\r\x1b[K正在生成：200 个文件画好了 10 个（5%），大约还要 2 分钟\r\x1b[K"
    )


def test_a_log_is_told_nothing():
    assert said(io.StringIO(), (4, 50), (15, 150)) == ""


def test_each_part_of_the_work_is_told_in_its_words_and_by_its_own_time():
    now, stream = [0.0], Terminal()
    line = ProgressLine(stream, clock=lambda: now[0])
    read, planned = line.of(READ), line.of(PLANNED)
    read(0, 4)
    now[0] = 8
    read(1, 4)
    planned(0, 200)
    now[0] = 10
    planned(100, 200)

    assert stream.getvalue() == (
        "\r\x1b[K正在检查：4 个数据文件读好了 1 个（25%），大约还要 24 秒"
        "\r\x1b[K正在核对链接：200 个文件排好了 0 个（0%）"
        "\r\x1b[K正在核对链接：200 个文件排好了 100 个（50%），大约还要 2 秒"
    )


def test_where_somebody_waits_at_the_other_end_a_line_comes_now_and_then():
    assert said(io.StringIO(), (4, 50), (5, 60), (13, 70), (15, 150), lines=True) == (
        "正在生成：200 个文件画好了 50 个（25%），大约还要 12 秒\n正在生成：200 个文件画好了 150 个（75%），大约还要 5 秒\n"
    )


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (
            Report(("a", "b"), 7, ("c",)),
            "网站生成好了：画了 2 个文件，7 个没有变化，删去 1 个，用了 3.2 秒。打开 output/index.html 就能看。(2 made, 7 kept, 1 removed)",
        ),
        (
            Report((), 9, ()),
            "网站生成好了：9 个文件都没有变化，用了 3.2 秒。打开 output/index.html 就能看。(0 made, 9 kept, 0 removed)",
        ),
    ],
)
def test_the_last_line_tells_what_was_done_and_where_to_look(report, line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert last_line(report, tmp_path / "output", "index.html", 3.21) == line


def test_a_site_elsewhere_has_its_whole_path():
    assert "打开 /srv/site/index.html 就能看" in last_line(
        Report((), 9, ()), Path("/srv/site"), "index.html", 1
    )
