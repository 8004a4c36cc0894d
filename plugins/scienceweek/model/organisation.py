"""Who answers for things: organisations, their roles, and the words of a notice for them."""

from dataclasses import dataclass

from scienceweek.model.contact import Contact
from scienceweek.model.district import District
from scienceweek.model.word import Word


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body (schema.org Organization).

    A *collective* one (各街镇, 各相关部门) stands for many; it is counted and shown, but has no page.
    """

    id: str
    name: str
    district: District
    short_names: tuple[str, ...] = ()
    collective: bool = False
    contacts: tuple[Contact, ...] = ()
    url: str = ""
    readings: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


class Role(Word):
    """What an organisation does for a campaign or an activity."""

    ISSUER = "issuer", "发文单位"
    HOST = "host", "主办单位"
    CO_ORGANISER = "co-organiser", "联合主办", "合办单位"
    CO_HOST = "co-host", "承办单位"
    SUPPORT = "support", "协办单位"
    LEAD = "lead", "牵头单位"
    RESPONSIBLE = "responsible", "责任单位"
    PARTICIPANT = "participant", "参加单位"


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation as the notice calls it; *organisation* is None where nobody knows the name."""

    name: str
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The parties that share a role, in the notice's order."""

    role: Role
    parties: tuple[Party, ...]
