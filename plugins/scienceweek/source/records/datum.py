"""The systems in which maps measure positions."""

from scienceweek.model.word import Word


class Datum(Word):
    """In which system a position was measured: 天地图 and GPS, 高德 and 腾讯, 百度."""

    WGS84 = "wgs84", "天地图、GPS"
    GCJ02 = "gcj02", "高德、腾讯"
    BD09 = "bd09", "百度"
