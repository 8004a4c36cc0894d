from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from samples import activity, catalogue
from scienceweek.model.activity import Activity, Revision
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.correction import Correction
from scienceweek.model.schedule import Month
from scienceweek.views.pages import changes
from scienceweek.views.pages.changes import ChangesView, changes_page, further

FIRST = datetime(2024, 4, 30, 1, tzinfo=UTC)


def put_right(id: str, *days: int) -> Activity:
    """An activity that was put right so many days after the first."""
    found = tuple(Correction(FIRST + timedelta(days=day), "电话") for day in days)
    return activity(id=id, revision=Revision(1, FIRST, (id,), found))


def shown(view: ChangesView) -> list[tuple[str, list[str]]]:
    return [
        (day.day, [one.path.removeprefix("activities/").removesuffix(".html") for one in day.activities])
        for day in view.days
    ]


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """More than a page holds; in May more than two."""
    monkeypatch.setattr(changes, "LATEST", 2)
    monkeypatch.setattr(changes, "_PART", 2)
    return catalogue(put_right("a", 0, 1), put_right("b", 1), put_right("c", 2), activity(id="d"))


def test_the_latest_day_comes_first_and_what_is_as_it_was_is_not_there():
    view = changes_page(catalogue(put_right("a", 0, 2), put_right("b", 1), activity(id="c")))

    assert shown(view) == [("2024-05-02", ["a"]), ("2024-05-01", ["b"]), ("2024-04-30", ["a"])]
    assert (view.days[0].said, view.days[0].activities[0].sentences) == ("2024年5月2日 周四", ("电话有变化",))
    assert view.earlier == ()


def test_where_they_are_many_each_month_has_pages_of_its_own(many: Catalogue):
    view = changes_page(many)

    assert shown(view) == [("2024-05-02", ["c"]), ("2024-05-01", ["b"])]
    assert [(link.word, link.path) for link in view.earlier] == [
        ("2024年5月（2）", "changes/2024-05.2.html"),
        ("2024年5月", "changes/2024-05.html"),
        ("2024年4月", "changes/2024-04.html"),
    ]
    assert [shown(changes_page(many, *part)) for part in further(many)] == [
        [("2024-05-02", ["c"])],
        [("2024-05-01", ["b", "a"])],
        [("2024-04-30", ["a"])],
    ]


def test_a_page_that_is_full_stays_as_it_is(many: Catalogue):
    more = replace(many, activities=(*many.activities, put_right("e", 3)))

    assert changes_page(more, Month(2024, 5)) == changes_page(many, Month(2024, 5))


def test_where_nothing_was_put_right_the_page_says_nothing_of_days():
    assert (changes_page(catalogue()).days, list(further(catalogue()))) == ((), [])
