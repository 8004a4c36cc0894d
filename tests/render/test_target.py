from dataclasses import dataclass
from functools import partial

import pytest

from scienceweek.render import Target
from scienceweek.render.target import check


def draw(title: str) -> bytes:
    return title.encode()


def other(title: str) -> bytes:
    return title.encode()


@dataclass(frozen=True)
class Stamp:
    mark: str

    def __call__(self, title: str) -> bytes:
        return f"{self.mark}{title}".encode()


class Plain:
    def __call__(self, title: str) -> bytes:
        return title.encode()

    def draw(self, title: str) -> bytes:
        return title.encode()


def target(path="bases/x.html", draw=draw, data=("馆",)):
    return Target(path, draw, data)


@pytest.mark.parametrize(
    "path", ["index.html", "a/b/c.html", ".well-known/x", "a b(1).jpg", "x..y", "a~1+2@3,4.txt"]
)
def test_a_path_inside_the_site_is_taken(path):
    assert target(path=path).path == path


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "/etc/passwd", "..", "../x", "a/../../x", "a/..", ".", "./x", "a//b", "a/", "a\\b", "..\\x", "C:/x",
        "C:x", "a\0b", "a\nb", "页.html", "é.html", "a?b", "a*b", 'a"b', "a<b", "a|b", "x.", "x ", "a./b", "nul",
        "a/AUX.html", "com1.txt",
    ],
)  # fmt: skip
def test_a_path_that_could_leave_the_site_or_that_a_system_cannot_hold_is_refused(path):
    with pytest.raises(ValueError, match="not a path inside the site"):
        target(path=path)


def test_equal_calls_have_equal_fingerprints():
    assert target().fingerprint(b"salt") == target().fingerprint(b"salt")
    assert len(target().fingerprint(b"salt")) == 32


def test_the_path_is_no_part_of_the_fingerprint():
    assert target(path="a.html").fingerprint(b"salt") == target(path="b.html").fingerprint(b"salt")


@pytest.mark.parametrize(
    ("changes", "salt"),
    [
        ({}, b"other"),
        ({"data": ("所",)}, b"salt"),
        ({"data": (("馆",),)}, b"salt"),
        ({"data": ("馆", None)}, b"salt"),
        ({"draw": other}, b"salt"),
        ({"draw": Stamp("a")}, b"salt"),
    ],
)
def test_another_salt_data_or_draw_is_another_fingerprint(changes, salt):
    assert target(**changes).fingerprint(salt) != target().fingerprint(b"salt")


def test_a_value_that_draws_is_known_by_what_it_holds():
    one, same, different = (target(draw=Stamp(mark)).fingerprint(b"") for mark in ("a", "a", "b"))

    assert (one == same, one == different) == (True, False)


def test_text_that_cannot_be_written_still_has_a_fingerprint():
    assert target(data=("\ud800",)).fingerprint(b"") != target(data=("\ud801",)).fingerprint(b"")


def closure(mark: str):
    return lambda title: f"{mark}{title}".encode()


@pytest.mark.parametrize(
    "nameless", [lambda title: title.encode(), closure("a"), Plain(), Plain().draw, partial(draw)]
)
def test_a_draw_whose_name_does_not_tell_what_it_does_is_refused(nameless):
    with pytest.raises(TypeError, match="a draw is a plain function or a frozen dataclass"):
        target(draw=nameless)


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["a.html", "b.html", "a.html"], "two targets are called a.html"),
        (["a/b.html", "A/B.html"], "two targets differ only in case: a/b.html and A/B.html"),
        (["a/b.html", "A/c.html"], "two targets differ only in case: a and A"),
        (["a/b/c.html", "a/B/d.html"], "two targets differ only in case: a/b and a/B"),
        (["a", "a/b.html"], "a is both a file and a folder"),
        (["a/b/c.html", "a/b"], "a/b is both a file and a folder"),
        (["A", "a/b.html"], "A is both a file and a folder"),
    ],
)
def test_targets_that_cannot_lie_in_one_tree_are_refused(paths, message):
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the whole message is compared
        check(paths)

    assert str(raised.value) == message
