"""Settings of web servers for the site, all from one table: ``deploy/nginx.conf``, ``Caddyfile`` and ``_headers``."""

from collections.abc import Callable, Mapping

from gitpublish import media_types

_NGINX = """\
# 网站的 nginx 设置，由 invoke deploy 生成，不要在这里手改。
# 放到 /etc/nginx/sites-available/，改三处：listen、server_name、root。

server {{
    listen 80;
    server_name kepu.example.gov.cn;

    # live 是一个链接，每次发布时换成新的网站；不要打开 open_file_cache。
    root {root};
    index index.html;
    charset utf-8;
    charset_types text/css text/csv text/calendar text/javascript text/plain;
    server_tokens off;
    autoindex off;

    types {{
{types}
    }}
    default_type {other};

    # 现成的压缩文件和原文件放在一起，直接发送。
    gzip_static on;
    gzip_vary on;

{headers}
    add_header Cache-Control "{fresh}" always;

    location / {{
        try_files $uri $uri/index.html =404;
    }}

    location ~* \\.({lasting})$ {{
{nested}
        add_header Cache-Control "{kept}" always;
        try_files $uri =404;
    }}

    # 压缩文件只给服务器自己用；点开头的文件不公开。
    location ~ (^|/)\\.|\\.gz$ {{
        return 404;
    }}

    error_page 404 /404.html;
    location = /404.html {{
        internal;
    }}
}}
"""

_CADDY = """\
# 网站的 Caddy 设置，由 invoke deploy 生成。改两处：地址、root。

kepu.example.gov.cn {{
\troot * {root}

\t@hidden path_regexp (^|/)\\.|\\.gz$
\terror @hidden 404

\theader {{
{headers}
\t\tCache-Control "{fresh}"
\t\t-Server
\t}}

\t@lasting path {lasting}
\theader @lasting Cache-Control "{kept}"

{types}

\tfile_server {{
\t\tprecompressed gzip
\t}}

\thandle_errors {{
\t\trewrite * /404.html
\t\tfile_server
\t}}
}}
"""


def nginx(csp: str, root: str) -> str:
    """A server block for the site at *root*; *csp* is the policy of its pages."""
    protections = media_types.protections(csp)
    lines = "\n".join(f'    add_header {name} "{value}" always;' for name, value in protections.items())
    return _NGINX.format(
        root=root,
        types="\n".join(f"        {type:<24} {' '.join(ends)};" for type, ends in _by_type().items()),
        other=media_types.OTHER,
        headers=lines,
        # A location with headers of its own inherits none.
        nested=lines.replace("    add_header", "        add_header"),
        fresh=media_types.FRESH,
        kept=media_types.LASTING,
        lasting="|".join(end.removeprefix(".") for end in _lasting()),
    )


def caddy(csp: str, root: str) -> str:
    """A site block of a Caddyfile, likewise."""
    return _CADDY.format(
        root=root,
        headers="\n".join(f'\t\t{name} "{value}"' for name, value in media_types.protections(csp).items()),
        types="\n".join(
            f'\t@{end.removeprefix(".")} path *{end}\n\theader @{end.removeprefix(".")} Content-Type "{media_types.type_of(f"x{end}")}"'
            for end in _ends()
        ),
        fresh=media_types.FRESH,
        kept=media_types.LASTING,
        lasting=" ".join(f"*{end}" for end in _lasting()),
    )


def headers(csp: str) -> str:
    """A ``_headers`` file, which goes with the site to Pages that read one."""
    rules: dict[str, dict[str, str]] = {
        "/*": {**media_types.protections(csp), "Cache-Control": media_types.FRESH},
        **{f"/*{end}": {"Content-Type": media_types.type_of(f"x{end}")} for end in _ends()},
    }
    for end in _lasting():
        # Taken away first: two values would both be sent.
        rules[f"/*{end}"] |= {"! Cache-Control": "", "Cache-Control": media_types.LASTING}
    return "".join(
        f"{path}\n" + "".join(f"  {f'{name}: {value}' if value else name}\n" for name, value in given.items())
        for path, given in rules.items()
    )


FILES: Mapping[str, Callable[[str, str], str]] = {
    "nginx.conf": nginx,
    "Caddyfile": caddy,
    "_headers": lambda csp, _: headers(csp),
}
"""What is in ``deploy/``, by name; of the policy, and of where the site lies."""


def _ends() -> list[str]:
    return sorted(media_types.TYPES)


def _lasting() -> list[str]:
    return [end for end in _ends() if media_types.keeping(end) == media_types.LASTING]


def _by_type() -> dict[str, list[str]]:
    types: dict[str, list[str]] = {}
    for end in _ends():
        types.setdefault(media_types.TYPES[end], []).append(end.removeprefix("."))
    return types
