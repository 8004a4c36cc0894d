"""What each kind of file is called on the web, and how long a browser may keep it: for all servers alike."""

from dataclasses import dataclass
from pathlib import PurePosixPath

TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".geojson": "application/geo+json",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ofd": "application/ofd",
    ".pdf": "application/pdf",
    ".pmtiles": "application/vnd.pmtiles",
    ".png": "image/png",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
"""Media types by the end of a name (IANA), without a charset."""

OTHER = "application/octet-stream"

_LASTING = (".ico", ".jpeg", ".jpg", ".pmtiles", ".png", ".webp", ".woff2")

VERSIONED = tuple(sorted((".css", ".js", ".svg", *_LASTING)))
"""How the names of files end whose address may hold a digest of what is in them, ``?v=``."""

FOREVER = "public, max-age=31536000, immutable"
"""Of what is asked for by such an address: never asked for again (RFC 8246)."""
LASTING = "public, max-age=86400"
SECURE = "max-age=31536000"
"""Of Strict-Transport-Security (RFC 6797): a year, this host alone."""
UNLISTED = {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
"""Of what is shown to a few and neither found nor kept."""
FRESH = "no-cache"
"""Kept, but asked for each time: a date that has changed is seen at once, and what has not costs no bytes."""


def is_text(type: str) -> bool:
    return type.startswith("text/")


def type_of(path: str) -> str:
    """The value of Content-Type for the file at *path*."""
    type = TYPES.get(PurePosixPath(path).suffix.lower(), OTHER)
    return f"{type}; charset=utf-8" if is_text(type) else type


def keeping(path: str) -> str:
    """The value of Cache-Control."""
    return LASTING if path.endswith(_LASTING) else FRESH


def protections(csp: str, *, framed: bool = False, styled: bool = False) -> dict[str, str]:
    """The headers of every answer, under the policy *csp* of the site's pages.

    *framed* of what anybody may show in a page of theirs, *styled* of pages that bring their style with them.
    """
    # X-Frame-Options knows no "anybody": it is left out then.
    policy = csp.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") if styled else csp
    refused, whoever = ({}, "*") if framed else ({"X-Frame-Options": "DENY"}, "'none'")
    return {
        # A meta element cannot forbid framing, so pages do not say it.
        "Content-Security-Policy": f"{policy}; frame-ancestors {whoever}",
        "X-Content-Type-Options": "nosniff",
        **refused,
        # 天地图 looks at the host that asks.
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(self), clipboard-write=(self)",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


@dataclass(frozen=True, slots=True)
class Served:
    """A site as a web server is told of it: the policy of its pages, where it lies, and under which host and path it goes.

    *path* begins with a slash and has none at its end; it is empty where the host has nothing but this site. What lies in the
    folder *framed* of the site, if there is one, anybody may show in a page of theirs; what lies in the folder *styled* brings its style with it.
    """

    csp: str
    root: str
    host: str
    path: str = ""
    framed: str = ""
    styled: str = ""

    @property
    def base(self) -> str:
        """The folder of the server whose site is at *root*: previews lie there too."""
        return self.root.rpartition("/")[0]


def set_apart(site: Served) -> list[tuple[str, str, dict[str, str]]]:
    """The folders of *site* whose pages have protections of their own: each with a word of why, and with these."""
    known = (
        (site.framed, "别的网站可以放进自己的网页（iframe）", protections(site.csp, framed=True)),
        (site.styled, "样式写在里面，用来转发和粘贴", protections(site.csp, styled=True)),
    )
    return [one for one in known if one[0]]


def ends() -> list[str]:
    """How the names of files end, in order."""
    return sorted(TYPES)


def lasting() -> list[str]:
    """Those of them that a browser may keep for a while without asking."""
    return [end for end in ends() if keeping(end) == LASTING]


def by_type() -> dict[str, list[str]]:
    """The ends of names, without their dot, by type."""
    types: dict[str, list[str]] = {}
    for end in ends():
        types.setdefault(TYPES[end], []).append(end.removeprefix("."))
    return types
