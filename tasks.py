"""What one does with the site: `invoke --list`."""

import os
import subprocess
import sys
import threading
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from invoke import Context, Exit, task

ROOT = Path(__file__).parent
WATCHED = ("content", "data", "plugins", "theme", "pelicanconf.py")
REQUIREMENTS = ("site", "publish", "test")

# Whatever the machine's locale is: what is said is Chinese.
_SPOKEN = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@task
def check(context: Context) -> None:
    """检查数据和文章，列出全部问题 (every mistake in the data, at once)."""
    _python("-m", "scienceweek", "check")


@task(check)
def build(context: Context) -> None:
    """检查，然后生成网站到 output/ (check, then build the site)."""
    _python("-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors")


@task(help={"port": "端口 (port)", "host": "地址；0.0.0.0 可让同一网络的手机访问 (address)"})
def serve(context: Context, port: int = 8000, host: str = "127.0.0.1") -> None:
    """生成网站，在本机预览，内容改动后自动重新生成 (build, serve, rebuild on change)."""
    from watchfiles import watch

    _serve(host, port)
    print(f"预览 (preview): http://{host}:{port}/    停止 (stop): Ctrl-C", flush=True)
    _rebuild(context)
    for _changes in watch(
        *(ROOT / name for name in WATCHED if (ROOT / name).exists()), raise_interrupt=False
    ):
        _rebuild(context)


@task
def test(context: Context) -> None:
    """全部测试：代码规范、类型、分层、行为和覆盖率 (style, types, layers, behaviour, coverage)."""
    _python("tests/browser.py")
    _python("-m", "ruff", "check")
    _python("-m", "ruff", "format", "--check")
    _python("-m", "mypy")
    _script("lint-imports", "--no-logo")
    _script("biome", "ci", "--error-on-warnings")
    _script("djlint", "theme/templates", "--lint", "--quiet")
    _python("-m", "pytest", "-n", "2", "--dist", "worksteal", "--cov", "--cov-report", "term-missing")


@task
def test_slow(context: Context) -> None:
    """慢速测试：另需 Java、npm、nginx、rsync (what needs more of the machine)."""
    _python("tests/browser.py")
    _python("-m", "pytest", "-m", "slow")


@task(
    help={
        "activities": "活动数量；0 是本站自己的数据 (how many; 0: the site's own data)",
        "rounds": "每样几次",
    }
)
def bench(context: Context, activities: int = 1000, rounds: int = 3) -> None:
    """测量生成网站要多久 (how long a build takes)."""
    _python("bench/build.py", str(activities), "--rounds", str(rounds))


@task(
    help={
        "message": "这次改了什么；不写就由程序写一句 (what changed)",
        "wait": "推送以后最多等多少秒 (seconds to wait until it is live)",
    }
)
def send(context: Context, message: str = "", wait: int = 120) -> None:
    """检查、提交、合并别人的修改、推送，等到网站更新 (check, commit, pull, push, wait until it is live)."""
    _python("-m", "scienceweek", "send", "--wait", str(wait), *_given("--message", message))


@task(help={"to": "server、rsync、s3、pages 或 zip；不写就按 publishconf.py (where)"})
def publish(context: Context, to: str = "") -> None:
    """检查、生成、核对，发布到 publishconf.py 写的地方 (check, build, verify, publish)."""
    _python("-m", "scienceweek", "publish", *_given("--to", to))


@task(help={"number": "第几版；不写就是前一版 (which release)", "to": "同 publish (as for publish)"})
def rollback(context: Context, number: str = "", to: str = "") -> None:
    """退回更早的一版，不用重新生成 (back to an earlier release)."""
    _python("-m", "scienceweek", "rollback", *_given("--to", to), *_said(number))


@task(help={"to": "同 publish (as for publish)"})
def releases(context: Context, to: str = "") -> None:
    """列出还在的各版 (which releases there are)."""
    _python("-m", "scienceweek", "releases", *_given("--to", to))


