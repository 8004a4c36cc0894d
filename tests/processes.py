"""Processes that tests start in an environment of their own."""

import os


def measured() -> dict[str, str]:
    """What a process must be given so that the branches that it takes are counted with those of the tests."""
    return {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}


def unmeasured() -> dict[str, str]:
    """The environment of the tests, for a process whose branches need not be counted.

    Those of a site that is built in a process of its own are taken by tests in this one too, and counting them takes as
    long as building it. And a process may write nothing more: what measures writes too.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
