"""Looking at drafts: the page is served until somebody stops it."""

import os
import sys
import webbrowser
from pathlib import Path

from scienceweek.desk.drafts.marks import MarksError
from scienceweek.preview.review_server import ReviewServer, written
from scienceweek.preview.session import can_open
from scienceweek.surroundings import why


def reviewed(port: int, data: Path, content: Path, *, opens: bool, serves: bool = True) -> int:
    """Writes the page of the drafts in *data*, and *serves* it on *port* until Ctrl+C; the exit status."""
    if not (is_written := _written(data)) or not serves:
        return 0 if is_written else 1
    try:
        server = ReviewServer(port, data, content)
    except (OSError, OverflowError) as error:
        reason = why(error) if isinstance(error, OSError) else "端口是 1 到 65535 的数"
        print(f"不能使用端口 {port}（{reason}）。请换一个：invoke review --port 8011", file=sys.stderr)
        return 1
    print(f"核对草稿：{server.address}\n看完按 Ctrl+C。", flush=True)
    if opens and can_open(os.environ, sys.platform, is_seen=sys.stdout.isatty()):
        webbrowser.open(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
        # The file is as the drafts are now.
        _written(data, tells=False)
    return 0


def _written(data: Path, *, tells: bool = True) -> bool:
    """Whether the page is a file now; where, is told."""
    try:
        path = written(data)
    except (MarksError, OSError) as error:
        reason = f"审阅页写不了（{why(error)}）" if isinstance(error, OSError) else str(error)
        print(reason, file=sys.stderr)
        return False
    if tells:
        print(f"审阅页也写在 {path}：只供内部，不在网站里。", flush=True)
    return True
