"""A site as it is delivered to where visitors find it, and what the settings of a place must say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gitpublish.messages import Failed


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is delivered: the *tree* of the site, its *name* (that of its release) and its *headers* file."""

    tree: Path
    name: str
    headers: str = ""

    def paths(self) -> Iterator[str]:
        """Its files, without the packed twins: they are for servers that know what to do with them."""
        for path in sorted(self.tree.rglob("*")):
            if path.is_file() and path.suffix != ".gz":
                yield path.relative_to(self.tree).as_posix()


def asked(place: Mapping[str, Any], key: str, example: str) -> str:
    """What *place*, of its kind, says of *key*; raises Failed if it says nothing."""
    value = str(place.get(key, "")).strip()
    if not value:
        kind = f" {place['kind']} 的" if "kind" in place else ""
        raise Failed(f"publishconf.py 里还没有写{kind} {key}。请写上，例如 {example!r}。")
    return value
