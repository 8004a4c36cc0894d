"""What is known before a document is read: what it is for, and everything that is in ``data/`` already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scienceweek.model.campaign import Campaign
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.schedule import Days


@dataclass(frozen=True, slots=True)
class Setting:
    """The records that are *known*, and the ids of the *campaign* and the *district* that a document is for, "" where nobody says.

    *year* is that of its dates without one, where the document or staff tell it; *headings* are names that staff have given
    to columns of tables: the field of ``data/`` by what the column is called. *other_year* is the year that the document names
    where its campaign is of none that is called so, *other_district* likewise what it calls a district which is not that.
    """

    known: Catalogue = field(default_factory=Catalogue)
    campaign: str = ""
    district: str = ""
    year: int | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    other_year: int | None = None
    other_district: str = ""

    @property
    def campaign_meant(self) -> Campaign | None:
        """The campaign, if it is known already."""
        return next((one for one in self.known.campaigns if one.id == self.campaign), None)

    @property
    def district_meant(self) -> District | None:
        """The district; that of the campaign where nobody says another."""
        meant = self.campaign_meant
        id = self.district or (meant.district.id if meant else "")
        return next((one for one in self.known.districts if one.id == id), None)

    @property
    def window(self) -> Days | None:
        """The days of the campaign: the year of a date without one is that which puts it nearest to them."""
        meant = self.campaign_meant
        return meant.when if meant else None

    @property
    def area_code(self) -> str:
        """That of phone numbers without one, "" where nobody knows."""
        meant = self.district_meant
        return meant.area_code if meant else ""
