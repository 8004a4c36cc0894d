"""Where the pages are that open data leads to."""

from scienceweek.plan.brief import Brief


def address(path: str, brief: Brief) -> str:
    """Where *path* is: in full, or from the root of a site that has no address."""
    return brief.site.absolute(path) or path
