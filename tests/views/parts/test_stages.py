from datetime import date

from samples import activity, base, may, session, stages
from scienceweek.model.place import AtBase, Online
from scienceweek.model.schedule import Days, Unfixed
from scienceweek.model.session import Stage
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.parts.stages import SaidStage, stage_line
from scienceweek.views.parts.ticket import stub_of
from scienceweek.views.words.moments import Moment, moments

SIGN_UP = Stage(
    "报名", (Days(date(2024, 3, 1), date(2024, 3, 31)),), (Online("https://a.cn/b"),), note="小程序"
)
FIRST = Stage("初赛", (session(20), session(21)), (AtBase(base(name="自然馆")),), attend=True)
FINAL = Stage("决赛", (Days(date(2025, 1, 4), date(2025, 1, 4)),), attend=True)
TOLD = Stage("公布", (Unfixed("待定"),))


def test_all_stages_stand_on_a_line_with_what_the_script_must_know():
    made = stage_line(stages(SIGN_UP, FIRST, FINAL, TOLD))

    assert made
    assert (made.word, made.note) == ("四个阶段", "日历里只放要到场的：初赛、决赛")
    assert made.stages == (
        SaidStage(
            "报名",
            ("3月1日—31日",),
            phrases("线上"),
            "https://a.cn/b",
            "小程序",
            attend=False,
            fixed=True,
            moment=moments(SIGN_UP.when)[0],
        ),
        SaidStage(
            "初赛",
            ("5月20日 周一 9:30—11:00", "5月21日 周二 9:30—11:00"),
            phrases("自然馆"),
            "",
            "",
            attend=True,
            fixed=True,
            moment=Moment("", days="2024-05-20 2024-05-21"),
        ),
        SaidStage(
            "决赛",
            ("2025年1月4日 周六",),
            (),
            "",
            "",
            attend=True,
            fixed=True,
            moment=moments(FINAL.when)[0],
        ),
        SaidStage("公布", ("待定",), (), "", "", attend=False, fixed=False, moment=Moment("待定")),
    )


def test_an_activity_without_stages_has_no_line():
    assert stage_line(activity()) is None


def test_a_ticket_names_the_stages_and_does_not_count_them():
    assert stub_of(stages(FIRST, FINAL)).lines[-1] == "初赛、决赛"
    assert stub_of(stages(SIGN_UP, FINAL)).lines == ("1月 周六", "决赛")


def test_what_nobody_attends_is_over_after_its_last_stage():
    online = activity(when=Unfixed("报名 3月"), stages=(SIGN_UP, Stage("公布", (may(30),))))
    made = stub_of(online)

    assert (made.plate, made.lines, made.over) == ("分阶段", ("不用到场",), "2024-05-30")
    assert stage_line(online).note == "都不用到场"
