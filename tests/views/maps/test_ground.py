import pytest
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.views.maps import ground

YUBEI = ((106.52, 29.58), (106.66, 29.76))
POSITIONS = st.lists(st.tuples(st.floats(74, 134), st.floats(4, 53)), min_size=1, max_size=9).map(tuple)


def test_a_kilometre_is_as_long_to_the_north_as_to_the_east():
    on = ground.projection(YUBEI, 480, 480)
    x, y = on.at(on.lon, on.lat)
    north = y - on.at(on.lon, on.lat + 1 / 111.2)[1]
    east = on.at(on.lon + 1 / (111.2 * 0.8687), on.lat)[0] - x
    assert abs(north - east) <= 1


def test_north_is_up_and_east_is_right():
    on = ground.projection(YUBEI, 480, 480)
    (west, south), (east, north) = (on.at(*position) for position in YUBEI)
    assert west < east
    assert north < south


def test_a_single_position_is_in_the_middle_of_some_kilometres():
    on = ground.projection(((106.5, 29.6),), 480, 360)
    assert on.at(106.5, 29.6) == (240, 180)
    assert ground.scale(on).word == "1公里"


@given(POSITIONS)
def test_every_position_is_inside(positions):
    on = ground.projection(positions, 480, 640)
    for x, y in (on.at(*position) for position in positions):
        assert 0 <= x <= 480
        assert 0 <= y <= 640


def test_the_graticule_of_a_district_is_in_whole_minutes():
    on = ground.projection(YUBEI, 480, 480)
    assert [line.word for line in ground.meridians(on)] == ["106°30′", "106°35′", "106°40′"]
    assert [line.word for line in ground.parallels(on)] == ["29°35′", "29°40′", "29°45′"]


def test_rings_are_round_numbers_of_kilometres():
    on = ground.projection(YUBEI, 480, 480)
    assert [ring.word for ring in ground.rings(on, 240, 240)] == ["5公里", "10公里", "15公里"]


@pytest.mark.parametrize(("distance", "word"), [(0.2, "200米"), (1, "1公里"), (50, "50公里")])
def test_distances_are_said_in_metres_or_kilometres(distance, word):
    assert ground.kilometres(distance) == word
