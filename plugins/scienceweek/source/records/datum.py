"""The systems in which maps measure positions."""

from enum import StrEnum


class Datum(StrEnum):
    """In which system a position was measured: 天地图 and GPS, 高德 and 腾讯, 百度."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"
