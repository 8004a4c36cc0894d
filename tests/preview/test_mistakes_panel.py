from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from lxml import html

from scienceweek.preview.mistakes_panel import halves, notice, panel, told
from scienceweek.preview.outcome import PreviewOutcome
from scienceweek.source.mistakes.problems import Problem, Severity

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2024, 5, 25, 10, 42, 7, tzinfo=SHANGHAI)
GOOD = datetime(2024, 5, 25, 10, 31, tzinfo=SHANGHAI)
FILE = "data/activities/a.yaml"


def problem(line=2, column=11, message="没有这一天。改成 5月23日。", severity=Severity.ERROR, file=FILE):
    return Problem(file, line, column, severity, message)


def shown(tmp_path, *problems, said="", text="  - title: 甲\n    when: 5月32日 # 待定\n    host: 乙\n"):
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return html.fromstring(f"<div>{panel(PreviewOutcome(AT, problems, said), GOOD, tmp_path)}</div>")


def text(element, path):
    return [one.text_content() for one in element.xpath(path)]


def test_a_mistake_is_told_with_place_cure_and_lines(tmp_path):
    found = shown(tmp_path, problem())

    assert text(found, "//h1") == ["有 1 处错，没有更新10:42:07。下面还是 10:31 那一次的样子"]
    assert text(found, "//span[@class='preview-file']") == [f"{FILE}第 2 行"]
    assert (text(found, "//h2"), text(found, "//p[@class='preview-fix']")) == (
        ["没有这一天"],
        ["改成 5月23日。"],
    )
    assert text(found, "//pre") == ["1 │   - title: 甲\n2 │     when: 5月32日 # 待定\n3 │     host: 乙\n"]
    assert text(found, "//pre/b") == ["5月32日"]
    assert found.xpath("//a/@href") == [f"vscode://file{tmp_path}/{FILE}:2:11"]


def test_reminders_are_folded_and_do_not_count(tmp_path):
    found = shown(tmp_path, problem(), problem(line=3, message="没有电话。", severity=Severity.WARNING))

    assert text(found, "//summary") == ["另有 1 条提醒，不挡更新"]
    assert text(found, "//details//h2") == ["没有电话"]


def test_what_names_no_place_is_told_as_it_was_said(tmp_path):
    found = shown(tmp_path, said="pelicanconf.py 里的 <phone> 看不懂。")

    assert found.xpath("//h1/text()") == ["没有更新"]
    assert text(found, "//pre") == ["pelicanconf.py 里的 <phone> 看不懂。"]


def test_a_line_that_is_not_there_is_left_out(tmp_path):
    gone, empty = problem(file="data/gone.yaml"), problem(line=1, column=1, message="空的。")
    found = shown(tmp_path, gone, empty, text="\n")

    assert (text(found, "//pre"), len(found.xpath("//li"))) == ([], 2)
    assert found.xpath("//a/@href") == [f"vscode://file{tmp_path}/{FILE}:1:1"]


def test_a_long_line_is_shown_round_its_place(tmp_path):
    found = shown(tmp_path, problem(line=1, column=501), text=f"{'a' * 500}<b>错</b>{'c' * 500}\n")

    assert text(found, "//pre")[0].startswith(f"1 │ …{'a' * 80}<b>错</b>c")
    assert len(text(found, "//pre")[0]) < 180


def test_of_very_many_the_first_are_shown(tmp_path):
    found = shown(tmp_path, *(problem(line=line) for line in range(1, 61)))

    assert len(found.xpath("//li")) == 50
    assert text(found, "//ol/following-sibling::p[1]")[0] == "……还有 10 处，改好这些再看。"


def test_nothing_of_the_sources_goes_to_another_device():
    said = notice(PreviewOutcome(AT, (problem(message="023-60009999 是内部联系人的电话。"),)))

    assert "60009999" not in said
    assert FILE not in said
    assert "有 1 处错，没有更新" in said


def test_all_of_it_can_be_handed_on():
    assert told(PreviewOutcome(AT, (problem(),), "别的")) == f"{FILE}:2:11: 没有这一天。改成 5月23日。\n别的"


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("没有这一天。改成 5月23日。", ("没有这一天", "改成 5月23日。")),
        ("写了“甲。乙”（丙。）。请删去。", ("写了“甲。乙”（丙。）", "请删去。")),
        ("是不是漏了？请补上。", ("是不是漏了？", "请补上。")),
        ("只有一句", ("只有一句", "")),
    ],
)
def test_the_first_sentence_is_what_is_wrong(message, parts):
    assert halves(message) == parts
