"""Web servers of our own, on ports that are free, with a certificate of an authority of our own."""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from scienceweek.formats.ground import Ground, csp

HOST = "kepu.test.cn"
POLICY = f"{csp(Ground())}; frame-ancestors 'none'"
FRAMED = f"{csp(Ground())}; frame-ancestors *"


def lay_out(folder: Path) -> Path:
    """A release, and the link to it."""
    tree = folder / "releases" / "1"
    for inner in ("bases", "assets", "embed/bases", "send"):
        (tree / inner).mkdir(parents=True)
    pages = {
        "index.html": "首页",
        "404.html": "没有",
        "bases/a.html": "基地",
        "bases/a.ics": "BEGIN:VCALENDAR",
        "assets/site.css": "b{}",
        "embed/bases/a.html": "嵌入",
        "send/a.html": "转发",
    }
    for path, text in pages.items():
        (tree / path).write_text(text, encoding="utf-8")
    (tree / "x.png").write_bytes(b"x")
    (tree / "bases/a.html.gz").write_bytes(b"packed")
    (tree / ".secret").write_text("x")
    (folder / "live").symlink_to("releases/1")
    return folder / "live"


def assert_framed(answer: "Answer") -> None:
    """Anybody may show in a page of theirs what was answered."""
    status, headers, text = answer
    assert (status, text) == (200, "嵌入")
    assert headers["Content-Security-Policy"] == FRAMED
    assert "X-Frame-Options" not in headers
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-cache", "nosniff")


def assert_styled(answer: "Answer") -> None:
    """What was answered may bring its style with it, and is in nobody's frame."""
    status, headers, text = answer
    assert (status, text) == (200, "转发")
    assert "style-src 'self' 'unsafe-inline';" in headers["Content-Security-Policy"]
    assert (headers["X-Frame-Options"], headers["Cache-Control"]) == ("DENY", "no-cache")


Answer = tuple[int, dict[str, str], str]


def asked(connection: http.client.HTTPConnection, path: str, **headers: str) -> Answer:
    with closing(connection):
        connection.request("GET", path, headers={"Host": HOST, **headers})
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read().decode()


def kept(ask: Callable[[str], Answer], root: str = "") -> dict[str, tuple[int, str]]:
    """What a browser is told, under *root*, of how long it may keep files of each kind: with a digest in the address and without."""
    paths = ("/assets/site.css", "/x.png", "/bases/a.html", "/assets/gone.css")
    answers = {path: ask(root + path) for one in paths for path in (one, f"{one}?v=0a1b2c3d")}
    return {path: (status, headers["Cache-Control"]) for path, (status, headers, _) in answers.items()}


KEPT = {
    "/assets/site.css": (200, "no-cache"),
    "/assets/site.css?v=0a1b2c3d": (200, "public, max-age=31536000, immutable"),
    "/x.png": (200, "public, max-age=86400"),
    "/x.png?v=0a1b2c3d": (200, "public, max-age=31536000, immutable"),
    "/bases/a.html": (200, "no-cache"),
    "/bases/a.html?v=0a1b2c3d": (200, "no-cache"),
    "/assets/gone.css": (404, "no-cache"),
    "/assets/gone.css?v=0a1b2c3d": (404, "no-cache"),
}
"""What has a digest in its address is kept for good, what is missing never."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def without_tls(settings: str) -> str:
    """*settings* of nginx as their own head says to change them where there is no certificate."""
    head, first, second = settings.partition("server {")[0], *settings.split("server {")[1:]
    assert "301 https" in first
    lines = f"{head}server {{{second}".replace("443 ssl http2", "80").splitlines()
    kept = [line for line in lines if "    ssl_" not in line and "Strict-Transport-Security" not in line]
    return re.sub(r"    listen \[::\]:80;\n", "", "\n".join(kept))


def certify(folder: Path, host: str) -> Path:
    """The certificate of a test authority; *folder* then holds one of *host* that it has signed, with its key."""
    folder.mkdir(parents=True)
    name = f"/CN={host}"
    plain = ("-newkey", "rsa:2048", "-nodes", "-days", "2")

    def run(*command: str) -> None:
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)

    authority = ("-x509", *plain, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=authority of a test")
    run("req", *authority)
    run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "privkey.pem", "-out", "asked", "-subj", name)
    (folder / "names").write_text(f"subjectAltName=DNS:{host}\n")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-days", "2")
    run("x509", "-req", "-in", "asked", *signed, "-out", "fullchain.pem")
    return folder / "ca.pem"


def secured(port: int, trusting: ssl.SSLContext, address: str = "127.0.0.1") -> http.client.HTTPSConnection:
    connection = http.client.HTTPSConnection(HOST, port, context=trusting)
    connection.sock = trusting.wrap_socket(socket.create_connection((address, port)), server_hostname=HOST)
    return connection


@contextmanager
def nginx(folder: Path, settings: str, port: int) -> Iterator[None]:
    """An nginx with the server blocks *settings*, of which one listens at *port*; `nginx -t` has found them good."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    assert program, "apt-get install nginx-light"
    paths = "".join(
        f"{kind}_temp_path {folder};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = (
        f"pid {folder}/pid; error_log {folder}/error.log; worker_processes 2; daemon off;\n"
        f"events {{ worker_connections 256; }}\nhttp {{ access_log off; {paths}{settings}}}\n"
    )
    for above in (folder, *folder.parents):
        if above == Path(tempfile.gettempdir()):
            break
        above.chmod(0o755)  # the workers are nobody
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    command = [program, "-c", folder / "nginx.conf", "-p", folder]
    tried = subprocess.run([*command, "-t"], capture_output=True, check=False, text=True)
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr, tried.stderr
    with _running(command, port):
        yield


@contextmanager
def caddy(folder: Path, settings: str, port: int) -> Iterator[None]:
    """A Caddy with *settings*, of which one listens at *port*."""
    program = shutil.which("caddy")
    assert program, "apt-get install caddy"
    (folder / "Caddyfile").write_text(settings, encoding="utf-8")
    with _running([program, "run", "--config", "Caddyfile"], port, folder):
        yield


@contextmanager
def _running(command: list[object], port: int, folder: Path | None = None) -> Iterator[None]:
    home = {"HOME": str(folder)} if folder else {}
    process = subprocess.Popen(
        [str(word) for word in command], cwd=folder, env={**os.environ, **home}, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            try:
                with socket.create_connection(("127.0.0.1", port)):
                    break
            except ConnectionRefusedError:
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()
