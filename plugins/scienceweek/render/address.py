"""Addresses that prose may point at (RFC 3986)."""

import re

_SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)")
# Browsers drop some of these and take a backslash for a slash: what is checked would not be what is opened.
_MISLEADING = re.compile(r"[\x00-\x20\x7f-\xa0\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def leads_somewhere(address: str) -> bool:
    """Whether *address* may be a link: https, http, tel, mailto, or relative to the page."""
    return _is_relative(address) or _is_absolute(address)


def is_of_the_site(address: str) -> bool:
    """Whether *address* may be an image: relative, so that no other host learns who reads the page."""
    return _is_relative(address) and not address.startswith(("#", "?"))


def _is_relative(address: str) -> bool:
    # `/x` is left out: a site may lie in a sub-path or in a folder on a desk.
    is_plain = bool(address) and not _MISLEADING.search(address)
    return is_plain and not address.startswith("/") and ":" not in re.split(r"[/?#]", address, maxsplit=1)[0]


def _is_absolute(address: str) -> bool:
    found = _SCHEME.fullmatch(address)
    if found is None or found[1].lower() not in _SCHEMES or _MISLEADING.search(address):
        return False
    if not found[1].lower().startswith("http"):
        return bool(found[2])
    host = re.match(r"//([^/?#]+)", found[2])
    # `https://known.example@other.example` shows one host and opens the other.
    return host is not None and "@" not in host[1]
