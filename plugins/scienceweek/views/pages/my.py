"""我的安排: the page for what a reader has starred, which a script fills in on the device."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.views.parts.page_head import Head


@frozen
class MyView:
    """The page before anything is starred; it is the same for everybody."""

    head: Head


def my_page() -> MyView:
    """The page of what a reader has starred."""
    return MyView(
        Head(
            title="我的安排",
            path=links.MY,
            description="点过“想去”的活动和基地，按日子排好，只存在这台设备上。",
        )
    )
