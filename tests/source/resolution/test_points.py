from pathlib import Path

from trees import BASES, FILES, read

from scienceweek.model.point import Point
from scienceweek.source.resolution.points import kilometres


def test_a_position_of_amap_is_converted(tmp_path: Path):
    files = {
        BASES: FILES[BASES] + "    point: {lon: 106.55471877, lat: 29.56015242, datum: gcj02, source: 高德}\n"
    }

    assert read(tmp_path, files).catalogue.bases[0].point == Point(106.551, 29.563, "高德", 0)


def test_a_degree_of_latitude_is_111_kilometres():
    assert round(kilometres(Point(106, 29, ""), Point(106, 30, ""))) == 111
