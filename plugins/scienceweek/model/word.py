"""The words of the file format: enumerations whose members say themselves in Chinese, once for all who read them."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word that staff write (``moved-online``) and what it is in Chinese (*said*: 改为线上).

    A member is declared as its word, its Chinese, and any number of other ways in which staff or notices put it. The
    schema, messages, the handbook and pages all read *said*; *also* is only understood, never shown.

    ``Status("取消")`` is the member too: whoever writes Chinese is understood.
    """

    said: str
    also: tuple[str, ...]

    def __new__(cls, word: str, said: str = "", *also: str) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.said = said
        member.also = also
        return member

    @classmethod
    def read(cls, written: object) -> "Self | None":
        """The member that is *written*, in its word or in Chinese."""
        return next((one for one in cls if written in (one.value, one.said, *one.also)), None)

    @classmethod
    def _missing_(cls, value: object) -> "Self | None":
        return cls.read(value)
