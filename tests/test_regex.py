"""Regular expressions that wait until they are asked."""

import copy
import pickle
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from scienceweek.regex import regex

PLUGINS = Path(__file__).parents[1] / "plugins"


def test_it_answers_as_one_that_is_put_together_at_once() -> None:
    waiting, ready = regex(r"(?P<day>\d+)日?", re.ASCII), re.compile(r"(?P<day>\d+)日?", re.ASCII)
    text = "5月23日和24日"

    assert [waiting.sub("*", text), waiting.split(text)] == [ready.sub("*", text), ready.split(text)]
    assert [found.span() for found in waiting.finditer(text)] == [
        found.span() for found in ready.finditer(text)
    ]
    assert waiting.match(text)
    assert not waiting.fullmatch(text)
    assert [waiting.pattern, waiting.groups, waiting.groupindex] == [ready.pattern, 1, {"day": 1}]
    assert regex(b"[0-9]+").findall(b"5-23") == [b"5", b"23"]


def test_it_is_put_together_once() -> None:
    one = regex("a+")

    assert one.search is one.search


def test_copies_answer_too() -> None:
    one = regex("a+")
    copies = [copy.copy(one), pickle.loads(pickle.dumps(one))]  # noqa: S301 - our own

    assert [bool(each.fullmatch("aa")) for each in copies] == [True, True]


def test_a_mistake_is_told_when_it_is_asked() -> None:
    wrong = regex("(")

    with pytest.raises(re.error):
        wrong.search("")


def test_each_of_the_program_can_be_put_together() -> None:
    names = [
        ".".join(path.relative_to(PLUGINS).with_suffix("").parts)
        for path in PLUGINS.rglob("*.py")
        if "import regex" in path.read_text(encoding="utf-8")
    ]
    found = [one for name in names for one in _within(tuple(vars(import_module(name)).values()))]

    assert len(names) > 10
    assert len(found) > 100
    assert all(isinstance(one.flags, int) for one in found)


def _within(values: tuple[object, ...]) -> Iterator[re.Pattern[str]]:
    """Those among *values*, and among what these hold."""
    for value in values:
        if isinstance(value, tuple):
            yield from _within(value)
        elif type(value) is type(regex("")):
            yield value  # type: ignore[misc]
