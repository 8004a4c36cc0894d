import time
from datetime import UTC, datetime

from gitpublish import china_time


def test_a_moment_is_told_by_the_clock_of_china_whatever_that_of_the_machine_says(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        told = china_time.written(datetime(2024, 5, 24, 16, 0, 1, tzinfo=UTC)), china_time.written(0)
    finally:
        monkeypatch.undo()
        time.tzset()

    assert told == ("2024-05-25 00:00:01", "1970-01-01 08:00:00")


def test_today_is_a_day_of_china():
    assert china_time.today() in {china_time.now().date(), datetime.now(china_time.CHINA).date()}


def test_what_is_written_with_its_zone_is_read_again():
    assert china_time.iso(1_716_609_600.0) == "2024-05-25T12:00:00+08:00"
    assert china_time.moment("2024-05-25T12:00:00+08:00") == 1_716_609_600.0
