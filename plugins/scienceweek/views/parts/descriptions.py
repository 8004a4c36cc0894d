"""What an activity is about, as far as that is more than its title, its place and that it takes place."""

import re

from scienceweek.model.activity import Activity
from scienceweek.views.words import facts

_EMPTY = re.compile(r"[\s\W]+|[在于由将拟的以]|开展|举办|举行|组织|进行|活动|科普|主题|系列|相关")
"""What a sentence of a notice has besides: 在市主会场开展“…”活动。"""


def description(activity: Activity) -> tuple[str, ...]:
    """The paragraphs of *activity* that say something; one that only says the title again is left out."""
    lines = (line.strip() for line in activity.description.splitlines())
    return tuple(line for line in lines if line and _says_more(line, activity))


def _says_more(line: str, activity: Activity) -> bool:
    named = [activity.title, activity.subtitle, *(facts.place(at) for at in activity.where)]
    named += [activity.base.name if activity.base else ""]
    named += [party.name for part in activity.organisers for party in part.parties]
    for name in sorted(filter(None, named), key=len, reverse=True):
        line = line.replace(name, "")
    return bool(_EMPTY.sub("", line))
