"""What was published, as it is kept from one release to the next: read by a build, and left by it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scienceweek.model.correction import Correction
from scienceweek.plan.change_log import ChangeLog, LoggedChange
from scienceweek.plan.corrections import Told, ToldFact


class RevisionsError(ValueError):
    """What is wrong with a ledger, in Chinese."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Books:
    """What is kept: the *ledger* of activities, and the *log* of all records."""

    ledger: Ledger
    log: ChangeLog = ()


def read(name: str) -> Books:
    """The books in the file *name*; empty, if there is no such file. A file of an older program has no log. Raises RevisionsError."""
    if not name or not Path(name).exists():
        return Books({})
    try:
        found = json.loads(Path(name).read_bytes())
        return Books(
            {id: _published(**entry) for id, entry in found["activities"].items()},
            tuple(_change(*one) for one in found.get("changes", ())),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise RevisionsError(
            f"看不懂 {name}（记着每个活动改过几次）：{error}。请从备份恢复它；没有备份就删去它，再发布一次。"
        ) from None


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


def _published(  # noqa: PLR0913 - as they stand in the file
    *,
    digest: str,
    sequence: int,
    modified: str,
    times: list[list[str]],
    retired: list[list[str]],
    told: Iterable[tuple[str, str, str]] = (),
    corrections: Iterable[tuple[str, str, str, str]] = (),
) -> Published:
    return Published(
        digest,
        int(sequence),
        _moment(modified),
        tuple((name, code) for name, code in times),
        tuple((name, code) for name, code in retired),
        tuple(ToldFact(*one) for one in told),
        tuple(Correction(_moment(moment), *said) for moment, *said in corrections),
    )


def _change(kind: str, id: str, modified: str, digest: str, page: str) -> LoggedChange:
    return LoggedChange(kind, id, _moment(modified), digest, page)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)
