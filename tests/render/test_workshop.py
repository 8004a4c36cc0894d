from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scienceweek.render import Chapter, Target, build
from scienceweek.render.chapter import Identities
from scienceweek.render.gate import OpenGate
from scienceweek.render.joined import text
from scienceweek.render.manifest import ManifestEntry
from scienceweek.render.workshop import DrawPlace, Workshop


@dataclass(frozen=True)
class Facts:
    said: str


FACTS = Facts("甲")


def read(facts: Facts, *paths: str) -> Iterator[Target]:
    for path in paths:
        yield Target(path, text, (facts.said,))


def lost(path: str) -> Iterator[Target]:
    yield Target(path, text, ("here",))
    raise LookupError("lost")


def workshop(*parts: Target | Chapter, **intact: ManifestEntry) -> Workshop:
    entries = {f"{name}.txt": entry for name, entry in intact.items()}
    return Workshop(parts, b"", OpenGate(), gzip=False, intact=entries, before={}, identities=Identities(b""))


def place(folder: Path) -> DrawPlace:
    return DrawPlace(str(folder / "fresh"), str(folder / "old"))


def test_what_is_made_of_a_part_has_names_files_and_entries(tmp_path: Path):
    made = workshop(Chapter("x", read, ("deep/in/a.txt", "b.txt"), FACTS)).make(0, place(tmp_path))

    assert (made.names, made.jobs, made.kept, made.failed) == (
        ["deep/in/a.txt", "b.txt"],
        ["deep/in/a.txt", "b.txt"],
        {},
        None,
    )
    assert {path: entry.size for path, entry in made.drawn.items()} == {"deep/in/a.txt": 4, "b.txt": 4}
    assert (tmp_path / "fresh/deep/in/a.txt").read_text("utf-8") == "甲\n"


def test_what_is_what_it_was_is_kept_and_what_comes_out_equal_keeps_its_file(tmp_path: Path):
    chapter = Chapter("x", read, ("a.txt", "b.txt"), FACTS)
    first = workshop(chapter).make(0, DrawPlace(str(tmp_path / "old"), "none"))
    equal = first.drawn["b.txt"]._replace(fingerprint="other")

    made = workshop(chapter, a=first.drawn["a.txt"], b=equal).make(0, place(tmp_path))

    assert (made.kept, made.jobs) == ({"a.txt": first.drawn["a.txt"]}, ["b.txt"])
    assert made.drawn == {"b.txt": first.drawn["b.txt"]}
    assert (tmp_path / "fresh/b.txt").samefile(tmp_path / "old/b.txt")
    assert not (tmp_path / "fresh/a.txt").exists()


def test_what_goes_wrong_while_a_chapter_is_planned_is_told_by_its_title(tmp_path: Path):
    made = workshop(Chapter("the lost", lost, ("a.txt",))).make(0, place(tmp_path))

    assert made.names == ["a.txt"]
    assert made.failed is not None
    assert made.failed.reason.startswith("cannot draw the lost: LookupError: lost (")


def test_chapters_that_want_one_path_are_refused_and_the_old_site_is_not_touched(tmp_path: Path):
    output = tmp_path / "output"
    build([Target("a.txt", text, ("甲",))], output, salt=b"")

    with pytest.raises(ValueError, match=r"two targets are called a\.txt"):
        build(
            [
                Chapter("x", read, ("a.txt",), FACTS),
                Chapter("y", read, ("a.txt",), Facts("丙")),
            ],
            output,
            salt=b"",
        )

    assert (output / "a.txt").read_text("utf-8") == "甲\n"


def test_a_file_and_a_folder_of_one_name_are_told_as_such(tmp_path: Path):
    with pytest.raises(ValueError, match="x is both a file and a folder"):
        build(
            [Chapter("x", read, ("x",), FACTS), Chapter("y", read, ("x/a",), FACTS)], tmp_path / "o", salt=b""
        )


def listed(facts: Facts, within: tuple[str, ...], word: str) -> Iterator[Target | Chapter]:
    """A page of its own, and one in each chapter *within*, which reads the facts itself or has a word."""
    yield Target("all.txt", text, (" ".join(within),))
    for one in within:
        yield Chapter(one, read, (f"{one}.txt",), facts)
    yield Chapter("word", worded, (word,))


def worded(word: str) -> Iterator[Target]:
    yield Target("word.txt", text, (word,))


def unasked(*_: object) -> Iterator[Target]:
    raise AssertionError
    yield


def test_of_a_chapter_that_has_changed_those_within_that_have_not_are_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    output = tmp_path / "output"
    build([Chapter("x", listed, (("a",), "甲"), FACTS)], output, salt=b"")
    build([Chapter("x", listed, (("a", "b"), "甲"), FACTS)], output, salt=b"")
    monkeypatch.setattr(read, "__code__", unasked.__code__)

    report = build([Chapter("x", listed, (("a", "b"), "乙"), FACTS)], output, salt=b"")

    assert (report.made, report.kept) == (("word.txt",), 3)
    assert (output / "b.txt").read_text("utf-8") == "甲\n"


def test_what_those_within_have_read_the_whole_has_read_whether_they_were_asked_or_not(tmp_path: Path):
    output = tmp_path / "output"
    for word in ("甲", "乙"):
        build([Chapter("x", listed, (("a",), word), FACTS)], output, salt=b"")

    report = build([Chapter("x", listed, (("a",), "乙"), Facts("丙"))], output, salt=b"")

    assert (report.made, report.kept) == (("a.txt",), 2)
    assert (output / "a.txt").read_text("utf-8") == "丙\n"


def test_those_within_are_asked_again_when_a_file_of_theirs_is_gone(tmp_path: Path):
    output = tmp_path / "output"
    build([Chapter("x", listed, (("a", "b"), "甲"), FACTS)], output, salt=b"")
    (output / "a.txt").unlink()

    assert build([Chapter("x", listed, (("a", "b"), "甲"), FACTS)], output, salt=b"").made == ("a.txt",)


def test_a_chapter_that_has_not_changed_hands_on_what_is_known_of_those_within(tmp_path: Path):
    output = tmp_path / "output"
    for number in range(3):
        loose = Target("loose.txt", text, (str(number),))
        build([Chapter("x", listed, (("a",), "甲"), FACTS), loose], output, salt=b"")

    report = build([Chapter("x", listed, (("a", "b"), "甲"), FACTS)], output, salt=b"")

    assert report.made == ("all.txt", "b.txt")
