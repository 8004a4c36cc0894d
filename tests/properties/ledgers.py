"""What former publications have left beside a site: made up for the ids of its activities, now and then damaged."""

import json
import random
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from properties import confidential, pool
from properties.door import DAMAGED, LIVE, NEWEST, Files

from scienceweek.model.schedule import Days
from scienceweek.plan.codes import code

_ID = re.compile(rb"\bid: [\"']?([a-z0-9]+(?:-[a-z0-9]+)*)\b")
_FIRST = datetime(2024, 5, 20, 1, 2, 3, tzinfo=UTC)
_FIELDS = ("名称", "状态", "时间", "原定时间", "地点", "收费", "电话", "附注", "以前的程序才有的")
_KINDS = ("activities", "bases", "venues", "campaigns", "organisations", "of-an-older-program")
_DAMAGES = ('"sequence": ', '"modified": "', '"times": ', '": {')
_WITH, _WITHOUT_LIVE, _DAMAGED = 0.7, 0.3, 0.15


def left(seed: str, files: Files) -> dict[str, bytes]:
    """What lies beside the project *files*: nothing, or what former publications have left; the same for the same *seed*."""
    chance = random.Random(f"ledger {seed}")
    if chance.random() > _WITH:
        return {}
    written = b"\n".join(text for name, text in files.items() if name.startswith("data/activities/"))
    ids = [id.decode() for id in dict.fromkeys(_ID.findall(written))]
    secrets = sorted(confidential.of(files))
    newest = _Maker(chance, secrets).books([one for one in ids if chance.random() < 0.8])
    if chance.random() < _DAMAGED:
        return {DAMAGED: _damaged(chance, newest)}
    live = {} if chance.random() < _WITHOUT_LIVE else {LIVE: _live(chance, newest)}
    return {NEWEST: _text(newest)} | live


def _text(books: Any) -> bytes:
    return json.dumps(books, ensure_ascii=False, indent=1).encode()


def _live(chance: random.Random, newest: Any) -> bytes:
    """What visitors see may be older than what was published last: something was taken back."""
    entries = {
        id: entry
        if chance.random() < 0.6
        else entry | {"sequence": max(0, entry["sequence"] - 1), "digest": "0"}
        for id, entry in newest["activities"].items()
        if chance.random() < 0.9
    }
    return _text({"activities": entries})


def _damaged(chance: random.Random, newest: Any) -> bytes:
    """Cut off, or with something else where a value begins."""
    text = _text(newest)
    found = [at for sign in _DAMAGES for at in (text.find(sign.encode()),) if at >= 0]
    if not found or chance.random() < 0.5:
        return text[: chance.randrange(len(text) - 1)]
    at = chance.choice(found)
    return text[:at] + chance.choice((b"\xff", b"{", b"1", b'"')) + text[at:]


class _Maker:
    """State: the UIDs that are given away."""

    def __init__(self, chance: random.Random, secrets: list[str]) -> None:
        self.chance, self.secrets, self.uids = chance, secrets, set[str]()

    def books(self, ids: list[str]) -> Any:
        known = [*ids, "gone", "gone-2"]
        entries = {id: self._entry(id) for id in known}
        return {"activities": entries, "changes": list(self._changes(known))}

    def _entry(self, id: str) -> dict[str, Any]:
        some = range(self.chance.randrange(3))
        made: dict[str, Any] = {
            "digest": self.chance.choice(("", self._hex())),
            "sequence": self.chance.choice((0, 1, 7, 2**31 - 9)),
            "modified": self._moment(),
            "times": list(self._times(id)),
            "retired": list(self._times(id)),
        }
        if self.chance.random() < 0.7:
            made["told"] = [[field, self._hex(), self._words()] for field in self._fields()]
        if some:
            made["corrections"] = [
                [self._moment(), field, self._words(), self._words()]
                for _ in some
                for field in self._fields()
            ]
        return made

    def _times(self, id: str) -> Iterator[list[str]]:
        for number in range(1, self.chance.randint(1, 4)):
            name = self.chance.choice((id, f"{id}-{number}", f"{id}.{number}"))
            if name not in self.uids:
                self.uids.add(name)
                day = date(2027, 5, 22) + timedelta(days=self.chance.randrange(4))
                yield [name, code(Days(day, day))]

    def _changes(self, ids: list[str]) -> Iterator[list[str]]:
        moment = _FIRST
        for _ in range(self.chance.choice((0, 3, 40))):
            kind, id = self.chance.choice(_KINDS), self.chance.choice(ids)
            moment += timedelta(hours=self.chance.randrange(9))
            digest = self.chance.choice(("", self._hex()))
            yield [kind, id, moment.isoformat(), digest, f"{kind}/{id}.html" if digest else ""]

    def _fields(self) -> list[str]:
        return self.chance.sample(_FIELDS, self.chance.randrange(4))

    def _hex(self) -> str:
        return f"{self.chance.randrange(2**48):012x}"

    def _moment(self) -> str:
        return (_FIRST + timedelta(seconds=self.chance.randrange(10**8))).isoformat()

    def _words(self) -> str:
        """A number that is private by now may have been told in former times."""
        secret = self.chance.choice(self.secrets) if self.secrets else "nobody"
        return self.chance.choice(("", *pool.LINES, *pool.TEXTS, f"问{secret}", secret))
