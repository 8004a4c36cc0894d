"""A file of the site that is not made yet: a suspended pure call."""

import dataclasses
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Target:
    """The file at *path* holds the bytes ``draw(*data)``.

    *path* is relative to the site, POSIX, ASCII: ``bases/museum.html``. *draw* is pure; *data* is complete, and
    its ``repr`` shows all that *draw* reads and is the same in every run (dataclasses, tuples, strings, numbers,
    dates; no sets). Raises ValueError on a path that could leave the site or that some file system cannot hold,
    TypeError on a draw whose name does not say what it does.
    """

    path: str
    draw: Callable[..., bytes]
    data: tuple[object, ...]

    def __post_init__(self) -> None:
        if not is_inside(self.path):
            raise ValueError(f"not a path inside the site: {self.path!r}")
        name_of(self.draw)

    def fingerprint(self, salt: bytes) -> str:
        """The identity of the call, as 32 hexadecimal digits: equal fingerprints make equal bytes.

        *salt* stands for all that a call does not show: code, templates, versions of libraries.
        """
        digest = blake2b(salt, digest_size=16)
        for part in (name_of(self.draw), repr(self.data)):
            # A surrogate must not stop the build here, where no message could name the file.
            digest.update(b"\0" + part.encode(errors="surrogatepass"))
        return digest.hexdigest()


def check(paths: Iterable[str]) -> None:
    """Raises ValueError if two of these files cannot lie in one tree.

    Also if they differ only in case, or if one is a folder of the other: a site is copied onto file systems
    that take ``A.html`` and ``a.html`` for the same file.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        if path.lower() in files:
            raise ValueError(_clash(files[path.lower()], path))
        files[path.lower()] = path
        folder = path.rpartition("/")[0]
        while folder and folders.get(folder.lower()) != folder:
            if folder.lower() in folders:
                raise ValueError(_clash(folders[folder.lower()], folder))
            folders[folder.lower()] = folder
            folder = folder.rpartition("/")[0]
    for folder in folders.keys() & files.keys():
        raise ValueError(f"{files[folder]} is both a file and a folder")


def _clash(one: str, other: str) -> str:
    if one == other:
        return f"two targets are called {one}"
    return f"two targets differ only in case: {one} and {other}"


# What Windows and FAT cannot hold is refused too: the site is also handed round as a folder.
_PATH = re.compile(r"""[^\x00-\x1f\x7f-\U0010ffff\\:*?"<>|]+""")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


def is_inside(path: str) -> bool:
    """Whether *path* leads to a file of the site that every file system can hold."""
    return bool(_PATH.fullmatch(path)) and not any(map(_is_refused, path.split("/")))


def _is_refused(part: str) -> bool:
    return part in {"", ".", ".."} or part[-1] in ". " or bool(_DEVICE.fullmatch(part))


def name_of(call: Callable[..., object]) -> str:
    """What *call* is, without an address: the same in every run."""
    kind = type(call)
    if dataclasses.is_dataclass(call):
        return f"{kind.__module__}.{kind.__qualname__} {call!r}"
    name = getattr(call, "__qualname__", None)
    owner = getattr(call, "__self__", None)
    # A closure or a bound method reads values that are not in data, and two lambdas share a name.
    if name is None or "<lambda>" in name or getattr(call, "__closure__", None) or _is_value(owner):
        raise TypeError(f"a draw is a plain function or a frozen dataclass, not {call!r}")
    return f"{call.__module__}.{name}"


def _is_value(owner: object) -> bool:
    return owner is not None and not isinstance(owner, type | ModuleType)
