"""What the preview stands at: which build it was, and how it ended. One thread builds, many serve."""

import threading
from datetime import datetime

from scienceweek.preview.outcome import PreviewOutcome


class PreviewState:
    """Counts the builds. *good* is the moment of the site that is there, if there is one."""

    def __init__(self, good: datetime | None = None) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._outcome: PreviewOutcome | None = None
        self._good = good

    def tell(self, outcome: PreviewOutcome) -> None:
        """A build has ended with *outcome*; whoever waits is woken."""
        with self._changed:
            self._number += 1
            self._outcome = outcome
            if outcome.is_good:
                self._good = outcome.at
            self._changed.notify_all()

    @property
    def now(self) -> tuple[int, PreviewOutcome | None, datetime | None]:
        """The number of the last build, its outcome, and the moment of the site that is there."""
        with self._changed:
            return self._number, self._outcome, self._good

    def wait(self, known: int, seconds: float) -> int:
        """The number of the last build, as soon as it is not *known*, but after so many *seconds* anyway."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != known, seconds)
            return self._number
