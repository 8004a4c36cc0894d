"""What two people changed at one place: where it is, whose it is, and what would do."""

import re
from collections.abc import Iterator
from datetime import datetime

from gitpublish import china_time
from gitpublish.worktree import WorkTree

_UNMERGED = frozenset(("DD", "AU", "UD", "UA", "DU", "AA", "UU"))


def unmerged(tree: WorkTree) -> dict[str, str]:
    """The files that git could not bring together, with its two letters for each."""
    return {path: letters for path, letters in tree.changed().items() if letters in _UNMERGED}


def places(tree: WorkTree, path: str) -> list[tuple[int, int]]:
    """From which line to which there are two versions; nothing in a file that is gone or is no text."""
    try:
        lines = (tree.folder / path).read_bytes().split(b"\n")
    except OSError:
        return []
    begun = [number for number, line in enumerate(lines, 1) if re.match(rb"<{7}(?: |\r?$)", line)]
    ended = [number for number, line in enumerate(lines, 1) if re.match(rb">{7}(?: |\r?$)", line)]
    if not begun:
        return [(end, end) for end in ended]
    return [(number, next((end for end in ended if end > number), number)) for number in begun]


def told(tree: WorkTree, theirs: str) -> Iterator[str]:
    """Lines about each file that is unmerged; *theirs* names the commits of the others, for git."""
    yield "您和别人改了同一处，git 合并不了，要请您选定："
    for path, letters in sorted(unmerged(tree).items()):
        yield f"  {path}{_spans(places(tree, path))}"
        if others := next(tree.commits("--max-count=1", theirs, "--", path), None):
            author, moment, subject = others
            yield f"    别人的：{author} {china_time.written(datetime.fromisoformat(moment))[:-3]}“{subject}”"
        yield f"    {_advice(letters, path, is_marked=bool(places(tree, path)))}"
    yield "选定以后，再发送一次。"
    yield "不想现在合并：运行 git rebase --abort，回到合并以前，您的修改还在。"


def _spans(found: list[tuple[int, int]]) -> str:
    return "".join(f" 第 {start} 到 {end} 行" for start, end in found[:3])


def _advice(letters: str, path: str, *, is_marked: bool) -> str:
    if is_marked:
        return (
            "“<<<<<<<”和“=======”之间是别人的，“=======”和“>>>>>>>”之间是您的：留下对的，删去这三种标记行。"
        )
    match letters:
        case "DU":
            return f"别人删去了这个文件，您改了它。留下：什么也不用做；删去：git rm {path}"
        case "UD":
            return f"您删去了这个文件，别人改了它。留下：什么也不用做；删去：git rm {path}"
        case _:
            return f"不是文字，只能选一份。用别人的：什么也不用做；用您的：git checkout --theirs {path}"
