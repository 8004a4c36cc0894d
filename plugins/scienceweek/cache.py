"""Files that are kept from one run to the next, and believed only if this account has written them on this machine.

What is kept is sealed with a keyed digest (BLAKE2b, RFC 7693). The key lies outside the project, in the account's state
folder (XDG Base Directory Specification), so that nothing that a commit, an archive or another account brings is ever
unpacked. No link is followed. What cannot be read or kept only costs time.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

_SEAL = 32  # bytes, of the seal and of the key
_OWN, _OWN_FOLDER = 0o600, 0o700  # what is kept is not all public
_NO_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO)
_OTHERS = stat.S_IWGRP | stat.S_IWOTH
# Windows tells neither whose a file is nor who else may write it: there the account's folder keeps others out, and the seal
# tells what they have brought into the project.
_HAS_OWNERS = hasattr(os, "geteuid")
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read(place: Path, identity: bytes) -> memoryview | None:
    """What is kept at *place* for *identity*; None if there is nothing that can be believed."""
    key = _key(place)
    kept = memoryview(b"")
    with suppress(OSError):
        kept = memoryview(contents(place) or b"") if key else kept
    content = kept[_SEAL:]
    sealed = (
        bool(key)
        and len(kept) >= _SEAL
        and secrets.compare_digest(kept[:_SEAL], _seal(key, identity, content))
    )
    return content if sealed else None


def write(place: Path, identity: bytes, *content: bytes) -> None:
    """Keeps *content*, piece by piece, for *identity*, in place of what is there; nothing, where nothing can be kept safely."""
    if key := _key(place):
        with suppress(OSError):
            place.parent.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
            if is_own_folder(place.parent):
                replace(place, _seal(key, identity, *content), *content)


def contents(place: Path) -> bytes | None:
    """The bytes of the file at *place*; None if there is none, or somebody else may have written them. Raises OSError."""
    try:
        if not is_own_folder(place.parent):
            return None
        # A pipe would keep us waiting.
        descriptor = os.open(place, os.O_RDONLY | _PLAIN | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno in _NO_FILE:
            return None
        raise
    if not _is_own(os.fstat(descriptor), stat.S_IFREG):
        os.close(descriptor)
        return None
    with open(descriptor, "rb") as opened:  # noqa: PTH123 - a descriptor is no path
        return opened.read()


def replace(place: Path, *content: bytes, mode: int = _OWN) -> None:
    """Puts a file with *content* at *place*, wholly or not at all, whatever is there. Raises OSError."""
    draft = place.with_name(f".{place.name}.{os.getpid()}.draft")
    with suppress(FileNotFoundError):
        draft.unlink()
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, mode)
    try:
        with open(descriptor, "wb") as opened:  # noqa: PTH123 - a descriptor is no path
            opened.writelines(content)
        draft.chmod(mode)  # the umask may have taken some of it
        draft.replace(place)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def is_own_folder(folder: Path) -> bool:
    """Whether *folder* is one, no link, and belongs to this account, and nobody else may write there. Raises OSError."""
    return _is_own(folder.lstat(), stat.S_IFDIR)


def tracked(folder: Path) -> bool:
    """Whether git brings files of *folder* to everybody."""
    import subprocess

    if not folder.is_dir() or not any((above / ".git").exists() for above in folder.absolute().parents):
        return False
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        ran = subprocess.run(
            ["git", "ls-files", "-z", "--", folder.name],
            cwd=folder.parent,
            env=environment,
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return bool(ran.stdout)


def _seal(key: bytes, identity: bytes, *content: bytes | memoryview) -> bytes:
    seal = blake2b(len(identity).to_bytes(8, "big") + identity, key=key, digest_size=_SEAL)
    for piece in content:
        seal.update(piece)
    return seal.digest()


def _key(place: Path) -> bytes:
    """The key of this account; nothing if it has no safe place for one outside the project that *place* is in."""
    folder = _state()
    if folder is None:
        return b""
    project = next((above for above in place.absolute().parents if _is_project(above)), None)
    if project and folder.resolve().is_relative_to(project.resolve()):
        return b""
    return _key_in(folder)


def _state() -> Path | None:
    written = os.environ.get("XDG_STATE_HOME", "")
    above = written if os.path.isabs(written) else os.path.expanduser("~/.local/state")  # noqa: PTH111, PTH117
    return Path(above, "scienceweek") if os.path.isabs(above) else None  # noqa: PTH117


@cache
def _is_project(folder: Path) -> bool:
    return (folder / "pelicanconf.py").exists() or (folder / ".git").exists()


@cache
def _key_in(folder: Path) -> bytes:
    file = folder / "cache.key"
    with suppress(OSError):
        folder.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
        if not file.exists():
            replace(folder / f"cache.key.{os.getpid()}", secrets.token_bytes(_SEAL))
            # Whoever comes second takes the key of the first.
            with suppress(FileExistsError):
                os.link(folder / f"cache.key.{os.getpid()}", file)
            (folder / f"cache.key.{os.getpid()}").unlink()
    with suppress(OSError):
        key = contents(file) or b""
        return key if len(key) == _SEAL and not _is_open(file) else b""
    return b""


def _is_open(file: Path) -> bool:
    """Whether others may read it."""
    return _HAS_OWNERS and bool(file.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _is_own(found: os.stat_result, kind: int) -> bool:
    """Whether it is of that *kind*, belongs to this account, and nobody else may write it."""
    own = not _HAS_OWNERS or (found.st_uid == os.geteuid() and not found.st_mode & _OTHERS)
    return own and stat.S_IFMT(found.st_mode) == kind
