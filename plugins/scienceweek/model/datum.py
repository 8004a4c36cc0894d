"""The systems in which China's maps give positions: WGS 84, GCJ-02 (高德, 腾讯, 苹果), BD-09 (百度).

GCJ-02 is WGS 84 shifted by some hundred metres by a published formula on the ellipsoid of Krasovsky 1940; BD-09 is
GCJ-02 shifted once more. All positions are (longitude, latitude) in degrees. CGCS2000 (天地图) is WGS 84 here.
"""

from math import atan2, cos, hypot, pi, sin, sqrt

_A = 6378245.0  # semi-major axis in metres
_EE = 0.00669342162296594323  # first eccentricity, squared
_TURN = pi * 3000 / 180
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271


def gcj02(lon: float, lat: float) -> tuple[float, float]:
    """WGS 84 to GCJ-02; outside China nothing is shifted."""
    if not (_WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH):
        return lon, lat
    east, north = _shift(lon - 105.0, lat - 35.0)
    magic = 1 - _EE * sin(lat * pi / 180) ** 2
    metres_north = _A * (1 - _EE) / (magic * sqrt(magic)) * pi / 180
    metres_east = _A / sqrt(magic) * cos(lat * pi / 180) * pi / 180
    return lon + east / metres_east, lat + north / metres_north


def bd09(lon: float, lat: float) -> tuple[float, float]:
    """WGS 84 to BD-09."""
    x, y = gcj02(lon, lat)
    z = hypot(x, y) + 0.00002 * sin(y * _TURN)
    theta = atan2(y, x) + 0.000003 * cos(x * _TURN)
    return z * cos(theta) + 0.0065, z * sin(theta) + 0.006


def from_gcj02(lon: float, lat: float) -> tuple[float, float]:
    """GCJ-02 to WGS 84, by undoing the shift until nothing is left of it (less than a millimetre)."""
    x, y = lon, lat
    for _ in range(8):
        shifted = gcj02(x, y)
        x, y = x + lon - shifted[0], y + lat - shifted[1]
    return x, y


def from_bd09(lon: float, lat: float) -> tuple[float, float]:
    """BD-09 to WGS 84."""
    x, y = from_gcj02(lon - 0.0065, lat - 0.006)
    for _ in range(8):
        shifted = bd09(x, y)
        x, y = x + lon - shifted[0], y + lat - shifted[1]
    return x, y


def _shift(x: float, y: float) -> tuple[float, float]:
    """Metres to the east and to the north, at *x* and *y* degrees from 105°E 35°N."""
    wave = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    return east, north
