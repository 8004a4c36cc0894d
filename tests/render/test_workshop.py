from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scienceweek.render import Chapter, Target, build
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
    return Workshop(parts, b"", OpenGate(), gzip=False, intact=entries)


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
