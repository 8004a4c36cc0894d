"""Looking at drafts: the page is served until somebody stops it."""

import os
import sys
import webbrowser
from pathlib import Path

from scienceweek.preview.review_server import ReviewServer
from scienceweek.preview.session import can_open
from scienceweek.surroundings import why


def reviewed(port: int, data: Path, content: Path, *, opens: bool) -> int:
    """Serves the drafts in *data* on *port* until Ctrl+C; the exit status."""
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
    return 0
