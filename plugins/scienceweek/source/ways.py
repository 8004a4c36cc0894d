"""Links in Markdown: each leads somewhere, and is written so that it is one."""

import re
from collections.abc import Iterable
from pathlib import Path

from scienceweek import links
from scienceweek.source.problems import Problems, Spot, quoted

TAKEN = frozenset(
    path for path in vars(links).values() if isinstance(path, str) and path.endswith(".html")
) | {"data.html"}
"""The pages that the site has of itself, beside those of staff."""

LINK = re.compile(r"(?<!!)\[[^\[\]\n]*\]\(\s*<?(?P<address>[^)>\s]+)")
_PAGE = re.compile(r"[A-Za-z0-9_-]+\.html")
_HOST = re.compile(r"(?:www\.|(?:[A-Za-z0-9-]+\.)+(?:cn|com|net|org)(?=[/?#]|$)).*")
_ALIKE = re.compile(
    r"(?P<mark>[!！]?)\[[^\[\]\n]*\](?P<gap> *)(?P<open>[(（])"
    r"(?P<address>(?:https?[:：]|www\.|\.\./|images/)[^)）\s]*)(?P<close>[)）]?)"
)
_WRITTEN = "链接写成 [文字](网址)，图片写成 ![说明](地址)：符号都是半角的，中间没有空格。"


def fronts(pages: Iterable[Path]) -> frozenset[str]:
    """The pages beside the home page, with those that are made of *pages*."""
    return TAKEN - {"data.html"} | {links.prose(path.stem) for path in pages}


def ways(file: str, text: str, root: str, known: frozenset[str], problems: Problems) -> None:
    """Tell of links in *text* to pages that are not there; *root* leads from its page to those *known*.

    Where a link further in leads is for ``destinations`` to say.
    """
    for number, line in enumerate(text.split("\n"), 1):
        for match in _ALIKE.finditer(line):
            if _is_broken(match):
                problems.error(
                    Spot(file, number, match.start() + 1),
                    f"{quoted(match[0])}不起作用，会照样显示出来。{_WRITTEN}",
                )
        for match in LINK.finditer(line):
            if message := _lost(match["address"], root, known, problems):
                problems.error(Spot(file, number, match.start("address") + 1), message)


def _is_broken(match: re.Match[str]) -> bool:
    # An exclamation mark may end the sentence before a link.
    picture = match["mark"] == "！" and match["address"].lower().endswith(links.PICTURES)
    return picture or bool(match["gap"]) or (match["open"], match["close"]) != ("(", ")")


def _lost(address: str, root: str, known: frozenset[str], problems: Problems) -> str:
    page = re.split("[#?]", address, maxsplit=1)[0]
    if _HOST.fullmatch(address):
        return f"网址{quoted(address)}少了开头，会指到网站里面。是不是“https://{address}”？先在浏览器里打开看看。"
    if root and page in known:
        return f"这里要写“{root}{address}”。"
    name = page.removeprefix(root)
    if page.startswith(root) and _PAGE.fullmatch(name) and name not in known:
        return f"网站里没有{quoted(name)}这一页。{problems.nearest(name, sorted(known))}"
    return ""
