"""Serves the folder of the site, which every build replaces: it is looked up for each request."""

import ipaddress
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from scienceweek import links
from scienceweek.preview.mistakes_panel import notice, panel
from scienceweek.preview.served_page import EVENTS, SCRIPT, STYLE, Additions, bare, served
from scienceweek.preview.state import PreviewState

_OWN = {SCRIPT: "text/javascript", STYLE: "text/css"}
_PATIENCE = 15.0  # seconds after which whoever waits is told that we are still there
_TYPES = {
    ".atom": "application/atom+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves *output*, the site of *project*, as *state* has it. Raises OSError where the address cannot be had."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], output: Path, project: Path, state: PreviewState) -> None:
        handler: Callable[..., PreviewHandler] = partial(
            PreviewHandler, host=address[0], output=output, project=project, state=state
        )
        super().__init__(address, handler)

    def handle_error(self, *_: object) -> None:
        pass  # a reader who has left the page


class PreviewHandler(SimpleHTTPRequestHandler):
    """Answers one request."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | _TYPES

    def __init__(
        self, *arguments: object, host: str, output: Path, project: Path, state: PreviewState
    ) -> None:
        self.host, self.output, self.project, self.state = host, output, project, state
        super().__init__(*arguments, directory=str(output))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        path = urlsplit(self.path).path
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", "请用本机的地址打开。\n".encode())
        elif path == EVENTS:
            self._tell()
        elif path in _OWN:
            own = Path(__file__).with_name(path.rpartition("/")[2])
            self._send(HTTPStatus.OK, f"{_OWN[path]}; charset=utf-8", own.read_bytes())
        else:
            self._page()

    def _is_ours(self) -> bool:
        """Whether somebody asks by an address of this machine: a name of elsewhere may have been led here."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return host in ("", "localhost", self.host) or host.endswith(".local")
        return True

    def _page(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            file = file / links.HOME
        if file.suffix == ".html" and file.is_file():
            self._send_page(HTTPStatus.OK, file, base=False)
        elif file.exists():
            self._file()
        else:
            self._not_found()

    def _file(self) -> None:
        if self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def _not_found(self) -> None:
        file = self.output / links.NOT_FOUND
        if file.is_file():
            self._send_page(HTTPStatus.NOT_FOUND, file, base=True)
            return
        words = bare("还没有网站", "正在生成。做好以后，这一页自己打开。", self._added(base=False))
        self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", words)

    def list_directory(self, path: object) -> None:
        """A folder without a front page: nothing of it is listed, as on a server."""
        self._not_found()

    def _send_page(self, status: HTTPStatus, file: Path, *, base: bool) -> None:
        try:
            page = file.read_bytes()
        except OSError:  # a build has just put another folder there
            page = bare("请再试一次", "网站刚刚换了一版。", self._added(base=False))
        self._send(status, "text/html; charset=utf-8", served(page, self._added(base=base)))

    def _added(self, *, base: bool) -> Additions:
        number, outcome, good = self.state.now
        if outcome is None or outcome.is_good:
            return Additions(number, base=base)
        is_here = ipaddress.ip_address(self.client_address[0]).is_loopback
        shown = panel(outcome, good, self.project) if is_here else notice(outcome)
        return Additions(number, shown, base)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell(self) -> None:
        """Server-sent events (HTML §9.2): one with the number of the build as soon as it is another."""
        asked = parse_qs(urlsplit(self.path).query).get("build", ["0"])[0]
        known = int(asked) if asked.isdecimal() else 0
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        while True:
            number = self.state.wait(known, _PATIENCE)
            self.wfile.write(f"data: {number}\n\n".encode() if number != known else b":\n\n")
            if number != known:
                return
