"""What is too much for one page goes to further pages of it."""

from collections.abc import Iterator, Sized

from scienceweek.model.activity import Activity
from scienceweek.plan.brief import Brief
from scienceweek.render import Target
from scienceweek.views.pages.leaf import leaf_pages
from scienceweek.views.parts import leaves
from scienceweek.views.parts.page_head import Head


def pages_of(listed: Sized) -> int:
    """How many pages a list comes to, for whoever hands out the work."""
    return 1 + len(listed) // leaves.LEAF


def leaf_targets(owner: Head, name: str, activities: tuple[Activity, ...], brief: Brief) -> Iterator[Target]:
    """What is too much for the page with the head *owner*, which is called *name*."""
    for view in leaf_pages(owner, name, activities):
        yield brief.page(view.head.path, "leaf.html", view)
