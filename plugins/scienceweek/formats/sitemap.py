"""Which pages there are, for search engines (sitemaps.org, RFC 9309)."""

from xml.sax.saxutils import escape

_MOST = 50_000  # addresses in a sitemap


def sitemap(addresses: tuple[str, ...]) -> bytes:
    """*addresses* are absolute. Of more than a sitemap may have, the first."""
    lines = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses[:_MOST])
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{lines}</urlset>\n".encode()


def robots(pages: str) -> bytes:
    """Everything may be looked at; *pages* is the absolute address of the sitemap, or empty."""
    return f"User-agent: *\nAllow: /\n{f'Sitemap: {pages}' if pages else ''}".rstrip().encode() + b"\n"
