"""The file format: one record for each thing that staff write, and the files that hold them.

Reading, JSON Schema and the handbook's tables all come from here. In a
record every scalar is as written; ``resolution`` follows references and reads dates.
"""

from dataclasses import dataclass

from scienceweek.source.records.activity import ActivitiesFile
from scienceweek.source.records.alert import AlertsFile
from scienceweek.source.records.allowed import AllowedFile
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.organisation import DistrictsFile, OrganisationsFile
from scienceweek.source.records.place import BasesFile, VenuesFile
from scienceweek.source.records.record import Record
from scienceweek.source.records.site import SiteRecord
from scienceweek.source.records.term import TermsFile


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files of one kind: their place in ``data/``, what is in each, and the schema's name."""

    pattern: str
    record: type[Record]
    schema: str
    entries: tuple[str, ...] = ()
    """The keys whose lists hold records that stand on their own: one that fails leaves the others."""


SITE = FileKind("site.yaml", SiteRecord, "site.json")
DISTRICTS = FileKind("districts.yaml", DistrictsFile, "districts.json", ("districts",))
ORGANISATIONS = FileKind("organisations.yaml", OrganisationsFile, "organisations.json", ("organisations",))
TERMS = FileKind("terms.yaml", TermsFile, "terms.json", ("base_types", "kinds", "audiences", "topics"))
VENUES = FileKind("venues.yaml", VenuesFile, "venues.json", ("venues",))
CAMPAIGNS = FileKind("campaigns/*.yaml", CampaignRecord, "campaign.json")
BASES = FileKind("bases/*.yaml", BasesFile, "bases.json", ("bases",))
ACTIVITIES = FileKind("activities/**/*.yaml", ActivitiesFile, "activities.json", ("activities",))
ALERTS = FileKind("alerts.yaml", AlertsFile, "alerts.json", ("alerts",))
ALLOWED = FileKind("allowed.yaml", AllowedFile, "allowed.json", ("allowed",))

SHELVES = (SITE, DISTRICTS, ORGANISATIONS, TERMS, VENUES, CAMPAIGNS, BASES, ACTIVITIES, ALERTS, ALLOWED)
"""In this order references only point back."""