@task(
    help={
        "path": "服务器的文件夹 (folder of a server)",
        "again": "已经发布过也重新生成 (build it again)",
        "lift": "退回时撤回的修改，也照原样发布 (also what a rollback took away)",
    }
)
def release(context: Context, path: str, again: bool = False, lift: bool = False) -> None:  # noqa: FBT001, FBT002 - flags
    """在服务器上发布最新的一次推送 (on a server: publish what was pushed last)."""
    options = (("--again", again), ("--lift", lift))
    _python("-m", "scienceweek", "release", path, *(option for option, wanted in options if wanted))


@task(
    help={
        "path": "服务器的文件夹；不写就是这个项目自己发布的 (folder of a server)",
        "most": "最近几次 (how many)",
    }
)
def problems(context: Context, path: str = "", most: int = 5) -> None:
    """列出发布失败的经过：谁的修改、提示、程序的详情 (publications that failed, with traces)."""
    _python("-m", "scienceweek", "problems", *_said(path), "--most", str(most))


@task(help={"path": "服务器的文件夹 (folder)", "url": "网站的地址 (address of the site)"})
def setup_server(context: Context, path: str, url: str = "", branch: str = "main") -> None:
    """在这台机器上设立接收 git push 并发布网站的服务器 (a server that publishes what is pushed)."""
    _python("-m", "scienceweek", "setup-server", path, "--url", url, "--branch", branch)


@task(help={"path": "服务器的文件夹 (folder)"})
def update_server(context: Context, path: str) -> None:
    """把服务器上的程序换成这里的，并重新发布 (give a server the program of this checkout)."""
    _python("-m", "scienceweek", "update-server", path)


@task
def deploy(context: Context) -> None:
    """重新生成 deploy/ 里的网页服务器设置 (settings for web servers)."""
    _python("-m", "scienceweek", "deploy")


@task
def geocode(context: Context) -> None:
    """给没有位置的基地和场地查位置，写进数据 (find positions that are missing)."""
    _python("-m", "scienceweek", "geocode")


@task
def schema(context: Context) -> None:
    """重新生成 data/schema/ 和 docs/fields.md (JSON Schema for editors, tables of fields)."""
    _python("-m", "scienceweek", "schema")


@task
def lock(context: Context) -> None:
    """重新锁定依赖的版本 (lock the requirements, with hashes)."""
    for name in REQUIREMENTS:
        _script(
            *("uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11"),
            *("--generate-hashes", "--only-binary", ":all:", "--no-emit-index-url"),
            *("--custom-compile-command", "invoke lock"),
            *(f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt"),
        )


def _said(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _given(option: str, value: str) -> tuple[str, ...]:
    return (option, value) if value else ()


def _python(*arguments: str) -> None:
    _run(sys.executable, *arguments)


def _script(name: str, *arguments: str) -> None:
    """Run a command that came with a package, from beside this Python."""
    _run(str(Path(sys.executable).with_name(name)), *arguments)


def _run(*command: str) -> None:
    """Run *command* in the project's folder; its status, if not 0, becomes ours.

    Not `context.run`: that decodes what passes through it, and Chinese would depend on the machine's locale.
    """
    status = subprocess.run(command, cwd=ROOT, env=os.environ | _SPOKEN, check=False).returncode
    if status:
        raise Exit(code=status if status > 0 else 128 - status)


def _rebuild(context: Context) -> None:
    """Check and build; after a mistake, go on with what stands."""
    try:
        check(context)
        build(context)
    except Exit:
        print(
            "网站保持原样，改好后会自动重新生成。(The site stays as it was until this is mended.)", flush=True
        )


def _serve(host: str, port: int) -> None:
    """Serve output/ beside what we do; it is looked up for each request, since a build puts another folder there."""
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(ROOT / "output"))

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # a reader who has left the page

    try:
        server = Server((host, port), Handler)
    except OSError as error:
        raise Exit(
            f"不能使用 {host}:{port}（{error.strerror}），请换一个端口：make serve PORT={port + 1}", code=1
        ) from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
