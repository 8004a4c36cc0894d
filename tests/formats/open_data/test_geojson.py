from pathlib import Path

import pyogrio
from formats.open_data.datasets import BARE, FULL, dataset, places
from geojson_pydantic import FeatureCollection

from scienceweek.formats.open_data.geojson import geojson

TWICE = FULL | {
    "id": "twice",
    "location": places(("甲", 106.5, 29.6), ("乙", 106.6, 29.7), ("丙", 106.5, 29.6)),
}


def test_what_has_a_position_is_there_and_what_has_none_is_nowhere():
    found = FeatureCollection.model_validate_json(geojson(dataset(FULL, BARE, TWICE)))

    assert [
        (one.id, one.geometry and one.geometry.model_dump(exclude_none=True)) for one in found.features
    ] == [
        ("fish", {"type": "Point", "coordinates": (106.5, 29.6)}),
        ("bare", None),
        ("twice", {"type": "MultiPoint", "coordinates": [(106.5, 29.6), (106.6, 29.7)]}),
    ]
    assert found.features[0].properties["startDate"] == "2024-05-25"


def test_a_geographic_program_reads_it(tmp_path: Path):
    (tmp_path / "data.geojson").write_bytes(geojson(dataset(FULL, BARE)))

    told = pyogrio.read_info(tmp_path / "data.geojson", force_feature_count=True, force_total_bounds=True)

    assert (told["features"], told["crs"], told["total_bounds"]) == (
        2,
        "EPSG:4326",
        (106.5, 29.6, 106.5, 29.6),
    )
