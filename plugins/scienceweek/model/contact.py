"""Whom to ask (schema.org ContactPoint) and who may see it."""

from dataclasses import dataclass
from enum import StrEnum


class Show(StrEnum):
    """Where a contact may appear: everywhere, until its campaign is over, nowhere."""

    PUBLIC = "public"
    CAMPAIGN = "campaign"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as printed, area code included (``023-86715025``), and whether it is a mobile."""

    number: str
    mobile: bool

    @property
    def tel(self) -> str:
        """The number as a ``tel:`` target in international form (RFC 3966): ``+862386715025``."""
        digits = "".join(sign for sign in self.number if sign.isdigit())
        return f"+86{digits if self.mobile else digits.removeprefix('0')}"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk. *basis* says why a personal mobile may be shown (the id of a notice)."""

    name: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    post: str = ""
    show: Show = Show.INTERNAL
    basis: str = ""
