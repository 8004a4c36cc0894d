import json
from datetime import UTC, datetime

import pytest
from formats.open_data.datasets import BARE, FULL, HOSTILE, KIND, dataset
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from scienceweek.formats.open_data.dataset import record
from scienceweek.formats.open_data.json_data import json_data
from scienceweek.formats.open_data.json_schema import json_schema

SCHEMA = json.loads(json_schema(KIND, "https://kp.example.cn/data/schema/activities.json"))


def judged(made: bytes) -> None:
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(json.loads(made))


def test_what_nobody_knows_is_left_out_and_no_is_told():
    made = json_data(dataset(FULL, BARE))

    assert json.loads(made)["items"] == [
        FULL
        | {
            "startDate": "2024-05-25",
            "telephone": ["023-60000001", "+852 2345 6789"],
            "location": [{"name": "市主会场", "longitude": 106.5, "latitude": 29.6}, {"name": "馆内"}],
            "dateModified": "2024-05-20T08:00:00Z",
        },
        {"id": "bare", "name": HOSTILE},
    ]
    judged(made)


def test_the_head_says_whose_data_it_is_and_on_what_terms():
    made = json_data(
        dataset(
            licence="CC BY 4.0", page="https://kp.example.cn/", modified=datetime(2024, 5, 20, tzinfo=UTC)
        )
    )

    assert json.loads(made) == {
        "$schema": "../schema/activities.json",
        "version": "1.0",
        "name": "渝北区 · 活动",
        "license": "CC BY 4.0",
        "url": "https://kp.example.cn/",
        "dateModified": "2024-05-20T00:00:00Z",
        "count": 0,
        "items": [],
    }
    judged(made)


def test_of_too_many_records_it_names_the_files_in_which_they_are():
    made = json_data(dataset(parts=("campaigns/a.activities.json",)))

    told = json.loads(made)
    assert ("items" in told, told["parts"]) == (False, ["campaigns/a.activities.json"])
    judged(made)


def test_a_record_is_a_line():
    assert json_data(dataset(FULL, BARE)).decode().count("\n") == 10


@pytest.mark.parametrize(
    "wrong", [{"name": None}, {"startDate": "25日"}, {"free": "no"}, {"status": "perhaps"}, {"seats": 1.5}]
)
def test_the_schema_refuses_what_is_not_so(wrong: dict[str, object]):
    with pytest.raises(ValidationError):
        judged(json_data(dataset(FULL | wrong)))


def test_a_field_that_comes_later_breaks_no_program():
    made = json.loads(json_data(dataset(FULL)))
    made["items"][0]["later"] = 1

    Draft202012Validator(SCHEMA).validate(made)


def test_a_value_for_no_field_is_a_mistake():
    with pytest.raises(KeyError, match="strange"):
        record(KIND.fields, {"id": "x", "strange": 1})
