"""What a tree holds, and which calls made and named it: written beside the tree, and bound to it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

from scienceweek import cache
from scienceweek.recorder import Reads
from scienceweek.render.spare import Spare
from scienceweek.render.tree import Stamp, digest_of_file, identity


class ManifestEntry(NamedTuple):
    """A file of the tree: fingerprint of the call that made it, digest of its bytes, its size and time of change."""

    fingerprint: str
    digest: str
    size: int
    changed: int

    def describes(self, path: str, found: Stamp) -> bool:
        """Whether the file at *path*, which looks like *found*, still holds the bytes that were written."""
        # Only a file whose time has changed is worth reading: this runs for every file of every build.
        return found == (self.size, self.changed) or (
            found.size == self.size and digest_of_file(path) == self.digest
        )


_NOTHING: "Mapping[str, Named]" = {}


class Named(NamedTuple):
    """The *fingerprint* of a chapter, the paths of the files of its targets, what it read of its facts, and the chapters *within* by title."""

    fingerprint: str
    paths: tuple[str, ...]
    reads: Reads
    within: "Mapping[str, Named]" = _NOTHING


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one tree, the chapters that named them, the identity of the gate that let them pass, and the tree that was there before.

    The name of its file holds the inode of the tree, so that the manifests of the old and of the new site lie side
    by side while one takes the place of the other: whenever a build is killed, the site that is there has its own
    manifest or none. None is always safe: everything is made again.
    """

    files: dict[str, ManifestEntry]
    chapters: dict[str, Named] = field(default_factory=dict)
    gate: str = ""
    spare: Spare | None = None

    @classmethod
    def of(cls, tree: str, folder: Path) -> Self:
        """The manifest of *tree*, looked for in *folder*; empty if there is none that can be trusted. Raises OSError."""
        try:
            stored = json.loads(cache.contents(path_of(tree, folder)) or b"")
            if tuple(stored["tree"]) != identity(tree):
                return cls({})
            return cls(
                {
                    str(path): ManifestEntry(str(fingerprint), str(digest), int(size), int(changed))
                    for path, (fingerprint, digest, size, changed) in stored["files"].items()
                },
                {
                    str(title): _named(
                        fingerprint, paths, reads, {key: _named(*part) for key, part in within.items()}
                    )
                    for title, (fingerprint, paths, reads, within) in stored["chapters"].items()
                },
                str(stored["gate"]),
                _spare(*stored["spare"]) if stored["spare"] else None,
            )
        except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return cls({})

    def intact(self, tree: str, files: dict[str, Stamp | None]) -> dict[str, ManifestEntry]:
        """The entries whose files, as *files* shows them, still hold what was written; with the time they have now."""
        return {
            path: entry._replace(changed=found.changed)
            for path, entry in self.files.items()
            if (found := files.get(path)) and entry.describes(f"{tree}/{path}", found)
        }

    def save(self, tree: str, folder: Path) -> None:
        """Writes it for *tree* into *folder*, wholly or not at all."""
        stored = {
            "tree": identity(tree),
            "files": self.files,
            "chapters": self.chapters,
            "gate": self.gate,
            "spare": self.spare,
        }
        cache.replace(path_of(tree, folder), json.dumps(stored, separators=(",", ":")).encode())


def _named(fingerprint: str, paths: Iterable[str], reads: Reads, within: Mapping[str, Named]) -> Named:
    read = {str(name): tuple(map(str, keys)) for name, keys in reads.items()}
    return Named(str(fingerprint), tuple(map(str, paths)), read, within)


def _spare(identity: Iterable[int], others: Iterable[str]) -> Spare:
    device, inode = identity
    return Spare((int(device), int(inode)), tuple(map(str, others)))


def path_of(tree: str, folder: Path) -> Path:
    return folder / f"{identity(tree)[1]}.manifest"
