"""The site on another machine, by rsync over ssh, or in another folder of this one.

There too releases lie side by side, unchanged files shared, and a link is swapped.
"""

import shlex
import subprocess
from collections.abc import Mapping
from typing import Any

from gitpublish.delivered_site import Parcel, asked
from gitpublish.messages import Failed, Say

NEEDS = ("to", "deploy@kepu.example.gov.cn:/srv/kepu")
_KEPT = 5  # releases over there
_TIMES = ("--times", "--recursive", "--chmod=D755,F644", "--delete")


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Brings the site to ``host:folder`` or ``folder``; with ``swap: False`` into that folder itself, file by file."""
    target = asked(place, *NEEDS).rstrip("/")
    host, folder = _apart(target)
    if not place.get("swap", True):
        # New files first and each in one step, removals last: as good as it gets without a link.
        _run(["rsync", *_TIMES, "--delay-updates", "--delete-delay", f"{parcel.tree}/", f"{target}/"])
        say(f"已发布到 {target}")
        return
    there = _there(host, _LIVE.format(folder=shlex.quote(folder))).strip()
    shared = [f"--link-dest=../{there}"] if there else []
    draft = f"{target}/releases/.draft-{parcel.name}"
    # Size and time may agree by chance when a release was made elsewhere.
    _run(["rsync", *_TIMES, *shared, f"{parcel.tree}/", f"{draft}/"])
    _there(host, _SWAP.format(folder=shlex.quote(folder), name=shlex.quote(parcel.name), kept=_KEPT))
    say(f"已发布到 {target}/live")


_LIVE = """\
set -e
mkdir -p {folder}/releases
cd {folder}
chmod 755 . releases
[ ! -L live ] || basename "$(readlink live)"
"""

# A release that was there already (rollback, the same one again) is replaced. GNU or busybox; mv -T is one rename(2).
_SWAP = """\
set -e
cd {folder}
if [ -e releases/{name} ]; then
    rm -rf releases/.gone
    if [ "$(readlink live 2>/dev/null)" = releases/{name} ]; then
        mv releases/{name} releases/.gone
        ln -s releases/.gone .live && mv -T .live live 2>/dev/null || true
    else
        mv releases/{name} releases/.gone
    fi
fi
mv releases/.draft-{name} releases/{name}
sync
rm -f .live
ln -s releases/{name} .live
mv -T .live live
rm -rf releases/.gone releases/.draft-*
ls -1d releases/[0-9]* | sort -r | tail -n +$(({kept} + 1)) | while read -r old; do
    [ "$old" = "$(readlink live)" ] || rm -rf "$old"
done
"""


def _apart(target: str) -> tuple[str, str]:
    """The host, empty if it is this one, and the folder."""
    host, colon, folder = target.partition(":")
    if not colon or "/" in host:
        return "", target
    if not folder or host.startswith("-"):
        raise Failed(f"看不懂发布地址“{target}”。可以写 deploy@kepu.example.gov.cn:/srv/kepu 或 /srv/kepu。")
    return host, folder


def _there(host: str, script: str) -> str:
    return _run(["ssh", "-o", "BatchMode=yes", host, script] if host else ["sh", "-c", script])


def _run(command: list[str]) -> str:
    try:
        ran = subprocess.run(command, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        raise Failed(f"这台电脑上没有 {command[0]}。请先安装，例如 apt-get install {command[0]}。") from None
    if ran.returncode:
        raise Failed(f"没有发布成功（{command[0]} {ran.returncode}）：\n{ran.stderr.strip()}")
    return ran.stdout
