"""Who answers for things: organisations, their roles, and the words of a notice for them."""

import re

from scienceweek.frozen import frozen
from scienceweek.model.contact import Contact
from scienceweek.model.district import District
from scienceweek.model.word import Word


@frozen
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

    ISSUER = "issuer", "发文单位", "发文"
    DRAFTER = "drafter", "制定单位", "起草单位", "制定方案的单位"
    HOST = "host", "主办单位", "主办"
    CO_ORGANISER = "co-organiser", "联合主办", "联合主办单位", "合办单位"
    CO_HOST = "co-host", "承办单位", "承办"
    SUPPORT = "support", "协办单位", "协办"
    LEAD = "lead", "牵头单位", "牵头"
    RESPONSIBLE = "responsible", "责任单位", "责任"
    PARTICIPANT = "participant", "参加单位", "参与单位", "参加"
    GUIDE = "guide", "指导单位", "指导"
    MEDIA = "media", "媒体支持", "支持媒体", "合作媒体", "媒体"
    SPONSOR = "sponsor", "赞助单位", "赞助商", "赞助"


_MANY = re.compile("^(?:各|全体|所有|有关|相关)|(?:成员|有关|相关|责任)(?:单位|部门|企业|学校)$")


@frozen
class Party:
    """An organisation as the notice calls it; *organisation* is None where nobody knows the name."""

    name: str
    organisation: Organisation | None = None

    @property
    def many(self) -> bool:
        """Whether it stands for many (各镇街, 各成员单位): nobody can be asked there."""
        return self.organisation.collective if self.organisation else bool(_MANY.search(self.name))


@frozen
class Part:
    """The parties that share a role, in the notice's order."""

    role: Role
    parties: tuple[Party, ...]
