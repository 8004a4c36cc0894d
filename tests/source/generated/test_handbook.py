from pathlib import Path

from scienceweek.source.generated.handbook import tables
from scienceweek.source.records import SHELVES
from scienceweek.source.records.shape import fields

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_tables_of_fields_are_current():
    assert (DOCS / "fields.md").read_bytes() == tables()


def test_each_kind_of_file_has_its_table():
    text = tables().decode()

    for shelf in SHELVES:
        assert f"## data/{shelf.pattern.replace('**/', '')}\n" in text
        for key, about in fields(shelf.record).items():
            assert f"| `{key}` | {about.title} |" in text


def test_a_field_is_told_with_its_words_and_what_it_is_without_them():
    assert (
        "| `fee` | 费用 |  | 词 | `unknown`（通知未写明）、`free`（免费）、`reduced`（优惠）、`paid`（收费）。不写就是 `unknown` |"
        in tables().decode().split("\n")
    )
