"""How names are read (ISO 7098, without tones), for those who type with a keyboard. The door for pypinyin.

Its dictionary takes longer to load than a small site to plan. So what was read once is kept in the program's ``__pycache__``, under
the seal of the caches.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib import metadata
from itertools import islice, product
from math import prod
from pathlib import Path
from sys import intern
from typing import Any

from scienceweek.cache import read, write

_MOST = 6
"""Readings of one name that are written out."""
_KEPT = 50_000
"""Names and signs that are kept, at most; where there are more, the later half goes on."""


class _Readings:
    """The readings that are known: of a text its syllables, of a sign behind a tab all of its own.

    They are kept as lines of JSON: whoever keeps what is new writes a line, and not all that is known again.
    """

    def __init__(self) -> None:
        version = metadata.version("pypinyin").encode()
        self._identity = blake2b(version + Path(__file__).read_bytes(), digest_size=16).digest()
        self._place = Path(__file__).with_name("__pycache__") / "names.readings"
        self.known: dict[str, tuple[str, ...]] = {}
        self._new: dict[str, tuple[str, ...]] = {}
        self._lines = bytes(read(self._place, self._identity) or b"")
        with suppress(ValueError, TypeError, AttributeError):
            for line in self._lines.splitlines():
                self.known |= {text: tuple(map(intern, own)) for text, own in json.loads(line).items()}

    def learn(self, text: str, own: Iterable[str]) -> tuple[str, ...]:
        # Of some 400 syllables all names are made: each is held once.
        self.known[text] = self._new[text] = found = tuple(map(intern, own))
        return found

    def keep(self) -> None:
        if not self._new:
            return
        if len(self.known) > _KEPT:
            self.known = self._new = dict([*self.known.items()][-_KEPT // 2 :])
            self._lines = b""
        self._lines += json.dumps(self._new, ensure_ascii=False).encode() + b"\n"
        self._new = {}
        write(self._place, self._identity, self._lines)


@cache
def _readings() -> _Readings:
    return _Readings()


def keep() -> None:
    """Whatever was read by this process need not be read by the next."""
    _readings().keep()


def syllables(text: str) -> tuple[str, ...]:
    """One reading for each character: ("chong", "qing", "5", "g"); letters and digits stand for themselves, marks have none.

    A character with several readings has that of the word it stands in: 重庆, 重要.
    """
    known = _readings()
    if (own := known.known.get(text)) is not None:
        return own
    from pypinyin import Style, lazy_pinyin

    return known.learn(text, lazy_pinyin(text, style=Style.NORMAL, errors=_kept))


def keys(text: str) -> tuple[str, str]:
    """The full reading and the initials: ("chongqingqixiang", "cqqx")."""
    read = syllables(text)
    return "".join(read), "".join(syllable[:1] for syllable in read)


def reading(text: str) -> str:
    """The syllables with a space between them, so that each can be found again: "ke pu  2024"."""
    return " ".join(syllables(text))


def sounds(texts: Iterable[str]) -> dict[str, str]:
    """Each character of *texts* that may be read in several ways, with all of them: {"曾": "ceng zeng"}.

    Names are read otherwise than words (曾 as zeng, 单 as shan, 朴 as piao), and no dictionary knows them all.
    """
    found = {sign: _ways(sign) for sign in sorted({sign for text in texts for sign in text})}
    return {sign: " ".join(ways) for sign, ways in found.items() if len(ways) > 1}


def variants(text: str) -> tuple[str, ...]:
    """The full readings of *text* and their initials, the likeliest first.

    Of many characters with several readings only one is read otherwise at a time.
    """
    usual = syllables(text)
    each = [tuple(dict.fromkeys((first, *_ways(sign)))) for sign, first in zip(text, usual, strict=False)]
    if prod(map(len, each)) <= _MOST:
        read: Iterable[tuple[str, ...]] = product(*each)
    else:
        read = islice(
            (
                (*usual[:place], way, *usual[place + 1 :])
                for place, ways in enumerate(each)
                for way in (ways if place == 0 else ways[1:])
            ),
            2 * _MOST,
        )
    found = list(read)
    joined = ["".join(one) for one in found] + ["".join(part[:1] for part in one) for one in found]
    return tuple(dict.fromkeys((*keys(text), *joined)))


def _ways(sign: str) -> tuple[str, ...]:
    """All readings of one character; none of a letter or a mark."""
    known = _readings()
    if (own := known.known.get(f"\t{sign}")) is not None:
        return own
    from pypinyin import Style, pinyin

    found = pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")
    return known.learn(f"\t{sign}", dict.fromkeys(found[0]) if found else ())


def _kept(signs: str) -> Any:
    """A list, which pypinyin takes although it does not say so: one entry for each sign."""
    return [sign.lower() if sign.isalnum() else "" for sign in signs]
