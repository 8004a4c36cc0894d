"""What a place remembers of its releases, so that whoever publishes next, from wherever, goes on from there.

One file at the place: numbers, ledgers, seals, and which release is live.
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from gitpublish.messages import Failed
from gitpublish.seals import Seal

NAME = ".published.json.gz"
KEPT = 5  # releases


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a release: the seal of its *files*, and the *ledger* that its build left (its text)."""

    files: Seal = field(default_factory=dict)
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMemory:
    """Releases by name, oldest first, and the name of the one that visitors see; none where nobody has published."""

    live: str = ""
    releases: Mapping[str, Kept] = field(default_factory=dict)

    def showing(self, name: str, kept: Kept | None = None) -> Self:
        """With *name* live, of which *kept* is known; of no more than the newest few anything is."""
        known = {**self.releases, **({name: kept} if kept else {})}
        newest = sorted(known)[-KEPT:]
        return type(self)(name, {one: known[one] for one in sorted(known) if one in newest or one == name})

    def packed(self) -> bytes:
        """Equal memories are equal bytes."""
        releases = {
            name: {"files": dict(sorted(kept.files.items())), "ledger": kept.ledger}
            for name, kept in self.releases.items()
        }
        text = json.dumps({"live": self.live, "releases": releases}, ensure_ascii=False)
        return gzip.compress(text.encode(), mtime=0)

    @classmethod
    def unpacked(cls, content: bytes, where: str) -> Self:
        """What `packed` gave and lies *where*; raises Failed."""
        try:
            found = json.loads(gzip.decompress(content))
            releases = {
                str(name): Kept(dict(kept["files"]), str(kept["ledger"]))
                for name, kept in found["releases"].items()
            }
            return cls(str(found["live"]), dict(sorted(releases.items())))
        except (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise Failed(
                f"看不懂 {where}（记着发布到第几版、每个活动改过几次）。请从备份恢复；没有备份就删去它，再发布一次。",
                repr(error),
            ) from None
