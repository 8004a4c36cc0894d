"""The program as a copy in the folder of a site, with a list of its files and their digests."""

import json
import shutil
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from scienceweek.founding.doors import COPIED
from scienceweek.founding.refusals import FoundingError
from scienceweek.layout import MANIFEST

_PAPERS = ("docs", "CHANGELOG.md", "LICENSE", "README.md", "README.zh-CN.md", "SECURITY.md")
_SEED = "seed"
"""In a copy: what every new site begins with."""
_LEFT = ("__pycache__", ".venv", ".cache")
_VERSION = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class ProgramParts:
    """A program in *folder*: the *names* of the files and folders there that it consists of."""

    folder: Path
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramManifest:
    """Of a copy: its *version*, where it came from, who has signed it, and the digests of its *files* and of its *doors*."""

    version: str
    origin: str = ""
    signed: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    doors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, program: Path) -> "ProgramManifest":
        """That of the copy in *program*. Raises FoundingError."""
        try:
            found = json.loads((program / MANIFEST).read_bytes())
            return cls(**{name: found[name] for name in cls.__slots__})
        except (OSError, ValueError, LookupError, TypeError):
            raise FoundingError(
                f"{program / MANIFEST} 读不出来。请用 git restore {program.name}/{MANIFEST} 恢复。"
            ) from None

    def write(self, program: Path) -> None:
        known = {name: getattr(self, name) for name in self.__slots__}
        text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
        (program / MANIFEST).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def version(program: Path) -> str:
    """Which version the *program* in this folder is. Raises FoundingError if it is none."""
    try:
        if (program / "plugins" / "scienceweek" / "__main__.py").is_file():
            return str(tomllib.loads((program / _VERSION).read_text("utf-8"))["project"]["version"])
    except (OSError, ValueError, LookupError):
        pass  # then it is none
    raise FoundingError(f"{program} 里没有这个程序（要有 plugins/scienceweek 和 {_VERSION}）。")


def lay(source: ProgramParts, target: Path) -> Mapping[str, str]:
    """Copies the program of *source* to the new folder *target*; digests by path. Raises FoundingError."""
    version(source.folder)
    digests = {}
    for name, path in _files(source.folder, (*source.names, *_PAPERS, *COPIED)):
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
        digests[name] = digest(place)
    return digests


def seeds(program: Path) -> Mapping[str, Path]:
    """What every new site begins with: its path in the site, and where the *program* has it."""
    own = program / _SEED
    root = own if own.is_dir() else program
    found = {"data/terms.yaml": root / "data" / "terms.yaml"}
    return found | {
        f"content/pages/{page.name}": page for page in sorted((root / "content" / "pages").glob("*.md"))
    }


def changed(program: Path, manifest: ProgramManifest) -> list[str]:
    """The files of the copy in *program* that somebody has changed, taken away or added since, by path."""
    there = {name: digest(path) for name, path in _files(program, [one.name for one in program.iterdir()])}
    there.pop(MANIFEST, None)
    names = there.keys() | manifest.files.keys()
    return sorted(name for name in names if there.get(name) != manifest.files.get(name))


def digest(path: Path) -> str:
    """Of what the file at *path* holds, whatever the ends of its lines: git on Windows may change those."""
    return sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _files(program: Path, names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """The files of the *program* that are called so or lie in folders that are, by path; in a copy with its seeds."""
    for name in names:
        part = program / name
        for path in sorted([part, *part.rglob("*")]):
            if path.is_file() and not path.is_symlink() and not {*_LEFT} & {*path.parts}:
                yield path.relative_to(program).as_posix(), path
    if _SEED not in names:
        for name, path in seeds(program).items():
            if path.is_file():
                yield f"{_SEED}/{name}", path
