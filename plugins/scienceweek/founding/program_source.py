"""Where a newer program comes from: a folder or a zip at hand, or a git repository at a tag that somebody has signed."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from scienceweek.founding import git
from scienceweek.founding.program_parts import version
from scienceweek.founding.refusals import FoundingError

_ADDRESS = re.compile(r"(?:https?|ssh|git|file)://\S+|[\w.-]+@[\w.-]+:\S+")
_RELEASE = re.compile(r"v[0-9]+\.[0-9]+\.[0-9]+")
_TAG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_LARGEST = 200_000_000  # bytes of an unpacked program
_SIGNER = re.compile(r'Good signature from "([^"]+)"|Good "git" signature for (\S+)')


@dataclass(frozen=True, slots=True)
class Found:
    """A program in *folder*, for as long as it is asked for; its *origin*, and by whom it is *signed*, if it is."""

    folder: Path
    origin: str
    signed: str = ""


@contextmanager
def program_from(source: str, tag: str = "", *, unsigned: bool = False) -> Iterator[Found]:
    """The program that *source* names, of a repository the one at *tag* or at the newest release.

    What nobody has signed is taken only if *unsigned* says so. Raises FoundingError.
    """
    path = Path(source)
    with tempfile.TemporaryDirectory(prefix="program-") as drawer:
        if path.is_file():
            yield _unzipped(path, Path(drawer), unsigned=unsigned)
        elif path.is_dir() and not _is_repository(path):
            if not unsigned:
                raise FoundingError(
                    f"{source} 是一个文件夹，没有签名，查不出是谁做的。来源可靠的，再加 --unsigned。"
                )
            yield Found(path, str(path.resolve()))
        elif path.is_dir() or _ADDRESS.fullmatch(source):
            yield _checked_out(
                str(path.resolve()) if path.is_dir() else source, tag, Path(drawer), unsigned=unsigned
            )
        else:
            raise FoundingError(
                f"没有“{source}”这个文件夹或压缩包，它也不是 git 地址（https://…、ssh://…、用户@主机:…）。"
            )


def _is_repository(folder: Path) -> bool:
    return git.is_repository(folder) or (folder / "HEAD").is_file()


def _unzipped(file: Path, drawer: Path, *, unsigned: bool) -> Found:
    digest = sha256(file.read_bytes()).hexdigest()
    if not unsigned:
        raise FoundingError(
            f"{file.name} 是压缩包，没有签名，查不出是谁做的。它的 SHA-256 是\n    {digest}\n"
            "和发布的人公布的对一对，一样的，再加 --unsigned。"
        )
    return Found(_unpacked(file, drawer), f"{file.name} sha256:{digest}")


def _checked_out(address: str, tag: str, drawer: Path, *, unsigned: bool) -> Found:
    bare = drawer / "repository.git"
    cloned = git.git(drawer, "clone", "--quiet", "--bare", "--", address, str(bare))
    if cloned.returncode:
        raise FoundingError(f"取不到 {address}：{cloned.stderr.strip()}")
    chosen = tag or _newest(bare, address)
    if (
        not _TAG.fullmatch(chosen)
        or git.git(bare, "rev-parse", "--verify", "--quiet", f"refs/tags/{chosen}").returncode
    ):
        raise FoundingError(f"{address} 里没有“{chosen}”这个标签。")
    verified = git.git(bare, "verify-tag", f"refs/tags/{chosen}")
    if verified.returncode and not unsigned:
        said = verified.stderr.strip() or "没有签名"
        raise FoundingError(
            f"标签 {chosen} 没有签名，或者签名核对不了：\n    {said}\n"
            "先导入发布人的公钥再试；确实要用没有签名的，加 --unsigned。"
        )
    signer = _SIGNER.search(verified.stderr) if not verified.returncode else None
    file = drawer / "program.zip"
    packed = git.git(bare, "archive", "--format=zip", "--output", str(file), f"refs/tags/{chosen}")
    if packed.returncode:
        raise FoundingError(f"取不出 {chosen}：{packed.stderr.strip()}")
    return Found(_unpacked(file, drawer), f"{address} {chosen}", (signer[1] or signer[2]) if signer else "")


def _newest(bare: Path, address: str) -> str:
    tags = git.git(bare, "tag", "--list", "--sort=-version:refname").stdout.split()
    if release := next((one for one in tags if _RELEASE.fullmatch(one)), ""):
        return release
    raise FoundingError(f"{address} 里没有发布过的版本（v1.2.3 这样的标签）。请用 --tag 写明要哪一个。")


def _unpacked(file: Path, drawer: Path) -> Path:
    """The program in the zip *file*, which may have a folder around it. Its names stay below *drawer*; links are left out."""
    target = drawer / "unpacked"
    try:
        with ZipFile(file) as packed:
            if sum(one.file_size for one in packed.infolist()) > _LARGEST:
                raise FoundingError(f"{file.name} 解开后太大，不像是这个程序。")
            for one in packed.infolist():
                if one.external_attr >> 28 != 0xA:  # noqa: PLR2004 - a symbolic link (stat.S_IFLNK)
                    place = Path(packed.extract(one, target))
                    if one.external_attr >> 16 & 0o100 and place.is_file():
                        place.chmod(0o755)
    except (BadZipFile, OSError, RuntimeError) as error:
        raise FoundingError(f"{file.name} 解不开（{error}）。请重新取一份。") from None
    around = [one for one in target.iterdir()] if target.is_dir() else []  # noqa: C416 - a list to count
    folder = around[0] if len(around) == 1 and around[0].is_dir() else target
    version(folder)
    return folder
