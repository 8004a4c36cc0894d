"""How a browser searches the site from its address bar (OpenSearch 1.1 description document)."""

from xml.sax.saxutils import escape, quoteattr

_SHORT = 16  # signs that a short name may have


def opensearch(name: str, search: str, icon: str) -> bytes:
    """The description of the site called *name*: *search* and *icon* are absolute, the words are asked for as ``q``."""
    named = escape(_clean(name))
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(_clean(name)[:_SHORT])}</ShortName>",
        f"<Description>在{named}里找活动、基地和电话</Description>",
        f'<Url type="text/html" template={quoteattr(f"{search}?q={{searchTerms}}")}/>',
        f'<Image width="180" height="180" type="image/png">{escape(icon)}</Image>',
        "<Language>zh-CN</Language>",
        "<InputEncoding>UTF-8</InputEncoding>",
        "</OpenSearchDescription>",
    )
    return ("\n".join(lines) + "\n").encode()


def _clean(text: str) -> str:
    """Without what XML cannot hold: control characters."""
    return "".join(sign for sign in text if sign >= " ")
