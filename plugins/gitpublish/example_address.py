"""Addresses that papers and templates use as examples: nobody's site is there."""

from urllib.parse import urlsplit

_EXAMPLES = ("example.gov.cn", "example.com", "example.net", "example.org", "example")
"""The one in our papers, and those of RFC 2606."""


def refusal(url: str) -> str:
    """Why a site at *url* is not published, in Chinese; "" if it may be."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:  # no address at all: `check` tells why
        return ""
    if any(host == example or host.endswith(f".{example}") for example in _EXAMPLES):
        return f"{url} 是举例的地址，不是网站自己的。请把 SITEURL 改成访问者打开的地址，再发布。"
    return ""
