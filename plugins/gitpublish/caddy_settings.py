"""Settings of Caddy: a host of its own, or a folder of a host that has others. It fetches its certificate by itself."""

from gitpublish import media_types
from gitpublish.media_types import Served

_HOST = """\
# 网站的 Caddy 设置，由 invoke deploy 生成，不要在这里手改类型和头。
# 要改的只有地址和 root；用 invoke deploy --folder … --url … --root … 生成就已经填好。证书由 Caddy 自己申请，http2、IPv6 不用写。
# 单位自己的证书：在第一个花括号里加一行 tls 证书文件 私钥文件。内网没有证书的：地址前面写 http://，删去 Strict-Transport-Security。

{host} {{
\troot * {root}

{hidden}

{headers}
\theader Strict-Transport-Security "{secure}"

\t# 别的分支的预览：不让搜索引擎收录，不缓存。
\thandle /previews/* {{
\t\t@private path_regexp (^|/)\\.|\\.gz$
\t\terror @private 404
\t\troot * {base}
{unlisted}
\t\tfile_server {{
\t\t\tprecompressed gzip
\t\t}}
\t}}

\tfile_server {{
\t\tprecompressed gzip
\t}}

\thandle_errors {{
\t\theader Cache-Control "{fresh}"
\t\trewrite * /404.html
\t\tfile_server
\t}}
}}
"""

_FOLDER = """\
# 网站放在现有主机的 {path}/ 下面：由 invoke deploy 生成，不要在这里手改类型和头。
# 在那个主机的花括号里写一行：import Caddyfile-folder。证书和 Strict-Transport-Security 由主机决定。
# 换文件夹、换位置：invoke deploy --folder … --url https://主机/文件夹 --root 网站的位置。

redir {path} {path}/ 308

handle_path {path}/* {{
\troot * {root}

{headers}

\t# 别的分支的预览：不让搜索引擎收录，不缓存。
\thandle /previews/* {{
\t\t@private path_regexp (^|/)\\.|\\.gz$
\t\terror @private 404
\t\troot * {base}
{unlisted}
\t\tfile_server {{
\t\t\tprecompressed gzip
\t\t}}
\t}}

\t@unlisted path_regexp (^|/)\\.|\\.gz$
\t@missing not file {{path}} {{path}}/index.html
\thandle @unlisted {{
\t\theader Cache-Control "{fresh}"
\t\trewrite * /404.html
\t\tfile_server {{
\t\t\tstatus 404
\t\t}}
\t}}
\thandle @missing {{
\t\theader Cache-Control "{fresh}"
\t\trewrite * /404.html
\t\tfile_server {{
\t\t\tstatus 404
\t\t}}
\t}}
\thandle {{
\t\tfile_server {{
\t\t\tprecompressed gzip
\t\t}}
\t}}
}}
"""

# What is taken away waits for the answer, and with it all of its block: it has a line of its own. Of two lines for one
# header, the one for some files comes first, so each file has but one.
_HEADERS = """\
{protections}
\theader -Server

\t# 地址里带着内容的摘要（?v=…）：内容一变，地址就变，浏览器不用再问。
\t@versioned {{
\t\tpath {versioned}
\t\tquery v=*
\t}}
\theader @versioned Cache-Control "{forever}"
\t@lasting {{
\t\tpath {lasting}
\t\tnot query v=*
\t}}
\theader @lasting Cache-Control "{kept}"
\t@fresh {{
\t\tnot path {lasting}
\t\tnot {{
\t\t\tpath {versioned}
\t\t\tquery v=*
\t\t}}
\t}}
\theader @fresh Cache-Control "{fresh}"

{types}"""

_HIDDEN = """\
\t@hidden path_regexp (^|/)\\.|\\.gz$
\terror @hidden 404"""


def host(site: Served) -> str:
    """A site block for *site*, which has a host to itself."""
    return _HOST.format(
        host=site.host,
        root=site.root,
        base=site.base,
        unlisted=_unlisted(),
        hidden=_HIDDEN,
        headers=_headers(site),
        secure=media_types.SECURE,
        fresh=media_types.FRESH,
    )


def folder(site: Served) -> str:
    """Directives for *site* in the folder *path* of a host that has others: to be imported into its site block."""
    form = _FOLDER.replace("{{path}}", "{{{{path}}}}")
    given = {"path": site.path, "root": site.root, "base": site.base, "unlisted": _unlisted()}
    return form.format(**given, headers=_headers(site), fresh=media_types.FRESH).replace("{{path}}", "{path}")


def _unlisted() -> str:
    return "\n".join(f'\t\theader {name} "{value}"' for name, value in media_types.UNLISTED.items())


def _protections(site: Served) -> str:
    """Those of every answer, and those of the folders whose pages have their own."""
    apart = media_types.set_apart(site)
    if not apart:
        return _block("", media_types.protections(site.csp))
    blocks = [
        f"\t# 这个文件夹里的网页，{why}。\n\t@{folder} path /{folder}/*\n{_block(f'@{folder} ', own)}"
        for folder, why, own in apart
    ]
    folders = " ".join(f"/{folder}/*" for folder, _, _ in apart)
    others = f"\t@others not path {folders}\n{_block('@others ', media_types.protections(site.csp))}"
    return "\n".join((*blocks, others))


def _block(matcher: str, headers: dict[str, str]) -> str:
    lines = "".join(f'\t\t{name} "{value}"\n' for name, value in headers.items())
    return f"\theader {matcher}{{\n{lines}\t}}"


def _headers(site: Served) -> str:
    return _HEADERS.format(
        protections=_protections(site),
        types="\n".join(
            f"\t@{end.removeprefix('.')} path *{end}\n"
            f'\theader @{end.removeprefix(".")} Content-Type "{media_types.type_of(f"x{end}")}"'
            for end in media_types.ends()
        ),
        fresh=media_types.FRESH,
        kept=media_types.LASTING,
        forever=media_types.FOREVER,
        versioned=" ".join(f"*{end}" for end in media_types.VERSIONED),
        lasting=" ".join(f"*{end}" for end in media_types.lasting()),
    )
