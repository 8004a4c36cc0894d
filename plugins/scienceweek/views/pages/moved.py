"""The page at an address that a thing had under an earlier id: it leads on to where the thing is now."""

from scienceweek.frozen import frozen
from scienceweek.views.parts.page_head import Head


@frozen
class MovedView:
    """What leads on to the page of *head*, which is called *title*, or to a *place* in it."""

    head: Head
    title: str
    place: str = ""


def moved_page(now: Head, place: str = "") -> MovedView:
    """The page that leads on to the one with the head *now*: the address that programs are told is of that one."""
    return MovedView(Head(now.title, now.path, section=now.section, elder=now.elder), now.title, place)
