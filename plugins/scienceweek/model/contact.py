"""Whom to ask (schema.org ContactPoint) and who may see it."""

from dataclasses import dataclass, replace
from datetime import date

from scienceweek.frozen import frozen
from scienceweek.model.word import Word


class Show(Word):
    """Where a contact may appear: everywhere, as its office's landline only, until its campaign is over, nowhere."""

    PUBLIC = "public", "公开"
    OFFICE = "office", "只公开办公座机，姓名、手机和邮箱不公开", "办公电话"
    CAMPAIGN = "campaign", "活动周结束后不再公开"
    INTERNAL = "internal", "内部，任何页面都不出现"


@frozen
class Phone:
    """A number as printed, and whether it is a mobile.

    A Chinese one has its area code (``023-86715025``), one of another country begins with a plus (``+852 2345 6789``).
    An extension follows 转. A number without a dash that is no mobile is short (``12345``).
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
        end = f";ext={extension}" if extension else ""
        if number.startswith("+"):
            return f"+{digits}{end}"
        if self.mobile or "-" in number:
            return f"+86{digits.removeprefix('0')}{end}"
        return f"{digits}{end}"


@dataclass(frozen=True, slots=True, order=True)
class AsOf:
    """The *day* on which a contact was said to be right: by a notice, or by whoever *verified* it."""

    day: date
    verified: bool = False


@frozen
class Contact:
    """A person or desk. *basis* says why a personal mobile may be shown (the id of a notice).

    *told* is when somebody last said that it is right.
    """

    name: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    post: str = ""
    show: Show = Show.INTERNAL
    basis: str = ""
    told: AsOf | None = None

    @property
    def open(self) -> "Contact | None":
        """What of it may ever be shown: of an office the landlines, without the person."""
        match self.show:
            case Show.PUBLIC | Show.CAMPAIGN:
                return self
            case Show.OFFICE:
                phones = tuple(phone for phone in self.phones if not phone.mobile)
                return replace(self, name="", phones=phones, email="")
            case Show.INTERNAL:
                return None

    @property
    def secret(self) -> "Contact | None":
        """What of it must be in no output."""
        match self.show:
            case Show.PUBLIC | Show.CAMPAIGN:
                return None
            case Show.OFFICE:
                return replace(self, phones=tuple(phone for phone in self.phones if phone.mobile))
            case Show.INTERNAL:
                return self
