"""What has a server look after itself: units of systemd, or lines for cron where there is none.

Both run `converge` twice a minute or more, which knows by itself what is missing and what day it is in China; the zone of the
machine is not asked. The units are in the folder "upkeep" of the server: to put them where systemd reads them takes root, so whoever may not is told
the command. A crontab is the account's own.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from gitpublish.messages import Say
from gitpublish.server import Server

WRITTEN = "written"
"""Nothing is started: the files are written, and that is all."""

_UNITS = Path("/etc/systemd/system")
_SYSTEMD = Path("/run/systemd/system")  # is there if systemd runs the machine: sd_booted(3)
_ENDINGS = ("service", "timer", "path")
_CRONTAB = "crontab"


def look_after(server: Server, say: Say, start: str) -> None:
    """Writes what has *server* look after itself, and starts it as far as this account may; *start* may be `WRITTEN`."""
    folder = server.root / "upkeep"
    folder.mkdir(mode=0o755, exist_ok=True)
    written = files(server)
    for old in folder.iterdir():
        if old.name not in written:
            old.unlink()  # of where the server lay before
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    if start == WRITTEN:
        return
    systemd = _SYSTEMD.is_dir()
    command = _installation(server)
    if systemd and os.geteuid() == 0:
        subprocess.run(["sh", "-c", command], check=False)
        say("服务器会自己补发没有发布成的推送，每天零点（中国时间）重新生成一次（systemd）。")
        return
    scheduled = shutil.which(_CRONTAB) is not None and _schedule(server)
    if scheduled:
        say("服务器会自己补发没有发布成的推送，每天零点（中国时间）重新生成一次（cron）。")
    if systemd:
        say(f"请管理员用 root 运行一次，由 systemd 照看网站：{command}")
    elif not scheduled:
        say(f"这台机器没有 systemd 和 cron，服务器不会自己补发。请每分钟运行一次：{_line(server)}")


def files(server: Server) -> dict[str, str]:
    """The units and the crontab by their names in ``upkeep/``."""
    name = unit(server)
    texts = {"service": _service, "timer": _timer, "path": _path}
    units = {f"{name}.{ending}": texts[ending](server) for ending in _ENDINGS}
    return {**units, _CRONTAB: "".join(f"{line}\n" for line in _lines(server))}


def unit(server: Server) -> str:
    """The name of its units, its own among all on the machine."""
    return f"{server.program.module}-{re.sub('[^0-9A-Za-z]+', '-', str(server.root)).strip('-')}"


def _service(server: Server) -> str:
    modules = server.root / "program" / server.program.modules
    # By env: systemd takes the first word as it stands, whatever signs are in it.
    command = ("/usr/bin/env", str(server.root / "program" / "python"), *_command(server))
    return f"""\
# 由 invoke setup-server 写入，请勿手改。
[Unit]
Description={_plain(f"网站 {server.root} 自己补发、每天重新生成")}
# A path and a timer may ask at the same moment, and often.
StartLimitIntervalSec=0

[Service]
Type=oneshot
User={server.account}
UMask=0022
Environment={_word(f"PYTHONPATH={modules}")} PYTHONUTF8=1
ExecStart={" ".join(map(_word, command)).replace("$", "$$")}
Nice=5
NoNewPrivileges=yes
ProtectSystem=full
"""


def _timer(server: Server) -> str:
    return f"""\
# 由 invoke setup-server 写入，请勿手改。
[Unit]
Description={_plain(f"网站 {server.root}：每 20 秒看一次")}

[Timer]
OnActiveSec=5s
OnUnitInactiveSec=20s
AccuracySec=1s

[Install]
WantedBy=timers.target
"""


def _path(server: Server) -> str:
    return f"""\
# 由 invoke setup-server 写入，请勿手改。
[Unit]
Description={_plain(f"网站 {server.root}：有新的推送，或撤回取消了")}

[Path]
PathChanged={_plain(str(server.repository.reference(server.branch)))}
PathChanged={_plain(str(server.held))}

[Install]
WantedBy=paths.target
"""


def _installation(server: Server) -> str:
    """What root runs."""
    folder, name = server.root / "upkeep", unit(server)
    units = " ".join(shlex.quote(str(folder / f"{name}.{ending}")) for ending in _ENDINGS)
    return (
        f"cp {units} {_UNITS}/ && systemctl daemon-reload && systemctl enable --now {name}.timer {name}.path"
    )


def _schedule(server: Server) -> bool:
    """Puts its lines into the crontab of this account, in the place of earlier ones; whether that was possible."""
    known = subprocess.run([_CRONTAB, "-l"], capture_output=True, check=False, text=True)
    mark = f"# {unit(server)}"
    others = [line for line in known.stdout.splitlines() if not line.endswith(mark)]
    text = "".join(f"{line}\n" for line in (*others, *_lines(server)))
    return subprocess.run([_CRONTAB, "-"], input=text, check=False, text=True).returncode == 0


def _lines(server: Server) -> Iterator[str]:
    """For cron: twice a minute."""
    command = _line(server).replace("%", r"\%")
    for pause in ("", "sleep 30; "):
        yield f"* * * * * {pause}{command} >/dev/null 2>&1 # {unit(server)}"


def _line(server: Server) -> str:
    """The command, for a shell."""
    modules = shlex.quote(str(server.root / "program" / server.program.modules))
    command = (str(server.root / "program" / "python"), *_command(server))
    return f"umask 022; PYTHONPATH={modules} PYTHONUTF8=1 {shlex.join(command)}"


def _command(server: Server) -> tuple[str, ...]:
    return (*server.program.command("converge"), str(server.root))


def _plain(text: str) -> str:
    """*text* as systemd takes a whole line: only % means something."""
    return text.replace("%", "%%")


def _word(text: str) -> str:
    """*text* as a word of a line, in quotes: systemd.syntax(7)."""
    quoted = _plain(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
