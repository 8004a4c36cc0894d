"""The site on another machine, by rsync over ssh, or in another folder of this one.

There too releases lie side by side, unchanged files shared, and a link is swapped.
"""

import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gitpublish import place_memory, seals
from gitpublish.delivered_site import Parcel, asked
from gitpublish.messages import Failed, Say
from gitpublish.place_memory import Kept, PlaceMemory
from gitpublish.seals import Difference

NEEDS = ("to", "deploy@kepu.example.gov.cn:/srv/kepu")
_KEPT = place_memory.KEPT  # releases over there
_NOT_THERE = 23  # what rsync says of a file that it does not find, among others
_RELEASE = re.compile(r"[0-9]{6,}-[0-9a-z]+")
_OURS = (f"--exclude=/{place_memory.NAME}",)
_TIMES = ("--times", "--recursive", "--chmod=D755,F644", "--delete")


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Brings the site to ``host:folder`` or ``folder``; with ``swap: False`` into that folder itself, file by file."""
    target, host, folder = _target(place)
    if not _swaps(place):
        # New files first and each in one step, removals last: as good as it gets without a link.
        _run(["rsync", *_TIMES, *_OURS, "--delay-updates", "--delete-delay", f"{parcel.tree}/", f"{target}/"])
        _remember(target, _remembered(target).showing(parcel.name, parcel.kept()))
        say(f"已发布到 {target}")
        return
    there = _there(host, _LIVE.format(folder=shlex.quote(folder))).strip()
    shared = [f"--link-dest=../{there}"] if there else []
    draft = f"{target}/releases/.draft-{parcel.name}"
    # Size and time may agree by chance when a release was made elsewhere.
    _run(["rsync", *_TIMES, "--checksum", *shared, f"{parcel.tree}/", f"{draft}/"])
    _there(host, _SWAP.format(folder=shlex.quote(folder), name=shlex.quote(parcel.name), kept=_KEPT))
    _remember(target, _remembered(target).showing(parcel.name, parcel.kept()))
    say(f"已发布到 {target}/live")


def memory(place: Mapping[str, Any]) -> PlaceMemory:
    """What the place remembers, and the releases that lie there."""
    target, host, folder = _target(place)
    known = _remembered(target)
    if not _swaps(place):
        return known
    live, *names = _there(host, _RELEASES.format(folder=shlex.quote(folder))).split("\n")
    there = sorted(name for name in names if _RELEASE.fullmatch(name))
    return PlaceMemory(live, {name: known.releases.get(name, Kept()) for name in there})


def compare(parcel: Parcel, place: Mapping[str, Any]) -> Difference:
    """What a delivery would change there."""
    target = _shown(place)
    if target is None:
        return Difference(new=tuple(sorted(parcel.sealed())))
    ways = (
        "--dry-run",
        "--itemize-changes",
        "--checksum",
        "--recursive",
        "--delete",
        "--8-bit-output",
        *_OURS,
    )
    new: list[str] = []
    changed: list[str] = []
    gone: list[str] = []
    for line in _run(["rsync", *ways, "--out-format=%i %n", f"{parcel.tree}/", f"{target}/"]).splitlines():
        sign, _, path = line.partition(" ")
        if path.endswith("/"):
            continue
        if sign.startswith("*deleting"):
            gone.append(path.strip())
        elif sign.startswith(("<f", ">f")):
            # Another time is no other file.
            (new if "+" in sign else changed if "c" in sign[2:] or "s" in sign else []).append(path)
    return Difference(tuple(sorted(new)), tuple(sorted(changed)), tuple(sorted(gone)))


def expected(parcel: Parcel, _: Mapping[str, Any]) -> dict[str, str]:
    """What lies there after a delivery."""
    return dict(parcel.sealed())


def contents(place: Mapping[str, Any]) -> dict[str, str]:
    """The digest of each file that visitors get there, all of them fetched."""
    target = _shown(place)
    if target is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        _run(["rsync", "--recursive", "--links", *_OURS, f"{target}/", f"{folder}/"])
        return seals.seal(Path(folder))


def restore(name: str, place: Mapping[str, Any], say: Say) -> None:
    """Shows the release *name* again, which lies there; raises Failed if none does."""
    target, host, folder = _target(place)
    if not _swaps(place):
        raise Failed(
            f"{target} 只有现在的一版（swap: false），这台电脑上也没有第 {name} 版。"
            "请在发布过它的那台电脑上退回，或者 git revert 那次修改，再发布一次。"
        )
    _there(host, _SHOW.format(folder=shlex.quote(folder), name=shlex.quote(name)))
    _remember(target, _remembered(target).showing(name))
    say(f"已换成 {target}/releases/{name}")


def _target(place: Mapping[str, Any]) -> tuple[str, str, str]:
    target = asked(place, *NEEDS).rstrip("/")
    return target, *_apart(target)


def _swaps(place: Mapping[str, Any]) -> bool:
    return bool(place.get("swap", True))


def _shown(place: Mapping[str, Any]) -> str | None:
    """Where what visitors get lies; None if nothing does."""
    target, host, folder = _target(place)
    if _swaps(place):
        live = _there(host, _RELEASES.format(folder=shlex.quote(folder))).split("\n")[0]
        return f"{target}/live" if live else None
    return target if _is_there(target) else None


def _is_there(target: str) -> bool:
    ran = _ran(["rsync", "--list-only", target])
    if ran.returncode not in (0, _NOT_THERE):
        raise _refused("rsync", ran)
    return ran.returncode == 0


def _remembered(target: str) -> PlaceMemory:
    path = f"{target}/{place_memory.NAME}"
    if not _is_there(path):
        return PlaceMemory()
    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        _run(["rsync", path, f"{folder}/"])
        return PlaceMemory.unpacked((Path(folder) / place_memory.NAME).read_bytes(), path)


def _remember(target: str, memory: PlaceMemory) -> None:
    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        file = Path(folder) / place_memory.NAME
        file.write_bytes(memory.packed())
        # The web server has no business with it.
        _run(["rsync", "--perms", "--chmod=F600", str(file), f"{target}/"])


_LIVE = """\
set -e
mkdir -p {folder}/releases
cd {folder}
chmod 755 . releases
[ ! -L live ] || basename "$(readlink live)"
"""

# The live one, perhaps none, in the first line.
_RELEASES = """\
cd {folder} 2>/dev/null || exit 0
if [ -L live ]; then basename "$(readlink live)"; else echo; fi
ls -1 releases 2>/dev/null || true
"""

_SHOW = """\
set -e
cd {folder}
[ -d releases/{name} ]
rm -f .live
ln -s releases/{name} .live
mv -T .live live
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
    ran = _ran(command)
    if ran.returncode:
        raise _refused(command[0], ran)
    return ran.stdout


def _ran(command: Iterable[str]) -> subprocess.CompletedProcess[str]:
    name, *rest = command
    try:
        return subprocess.run(
            [name, *rest], capture_output=True, check=False, encoding="utf-8", errors="replace"
        )
    except FileNotFoundError:
        raise Failed(f"这台电脑上没有 {name}。请先安装，例如 apt-get install {name}。") from None


def _refused(name: str, ran: subprocess.CompletedProcess[str]) -> Failed:
    return Failed(f"没有发布成功（{name} {ran.returncode}）：\n{ran.stderr.strip()}")
