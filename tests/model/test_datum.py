from math import cos, hypot, radians, sin

import prcoords
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.model import datum

LON, LAT = st.floats(74, 134), st.floats(4, 53)
YUBEI = (106.631, 29.718)


def metres(one, other):
    east = (one[0] - other[0]) * 111_320 * cos(radians(one[1]))
    return hypot(east, (one[1] - other[1]) * 110_540)


def judge(convert, lon, lat):
    made = convert(prcoords.Coords(lat, lon), check_china=False)
    # prcoords multiplies the length of a degree northward by what everybody else divides it by.
    magic = 1 - prcoords.GCJ_EE * sin(radians(lat)) ** 2
    north = prcoords.wgs_gcj(prcoords.Coords(lat, lon), check_china=False).lat - lat
    return made.lon, made.lat + north * (magic**3 - 1)


@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
        ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
        ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
    ],
)
def test_known_positions_are_where_others_publish_them(wgs84, gcj02):
    assert metres(datum.gcj02(*wgs84), gcj02) < 0.1


@given(LON, LAT)
def test_gcj02_is_what_others_make_of_it_within_a_metre(lon, lat):
    assert metres(datum.gcj02(lon, lat), judge(prcoords.wgs_gcj, lon, lat)) < 1


@given(LON, LAT)
def test_bd09_is_what_others_make_of_it_within_a_metre(lon, lat):
    assert metres(datum.bd09(lon, lat), judge(prcoords.wgs_bd, lon, lat)) < 1


@pytest.mark.parametrize(("there", "back"), [(datum.gcj02, datum.from_gcj02), (datum.bd09, datum.from_bd09)])
@given(lon=LON, lat=LAT)
def test_the_way_back_ends_where_it_began(there, back, lon, lat):
    assert metres(back(*there(lon, lat)), (lon, lat)) < 0.01


def test_the_shift_at_yubei_is_some_hundred_metres():
    assert round(metres(datum.gcj02(*YUBEI), YUBEI)) == 479


def test_outside_china_nothing_is_shifted():
    assert datum.gcj02(2.35, 48.85) == (2.35, 48.85)
