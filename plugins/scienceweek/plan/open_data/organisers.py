"""Who answers for something, as open data (schema.org organizer)."""

from collections.abc import Iterable

from scienceweek.formats.open_data.dataset import DataField, Record, record
from scienceweek.model.organisation import Part, Role

FIELDS = (
    DataField("role", "角色", required=True, choices=tuple(one.value for one in Role), listed=False),
    DataField("roleName", "单位的角色", "主办单位、承办单位等", required=True),
    DataField("name", "单位", required=True, width=24),
    DataField("id", "单位编号", listed=False),
)


def organisers(parts: Iterable[Part]) -> tuple[Record, ...]:
    """A record for each party, in the order of the notice."""
    return tuple(
        record(
            FIELDS,
            {
                "role": part.role.value,
                "roleName": part.role.said,
                "name": party.organisation.name if party.organisation else party.name,
                "id": party.organisation.id if party.organisation else "",
            },
        )
        for part in parts
        for party in part.parties
    )
