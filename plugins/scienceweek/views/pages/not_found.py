"""The page for an address that leads nowhere."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.views.parts.page_head import Head


@frozen
class NotFoundView:
    """What is shown instead of a page that is not there."""

    head: Head


def not_found_page() -> NotFoundView:
    """The page of an address that leads nowhere."""
    return NotFoundView(Head(title="没有这个页面", path=links.NOT_FOUND))
