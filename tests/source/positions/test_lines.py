from math import cos, pi, sin

import pytest

from scienceweek.source.positions.lines import area, clipped, runs, simple, simple_ring

FRAME = (0.0, 0.0, 2.0, 2.0)


def test_what_no_eye_can_see_is_left_out_of_a_line():
    assert simple(((0, 0), (1, 0.01), (2, 0), (3, 2)), 0.1) == ((0, 0), (2, 0), (3, 2))
    assert simple(((0, 0), (1, 1)), 5) == ((0, 0), (1, 1))


def test_a_ring_stays_closed():
    circle = [(cos(turn * pi / 50), sin(turn * pi / 50)) for turn in range(100)]
    made = simple_ring((*circle, circle[0]), 0.05)
    assert made[0] == made[-1]
    assert 8 <= len(made) <= 20


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (((0.5, 0.5), (1.5, 1.5)), (((0.5, 0.5), (1.5, 1.5)),)),
        (((5, 5), (6, 6)), ()),
        (
            ((-3, 1), (-1, 1), (1, 1), (3, 1), (5, 1), (7, 1), (3, 2), (1, 2)),
            (((-1, 1), (1, 1), (3, 1)), ((3, 2), (1, 2))),
        ),
        (((1, 1), (3, 1), (1.5, 1)), (((1, 1), (3, 1), (1.5, 1)),)),
    ],
)
def test_a_line_goes_on_to_the_edge_of_the_frame_and_no_further(line, parts):
    assert runs(line, FRAME) == parts


def test_an_area_is_cut_at_the_frame():
    made = clipped(((1, 1), (5, 1), (5, 5), (1, 5), (1, 1)), FRAME)
    assert (area(made), made[0]) == (1.0, made[-1])
    assert clipped(((5, 5), (6, 5), (6, 6), (5, 5)), FRAME) == ()
