"""Every change of every record of open data that was published, in order: it only grows, so a page of it that is full stays as it is."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from scienceweek.formats.open_data.dataset import DataKind, Record
from scienceweek.formats.open_data.json_data import json_record


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """At a moment, *modified*, a record of a *kind* was published with this *digest*, "" as it left; *page* is where readers find it."""

    kind: str
    id: str
    modified: datetime
    digest: str
    page: str = ""


ChangeLog = tuple[LoggedChange, ...]
"""The oldest first; a record that has changed again is in it again."""
Published = Iterable[tuple[DataKind, str, str, Record]]
"""Records as they are published now: kind, id, the page ("" if there is none), the values."""


def grown(log: ChangeLog, records: Published, moment: datetime) -> ChangeLog:
    """*log* with what is otherwise now: new, changed, or gone; at *moment*, which is never before what was logged last."""
    now = max(moment, log[-1].modified) if log else moment
    last = {(one.kind, one.id): one.digest for one in log}
    known = {(kind.name, id): (digest(kind, values), page) for kind, id, page, values in records}
    fresh = [
        LoggedChange(*key, now, *known[key]) for key in sorted(known) if last.get(key, "") != known[key][0]
    ]
    gone = (LoggedChange(*key, now, "") for key in sorted(last) if last[key] and key not in known)
    return (*log, *fresh, *gone)


def digest(kind: DataKind, values: Record) -> str:
    """Of what is known: a field that is new, and unknown here, changes nothing."""
    told = json.dumps(json_record(kind.fields, values), ensure_ascii=False)
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]
