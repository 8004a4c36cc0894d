"""A session of the preview: serve, open the browser, build, and build again whenever something changes."""

import os
import sys
import threading
import webbrowser
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from scienceweek import links
from scienceweek.preview.outcome import PreviewOutcome
from scienceweek.preview.rebuild import outcome, rebuild
from scienceweek.preview.server import PreviewServer
from scienceweek.preview.standby_builder import CAN_STAND_BY, StandbyBuilder
from scienceweek.preview.state import PreviewState
from scienceweek.settings import Settings, SettingsError, written
from scienceweek.surroundings import why

_PROGRAM = Path(__file__).resolve().parents[3]
_HIGHEST = 65_535
_PULSE = 500  # milliseconds
_STEP = 20  # ms in which nothing more has changed: an editor writes in several steps


@dataclass(frozen=True, slots=True)
class PreviewWish:
    """What is to be previewed, and where: *content* and *settings* of the *project*, at *host* and *port*."""

    project: Path
    content: Path = Path("content")
    settings: Path = Path("pelicanconf.py")
    host: str = "127.0.0.1"
    port: int = 8000
    opens: bool = True

    @property
    def address(self) -> str:
        """Where a browser on this computer finds it."""
        host = "127.0.0.1" if self.host in ("", "0.0.0.0", "::") else self.host  # noqa: S104 - as somebody wrote it
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def serve(wish: PreviewWish) -> int:
    """Previews until it is stopped; 1 if the address cannot be had."""
    from watchfiles import watch

    output = _output(wish)
    state = PreviewState(_built(output))
    try:
        server = PreviewServer((wish.host, wish.port), output, wish.project, state)
    except (OSError, OverflowError) as error:
        print(_refused(wish, error), file=sys.stderr)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _say(f"预览 (preview): {wish.address}    停止 (stop): Ctrl-C")
    changes = watch(*_watched(wish), yield_on_timeout=True, rust_timeout=_PULSE, step=_STEP)
    builder = StandbyBuilder(wish.project, wish.content, wish.settings)
    try:
        next(changes)  # from now on nothing is missed, what changes during a build neither
        state.tell(_rebuilt(wish, builder))
        if wish.opens and can_open(os.environ, sys.platform, is_seen=sys.stdout.isatty()):
            webbrowser.open(wish.address)
        for some in changes:
            if some:
                if any(_is_program(Path(path), wish) for _, path in some):
                    builder.end()
                state.tell(_rebuilt(wish, builder))
    except (KeyboardInterrupt, StopIteration):
        pass
    finally:
        # Said first: whoever started this may not wait until the last reader has gone.
        _say("预览已停止。(The preview has stopped.)")
        builder.end()
        server.shutdown()
        server.server_close()
    return 0


def can_open(environment: "os._Environ[str] | dict[str, str]", platform: str, *, is_seen: bool) -> bool:
    """Whether a browser that is opened appears before whoever runs this: not through ssh, nor where there is no screen."""
    if not is_seen or "SSH_CONNECTION" in environment or "CI" in environment:
        return False
    return platform in ("win32", "darwin") or bool(
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    )


def _rebuilt(wish: PreviewWish, builder: StandbyBuilder) -> PreviewOutcome:
    if CAN_STAND_BY and (answer := builder.build()):
        return outcome(answer, _say)
    return rebuild(wish.project, wish.content, wish.settings, _say)


def _is_program(path: Path, wish: PreviewWish) -> bool:
    """Whether what lies at *path* is read once by a process: the program, a theme, the settings."""
    return any(path.is_relative_to(one) for one in _there(wish, _program(wish)))


def _output(wish: PreviewWish) -> Path:
    """Where builds put the site; where the settings cannot be read, the usual place, and the first build tells why."""
    try:
        found = written(wish.project / wish.settings)
    except SettingsError:
        found = {}
    return wish.project / str(found.get("OUTPUT_PATH", "output"))


def _watched(wish: PreviewWish) -> Iterable[Path]:
    """What a build is made from: settings, facts, texts, and the program with its theme, wherever they lie."""
    try:
        data = Settings.of(written(wish.project / wish.settings).get("SCIENCEWEEK", {})).data
    except SettingsError:
        data = Path("data")
    return _there(wish, [wish.content, data, *_program(wish)])


def _program(wish: PreviewWish) -> Iterable[Path]:
    try:
        found = written(wish.project / wish.settings)
    except SettingsError:
        found = {}
    theme = [Path(str(found["THEME"]))] if "THEME" in found else []
    return [wish.settings, *theme, _PROGRAM / "plugins", _PROGRAM / "theme"]


def _there(wish: PreviewWish, some: Iterable[Path]) -> tuple[Path, ...]:
    there = (wish.project / path for path in some)
    return tuple(dict.fromkeys(path.resolve() for path in there if path.exists()))


def _built(output: Path) -> datetime | None:
    """When the site was built that is there from before."""
    try:
        changed = (output / links.HOME).stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(changed, ZoneInfo("Asia/Shanghai"))


def _refused(wish: PreviewWish, error: Exception) -> str:
    other = wish.port + 1 if 0 < wish.port < _HIGHEST else 8001
    reason = why(error) if isinstance(error, OSError) else "端口是 1 到 65535 的数"
    return f"不能使用 {wish.host}:{wish.port}（{reason}）。请换一个端口：invoke serve --port {other}，或 make serve PORT={other}"


def _say(message: str) -> None:
    print(message, flush=True)
