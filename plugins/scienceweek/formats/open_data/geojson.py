"""Open data as GeoJSON (RFC 7946): a feature a record, at its position or at all that it has; without one, nowhere."""

import json
from collections.abc import Iterator
from typing import Any

from scienceweek.formats.open_data.dataset import Dataset
from scienceweek.formats.open_data.json_data import json_record


def geojson(dataset: Dataset) -> bytes:
    """*dataset* as a FeatureCollection, longitude first (WGS 84); what is known of a record are its properties."""
    lines = ",\n".join(
        json.dumps(_feature(json_record(dataset.kind.fields, one)), ensure_ascii=False)
        for one in dataset.records
    )
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode()


def _feature(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": properties["id"],
        "geometry": _geometry(tuple(dict.fromkeys(_positions(properties)))),
        "properties": properties,
    }


def _geometry(positions: tuple[tuple[float, float], ...]) -> dict[str, Any] | None:
    if not positions:
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": list(positions[0])}
    return {"type": "MultiPoint", "coordinates": [list(one) for one in positions]}


def _positions(properties: dict[str, Any]) -> Iterator[tuple[float, float]]:
    for one in (properties, *properties.get("location", ())):
        if "longitude" in one:
            yield one["longitude"], one["latitude"]
