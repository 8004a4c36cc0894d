"""Documents are read as a careful person reads them, and what is not so is never called sure."""

import import_quality
import pytest


@pytest.fixture(scope="module")
def project():
    return import_quality.Project()


@pytest.mark.parametrize("measure", [import_quality.of_notices, import_quality.of_papers])
def test_nothing_that_is_called_sure_is_wrong_and_little_is_missed(project, measure):
    tally = measure(project)

    assert tally.lies == []
    assert [tally.recall >= 0.98, tally.sure_share >= 0.85] == [True, True]
