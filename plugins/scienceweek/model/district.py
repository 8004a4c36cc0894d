"""Administrative divisions (GB/T 2260; schema.org AdministrativeArea)."""

from collections.abc import Iterator

from scienceweek.frozen import frozen
from scienceweek.model.point import Point


@frozen
class District:
    """A division of any level, with a six-digit GB/T 2260 *code*.

    *short* is the name without its level (渝北), as the seal shows it; *area_code* is the
    trunk code of its telephones (``023``).
    """

    id: str
    name: str
    short: str
    code: str
    parent: "District | None" = None
    area_code: str = ""
    point: Point | None = None
    readings: tuple[str, ...] = ()
    was: tuple[str, ...] = ()

    @property
    def lineage(self) -> Iterator["District"]:
        """The district itself, then its parents upward."""
        district: District | None = self
        while district:
            yield district
            district = district.parent
