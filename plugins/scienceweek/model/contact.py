"""Whom to ask (schema.org ContactPoint) and who may see it."""

from dataclasses import dataclass

from scienceweek.model.word import Word

_SHORTEST = 7
"""Digits of the shortest number that is not short."""


class Show(Word):
    """Where a contact may appear: everywhere, until its campaign is over, nowhere."""

    PUBLIC = "public", "公开"
    CAMPAIGN = "campaign", "活动周结束后不再公开"
    INTERNAL = "internal", "内部，任何页面都不出现"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as printed, area code included (``023-86715025``), and whether it is a mobile.

    An extension follows 转; a short number (``12345``) has no area code.
    """

    number: str
    mobile: bool

    @property
    def tel(self) -> str:
        """The number as a ``tel:`` target (RFC 3966): ``+862386715025``, with ``;ext=801`` if need be.

        Short numbers have no international form.
        """
        number, _, extension = self.number.partition("转")
        digits = "".join(sign for sign in number if sign.isdigit())
        if len(digits) < _SHORTEST:
            return digits
        end = f";ext={extension}" if extension else ""
        return f"+86{digits if self.mobile else digits.removeprefix('0')}{end}"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk. *basis* says why a personal mobile may be shown (the id of a notice)."""

    name: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    post: str = ""
    show: Show = Show.INTERNAL
    basis: str = ""
