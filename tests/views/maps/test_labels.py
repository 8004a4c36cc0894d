from hypothesis import given
from hypothesis import strategies as st

from scienceweek.views.maps.labels import Label, labels

PINS = st.lists(
    st.tuples(st.integers(10, 470), st.integers(10, 470), st.text("气象科普馆ab", min_size=1, max_size=8)),
    max_size=30,
)


def box(label, name):
    long = sum(16 * (0.6 if sign.isascii() else 1) for sign in name)
    left = {"right": label.x, "left": label.x - long, "middle": label.x - long / 2}[label.side]
    return left, label.y - 9.6, left + long, label.y + 9.6


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_name_stands_to_the_right_of_its_pin():
    assert labels(((100, 100, "气象馆"),), (), 480, 480) == (Label(113, 100, "right"),)


def test_at_the_edge_it_stands_to_the_left():
    assert labels(((460, 100, "气象馆"),), (), 480, 480) == (Label(447, 100, "left"),)


def test_where_there_is_no_room_it_is_left_out():
    assert labels(((100, 100, "气象馆"),), ((0, 0, 480, 480),), 480, 480) == (Label(100, 100, ""),)


@given(PINS)
def test_no_name_lies_on_another_or_outside(pins):
    placed = labels(tuple(pins), (), 480, 480)
    boxes = [box(label, pin[2]) for label, pin in zip(placed, pins, strict=True) if label.side]
    assert not any(overlap(one, other) for place, one in enumerate(boxes) for other in boxes[:place])
    assert all(left >= 0 and top >= 0 and right <= 480 and foot <= 480 for left, top, right, foot in boxes)
