from math import cos, hypot, radians

import prcoords
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scienceweek.source.positions.datum import convert
from scienceweek.source.records.datum import Datum

# WGS 84, and what eviltransform 0.1.1 makes of it: GCJ-02, BD-09. Longitude first.
PLACES = [
    ((106.551, 29.563), (106.55471877406573, 29.56015241965975), (106.56115007484483, 29.566464548412263)),
    ((116.391, 39.907), (116.39724106427609, 39.90840113257115), (116.4036145293261, 39.91474392475549)),
    ((121.474, 31.230), (121.47852212267233, 31.22805670150788), (121.48508182260122, 31.23390438066775)),
    ((87.617, 43.793), (87.61984854757789, 43.79422389208456), (87.62627662750742, 43.80035445960442)),
    ((113.264, 23.129), (113.26932941135401, 23.126323038179923), (113.27575134815558, 23.132607247625618)),
]
Position = tuple[float, float]


def metres(one: Position, other: Position) -> float:
    return hypot((one[0] - other[0]) * cos(radians(one[1])), one[1] - other[1]) * 111_320


@pytest.mark.parametrize(("gps", "amap", "baidu"), PLACES)
def test_positions_of_amap_and_baidu_become_those_of_gps(gps: Position, amap: Position, baidu: Position):
    assert metres(convert(*amap, Datum.GCJ02), gps) < 0.2
    assert metres(convert(*baidu, Datum.BD09), gps) < 0.2


@pytest.mark.parametrize(("gps", "amap", "baidu"), PLACES)
def test_another_implementation_agrees(gps: Position, amap: Position, baidu: Position):
    # To 2 m: prcoords multiplies by the bend of the meridian where the others divide.
    there = prcoords.wgs_gcj(prcoords.Coords(gps[1], gps[0]))

    assert metres(convert(there.lon, there.lat, Datum.GCJ02), gps) < 2


@pytest.mark.parametrize(("gps", "amap", "baidu"), PLACES)
def test_what_is_not_converted_is_hundreds_of_metres_off(gps: Position, amap: Position, baidu: Position):
    assert 100 < metres(convert(*gps, Datum.GCJ02), gps) < 1000


def test_gps_is_left_alone():
    assert convert(106.5510001, 29.563, Datum.WGS84) == (106.5510001, 29.563)


@given(st.floats(73, 136), st.floats(3, 54), st.sampled_from(Datum))
def test_every_position_that_may_be_written_has_one(lon: float, lat: float, datum: Datum):
    assert metres(convert(lon, lat, datum), (lon, lat)) < 3000
