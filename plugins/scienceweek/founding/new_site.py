"""A repository of a site of one's own: the facts of a district, one example of each thing, and a copy of the program."""

import shutil
from collections.abc import Callable, Collection, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from scienceweek.founding import git
from scienceweek.founding.doors import COPIED, DOORS, IGNORED, readme
from scienceweek.founding.examples import examples
from scienceweek.founding.program_parts import ProgramManifest, ProgramParts, digest, lay, seeds, version
from scienceweek.founding.refusals import FoundingError
from scienceweek.founding.wish import SiteWish
from scienceweek.layout import FOLDER
from scienceweek.source.generated.schema import schemas


def found(
    folder: Path, wish: SiteWish, program: ProgramParts, today: date, say: Callable[[str], object]
) -> None:
    """Makes *folder* the site that is wished for, with a copy of the *program*. Its examples are of the time after *today*.

    Nothing is left of one that could not be made. Raises FoundingError.
    """
    _free(folder, program.folder)
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = lay(program, folder / FOLDER)
        doors = lead(folder)
        ProgramManifest(version(program.folder), str(program.folder), "", files, doors).write(folder / FOLDER)
        _write(folder, {**examples(wish, today), "README.md": readme(wish), ".gitignore": IGNORED})
        for path, content in schemas().items():
            _put(folder / "data" / "schema" / path, content)
        for name, source in seeds(program.folder).items():
            _put(folder / name, source.read_bytes())
        for name in ("activities", "bases", "images", "files"):
            _put(folder / "content" / name / ".gitkeep", b"")
        git.begin(folder, f"{wish.name}{wish.series.said}网站，内容是示例")
    except BaseException:
        for one in [folder] if made else folder.iterdir():
            shutil.rmtree(one, ignore_errors=True) if one.is_dir() else one.unlink()
        raise
    say(f"网站已建在 {folder}，也已提交到 git。里面是示例，请照 README.md 换成自己的。")
    say(f"接着：cd {folder} ，然后 make check 检查，make serve 预览。")


def lead(folder: Path, but: Collection[str] = ()) -> Mapping[str, str]:
    """Writes the doors of the site in *folder*, which has its program, *but* some; the digest of each, as it should be."""
    digests = {}
    for name, text in DOORS.items():
        if name not in but:
            _put(folder / name, text.encode())
        digests[name] = sha256(text.encode()).hexdigest()
    for name in COPIED:
        if (source := folder / FOLDER / name).is_file():
            if name not in but:
                shutil.copy(source, folder / name)
            digests[name] = digest(source)
    return digests


def _free(folder: Path, program: Path) -> None:
    """Raises FoundingError unless there is nothing at *folder*, and it lies apart from the *program*."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FoundingError(f"{folder} 里已经有东西了。请写一个还没有的文件夹。")
    if folder.resolve().is_relative_to(program.resolve()):
        raise FoundingError(f"{folder} 在程序的文件夹里面。请写别处的文件夹，例如 ../{folder.name}。")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        _put(folder / name, text.encode())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
