"""A page as the preview serves it: as it lies in the site, with what makes it reload, and with what is wrong over it."""

import re
from dataclasses import dataclass

HOME = "/.preview/"
SCRIPT = f"{HOME}preview.js"
STYLE = f"{HOME}preview.css"
EVENTS = f"{HOME}events"
_BODY = re.compile(rb"<body\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Additions:
    """What is added: the *number* of the build, a *panel* if there is something to be said.

    *base*: its links start from the front page, wherever it is shown.
    """

    number: int
    panel: str = ""
    base: bool = False


def served(page: bytes, added: Additions) -> bytes:
    """*page* with what is *added*; one without head and body, such as a drawing, stays as it is."""
    body = _BODY.search(page)
    end = page.rfind(b"</body>")
    if not body or end < body.end() or b"</head>" not in page[: body.start()]:
        return page
    head = page[: body.start()].replace(b"</head>", _head(added) + b"</head>", 1)
    if added.base:
        # Before the policy of the page, which knows no base.
        head = re.sub(rb"<head>", b'<head><base href="/">', head, count=1)
    inside = page[body.end() : end]
    if added.panel:
        inside = added.panel.encode() + b'<div class="preview-under" inert>' + inside + b"</div>"
    return head + body[0] + inside + page[end:]


def bare(title: str, words: str, added: Additions) -> bytes:
    """A page of the preview's own, where the site has none yet."""
    inside = added.panel or f"<main><h1>{title}</h1><p>{words}</p></main>"
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">'
        f"<title>{title}</title>{_head(added, always=True).decode()}</head>"
        f'<body class="preview-bare">{inside}</body></html>'
    ).encode()


def _head(added: Additions, *, always: bool = False) -> bytes:
    style = f'<link rel="stylesheet" href="{STYLE}">' if added.panel or always else ""
    return f'{style}<script src="{SCRIPT}" data-build="{added.number}" defer></script>'.encode()
