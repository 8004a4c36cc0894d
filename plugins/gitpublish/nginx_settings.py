"""Settings of nginx: a host of its own, over TLS, or a folder of a host that has others."""

import re
from collections.abc import Iterable
from textwrap import indent

from gitpublish import media_types
from gitpublish.media_types import Served

_HOST = """\
# 网站的 nginx 设置，由 invoke deploy 生成，不要在这里手改类型和头。
# 放到 /etc/nginx/sites-available/。要改的只有 server_name、证书和 root；用 invoke deploy --folder … --url … --root … 生成就已经填好。
# 内网没有证书的：删去第一个 server；第二个里 443 ssl http2 改成 80，删去三行 ssl_ 和 Strict-Transport-Security 的各行。
# nginx 1.25.1 起会建议把 http2 另写一行，现在的写法照样能用。

server {{
    listen 80;
    listen [::]:80;
    server_name {host};
    server_tokens off;

    # 申请证书时要用。
    location /.well-known/acme-challenge/ {{
        root /var/www/html;
    }}
    location / {{
        return 301 https://$host$request_uri;
    }}
}}

server {{
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name {host};
    ssl_certificate /etc/ssl/{host}/fullchain.pem;
    ssl_certificate_key /etc/ssl/{host}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    # live 是一个链接，每次发布时换成新的网站；不要打开 open_file_cache。
    root {root};
    index index.html;
    server_tokens off;
    autoindex off;

{keeping}

{common}

    location / {{
        try_files $uri $uri/index.html =404;
    }}

    location ~* \\.({versioned})$ {{
{nested_fresh}
        try_files $uri =404;
    }}
    location ~* \\.({lasting})$ {{
{nested_lasting}
        try_files $uri =404;
    }}

{apart_host}    # 别的分支的预览：不让搜索引擎收录，不缓存。只想给单位里的人看，在这里加 allow 和 deny，或者 auth_basic。
    location ^~ /previews/ {{
        root {base};
{unlisted}

        location ~ (^|/)\\.|\\.gz$ {{
            return 404;
        }}
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

_FOLDER = """\
# 网站放在现有主机的 {path}/ 下面：由 invoke deploy 生成，不要在这里手改类型和头。
# 放到 /etc/nginx/snippets/，在那个主机的 server {{ … }} 里写一行：include snippets/nginx-folder.conf;
# 换文件夹、换位置：invoke deploy --folder … --url https://主机/文件夹 --root 网站的位置。主机自己的 add_header 在这里不起作用，
# 证书和 Strict-Transport-Security 由主机决定。

{keeping}

location = {path} {{
    return 301 {path}/$is_args$args;
}}

location ^~ {path}/ {{
    # live 是一个链接，每次发布时换成新的网站；不要打开 open_file_cache。
    alias {root}/;
    index index.html;
    autoindex off;
    error_page 403 404 =404 {path}/404.html;

{common}

    location ~* ^{pattern}/(.+\\.(?:{versioned}))$ {{
        alias {root}/$1;
{nested_fresh}
    }}
    location ~* ^{pattern}/(.+\\.(?:{lasting}))$ {{
        alias {root}/$1;
{nested_lasting}
    }}

{apart_folder}    # 别的分支的预览：不让搜索引擎收录，不缓存。只想给单位里的人看，在这里加 allow 和 deny，或者 auth_basic。
    location ^~ {path}/previews/ {{
        alias {base}/previews/;
{unlisted}

        location ~ /\\.|\\.gz$ {{
            return 404;
        }}
    }}

    # 压缩文件只给服务器自己用；点开头的文件不公开。
    location ~ /\\.|\\.gz$ {{
        return 404;
    }}
}}
"""

# A folder whose pages have protections of their own; their packed twins are not for readers there either.
_SET_APART = """\
    # 这个文件夹里的网页，{why}。
    location ^~ {path}/{folder}/ {{
{place}
{headers}
        add_header Cache-Control "{fresh}" always;

        location ~ (^|/)\\.|\\.gz$ {{
            return 404;
        }}
    }}

"""

_COMMON = """\
    charset utf-8;
    charset_types text/css text/csv text/calendar text/javascript text/plain;
    types {{
{types}
    }}
    default_type {other};

    # 现成的压缩文件和原文件放在一起，直接发送。
    gzip_static on;
    gzip_vary on;

{headers}
    add_header Cache-Control "{fresh}" always;"""


# Where it is set in a location, nginx would forget what else the location says.
_KEEPING = f"""\
# 网页里样式、脚本、图片的地址带着内容的摘要（?v=…）：内容一变，地址就变，浏览器不用再问。
set $keep_fresh "{media_types.FRESH}";
set $keep_lasting "{media_types.LASTING}";
if ($arg_v) {{
    set $keep_fresh "{media_types.FOREVER}";
    set $keep_lasting "{media_types.FOREVER}";
}}"""


def host(site: Served) -> str:
    """Server blocks for *site*, which has a host to itself."""
    secure = {"Strict-Transport-Security": media_types.SECURE}
    return _filled(_HOST, site, indent(_KEEPING, "    "), {**media_types.protections(site.csp), **secure})


def folder(site: Served) -> str:
    """Locations for *site* in the folder *path* of a host that has others: to be included in its server block."""
    return _filled(_FOLDER, site, _KEEPING, media_types.protections(site.csp))


def _filled(form: str, site: Served, keeping: str, headers: dict[str, str]) -> str:
    lines = "\n".join(f'    add_header {name} "{value}" always;' for name, value in headers.items())
    common = _COMMON.format(
        types="\n".join(
            f"        {type:<24} {' '.join(ends)};" for type, ends in media_types.by_type().items()
        ),
        other=media_types.OTHER,
        headers=lines,
        fresh=media_types.FRESH,
    )
    # A location with headers of its own inherits none.
    inner = lines.replace("    add_header", "        add_header")
    unlisted = "\n".join(
        f'        add_header {name} "{value}" always;'
        for name, value in {**headers, **media_types.UNLISTED}.items()
    )
    return form.format(
        apart_host=_set_apart(site, headers),
        apart_folder=_set_apart(site, headers, site.path),
        root=site.root,
        base=site.base,
        unlisted=unlisted,
        host=site.host,
        path=site.path,
        pattern=re.escape(site.path),
        common=common,
        keeping=keeping,
        nested_fresh=f"{inner}\n        add_header Cache-Control $keep_fresh always;",
        nested_lasting=f"{inner}\n        add_header Cache-Control $keep_lasting always;",
        versioned=_alternatives(end for end in media_types.VERSIONED if end not in media_types.lasting()),
        lasting=_alternatives(media_types.lasting()),
    )


def _set_apart(site: Served, headers: dict[str, str], path: str = "") -> str:
    """The locations of the folders whose pages have protections of their own, of a host or, with *path*, in a folder of one."""
    return "".join(
        _SET_APART.format(
            why=why,
            path=path,
            folder=folder,
            place=f"        alias {site.root}/{folder}/;" if path else "        try_files $uri =404;",
            headers="\n".join(
                f'        add_header {name} "{value}" always;' for name, value in given.items()
            ),
            fresh=media_types.FRESH,
        )
        for folder, why, own in media_types.set_apart(site)
        for given in [
            {name: value for name, value in headers.items() if name not in media_types.protections(site.csp)}
            | own
        ]
    )


def _alternatives(ends: Iterable[str]) -> str:
    return "|".join(end.removeprefix(".") for end in ends)
