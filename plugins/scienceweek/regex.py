"""Regular expressions that are put together when they are first asked something.

There are seven hundred, long ones among them, and most runs ask a few: putting all of them together takes longer than reading an edit.
"""

import re
from functools import cached_property
from typing import Any, AnyStr, cast


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes of *pattern*, as soon as one of its methods is asked for; a mistake in it is raised then.

    It is to be asked itself: the functions of `re` take nothing but text and what is put together.
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        # Whoever copies or pickles asks for what is not there, and means this.
        if name.startswith("_"):
            raise AttributeError(name)
        asked = getattr(self._compiled, name)
        # The next time Python finds it by itself.
        setattr(self, name, asked)
        return asked
