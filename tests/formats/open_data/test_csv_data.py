import csv
from io import BytesIO, StringIO

import pandas as pd
from formats.open_data.datasets import BARE, FULL, HOSTILE, dataset

from scienceweek.formats.open_data.csv_data import csv_data

HEAD = [
    "id",
    "name",
    "url",
    "startDate",
    "free",
    "seats",
    "telephone",
    "location.name",
    "location.longitude",
    "location.latitude",
    "status",
    "dateModified",
]
ROWS = [
    [
        "fish",
        "我们曾经都是鱼",
        "https://kp.example.cn/activities/fish.html",
        "2024-05-25",
        "false",
        "60",
        "023-60000001；+852 2345 6789",
        "市主会场；馆内",
        "106.5；",
        "29.6；",
        "on",
        "2024-05-20T08:00:00Z",
    ],
    ["bare", f"'{HOSTILE}", *[""] * 10],
]


def test_two_readers_read_the_same_table():
    made = csv_data(dataset(FULL, BARE))
    table = pd.read_csv(BytesIO(made), dtype=str, keep_default_na=False)

    assert list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""))) == [HEAD, *ROWS]
    assert ([*table.columns], table.to_numpy().tolist()) == (HEAD, ROWS)


def test_spreadsheets_see_that_it_is_utf_8():
    assert csv_data(dataset()).startswith(b"\xef\xbb\xbfid,name,")


def test_a_negative_number_is_no_formula_and_a_number_of_another_country_is_no_sum():
    west = FULL | {"seats": -1, "telephone": ("+852 2345 6789",)}

    row = dict(zip(HEAD, list(csv.reader(StringIO(csv_data(dataset(west)).decode())))[1], strict=True))

    assert (row["seats"], row["telephone"]) == ("-1", "'+852 2345 6789")
