"""Positions as written."""

from typing import Annotated

from pydantic import Field

from scienceweek.source.records.datum import Datum
from scienceweek.source.records.record import Line, Record, Whole, optional, required, usual


class PointRecord(Record):
    """位置"""

    lon: Annotated[float, Field(ge=73, le=136)] = required("经度", "度，例如 106.551")
    lat: Annotated[float, Field(ge=3, le=54)] = required("纬度", "度，例如 29.563")
    datum: Datum = usual(Datum.WGS84, "坐标系", "从哪种地图上量的")
    source: Line = required("来源", "谁、怎样得到这个位置，例如 天地图 2024-05-20、现场定位、由道路名估计")
    radius: Whole | None = optional("误差", "米；不写就是准确位置")
