"""Tables of bases and of activities, however staff elsewhere have drawn them."""

from scienceweek.desk.tables.reading import read_tables

__all__ = ["read_tables"]
