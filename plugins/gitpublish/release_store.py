"""Releases of the site side by side, and the link that says which one visitors see."""

import ctypes
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from gitpublish import seals
from gitpublish.seals import Seal
from gitpublish.tree_files import exchange, keep_shared, link_tree

_NAME = re.compile(r"([0-9]{6,})-([0-9a-z]+)")
STAMP = "release.txt"
"""A file of each release that names it, so that whoever looks from outside can tell which one there is."""
_FOLDER = 0o755
_FILE = 0o644
_SHOWN = 12  # letters of a commit in the name of a release


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """The release with this *number*, made from what *commit* begins with."""

    number: int
    commit: str

    @classmethod
    def parse(cls, name: str) -> Self | None:
        found = _NAME.fullmatch(name)
        return cls(int(found[1]), found[2]) if found else None

    def __str__(self) -> str:
        return f"{self.number:06}-{self.commit}"

    def is_of(self, commit: str) -> bool:
        return self.commit == commit[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Store:
    """``releases/<number>-<commit>/`` and ``live``, a link to one of them, in the folder *root*.

    ``ledgers/<number>-<commit>.json`` is what the build of a release left for the next: how often each thing has changed.
    ``seals/<number>-<commit>.json`` holds a digest of each file, from when it was made.
    ``spare/`` was a release: the next begins as that, and what differs is exchanged, for most files are the same.
    A release gets its name when it is complete and on the disk; until then it is ``releases/.draft``. Whoever changes
    anything here holds the lock of the store.
    """

    root: Path

    @property
    def link(self) -> Path:
        return self.root / "live"

    @property
    def _releases(self) -> Path:
        return self.root / "releases"

    def folder(self, release: Release) -> Path:
        return self._releases / str(release)

    def ledger(self, release: Release) -> Path:
        """The ledger of *release*; an older program has left none."""
        return self._ledgers / f"{release}.json"

    def seal(self, release: Release) -> Seal | None:
        """The digests of its files; an older program has left none."""
        try:
            return seals.read(self._seal(release).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def sealed(self, release: Release) -> None:
        """Leaves *release*, which is as it was made, with a seal; one of an older program has none."""
        if self.seal(release) is None:
            self._write_seal(release, self.folder(release))

    def learn(self, ledgers: Mapping[Release, str]) -> None:
        """Takes the ledgers of releases that others made and published, so that the next goes on from them."""
        for release, text in ledgers.items():
            if text and not self.ledger(release).exists():
                self._ledgers.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
                draft = self._ledgers / ".draft"
                draft.write_text(text, encoding="utf-8")
                draft.replace(self.ledger(release))

    def newest_ledger(self) -> Path | None:
        """The one that has counted furthest, whatever visitors see."""
        found = self._kept_ledgers()
        return self.ledger(found[-1]) if found else None

    def _kept_ledgers(self) -> tuple[Release, ...]:
        """The releases with a ledger, oldest first."""
        if not self._ledgers.is_dir():
            return ()
        found = (Release.parse(path.stem) for path in self._ledgers.glob("*.json"))
        return tuple(sorted(release for release in found if release))

    @property
    def _ledgers(self) -> Path:
        return self.root / "ledgers"

    def _seal(self, release: Release) -> Path:
        return self.root / "seals" / f"{release}.json"

    def _write_seal(self, release: Release, tree: Path) -> None:
        live = self.live()
        before = (self.folder(live), self.seal(live)) if live else (None, None)
        path = self._seal(release)
        path.parent.mkdir(mode=_FOLDER, exist_ok=True)
        draft = path.with_name(".draft")
        draft.write_text(seals.written(seals.seal(tree, *before)), encoding="utf-8")
        draft.replace(path)

    def releases(self) -> tuple[Release, ...]:
        """Those that are complete, oldest first."""
        if not self._releases.is_dir():
            return ()
        found = (Release.parse(path.name) for path in self._releases.iterdir())
        return tuple(sorted(release for release in found if release))

    def live(self) -> Release | None:
        """The one that visitors see."""
        if not self.link.is_symlink():
            return None
        return Release.parse(self.link.readlink().name)

    def before(self, release: Release) -> Release | None:
        return max((other for other in self.releases() if other < release), default=None)

    def draft(self, tree: Path) -> Path:
        """A copy of *tree* that shares its files, to be looked over before it is published."""
        self.tidy()
        self._releases.mkdir(mode=0o755, parents=True, exist_ok=True)
        draft = self._draft
        if self._spare.is_dir() and not self._spare.is_symlink():
            self._spare.rename(draft)
            if exchange(draft, tree):
                return draft
            _remove(draft)
        link_tree(str(tree), str(draft))
        return draft

    def publish(self, commit: str, ledger: Path | None = None) -> Release:
        """Makes the draft the release of *commit*, and visitors see it; *ledger* is what its build has left."""
        known = (*self.releases(), *self._kept_ledgers())
        number = max((release.number for release in known), default=0) + 1
        release = Release(number, commit[:_SHOWN])
        if ledger and ledger.exists():
            # First: what has been counted and is published nowhere does no harm.
            self._ledgers.mkdir(mode=_FOLDER, exist_ok=True)
            draft = self._ledgers / ".draft"
            shutil.copyfile(ledger, draft)
            draft.replace(self.ledger(release))
        stamp = self._draft / STAMP
        stamp.unlink(missing_ok=True)  # it shares its files
        stamp.write_text(f"{release}\n", encoding="utf-8")
        stamp.chmod(_FILE)
        self._write_seal(release, self._draft)
        _sync(self.root)
        self._draft.rename(self.folder(release))
        self.show(release)
        return release

    def show(self, release: Release) -> None:
        """Points the link at *release*, in one step; it stays so after a power cut."""
        fresh = self.root / ".live"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(f"releases/{release}")
        _sync(self.root)
        fresh.replace(self.link)
        _sync(self.root)

    def prune(self, keep: int) -> None:
        """Keeps the newest *keep* releases, and the live one, with their ledgers; the newest ledger stays."""
        live = self.live()
        for release in self.releases()[:-keep]:
            if release != live:
                self._spare_of(self.folder(release), live)
        kept = self.releases()
        for release in self._kept_ledgers()[:-1]:
            if release not in kept:
                self.ledger(release).unlink(missing_ok=True)
        for path in (self.root / "seals").glob("*.json"):
            if Release.parse(path.stem) not in kept:
                path.unlink(missing_ok=True)

    def _spare_of(self, folder: Path, live: Release | None) -> None:
        """Has what lies in *folder* be the next draft, without what visitors do not see any more: it shall be nowhere."""
        gone = _renamed(folder)
        shutil.rmtree(self._spare, ignore_errors=True)
        if live:
            keep_shared(gone, self.folder(live))
            gone.rename(self._spare)

    @property
    def _spare(self) -> Path:
        return self.root / "spare"

    def tidy(self) -> None:
        """Removes what a publication that did not end has left."""
        if self._draft.exists():
            _remove(self._draft)
        for path in self._releases.glob(".gone-*"):
            shutil.rmtree(path, ignore_errors=True)

    @property
    def _draft(self) -> Path:
        return self._releases / ".draft"


def _remove(folder: Path) -> None:
    shutil.rmtree(_renamed(folder), ignore_errors=True)


def _renamed(folder: Path) -> Path:
    """Takes the name away first: half a release must not look like one."""
    gone = folder.with_name(f".gone-{folder.name.removeprefix('.')}")
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    return gone


def _sync(folder: Path) -> None:
    """Brings all that was written to the disk of *folder* onto it: syncfs(2), or sync(2) where there is none."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None).syncfs(descriptor):
            os.sync()
    except AttributeError:
        os.sync()
    finally:
        os.close(descriptor)
