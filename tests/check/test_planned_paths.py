from pathlib import Path

import pytest

from scienceweek.check.planned_paths import PlannedPaths
from scienceweek.render import Chapter, Contents, DrawError, Target
from scienceweek.source.files.read_cache import Memory


def page(*ids: str) -> bytes:
    return "".join(f'<p id="{id}">&lt;p id="text"></p>' for id in ids).encode()


def pages(*paths: str) -> tuple[Target, ...]:
    return tuple(Target(path, page, ("a", path[0])) for path in paths)


def listed(paths: tuple[str, ...]) -> tuple[Target, ...]:
    return (Target("list.txt", page, paths),)


def refused(*_paths: str) -> tuple[Target, ...]:
    raise AssertionError("this has been planned before")


PLAN = (Target("x.html", page, ("x",)), Contents(listed), Chapter("one", pages, ("b.html", "C.html")))


def test_all_paths_are_named_in_order_those_that_tell_of_others_last(tmp_path: Path):
    assert list(PlannedPaths(PLAN, tmp_path, Memory())) == ["x.html", "b.html", "C.html", "list.txt"]


def test_a_path_is_found_whatever_its_capitals(tmp_path: Path):
    paths = PlannedPaths(PLAN, tmp_path, Memory())

    assert ["b.html" in paths, "c.html" in paths] == [True, False]
    assert [paths.alike("c.HTML"), paths.alike("none.html")] == ["C.html", ""]


def test_a_path_that_two_calls_would_make_is_told(tmp_path: Path):
    plan = (*PLAN, Target("b.html", page, ()), *pages("d.html"))

    assert PlannedPaths(plan, tmp_path, Memory()).twice == ("b.html",)


def test_the_places_in_a_page_are_the_ids_of_its_elements(tmp_path: Path):
    paths = PlannedPaths(PLAN, tmp_path, Memory())

    assert [paths.places("x.html"), paths.places("b.html")] == [{"x"}, {"a", "b"}]


def test_what_has_not_changed_is_neither_planned_nor_drawn_again(tmp_path: Path, monkeypatch):
    kept, templates = tmp_path / "kept", tmp_path / "templates"
    templates.mkdir()
    memory = Memory(kept, b"")
    before = PlannedPaths(PLAN, templates, memory)
    assert before.places("b.html") == {"a", "b"}
    memory.keep()
    monkeypatch.setattr(pages, "__code__", refused.__code__)

    after = PlannedPaths(PLAN, templates, Memory(kept, b""))

    assert (list(after), after.places("b.html")) == (list(before), {"a", "b"})


def listing(word: str) -> tuple[Target | Chapter, ...]:
    return (Target("all.html", page, (word,)), Chapter("within", pages, ("b.html",)))


def test_of_a_chapter_that_has_changed_those_within_that_have_not_are_not_named_again(
    tmp_path: Path, monkeypatch
):
    memory = Memory(tmp_path / "kept", b"")
    PlannedPaths((Chapter("one", listing, ("甲",)),), tmp_path, memory)
    memory.keep()
    monkeypatch.setattr(pages, "__code__", refused.__code__)

    after = PlannedPaths((Chapter("one", listing, ("乙",)),), tmp_path, Memory(tmp_path / "kept", b""))

    assert list(after) == ["all.html", "b.html"]


def test_what_is_much_is_planned_in_several_processes_and_named_in_order(tmp_path: Path, monkeypatch):
    plan = [
        Chapter(str(number), pages, (f"{number}.html", f"x/{number}.html"), size=2) for number in range(40)
    ]
    alone = list(PlannedPaths(plan, tmp_path, Memory()))
    monkeypatch.setattr("scienceweek.check.planned_paths._ENOUGH", 0)
    monkeypatch.setattr("scienceweek.check.planned_paths.os.cpu_count", lambda: 3)

    assert list(PlannedPaths(plan, tmp_path, Memory())) == alone
    assert alone[:3] == ["0.html", "x/0.html", "1.html"]


def test_a_chapter_that_cannot_be_planned_is_told_by_its_title(tmp_path: Path):
    with pytest.raises(DrawError, match="cannot draw lost: AssertionError: this has been planned before"):
        list(PlannedPaths([Chapter("lost", refused, ())], tmp_path, Memory()))
