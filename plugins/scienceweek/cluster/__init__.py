"""When one machine is outgrown: the same parts of a plan, made by workers elsewhere. The one door to them is `crew_at`.

Workers need the program and nothing else: what they are given is the plan, and what they give back is files.
"""

import re

from scienceweek.cluster.shares import GatheringCrew, ShareCrew
from scienceweek.render.draw import Crew, Processes, alone
from scienceweek.source.reading_ahead import Ahead

_LOCAL = re.compile(r"local:([1-9]\d{0,3})")
_SHARE = re.compile(r"share:([1-9]\d{0,3})/([1-9]\d{0,3}):(.+)")
_SHARES = re.compile(r"shares:(.+)")
_DASK = re.compile(r"dask://([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})(\?shared)?")


class ClusterError(ValueError):
    """Why nobody works elsewhere; for staff, in Chinese."""


def readers_at(address: str) -> Ahead | None:
    """Whoever reads what is to be read at *address*: the workers of a scheduler. Two processes here gain nothing by it.

    Of an address that is none, and of Dask that is not there, `crew_at` tells.
    """
    if not (found := _DASK.fullmatch(address)):
        return None
    try:
        from scienceweek.cluster.dask_readers import DaskReaders
    except ImportError:
        return None
    return DaskReaders(f"tcp://{found[1]}:{found[2]}")


def crew_at(address: str) -> Crew:
    """The crew at *address*: ``local:4`` are so many processes here, ``dask://host:8786`` the workers of a scheduler.

    With ``?shared`` behind it, these write files into the folder of the build itself, which is where it is on every machine;
    else all bytes come here, and we write. ``share:3/40:FOLDER`` makes the third of forty shares and lays it into a folder,
    ``shares:FOLDER`` puts together what lies there. Raises ClusterError for what is no address, or if Dask is not installed.
    """
    if found := _LOCAL.fullmatch(address):
        workers = int(found[1])
        return Processes(workers) if workers > 1 else alone
    if (found := _SHARE.fullmatch(address)) and int(found[1]) <= int(found[2]):
        return ShareCrew(int(found[1]), int(found[2]), found[3])
    if found := _SHARES.fullmatch(address):
        return GatheringCrew(found[1])
    if not (found := _DASK.fullmatch(address)):
        raise ClusterError(
            f"--on 后面的“{address}”看不懂。可以写 local:4（本机四个进程）、dask://主机:8786（Dask 的调度器）、share:3/40:文件夹（四十份里的第三份）或 shares:文件夹（把各份合成网站）。"
        )
    try:
        from scienceweek.cluster.dask_crew import DaskCrew
    except ImportError as error:
        raise ClusterError(
            f"没有装 Dask（缺 {error.name}）。请运行：.venv/bin/python -m pip install --require-hashes -r requirements/cluster.txt"
        ) from None
    return DaskCrew(f"tcp://{found[1]}:{found[2]}", shares=bool(found[3]))
