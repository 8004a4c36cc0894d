"""The fields of each kind of record: their order, and what they are called in Chinese."""

from collections.abc import Mapping

from scienceweek.desk.findings import Kind
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.organisation import OrganisationRecord
from scienceweek.source.records.place import BaseRecord, VenueRecord
from scienceweek.source.records.record import Record

_RECORDS: Mapping[Kind, type[Record]] = {
    Kind.ACTIVITY: ActivityRecord,
    Kind.BASE: BaseRecord,
    Kind.VENUE: VenueRecord,
    Kind.ORGANISATION: OrganisationRecord,
    Kind.CAMPAIGN: CampaignRecord,
}


def record(kind: Kind) -> type[Record]:
    """How a record of this *kind* is written."""
    return _RECORDS[kind]


def ordered(kind: Kind) -> tuple[str, ...]:
    """The names of the fields, as they follow one another in ``data/``."""
    return tuple(_RECORDS[kind].model_fields)


def said(kind: Kind, field: str) -> str:
    """What the *field* is called."""
    about = _RECORDS[kind].model_fields.get(field)
    return about.title or field if about else field
