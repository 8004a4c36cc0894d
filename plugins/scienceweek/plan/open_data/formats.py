"""In which formats each kind of open data is."""

from collections.abc import Callable

from scienceweek.formats.open_data.csv_data import csv_data
from scienceweek.formats.open_data.dataset import DataKind, Dataset
from scienceweek.formats.open_data.geojson import geojson
from scienceweek.formats.open_data.json_data import json_data
from scienceweek.formats.open_data.sheet_data import sheet_data

WHOLE = 2_000
"""Records of a kind in one file of the whole site."""

DRAWS: dict[str, Callable[[Dataset], bytes]] = {
    "xlsx": sheet_data,
    "csv": csv_data,
    "json": json_data,
    "geojson": geojson,
}


def endings(kind: DataKind) -> tuple[str, ...]:
    """How the names of its files end: only what has a position is in GeoJSON."""
    return tuple(ending for ending in DRAWS if ending != "geojson" or kind.placed)
