"""Every change of every record of open data that was published, in order: it only grows, so a page of it that is full stays as it is."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from scienceweek.formats.open_data.dataset import DataKind, Record
from scienceweek.formats.open_data.json_data import json_record
from scienceweek.frozen import frozen
from scienceweek.plan.kept_digests import KeptDigests


@frozen
class LoggedChange:
    """At a moment, *modified*, a record of a *kind* was published with this *digest*, "" as it left; *page* is where readers find it."""

    kind: str
    id: str
    modified: datetime
    digest: str
    page: str = ""


ChangeLog = tuple[LoggedChange, ...]
"""The oldest first; a record that has changed again is in it again."""


class PublishedRecord(NamedTuple):
    """A record as it is published now, with its *page*, "" if there is none. Its *values* come of what they *read* and nothing else, where that is told."""

    kind: DataKind
    id: str
    page: str
    values: Callable[[], Record]
    read: tuple[object, ...] = ()


def grown(
    log: ChangeLog, records: Iterable[PublishedRecord], moment: datetime, kept: KeptDigests | None = None
) -> ChangeLog:
    """*log* with what is otherwise now: new, changed, or gone; at *moment*, which is never before what was logged last. What is *kept* is not found again."""
    now = max(moment, log[-1].modified) if log else moment
    last = {(one.kind, one.id): one.digest for one in log}
    known = {(one.kind.name, one.id): (_digest(one, kept), one.page) for one in records}
    fresh = [
        LoggedChange(*key, now, *known[key]) for key in sorted(known) if last.get(key, "") != known[key][0]
    ]
    gone = (LoggedChange(*key, now, "") for key in sorted(last) if last[key] and key not in known)
    return (*log, *fresh, *gone)


def _digest(one: PublishedRecord, kept: KeptDigests | None) -> str:
    if not one.read or not kept:
        return digest(one.kind, one.values())
    return kept.found(one.kind.name, one.read, lambda: digest(one.kind, one.values()))


def digest(kind: DataKind, values: Record) -> str:
    """Of what is known: a field that is new, and unknown here, changes nothing."""
    told = json.dumps(json_record(kind.fields, values), ensure_ascii=False)
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]
