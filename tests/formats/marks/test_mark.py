from dataclasses import dataclass, replace
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from lxml import etree

from scienceweek.formats.marks import mark
from scienceweek.source.loading import load

HERE = Path(__file__).parents[3]
TERMS = load(HERE / "data", HERE / "content").catalogue.terms


@dataclass(frozen=True)
class Made:
    id: str = "fish"
    topic: str = "health"
    kind: str = "lecture"
    district: str = "yubei"
    day: int = 25
    days: int = 1
    off: bool = False


def test_a_record_gives_the_same_mark_each_time_and_each_record_one_of_its_own():
    several = [Made(f"x-{number}", topic=topic) for topic in ("health", "") for number in range(20)]
    drawn = [mark.svg(one) for one in several]

    assert drawn == [mark.svg(replace(one)) for one in several]
    assert len(set(drawn)) == len(drawn)


def test_two_of_one_topic_kind_and_day_differ_in_their_drawing():
    strokes = [mark.drawing(Made(f"x-{number}"), fine=False).strokes for number in range(8)]

    assert [pair for pair in combinations(strokes, 2) if pair[0] == pair[1]] == []


@pytest.mark.parametrize("fine", [False, True])
def test_whatever_is_drawn_stays_inside_its_ground(fine):
    kinds = [term.id for term in TERMS.kinds] + [""]
    made = [
        Made(f"x-{topic.id}-{number}", topic.id, kinds[(place + number) % len(kinds)], days=3)
        for place, topic in enumerate((*TERMS.topics, replace(TERMS.topics[0], id="unheard-of")))
        for number in range(4)
    ]
    outside = [
        (one, point)
        for one in made
        for drawn in [mark.drawing(one, fine=fine)]
        for line in (*drawn.frame, *drawn.strokes)
        for point in line
        if not _inside(drawn.ground, point)
    ]

    assert outside == []


def _inside(ground, point):
    """Whether *point* is in the polygon (or nearer than a unit to a corner of it, which is uneven)."""
    x, y = point
    odd = False
    for (a, b), (c, d) in zip(ground, (*ground[1:], ground[0]), strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            odd = not odd
    return odd or min(hypot(a - x, b - y) for a, b in ground) < 1


def test_all_topics_and_kinds_of_the_list_have_a_drawing():
    assert [term.id for term in TERMS.topics if term.id not in mark.TOPICS] == []
    assert [term.id for term in TERMS.kinds if term.id not in mark.SHAPES] == []


def test_the_line_inside_is_whole_where_no_day_is_known_and_open_at_a_day_that_is():
    frames = [
        mark.drawing(Made(day=day, days=days), fine=False).frame for day, days in ((0, 0), (8, 1), (8, 9))
    ]
    points = [sum(map(len, frame)) for frame in frames]

    assert frames[0][0][0] == frames[0][0][-1]
    assert points[0] > points[1] > points[2]


def test_what_does_not_take_place_is_drawn_in_line_only():
    on, off = (etree.fromstring(mark.svg(Made(off=off))) for off in (False, True))
    style = "{http://www.w3.org/2000/svg}style"

    assert (".g{fill" in on.findtext(style), ".g{fill" in off.findtext(style)) == (True, False)
    assert [path.get("d") for path in on.iter("{*}path")] == [path.get("d") for path in off.iter("{*}path")]


def test_a_mark_is_small():
    assert max(len(mark.svg(Made(topic=term.id))) for term in TERMS.topics) < 5_000
