"""What is known so far, while records are made into values."""

from collections.abc import Mapping
from typing import Any

from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign
from scienceweek.model.contact import AsOf
from scienceweek.model.district import District
from scienceweek.model.organisation import Organisation
from scienceweek.model.place import Base, Venue
from scienceweek.model.term import Term
from scienceweek.source.mistakes.problems import Position, Problems, quoted
from scienceweek.source.prose.library import Library
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.register import Register

_OWN = ("library", "problems", "activities", "unlisted")
"""What is no matter of what activities refer to."""


class Registers:
    """A register for each kind, filled in the order in which references point back.

    *named* has organisations by their district's id and a name; *rootless* the ids of districts whose
    parent is not known, so that nobody misses what they would have from it; *issued* when the notice of each campaign was;
    *unlisted* by file the units that nobody knows, each with where it stands first.
    *papers* are campaigns by what the texts of their documents
    are called: ``2024-yubei``, ``2024-yubei.correction``. *names_in* has the names of organisations by their district's id.
    """

    def __init__(self, library: Library, problems: Problems) -> None:
        self.library = library
        self.problems = problems
        self.districts: Register[District] = Register("区县", problems, "data/districts.yaml")
        self.organisations: Register[Organisation] = Register("单位", problems)
        self.base_types: Register[Term] = Register("基地类型", problems, "data/terms.yaml", words=True)
        self.kinds: Register[Term] = Register("活动形式", problems, "data/terms.yaml", words=True)
        self.audiences: Register[Term] = Register("对象", problems, "data/terms.yaml", words=True)
        self.topics: Register[Term] = Register("主题", problems, "data/terms.yaml", words=True)
        self.venues: Register[Venue] = Register("场地", problems, "data/venues.yaml")
        self.campaigns: Register[Campaign] = Register("活动周", problems, "data/campaigns")
        self.bases: Register[Base] = Register("基地", problems, "data/bases")
        self.activities: Register[Activity] = Register("活动", problems, "data/activities")
        self.rootless: set[str] = set()
        self.papers: dict[str, str] = {}
        self.named: dict[tuple[str, str], Organisation] = {}
        self.names_in: dict[str, tuple[str, ...]] = {}
        self.issued: dict[str, AsOf] = {}
        self.unlisted: dict[str, dict[str, Position]] = {}

    @property
    def behind(self) -> dict[str, Any]:
        """All that is known before the activities are, by name: what they refer to."""
        return {name: value for name, value in vars(self).items() if name not in _OWN}

    def take(self, behind: Mapping[str, Any]) -> None:
        """Know what others have found *behind* the activities."""
        for name, value in behind.items():
            own = value.telling(self.problems) if isinstance(value, Register) else value
            setattr(self, name, own)

    @property
    def terms(self) -> Mapping[str, Register[Term]]:
        """The registers of terms by the key of their list."""
        return {
            "base_types": self.base_types,
            "kinds": self.kinds,
            "audiences": self.audiences,
            "topics": self.topics,
        }

    def meant(self, written: str) -> Campaign | None:
        """The campaign that is likely to be meant by *written*, where there is none of that id."""
        known = self.campaigns
        if written in known or not known.complete:
            return None
        near = known.named(written) or Problems.closest(written, known.ids)
        return known[near] if near else None

    def documents(self, campaign: str) -> tuple[str, ...]:
        """The ids of the further documents of *campaign*."""
        own = (stem for stem, other in self.papers.items() if other == campaign and stem != campaign)
        return tuple(stem.removeprefix(f"{campaign}.") for stem in own)

    def error(self, entry: RecordEntry[Any], message: str, *path: str | int) -> None:
        self.problems.error(entry.spot(*path), message)

    def remind(self, entry: RecordEntry[Any], message: str, *path: str | int) -> None:
        self.problems.remind(entry.spot(*path), message)

    def anchor(self, entry: RecordEntry[Any], written: str | None, campaign: str, *path: str | int) -> str:
        """The place in a document of *campaign* that *written* names; it must be there."""
        if written is None:
            return ""
        document, _, place = written.rpartition("#")
        stem = f"{campaign}.{document}" if document else campaign
        notice = self.library.notices.get(stem)
        if document and stem not in self.papers:
            near = self.problems.nearest(document, sorted(self.documents(campaign)))
            self.error(entry, f"“{campaign}”的 notices 里没有编号为{quoted(document)}的一份。{near}", *path)
        elif notice is None:
            self.error(
                entry,
                f"没有 content/notices/{stem}.md，找不到出处{quoted(written)}。请放进通知的原文，或删去 source。",
                *path,
            )
        elif notice.text and not notice.holds(place):
            near = (
                f"要指到那一份里的一段，写“{place}#锚点”。"
                if f"{campaign}.{place}" in self.papers
                else self.problems.nearest(place, sorted(notice.anchors))
            )
            self.error(entry, f"{notice.file} 里没有{quoted(f'{{#{place}}}')}这个锚点。{near}", *path)
        return written
