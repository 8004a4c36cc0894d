"""Ids for records that are new: readable, and never those of something else, be it gone."""

import re
from collections.abc import Iterable

from scienceweek.source.records.record import LONGEST
from scienceweek.typesetting.phrases import phrases
from scienceweek.views.words.pinyin import syllables

_NUMBER = 2
"""Digits of the number of an activity."""


class Ids:
    """Gives ids; *taken* are those that there are, or were."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def of_activity(self, campaign: str) -> str:
        """The next number of its *campaign*: ``2024-yubei-09``."""
        pattern = re.compile(rf"{re.escape(campaign)}-([0-9]{{1,6}})")
        used = [int(found[1]) for id in self._taken if (found := pattern.fullmatch(id))]
        return self.given(f"{campaign}-{max(used, default=0) + 1:0{_NUMBER}}")

    def of_name(self, name: str, fallback: str) -> str:
        """How *name* is read, word by word: ``yubei-qixiang-kepuguan``; *fallback* where nothing can be read."""
        words = ["".join(syllables(run)) for run in phrases(name)]
        bare = [re.sub("[^a-z0-9]+", "", word) for word in words]
        read = ""
        for word in filter(None, bare):
            longer = f"{read}-{word}" if read else word
            if len(longer) > LONGEST - 4:
                break
            read = longer
        return self.given(read or fallback)

    def given(self, id: str) -> str:
        """*id*, with a number behind it if it is taken."""
        number, given = 1, id
        while given in self._taken:
            number += 1
            given = f"{id}-{number}"
        self._taken.add(given)
        return given
