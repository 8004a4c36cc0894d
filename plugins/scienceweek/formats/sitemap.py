"""Which pages there are, for search engines (sitemaps.org, RFC 9309)."""

from xml.sax.saxutils import escape

MOST = 50_000
"""Addresses in a sitemap; of more an index names several."""
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: tuple[str, ...]) -> bytes:
    """*addresses* of pages; they are absolute."""
    return _document("urlset", "url", addresses)


def sitemap_index(addresses: tuple[str, ...]) -> bytes:
    """*addresses* of sitemaps; they are absolute."""
    return _document("sitemapindex", "sitemap", addresses)


def _document(whole: str, part: str, addresses: tuple[str, ...]) -> bytes:
    lines = "".join(f"<{part}><loc>{escape(address)}</loc></{part}>\n" for address in addresses)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_SCHEMA}">\n{lines}</{whole}>\n'.encode()
    )


def robots(pages: str) -> bytes:
    """Everything may be looked at; *pages* is the absolute address of the sitemap, or empty."""
    return f"User-agent: *\nAllow: /\n{f'Sitemap: {pages}' if pages else ''}".rstrip().encode() + b"\n"
