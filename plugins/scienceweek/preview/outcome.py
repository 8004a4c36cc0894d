"""How a build ended, as a page has to tell it."""

from dataclasses import dataclass
from datetime import datetime

from scienceweek.source.mistakes.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class PreviewOutcome:
    """What a build ended with at the moment *at*: *problems* in the sources, or what was *said* that names no place in them.

    With neither, the site is new.
    """

    at: datetime
    problems: tuple[Problem, ...] = ()
    said: str = ""

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    @property
    def reminders(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)

    @property
    def is_good(self) -> bool:
        return not (self.mistakes or self.said)

    @property
    def heading(self) -> str:
        """What is wrong, in a few words."""
        return f"有 {len(self.mistakes)} 处错，没有更新" if self.mistakes else "没有更新"
