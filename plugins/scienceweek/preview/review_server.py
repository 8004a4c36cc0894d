"""The page of drafts, on this computer only; what a person decides there is written at once."""

import ipaddress
import json
import secrets
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from scienceweek.desk.drafts import lines, marks
from scienceweek.desk.drafts.accepting import AcceptError, accepted, corrected, dropped
from scienceweek.desk.drafts.shelves import Shelves
from scienceweek.desk.drafts.undoing import Decision, Decisions, content
from scienceweek.desk.review.bands import Band, bands
from scienceweek.desk.review.page import SCRIPT, STYLE, copy, own, page

PAGE = "/review.html"
COPY = Path("output-review") / "review.html"
"""Where the page is kept as a file, from the project."""
_KINDS = {STYLE: "text/css", SCRIPT: "text/javascript"}
_LARGEST = 100_000


class ReviewServer(ThreadingHTTPServer):
    """Serves the drafts in *data*; texts are in *content*. Raises OSError where the *port* cannot be had."""

    daemon_threads = True

    def __init__(self, port: int, data: Path, content: Path) -> None:
        token = secrets.token_urlsafe(24)
        handler = partial(
            ReviewHandler, data=data, content=content, token=token, lock=Lock(), decisions=Decisions()
        )
        super().__init__(("127.0.0.1", port), handler)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_port}{PAGE}"


class ReviewHandler(BaseHTTPRequestHandler):
    """Answers one request. What would write needs the token of the page, which no other page can read."""

    def __init__(
        self, *arguments: object, data: Path, content: Path, token: str, lock: Lock, decisions: Decisions
    ) -> None:
        self.data, self.content, self.token, self.lock = data, content, token, lock
        self.decisions = decisions
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "请用本机的地址打开。")
        elif path in ("/", PAGE):
            try:
                self._send(HTTPStatus.OK, drawn(self.data, self.token, self.decisions), "text/html")
            except marks.MarksError as error:
                self._send(HTTPStatus.OK, str(error))
        elif path in _KINDS:
            self._send(HTTPStatus.OK, own(path), _KINDS[path])
        else:
            self._send(HTTPStatus.NOT_FOUND, "没有这一页。")

    def do_POST(self) -> None:
        given = self.headers.get("X-Review", "")
        if not self._is_ours() or not secrets.compare_digest(given.encode(), self.token.encode()):
            self._send(HTTPStatus.FORBIDDEN, "这一页旧了，请重新打开。")
            return
        try:
            answer = self._answer()
            with self.lock:
                told = self._decided(urlsplit(self.path).path, answer)
        except AcceptError as error:
            self._send(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        else:
            self._send(HTTPStatus.OK, told)

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> dict[str, str]:
        size = self.headers.get("Content-Length", "")
        try:
            if not size.isdecimal() or int(size) > _LARGEST:
                raise ValueError(size)
            found = json.loads(self.rfile.read(int(size)))
            return {str(key): str(value) for key, value in found.items()}
        except (ValueError, AttributeError):
            raise AcceptError("看不懂这个回答。请重新打开这一页。") from None

    def _decided(self, path: str, answer: dict[str, str]) -> str:
        if path == "/undo":
            return self.decisions.undo()
        before = content(self.data)
        told = self._done(path, answer)
        what = f"{answer.get('id', '')}/{answer.get('field', '')}"
        self.decisions.made.append(Decision.between(what, before, content(self.data)))
        return told

    def _done(self, path: str, answer: dict[str, str]) -> str:
        id, field = answer.get("id", ""), answer.get("field", "")
        match path:
            case "/accept":
                return accepted(self.data, self.content, id, field)
            case "/correct":
                return corrected(self.data, self.content, id, field, answer.get("value", ""))
            case "/drop":
                return dropped(self.data, id, field)
            case _:
                raise AcceptError("看不懂这个回答。请重新打开这一页。")

    def _is_ours(self) -> bool:
        """Whether somebody asks by an address of this machine: a name of elsewhere may have been led here."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    def _send(self, status: HTTPStatus, text: str, kind: str = "text/plain") -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header(
            "Content-Security-Policy", "default-src 'self'; img-src data:; style-src 'self' 'unsafe-inline'"
        )
        self.send_header("X-Frame-Options", "DENY")
        self.end_headers()
        self.wfile.write(content)


def drawn(data: Path, token: str, decisions: Decisions) -> str:
    """The page of the drafts in *data*. Raises MarksError."""
    return page(_drafts(data), token, can_undo=bool(decisions.made))


def written(data: Path) -> Path:
    """Writes the page of the drafts in *data* beside the site, where no build and no release takes it along. Raises MarksError, OSError."""
    path = data.parent / COPY
    path.parent.mkdir(exist_ok=True)
    path.write_text(copy(_drafts(data)), encoding="utf-8", newline="\n")
    return path


def _drafts(data: Path) -> dict[str, tuple[Band, ...]]:
    shelves = Shelves.of(data)
    there = marks.read_all(data)
    return {name: bands(several, lines.kept(data, name), shelves) for name, several in there.items()}
