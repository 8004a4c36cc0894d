"""That somebody has made sure of what looks like a copy."""

from scienceweek.model.word import Word


class Confirmation(Word):
    """Whether days that are those of an earlier year are right all the same."""

    CONFIRMED = "confirmed", "已核对", "核对过", "已确认"
