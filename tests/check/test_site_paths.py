from pathlib import Path

from scienceweek.check.site_paths import MadePaths
from scienceweek.render import MadeSite
from scienceweek.source.files.read_cache import Memory

PAGES = {"x.html": b'<p id="x">&lt;p id="text"></p>', "B.html": b"<p>", "list.txt": b""}


def paths(*names: str, memory: Memory | None = None) -> MadePaths:
    return MadePaths(MadeSite(names, {}, PAGES.__getitem__), memory or Memory())


def test_the_paths_of_a_made_site_are_those_of_its_targets():
    made = paths("x.html", "B.html", "list.txt", "x.html")

    assert (list(made), made.twice) == (["x.html", "B.html", "list.txt"], ("x.html",))
    assert ["B.html" in made, "b.html" in made, made.alike("b.HTML"), made.alike("no")] == [
        True,
        False,
        "B.html",
        "",
    ]


def test_the_places_in_a_page_are_read_in_what_was_made_and_kept_for_equal_content(tmp_path: Path):
    memory = Memory(tmp_path / "kept", b"")
    assert paths("x.html", memory=memory).places("x.html") == {"x"}
    memory.keep()

    again = Memory(tmp_path / "kept", b"")

    assert MadePaths(MadeSite(("y.html",), {}, lambda _name: PAGES["x.html"]), again).places("y.html") == {
        "x"
    }
