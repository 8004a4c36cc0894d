"""The verbs for those who keep a site: build it, and look at it while it changes."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scienceweek.command_line.parser import Parser, Verbs
from scienceweek.command_line.programs import python, run
from scienceweek.terminal import is_utf8

Build = Callable[[Path, Path], int]
"""Checks and builds the site of some content, as some settings say: the status."""


def add(verbs: Verbs, build_site: Build) -> None:
    """Adds them; *build_site* checks content and settings and builds the site."""
    build = verbs.add_parser(
        "build", help="检查，然后生成网站到 output/ (check, then build the site into output/)"
    )
    _project(build)
    build.add_argument(
        "--on",
        default="",
        metavar="WHERE",
        help="在哪里生成：local:4 是本机四个进程，dask://主机:8786 是几台机器，share:3/40:文件夹 只生成四十份里的第三份，shares:文件夹 把各份合成网站 (who builds: processes here, a Dask scheduler, or shares of a site in a folder)",
    )
    build.set_defaults(run=partial(_build, build_site))

    serve = verbs.add_parser(
        "serve",
        help="生成网站，在本机预览，存盘后网页自己刷新 (build, preview on this computer, reload on change)",
    )
    serve.add_argument("--port", type=int, default=8000, help="端口 (port)")
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        help="地址；0.0.0.0 可让同一网络的手机访问 (address; 0.0.0.0: for phones)",
    )
    serve.add_argument("--no-open", action="store_true", help="不打开浏览器 (open no browser)")
    _project(serve)
    serve.set_defaults(run=_serve)


def _project(verb: Parser) -> None:
    verb.add_argument("--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)")
    verb.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), help="网站的设置 (settings)")


def _build(build_site: Build, chosen: argparse.Namespace) -> int:
    content, settings = str(chosen.content), str(chosen.settings)
    if chosen.on:
        from scienceweek.cluster import ClusterError, crew_at
        from scienceweek.settings import ON

        try:
            crew_at(chosen.on)
        except ClusterError as error:
            sys.exit(str(error))
        os.environ[ON] = chosen.on
    if not is_utf8():
        # What a library opens without saying how is read as this Python was told to.
        words = ("-m", "scienceweek", "build", "--content", content, "--settings", settings)
        return run(python(*words), folder=Path.cwd())
    return build_site(chosen.content, chosen.settings)


def _serve(chosen: argparse.Namespace) -> int:
    from scienceweek.preview import PreviewWish, serve

    return serve(
        PreviewWish(
            Path.cwd(), chosen.content, chosen.settings, chosen.host, chosen.port, opens=not chosen.no_open
        )
    )
