from collections.abc import Iterator

import pytest

from scienceweek.source.records import SHELVES
from scienceweek.source.records.activity import ActivitiesFile, ActivityRecord
from scienceweek.source.records.moment import RecurringRecord, UnfixedRecord
from scienceweek.source.records.record import Record
from scienceweek.source.records.shape import entry_kind, field, fields, inside, thing
from scienceweek.source.records.where import WhereRecord


def subclasses(kind: type[Record]) -> Iterator[type[Record]]:
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


RECORDS = list(subclasses(Record))


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_and_field_is_called_in_chinese(kind: type[Record]):
    names = [thing(kind), *(about.title for about in fields(kind).values())]

    assert [name for name in names if not name or name.isascii()] == []


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_no_two_fields_of_a_record_are_called_the_same(kind: type[Record]):
    titles = [about.title for about in fields(kind).values()]

    assert len(set(titles)) == len(titles)


def test_the_entries_of_a_shelf_are_records():
    assert [entry_kind(shelf.record, key).__name__ for shelf in SHELVES for key in shelf.entries] == [
        "DistrictRecord",
        "OrganisationRecord",
        *["TermRecord"] * 4,
        "VenueRecord",
        "BaseRecord",
        "ActivityRecord",
        "AlertRecord",
        "AllowedRecord",
    ]


def test_a_path_leads_into_a_record():
    assert inside(ActivitiesFile, ("activities", 3, "where", 0)) is WhereRecord
    assert inside(ActivityRecord, ("when", 0, "|UnfixedRecord")) is UnfixedRecord
    assert inside(ActivityRecord, ("when", 0, "|RecurringRecord")) is RecurringRecord
    assert inside(ActivityRecord, ("title",)) is None


def test_a_path_leads_to_a_field():
    found = field(ActivityRecord, ("when", 0, "|RecurringRecord", "except", 1))

    assert found
    assert found.title == "除外"
    assert field(ActivityRecord, ("titel",)) is None
