"""What is too much for one page goes to further pages of it."""

from collections.abc import Iterator, Sized

from scienceweek.model.activity import Activity
from scienceweek.model.catalogue import Renamed
from scienceweek.plan.brief import Brief
from scienceweek.plan.moved import lasting
from scienceweek.render import Chapter, Target
from scienceweek.views.pages.leaf import LeafOutline, leaf_outlines, leaf_page
from scienceweek.views.parts import leaves
from scienceweek.views.parts.page_head import Head


def pages_of(listed: Sized) -> int:
    """How many pages a list comes to, for whoever hands out the work."""
    return 1 + len(listed) // leaves.LEAF


def leaf_chapters(
    owner: Renamed, head: Head, name: str, activities: tuple[Activity, ...], brief: Brief
) -> Iterator[Chapter]:
    """What is too much for the page of *owner* with that *head*, which is called *name*: each leaf by itself, for an edit changes few."""
    for outline in leaf_outlines(head, name, activities):
        yield Chapter(outline.view.head.path, _leaf, (owner, outline, brief))


def _leaf(owner: Renamed, outline: LeafOutline, brief: Brief) -> Iterator[Target]:
    page = brief.page(outline.view.head.path, "leaf.html", leaf_page(outline))
    yield from lasting(owner, (page,), brief)
