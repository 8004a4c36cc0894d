"""Where a district ends, as its own approved map has it."""

from scienceweek.frozen import frozen
from scienceweek.model.district import District

Ring = tuple[tuple[float, float], ...]
"""Positions in WGS 84, longitude first, the last the same as the first."""


@frozen
class Boundary:
    """The *rings* of a *district*; *approval* is the 审图号 of the map that they come from, shown beside them."""

    district: District
    rings: tuple[Ring, ...]
    approval: str
