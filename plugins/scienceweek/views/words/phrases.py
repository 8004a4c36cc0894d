"""Where a text that a view hands on may break."""

from scienceweek.typesetting.phrases import address, phrases

__all__ = ["address", "phrases"]
