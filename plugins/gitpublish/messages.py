"""What staff are told, in Chinese: a line at a time, or why something did not end well."""

from collections.abc import Callable

Say = Callable[[str], object]
"""Tells a line to whoever is waiting."""


class Failed(Exception):
    """Something did not end well. Its text is for staff, in Chinese; *details* is for developers."""

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details


def shortened(lines: list[str], most: int, unit: str) -> list[str]:
    """The first *most* of *lines*, and how many more there are of what is counted with *unit*."""
    more = len(lines) - most
    return lines if more <= 0 else [*lines[:most], f"……还有 {more} {unit}。"]
