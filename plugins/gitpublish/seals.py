"""What a release holds: a digest of each file, kept from when it was made, against which what lies somewhere can be held."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from gitpublish.messages import shortened
from gitpublish.tree_files import files

Seal = Mapping[str, str]
"""SHA-256 (hexadecimal) by path."""

NO_FILE = "not a file"
"""In place of a digest: a link, a pipe, whatever no release holds."""
_SHOWN = 20  # paths


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths by what became of them on the way from what lies somewhere to what should lie there."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @classmethod
    def between(cls, there: Seal, wanted: Seal) -> "Difference":
        both = wanted.keys() & there.keys()
        return cls(
            tuple(sorted(wanted.keys() - there.keys())),
            tuple(sorted(path for path in both if wanted[path] != there[path])),
            tuple(sorted(there.keys() - wanted.keys())),
        )

    def lines(self, new: str, changed: str, gone: str) -> Iterator[str]:
        """A line for each path, behind the word for what became of it; of many of a kind, the first."""
        for word, paths in ((new, self.new), (changed, self.changed), (gone, self.gone)):
            yield from shortened([f"  {word}  {path}" for path in paths], _SHOWN, "个文件")

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def seal(tree: Path, before: Path | None = None, known: Seal | None = None) -> dict[str, str]:
    """The digests of the files of *tree*; what is one file with that of *before*, whose seal is *known*, is not read again."""
    earlier = files(before) if before and known and before.is_dir() else {}
    digests = {}
    for path, identity in files(tree).items():
        kept = known.get(path) if known and earlier.get(path) == identity else None
        digests[path] = kept or _digest(tree / path)
    return digests


def _digest(path: Path) -> str:
    return digest(path) if path.is_file() and not path.is_symlink() else NO_FILE


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def written(known: Seal) -> str:
    return json.dumps(dict(sorted(known.items())), ensure_ascii=False, separators=(",\n", ": "))


def read(text: str) -> dict[str, str]:
    """What `written` gave; raises ValueError."""
    found = json.loads(text)
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError("not a seal")
    return found
