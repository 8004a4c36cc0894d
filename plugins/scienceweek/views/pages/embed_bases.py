"""The bases of a district with their numbers, for a frame in somebody else's page."""

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.district import District
from scienceweek.views.parts.alert_bars import AlertBar
from scienceweek.views.parts.base_rows import BaseRow
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.page_head import Head


@frozen
class EmbedBasesView:
    """The bases of a district called *name*, whose page is at *path*; where they are too many, *book* leads to all of them."""

    head: Head
    name: str
    path: str
    rows: tuple[BaseRow, ...]
    book: LeafLink | None


def embed_bases_page(
    district: District, rows: tuple[BaseRow, ...], book: LeafLink | None, alerts: tuple[AlertBar, ...] = ()
) -> EmbedBasesView:
    """*rows*, *book* and *alerts* are those of the page of *district*."""
    return EmbedBasesView(
        head=Head(title=f"{district.name}的科普基地和电话", path=links.embed_bases(district), alerts=alerts),
        name=district.name,
        path=links.district(district),
        rows=rows,
        book=book,
    )
