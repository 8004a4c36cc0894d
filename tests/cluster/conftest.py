from collections.abc import Iterator

import pytest
from cluster_parts import PATHS
from distributed import LocalCluster


@pytest.fixture(scope="package")
def cluster() -> Iterator[LocalCluster]:
    """Two workers in processes of their own; one that dies is replaced."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, env={"PYTHONPATH": PATHS}
    ) as made:
        yield made
