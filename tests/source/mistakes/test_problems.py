from scienceweek.source.mistakes.problems import (
    Position,
    Problem,
    Problems,
    Severity,
    SourceError,
    choices,
    quoted,
    unwrapped,
)


def test_a_problem_says_where_and_what():
    problem = Problem("data/bases/yubei.yaml", 12, 11, Severity.ERROR, "看不懂“5月32日”这个时间。")

    assert str(problem) == "data/bases/yubei.yaml:12:11: 看不懂“5月32日”这个时间。"


def test_a_warning_is_a_reminder():
    problem = Problem("data/venues.yaml", 3, 1, Severity.WARNING, "没有网址。")

    assert str(problem) == "data/venues.yaml:3:1: 提醒：没有网址。"


def test_mistakes_come_before_reminders_each_by_file_and_line_and_are_told_once():
    problems = Problems()
    for line in (10, 9, 10):
        problems.error(Position("b.yaml", line), "错")
    problems.remind(Position("a.yaml", 11), "可疑")

    assert str(SourceError(problems.all)) == "b.yaml:9:1: 错\nb.yaml:10:1: 错\n\na.yaml:11:1: 提醒：可疑"
    assert [problem.line for problem in problems.errors] == [9, 10]


def test_nothing_in_a_message_reaches_the_terminal_but_text():
    assert quoted("红\x1b[31m色\u202e") == "“红U+001B[31m色U+202E”"
    assert str(Position("\x1b[2J.yaml")) == "U+001B[2J.yaml:1:1"


def test_a_message_is_on_one_line_whatever_it_quotes():
    problem = Problem("x.yaml", 1, 1, Severity.ERROR, "没有“两行\n  文字\x1b[2J”这个锚点。")

    assert str(problem) == "x.yaml:1:1: 没有“两行 文字U+001B[2J”这个锚点。"


def test_a_message_ends_whatever_it_quotes():
    problem = Problem("x.yaml", 1, 1, Severity.ERROR, "长" * 5_000)

    assert problem.message == "长" * 600 + "…"


def test_a_long_quotation_is_shortened_and_stays_on_its_line():
    assert quoted("一" * 39 + "\n二" + "三" * 50) == "“" + "一" * 39 + " …”"


def test_choices_end_with_or():
    assert choices(["甲"]) == "甲"
    assert choices(["甲", "乙", "丙"]) == "甲、乙 或 丙"


def test_what_is_said_of_many_places_is_said_once():
    problems = Problems()
    for file, line in (("b.yaml", 9), ("a.yaml", 3), ("a.yaml", 7), ("a.yaml", 5)):
        problems.error(Position(file, line), "错。")

    assert [str(problem) for problem in problems.all] == [
        "a.yaml:3:1: 错。（同样的还有 3 处：第 5、7 行；b.yaml 第 9 行。）"
    ]


def test_very_many_places_are_counted():
    problems = Problems()
    for line in range(1, 41):
        problems.error(Position("a.yaml", line), "错。")

    assert [str(problem) for problem in problems.all] == [
        "a.yaml:1:1: 错。（同样的还有 39 处：第 2、3、4、5、6、7、8、9、10、11、12、13 行等。）"
    ]


def test_a_quotation_with_marks_of_its_own_gets_others():
    assert quoted("“鱼”") == "「“鱼”」"


def test_marks_around_a_text_are_taken_off():
    assert unwrapped("“鱼”") == "鱼"
    assert unwrapped("‘鱼’ ") == "鱼"
    assert unwrapped("“鱼”和“月”") == ""
    assert unwrapped("鱼") == ""


def test_a_message_is_one_line_that_no_terminal_obeys_whatever_it_quotes():
    problem = Problem("a.yaml", 1, 1, Severity.ERROR, "锚点“a\tb\r\nc\x1b[2J\u202e\u2066”")

    assert str(problem) == "a.yaml:1:1: 锚点“a b cU+001B[2JU+202EU+2066”"
