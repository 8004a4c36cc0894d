"""Phone numbers and addresses that must not be published, found however they are written."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Self

_NUMBERS = re.compile(rb"\d+(?:[ -]\d+)*")
_SEPARATORS = re.compile(rb"[ -]")
_MAIL = re.compile(rb"[\w.+-]+@[\w.-]+")
_SHORTEST = 7  # digits of what is looked for; shorter ones are anybody's
_MOST = 4  # parts of a number


@dataclass(frozen=True, slots=True)
class Private:
    """*numbers* as digits, and *addresses* in small letters; each with how its record has it."""

    numbers: dict[bytes, str]
    addresses: dict[bytes, str]

    @classmethod
    def of(cls, written: Collection[str]) -> Self:
        numbers: dict[bytes, str] = {}
        addresses: dict[bytes, str] = {}
        for item in written:
            if "@" in item:
                addresses[item.lower().encode()] = item
                continue
            digits = re.sub(r"\D", "", item.partition("转")[0])
            if len(digits) >= _SHORTEST:
                # As it is dialled here, and from abroad.
                for form in (digits, f"86{digits}", f"86{digits.removeprefix('0')}"):
                    numbers[form.encode()] = item
        return cls(numbers, addresses)

    def __bool__(self) -> bool:
        return bool(self.numbers or self.addresses)

    def within(self, text: bytes) -> Iterator[str]:
        """Those that are in *text*."""
        if self.numbers:
            for found in set(_NUMBERS.findall(text)):
                for form in _readings(_SEPARATORS.split(found)):
                    if form in self.numbers:
                        yield self.numbers[form]
        if self.addresses:
            for found in set(_MAIL.findall(text.lower())):
                if found.rstrip(b".") in self.addresses:
                    yield self.addresses[found.rstrip(b".")]


def _readings(parts: list[bytes]) -> Iterator[bytes]:
    """*parts* that follow each other, joined: ``023-8671 5025`` is one number, ``023-1 023-2`` are two."""
    for first in range(len(parts)):
        for last in range(first + 1, min(first + _MOST, len(parts)) + 1):
            yield b"".join(parts[first:last])
