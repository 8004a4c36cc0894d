"""Settings of web servers for the site, all from one table, as they lie in ``deploy/``."""

from collections.abc import Callable, Mapping

from gitpublish import caddy_settings, media_types, nginx_settings
from gitpublish.media_types import Served


def headers(csp: str, framed: str = "", styled: str = "") -> str:
    """A ``_headers`` file, which goes with the site to Pages that read one.

    What lies in the folder *framed* may be framed, what lies in *styled* brings its style with it.
    """
    rules: dict[str, dict[str, str]] = {
        "/*": {**media_types.protections(csp), "Cache-Control": media_types.FRESH},
        **{f"/*{end}": {"Content-Type": media_types.type_of(f"x{end}")} for end in media_types.ends()},
    }
    for end in media_types.lasting():
        # Taken away first: two values would both be sent.
        rules[f"/*{end}"] |= {"! Cache-Control": "", "Cache-Control": media_types.LASTING}
    if framed:
        policy = media_types.protections(csp, framed=True)["Content-Security-Policy"]
        taken = {"! X-Frame-Options": "", "! Content-Security-Policy": ""}
        rules[f"/{framed}/*"] = {**taken, "Content-Security-Policy": policy}
    if styled:
        policy = media_types.protections(csp, styled=True)["Content-Security-Policy"]
        rules[f"/{styled}/*"] = {"! Content-Security-Policy": "", "Content-Security-Policy": policy}
    return "".join(
        f"{path}\n" + "".join(f"  {f'{name}: {value}' if value else name}\n" for name, value in given.items())
        for path, given in rules.items()
    )


FILES: Mapping[str, Callable[[Served], str]] = {
    "nginx.conf": nginx_settings.host,
    "nginx-folder.conf": nginx_settings.folder,
    "Caddyfile": caddy_settings.host,
    "Caddyfile-folder": caddy_settings.folder,
    "_headers": lambda site: headers(site.csp, site.framed, site.styled),
}
"""What is in ``deploy/``, by name."""
