"""What is new, and what was put right, for a script that knows when its reader was here last."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from samples import activity, base, catalogue, district, may
from scienceweek.model.activity import Activity, Revision
from scienceweek.model.correction import Correction
from scienceweek.plan.change_log import LoggedChange
from scienceweek.plan.news import LATEST, NewsItem, news, script

MONDAY = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
RIGHT = Correction(WEDNESDAY, "地点", "甲馆", "乙馆")


def logged(id: str, moment: datetime, kind: str = "activities", digest: str = "ab") -> LoggedChange:
    return LoggedChange(kind, id, moment, digest)


def told(*things: object, log: tuple[LoggedChange, ...]) -> dict[str, list[NewsItem]]:
    return {target.path: list(target.data[0]) for target in news(catalogue(*things), log)}


def corrected(one: Activity) -> Activity:
    return replace(one, revision=Revision(1, WEDNESDAY, (one.id,), (RIGHT,)))


def test_new_is_what_came_after_the_first_publication_and_what_was_put_right_is_said():
    other = district(id="qijiang", name="綦江区", short="綦江")
    things = (
        corrected(activity(when=may(25))),
        activity(id="late", title="新的", when=may(26)),
        activity(id="renamed", was=("old",)),
        base(district=other),
    )
    log = (
        logged("fish", MONDAY),
        logged("old", MONDAY),
        logged("late", TUESDAY),
        logged("late", WEDNESDAY),
        logged("renamed", WEDNESDAY),
        logged("museum", TUESDAY, "bases"),
    )
    fish = NewsItem(
        "2024-05-22T01:02:03Z", "activities/fish.html", "我们曾经都是鱼", "地点由甲馆改为乙馆", "2024-05-25"
    )
    late = NewsItem("2024-05-21T01:02:03Z", "activities/late.html", "新的", "", "2024-05-26")
    museum = NewsItem("2024-05-21T01:02:03Z", "bases/museum.html", "重庆市气象科普馆")

    assert told(*things, log=log) == {
        "assets/news-all.js": [fish, museum, late],
        "assets/news/yubei.js": [fish, late],
        "assets/news/qijiang.js": [museum],
    }


def test_where_nobody_has_counted_nothing_is_new():
    assert told(activity(), log=()) == {"assets/news-all.js": [], "assets/news/yubei.js": []}


def test_only_the_latest_are_told():
    many = [activity(id=f"a{number:02}") for number in range(LATEST + 5)]
    log = (
        logged("first", MONDAY),
        *(logged(one.id, MONDAY + timedelta(hours=at)) for at, one in enumerate(many, 1)),
    )

    found = told(*many, log=log)["assets/news/yubei.js"]

    assert [item.path for item in found] == [f"activities/{one.id}.html" for one in many[:4:-1]]


def test_a_script_gets_them_as_rows():
    made = script((NewsItem("2024-05-21T01:02:03Z", "bases/a.html", "<b>馆"),)).decode()

    assert json.loads(made.removeprefix("ScienceWeek.news = ").removesuffix(";\n")) == [
        ["2024-05-21T01:02:03Z", "bases/a.html", "<b>馆", "", ""]
    ]
    assert "<" not in made
