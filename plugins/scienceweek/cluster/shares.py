"""A site made in shares by machines that never meet, such as the jobs of a CI, and put together by one that has them all.

A folder holds the files, in a folder ``made``, and for each share ``3-of-40.json``: what became of its parts. A part is taken from there if
its identity is what it would be here (code, facts, and what was read of them), and its files are whole; any other is made here.
"""

import json
import os
import sys
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from scienceweek.recorder import Reads
from scienceweek.render import tree
from scienceweek.render.chapter import Chapter, Identities
from scienceweek.render.draw import crew_of
from scienceweek.render.manifest import ManifestEntry
from scienceweek.render.progress import Progress
from scienceweek.render.target import is_inside
from scienceweek.render.workshop import DrawPlace, Made, Maker, Part, Place, Workshop

_MADE = "made"


class ShareDoneError(Exception):
    """A share is made, and that is all that was wanted; for whoever asked, in Chinese."""


class MadePart(NamedTuple):
    """What became of a part with an *identity*: the fields of `Made`; *drawn* has fingerprint and digest of each file."""

    identity: str
    names: tuple[str, ...]
    reads: Reads
    drawn: Mapping[str, tuple[str, str]]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShareCrew:
    """Makes the share with a *number* from 1 of so many *shares*, lays it into *folder*, and ends the build with that."""

    number: int
    shares: int
    folder: str

    def __call__(
        self, maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress
    ) -> Generator[Made, None, None]:
        assert isinstance(maker, Workshop)  # noqa: S101 - for mypy
        assert isinstance(place, DrawPlace)  # noqa: S101 - likewise
        own = share_of(sizes, self.number, self.shares)
        apart = DrawPlace(f"{self.folder}/{_MADE}", place.old)
        os.makedirs(apart.fresh, exist_ok=True)  # noqa: PTH103 - as in `tree`
        told, files, identities = dict[str, MadePart](), 0, Identities(maker.salt)
        for made in crew_of(os.cpu_count() or 1, own)(maker, own, apart, progress):
            if made.failed:
                yield made
                return
            part = maker.parts[made.number]
            told[_name(part)] = _told(made, _identity(part, made.reads, identities, maker.salt))
            files += len(made.drawn)
        place_of = Path(self.folder, f"{self.number}-of-{self.shares}.json")
        place_of.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        raise ShareDoneError(
            f"第 {self.number} 份（共 {self.shares} 份）生成好了：{files} 个文件，在 {self.folder}。"
        )


@dataclass(frozen=True, slots=True)
class GatheringCrew:
    """Takes what lies in *folder* of the shares of a site, and makes the rest here."""

    folder: str

    def __call__(
        self, maker: Maker, sizes: Mapping[int, int], place: Place, progress: Progress
    ) -> Generator[Made, None, None]:
        assert isinstance(maker, Workshop)  # noqa: S101 - for mypy
        known, identities, rest = self._known(), Identities(maker.salt), dict[int, int]()
        for number, size in sizes.items():
            part = maker.parts[number]
            found = known.get(_name(part))
            made = None
            if found and found.identity == _identity(part, found.reads, identities, maker.salt):
                made = self._taken(number, found, maker, place)
            if made:
                progress.count(made, size)
                yield made
            else:
                rest[number] = size
        if rest:
            sys.stderr.write(f"{self.folder} 里没有 {len(rest)} 个部分（共 {len(sizes)} 个），在本机生成。\n")
            yield from crew_of(os.cpu_count() or 1, rest)(maker, rest, place, progress)

    def _known(self) -> dict[str, MadePart]:
        known: dict[str, MadePart] = {}
        for path in sorted(Path(self.folder).glob("*-of-*.json")):
            try:
                known |= {name: MadePart(*part) for name, part in json.loads(path.read_bytes()).items()}
            except (OSError, ValueError, TypeError, AttributeError):
                sys.stderr.write(f"{path} 读不出来，里面的部分在本机生成。\n")
        return known

    def _taken(self, number: int, found: MadePart, workshop: Workshop, place: Place) -> Made | None:
        """The part with that *number*, with its files in their *place*; None if they are not all there as they were made."""
        made = Made(number, [*found.names], {name: tuple(keys) for name, keys in found.reads.items()})
        if not all(map(is_inside, found.drawn)):
            return None
        contents = {path: _content(Path(self.folder, _MADE, path)) for path in found.drawn}
        if any(tree.digest(contents[path]) != digest for path, (_, digest) in found.drawn.items()):
            return None
        for path, (fingerprint, digest) in found.drawn.items():
            stamp = place.put(path, contents[path], digest, workshop.intact.get(path))
            made.drawn[path] = ManifestEntry(fingerprint, digest, *stamp)
        made.jobs += found.names
        made.faults += found.faults
        return made


def share_of(sizes: Mapping[int, int], number: int, shares: int) -> dict[int, int]:
    """What of the parts with *sizes* belongs to the share with a *number* from 1: of each share about as much, whoever asks."""
    loads = [0] * shares
    own: dict[int, int] = {}
    for part, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        least = loads.index(min(loads))
        loads[least] += size
        if least == number - 1:
            own[part] = size
    return dict(sorted(own.items()))


def _told(made: Made, identity: str) -> MadePart:
    drawn = {path: (entry.fingerprint, entry.digest) for path, entry in made.drawn.items()}
    return MadePart(identity, tuple(made.names), made.reads, drawn, tuple(made.faults))


def _name(part: Part) -> str:
    return f"chapter {part.title}" if isinstance(part, Chapter) else part.path


def _identity(part: Part, reads: Mapping[str, Any], identities: Identities, salt: bytes) -> str:
    if isinstance(part, Chapter):
        return identities.of(part, {name: tuple(keys) for name, keys in reads.items()})
    return part.fingerprint(salt)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
