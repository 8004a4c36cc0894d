"""The last look at a site before visitors see it: all planned files, no dead link, twins that are the same.

Whether anything in it is private has been settled when it was made.
"""

import gzip
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gitpublish.hypertext import Hypertext, words
from gitpublish.messages import Failed, shortened
from gitpublish.release_store import STAMP
from gitpublish.tree_files import Files, files

_PAGES = (".html", ".atom", ".xml")
_MOST = 20  # messages
_MANY = 40  # things that are gone; to look for each takes as long as to look up all links


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A tree of files, in public at *url*; the places on *scripted* pages may be brought by a script."""

    tree: Path
    url: str
    scripted: frozenset[str] = frozenset()


def verify(site: BuiltSite, planned: Collection[str], before: BuiltSite | None) -> int:
    """The number of files of *site*, if all is well with them; raises Failed with what is not.

    What *before* has too, the same file in the same place, is not read again, unless what it depends on is gone.
    """
    there = _files(site.tree)
    known = _files(before.tree) if before and before.tree.is_dir() else {}
    changed = {path for path, found in there.items() if known.get(path) != found}
    faults = [*_of_plan(there, planned), *_of_size(site, sorted(changed))]
    if not faults:
        faults += _of_links(site, there, changed, before if known else None, known)
        faults += _of_twins(site, sorted(changed))
    if faults:
        raise Failed(
            "\n".join(
                ["生成的网站有问题，没有发布，网站保持原样。请告诉管理员：", *shortened(faults, _MOST, "处")]
            )
        )
    return len(there)


def are_same(tree: Path, other: Path) -> bool:
    """Whether two trees share all their files."""
    return _files(tree) == _files(other)


def _files(tree: Path) -> Files:
    found = files(tree)
    found.pop(STAMP, None)  # which release it is, not what is in it
    return found


def _of_plan(there: Files, planned: Collection[str]) -> Iterator[str]:
    wanted = set(planned)
    if not wanted:
        yield "没有文件清单，不知道网站应该有哪些文件。"
        return
    for path in sorted(wanted - there.keys()):
        yield f"{path}: 缺少这个文件。"
    for path in sorted(there.keys() - wanted):
        yield f"{path}: 不应该有这个文件。"


def _of_size(site: BuiltSite, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if path.endswith(".html") and not (site.tree / path).stat().st_size:
            yield f"{path}: 文件是空的。"


def _of_links(
    site: BuiltSite, there: Files, changed: Collection[str], before: BuiltSite | None, known: Files
) -> Iterator[str]:
    new = Hypertext(site.tree, site.url, frozenset(there), site.scripted)
    old = before and Hypertext(before.tree, before.url, frozenset(known), before.scripted)
    dead: dict[str, list[str]] = {}
    for path in sorted(_touched(new, old, changed, known) if old else there):
        if path.endswith(_PAGES):
            for target in new.dead(path):
                dead.setdefault(target, []).append(path)
    for target, paths in sorted(dead.items()):
        more = f"等 {len(paths)} 个文件" if len(paths) > 1 else ""
        yield f"{paths[0]}{more}: 链接指向的“{target}”不存在。"


def _touched(new: Hypertext, old: Hypertext, changed: Collection[str], known: Files) -> Collection[str]:
    """The files whose links are to be looked up: a page may lead to one that is gone, or to a place in it, without having changed itself."""
    lost = [words(path) for path in known.keys() - new.files]
    lost += [
        words(path, place)
        for path in changed
        if path in known and path.endswith(".html")
        for place in old.places(path) - new.places(path)
    ]
    sure = [one for one in lost if one]
    if len(sure) < len(lost) or len(lost) > _MANY:
        return new.files
    pages = (path for path in new.files if path.endswith(_PAGES) and path not in changed)
    found = {path for path in pages if new.may_lead(path, sure)} if sure else set[str]()
    # Whoever leads to a page that leads on has the name of that one.
    return new.files if any(map(new.leads_on, found)) else {*changed, *found}


def _of_twins(site: BuiltSite, changed: Collection[str]) -> Iterator[str]:
    for path in changed:
        if path.endswith(".gz"):
            try:
                same = (
                    gzip.decompress((site.tree / path).read_bytes()) == (site.tree / path[:-3]).read_bytes()
                )
            except (OSError, EOFError, zlib.error):
                same = False
            if not same:
                yield f"{path}: 压缩的文件和原来的不一样。"
