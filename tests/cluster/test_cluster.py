import sys

import pytest

from scienceweek.cluster import ClusterError, crew_at
from scienceweek.cluster.dask_crew import DaskCrew
from scienceweek.cluster.shares import GatheringCrew, ShareCrew
from scienceweek.render.draw import Processes, alone


def test_an_address_says_who_works():
    assert crew_at("local:1") is alone
    assert crew_at("local:4") == Processes(4)
    assert crew_at("dask://build.example.cn:8786") == DaskCrew("tcp://build.example.cn:8786")
    assert crew_at("share:3/40:a b") == ShareCrew(3, 40, "a b")
    assert crew_at("shares:here") == GatheringCrew("here")
    assert crew_at("dask://10.0.0.7:8786?shared") == DaskCrew("tcp://10.0.0.7:8786", shares=True)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "local:0",
        "local",
        "dask://host",
        "tcp://host:1",
        "dask://a b:1",
        "share:0/4:x",
        "share:5/4:x",
        "share:1/4",
        "shares:",
    ],
)
def test_what_is_no_address_is_told_with_what_would_be_one(address):
    with pytest.raises(ClusterError, match="看不懂。可以写 local:4"):
        crew_at(address)


def test_where_dask_is_not_installed_it_says_how_to(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "scienceweek.cluster.dask_crew", raising=False)

    with pytest.raises(
        ClusterError, match=r"没有装 Dask（缺 distributed）。请运行：.*requirements/cluster.txt"
    ):
        crew_at("dask://host:1")
