"""From a release on this machine to where visitors find it: one function for each kind of place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scienceweek.publishing.program import Failed

Say = Callable[[str], object]


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


def deliver(parcel: Parcel, to: str, place: Mapping[str, Any], say: Say) -> None:
    """Brings *parcel* to *place*, which is of the kind *to*.

    Raises Failed; what visitors see has then not changed, or the next delivery makes it good.
    """
    from scienceweek.publishing import archive, pages, rsync, storage

    kinds: dict[str, Callable[[Parcel, Mapping[str, Any], Say], None]] = {
        "zip": archive.deliver,
        "pages": pages.deliver,
        "rsync": rsync.deliver,
        "s3": storage.deliver,
    }
    if to not in kinds:
        raise Failed(f"不知道怎样发布到“{to}”。可以写 {'、'.join(['server', *kinds])}，见 publishconf.py。")
    kinds[to](parcel, place, say)


def asked(place: Mapping[str, Any], key: str, example: str) -> str:
    """What *place* says of *key*; raises Failed if it says nothing."""
    value = str(place.get(key, "")).strip()
    if not value:
        raise Failed(f"publishconf.py 里还没有写 {key}。请写上，例如 {example!r}。")
    return value
