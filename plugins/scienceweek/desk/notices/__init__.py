"""Notices: what campaign they are of, which activities they announce or change, and their text with anchors."""

from scienceweek.desk.notices.reading import read_notice

__all__ = ["read_notice"]
