"""Pictures in Markdown: each is a file in ``content/images``, reached from the page that shows it."""

import re
from pathlib import Path
from urllib.parse import unquote

from scienceweek.source.problems import Problems, Spot, quoted

_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\s*<?(?P<address>[^)>\"\n]+?)>?\s*(?:\"[^\"]*\")?\)")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\")


def pictures(file: str, text: str, root: str, content: Path, problems: Problems) -> None:
    """Tell of pictures in *text* that are not there; *root* leads from its page to the site's root."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in _PICTURE.finditer(line):
            address = unquote(match["address"])
            if _ELSEWHERE.match(address) or "\\" in address:
                continue  # drawing refuses it
            if message := _missing(address, root, content, problems):
                problems.error(Spot(file, number, match.start("address") + 1), message)


def _missing(address: str, root: str, content: Path, problems: Problems) -> str:
    name = address.rpartition("/")[2]
    shelf = content / "images"
    known = sorted(path.relative_to(shelf).as_posix() for path in shelf.rglob("*") if path.is_file())
    right = f"{root}images/"
    if not address.startswith(right):
        return f"图片的地址不能写{quoted(address)}。图片放在 content/images，这里写“{right}{name}”。"
    if address.removeprefix(right) not in known:
        told = f"content/images 里没有{quoted(address.removeprefix(right))}。"
        same = next((one for one in known if one.lower() == address.removeprefix(right).lower()), None)
        return told + (f"大小写不同，请写“{same}”。" if same else problems.nearest(name, known))
    return ""
