"""A site as it is delivered to where visitors find it, and what the settings of a place must say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gitpublish import seals
from gitpublish.messages import Failed
from gitpublish.place_memory import Kept


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is delivered: the *tree* of the site, its *name* (that of its release) and its *headers* file.

    *seal* are the digests of its files, if they are known; *ledger* is the text that its build left.
    """

    tree: Path
    name: str
    headers: str = ""
    seal: Mapping[str, str] = field(default_factory=dict)
    ledger: str = ""

    def sealed(self) -> Mapping[str, str]:
        """The digests of its files."""
        return self.seal or seals.seal(self.tree)

    def kept(self) -> Kept:
        """What the place is to remember of it."""
        return Kept(self.sealed(), self.ledger)

    def paths(self) -> Iterator[str]:
        """Its files, without the packed twins: they are for servers that know what to do with them."""
        for path in sorted(self.tree.rglob("*")):
            if path.is_file() and path.suffix != ".gz":
                yield path.relative_to(self.tree).as_posix()


def unpacked(files: Mapping[str, str]) -> dict[str, str]:
    """*files* without the packed twins, as `Parcel.paths` leaves them out."""
    return {path: digest for path, digest in files.items() if not path.endswith(".gz")}


def asked(place: Mapping[str, Any], key: str, example: str) -> str:
    """What *place*, of its kind, says of *key*; raises Failed if it says nothing."""
    value = str(place.get(key, "")).strip()
    if not value:
        kind = f" {place['kind']} 的" if "kind" in place else ""
        raise Failed(f"publishconf.py 里还没有写{kind} {key}。请写上，例如 {example!r}。")
    return value
