"""What the machine around the program refuses or lacks, in the words of staff."""

import errno
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from scienceweek.settings import SettingsError

_WHOLE = "网站保持原样。"
_WORDS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "这是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "已经有了",
    errno.EMFILE: "打开的文件太多",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EBUSY: "正被别的程序使用，或者是挂载点",
    errno.EXDEV: "在另一块磁盘上",
    errno.ELOOP: "是一个链接（快捷方式）",
    errno.ENAMETOOLONG: "名称太长",
    errno.EIO: "磁盘读写出错",
}
_AGAIN = "请删去 .venv 文件夹，再运行一次 make site。"


def why(error: OSError) -> str:
    """What the system refuses, and of what: a clause."""
    words = _WORDS.get(error.errno or 0, error.strerror or str(error))
    return f"{words}（{error.filename}）" if error.filename else words


def refusal(error: BaseException) -> str:
    """Why it could not be done, in a line; nothing if the program itself is at fault."""
    match error:
        case SettingsError():
            return str(error)
        case ImportError():
            return f"没有装好 {error.name or '程序用到的软件包'}。{_AGAIN}"
        case MemoryError():
            return "内存不够。请关掉别的程序再试，或者换一台内存大些的电脑。"
        case OSError():
            return f"{why(error)}。{_remedy(error)}"
        case _:
            return _of_building(error)


def whole(told: str) -> str:
    """*told*, and that nothing has become of the site, which is what staff fear."""
    return f"{told.removesuffix(_WHOLE)}{_WHOLE}"


def _of_building(error: BaseException) -> str:
    from scienceweek.render import Busy, DrawError, SlotError

    match error:
        case SlotError():
            return str(error)
        case Busy():
            return "另一次生成还没有结束，请等它结束再试。"
        case DrawError() if error.refusal:
            return refusal(OSError(error.refusal, "", error.path))
        case DrawError() if missing := re.search(
            "ModuleNotFoundError: No module named '([^']*)'", str(error)
        ):
            return refusal(ImportError(name=missing[1]))
        case _:
            return ""


def _remedy(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "请腾出空间再试。"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "请换成能写的文件夹，或者请管理员给权限。"
        case _:
            return "请处理好再试。"


def expect(project: Path, plugins: Iterable[str]) -> None:
    """Ends the program if *project* lacks one of its two folders or a package, before Pelican says so in its own way.

    *plugins* are tried where it is Pelican that reads the settings: it would do without one that cannot be imported.
    """
    missing = [name for name in ("content", "data") if not (project / name).is_dir()]
    if len(missing) == 1:  # the copy of the program on a server has neither
        sys.exit(whole(absent(project / missing[0])))
    if "pelican" not in sys.modules:
        return
    try:
        for plugin in plugins:
            module = import_module(plugin)
            if hasattr(module, "read_settings_first"):
                module.read_settings_first()
    except ImportError as error:
        sys.exit(whole(refusal(error)))


def absent(folder: Path) -> str:
    """Says that *folder* is not there."""
    return f"没有 {folder.name} 这个文件夹（{folder.absolute()}）。请在项目的文件夹里运行；误删了的，用 git restore {folder.name} 恢复。"
