"""What a district's page tells, in forms for paper and for a screen in a hall."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scienceweek import links
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.plan.brief import Brief
from scienceweek.render import Target
from scienceweek.views.pages.board import board_page
from scienceweek.views.pages.district import DistrictView, current_in
from scienceweek.views.pages.screen import screen_page
from scienceweek.views.parts.leaves import is_long
from scienceweek.views.parts.paper_rows import PaperProgramme, paper_days


def forms(district: District, front: DistrictView, catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    """Those of the page *front* of *district* that would show something."""
    privacy = brief.privacy
    activities = current_in(district, catalogue, privacy)
    if is_long(activities):
        # Nobody would print them, nor wait in a hall for the last.
        activities = ()
    listed = (date.fromisoformat(one.day) for one in front.programme)
    name = front.lead.name if front.lead else ()
    told = PaperProgramme(name, activities, paper_days(listed, activities, privacy))
    board = board_page(district, told)
    if board.sheets:
        yield brief.printed(links.board(district), "board.html", board)
    screen = screen_page(district, told, catalogue, privacy)
    if screen.pictures or screen.doors:
        head = replace(screen.head, alerts=front.head.alerts)
        yield brief.printed(links.screen(district), "screen.html", replace(screen, head=head))
