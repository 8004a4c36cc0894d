"""What was published, as it is kept from one release to the next: read by a build, and left by it."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scienceweek.frozen import frozen
from scienceweek.model.correction import Correction
from scienceweek.plan.change_log import ChangeLog, LoggedChange
from scienceweek.plan.corrections import Told, ToldFact

LAST_YEAR = 9998
"""After it a moment has no next one, and no day in China."""


class RevisionsError(ValueError):
    """What is wrong with a ledger, in Chinese."""


@frozen
class Published:
    """An activity as it was published: a *digest* of its facts, empty once it is gone; each of its times under its UID.

    *retired* are times that it had earlier, *told* its facts in words, *corrections* what was told otherwise before, the oldest first.
    """

    digest: str
    sequence: int
    modified: datetime
    times: tuple[tuple[str, str], ...]
    retired: tuple[tuple[str, str], ...] = ()
    told: Told = ()
    corrections: tuple[Correction, ...] = ()


Ledger = Mapping[str, Published]
"""Activities by the id under which they were published first."""


@frozen
class Books:
    """What is kept: the *ledger* of activities, and the *log* of all records."""

    ledger: Ledger
    log: ChangeLog = ()


def read(name: str) -> Books:
    """The books in the file *name*; empty, if there is no such file. A file of an older program has no log.

    Raises RevisionsError for whatever `write` would not have left, OSError if it cannot be read.
    """
    if not name or not Path(name).exists():
        return Books({})
    try:
        found = _parts(json.loads(Path(name).read_bytes()), "整个文件")
        entries = _parts(found.get("activities"), "activities")
        return Books(
            {_id(id, "activities"): _published(_parts(entry, id), id) for id, entry in entries.items()},
            tuple(_change(one) for one in _list(found.get("changes", []), "changes")),
        )
    except _OddError as odd:
        why = str(odd)
    except json.JSONDecodeError as error:
        why = f"第 {error.lineno} 行断了，或者被改坏了"
    except (ValueError, RecursionError):  # bytes of something else; a number or a nesting without end
        why = "里面不是这个程序写的内容"
    raise RevisionsError(
        f"看不懂 {name}（记着每个活动改过几次）：{why}。请从备份恢复它；没有备份就删去它，再发布一次。"
    )


def write(books: Books, file: Path) -> None:
    """Leaves *books* in *file*, an activity or a change a line; equal books are equal bytes."""
    activities = (f"{_dumped(id)}: {_dumped(_entry(books.ledger[id]))}" for id in sorted(books.ledger))
    changes = (
        _dumped((one.kind, one.id, one.modified.isoformat(), one.digest, one.page)) for one in books.log
    )
    told = (_block("activities", "{}", activities), _block("changes", "[]", changes))
    file.write_text("{\n" + ",\n".join(told) + "\n}\n", encoding="utf-8")


def _block(name: str, signs: str, lines: Iterable[str]) -> str:
    return f"{_dumped(name)}: {signs[0]}\n" + ",\n".join(lines) + f"\n{signs[1]}"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _entry(of: Published) -> dict[str, Any]:
    known: dict[str, Any] = {
        "digest": of.digest,
        "sequence": of.sequence,
        "modified": of.modified.isoformat(),
        "times": of.times,
        "retired": of.retired,
    }
    if of.told:
        known["told"] = [(one.field, one.code, one.words) for one in of.told]
    if of.corrections:
        known["corrections"] = [
            (one.moment.isoformat(), one.field, one.before, one.after) for one in of.corrections
        ]
    return known


class _OddError(ValueError):
    """What is not as it was written, in Chinese."""


def _published(entry: Mapping[str, Any], id: str) -> Published:
    return Published(
        _words(entry.get("digest"), id),
        _number(entry.get("sequence"), id),
        _moment(entry.get("modified"), id),
        _times(entry.get("times"), id),
        _times(entry.get("retired"), id),
        tuple(ToldFact(*_row(one, 3, id)) for one in _list(entry.get("told", []), id)),
        tuple(_correction(_row(one, 4, id), id) for one in _list(entry.get("corrections", []), id)),
    )


def _times(found: object, id: str) -> tuple[tuple[str, str], ...]:
    return tuple((_id(name, id), code) for name, code in (_row(one, 2, id) for one in _list(found, id)))


def _correction(row: list[str], id: str) -> Correction:
    moment, field, before, after = row
    return Correction(_moment(moment, id), field, before, after)


def _change(found: object) -> LoggedChange:
    kind, id, modified, digest, page = _row(found, 5, "changes")
    if page and not _PAGE.fullmatch(page):
        raise _odd(page, "changes")
    return LoggedChange(_id(kind, "changes"), _id(id, "changes"), _moment(modified, "changes"), digest, page)


# ---- What stands in a file, if it is what it should be; *at* is where ------------------------------------------------

_ID = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")
_PAGE = re.compile(r"[a-z0-9]+([-./#][a-z0-9]+)*")
_UNWRITTEN = re.compile("[\ud800-\udfff]")
"""What no file can hold."""
_MOST = 2**31 - 1
"""The largest number in a calendar (RFC 5545 §3.3.8)."""


def _odd(found: object, at: str) -> _OddError:
    shown = json.dumps(found, ensure_ascii=True)[:40]
    return _OddError(f"“{at[:64]}”那里写着 {shown}，不是这个程序写的")


def _parts(found: object, at: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise _odd(found, at)
    return found


def _list(found: object, at: str) -> list[Any]:
    if not isinstance(found, list):
        raise _odd(found, at)
    return found


def _row(found: object, length: int, at: str) -> list[str]:
    row = [_words(one, at) for one in _list(found, at)]
    if len(row) != length:
        raise _odd(found, at)
    return row


def _words(found: object, at: str) -> str:
    if not isinstance(found, str) or _UNWRITTEN.search(found):
        raise _odd(found, at)
    return found


def _id(found: object, at: str) -> str:
    if not isinstance(found, str) or not _ID.fullmatch(found):
        raise _odd(found, at)
    return found


def _number(found: object, at: str) -> int:
    if type(found) is not int or not 0 <= found <= _MOST:
        raise _odd(found, at)
    return found


def _moment(found: object, at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_words(found, at)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _odd(found, at) from None
    if moment.year > LAST_YEAR:
        raise _odd(found, at)
    return moment
