"""Which record in ``data/`` a found one is, so that what exists is changed and not doubled."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scienceweek.desk.drafts.likeness import bare, names, numbers, plain, same
from scienceweek.desk.drafts.shelves import Shelved, Shelves
from scienceweek.desk.findings import FoundRecord, Kind
from scienceweek.desk.setting import Setting

_NAMES = ("name", "short_name", "short_names", "aliases", "former_names")


@dataclass(frozen=True, slots=True)
class Match:
    """The record that exists, and *why* somebody should look whether it is; "" where it is sure."""

    record: Shelved
    why: str = ""


class Matcher:
    """Finds each record that exists at most once."""

    def __init__(self, shelves: Shelves, setting: Setting) -> None:
        self._shelves, self._setting = shelves, setting
        self._met: set[str] = set()
        self._expected: frozenset[str] = frozenset()
        self._shared: frozenset[str] = frozenset()

    def expect(self, records: Sequence[FoundRecord]) -> None:
        """All *records* of a kind that will be asked for: what one of them is called is no other, and a number of several tells nothing."""
        self._expected = frozenset(plain(one.name) for one in records)
        told = Counter(number for one in records for number in numbers(self._value(one, "contacts")))
        self._shared = frozenset(number for number, times in told.items() if times > 1)

    def place(self, found: FoundRecord) -> Match | None:
        """The base, venue, organisation or campaign that *found* is."""
        if told := self.told(found):
            return told
        district = self._value(found, "district") or self._setting.district
        there = [
            one
            for one in self._shelves.of_kind(found.kind)
            if one.id not in self._met and (not district or one.said("district") in ("", district))
        ]
        match = _named(found.name, there) or self._likely(found, there)
        if match:
            self._met.add(match.record.id)
        return match

    def told(self, found: FoundRecord) -> Match | None:
        """The record whose id the document's reader has found out already: that which a correction is about."""
        id = self._value(found, "id")
        record = self._shelves.find(str(id)) if id else None
        return Match(record, found.fields["id"].why) if record and record.kind is found.kind else None

    def activities(
        self, found: Sequence[tuple[FoundRecord, Mapping[str, Any]]], campaign: str
    ) -> dict[int, Match]:
        """The activities of *campaign* that *found* are, by their place there; each with its fields, in which bases have ids.

        One is known by its title and base; of several with these, by the time; where one of each is left, its time has changed.
        """
        known: dict[tuple[str, str], list[Shelved]] = defaultdict(list)
        asked: dict[tuple[str, str], list[int]] = defaultdict(list)
        for there in self._shelves.of_kind(Kind.ACTIVITY):
            if there.said("campaign") == campaign:
                known[_whole_title(there.fields), str(there.fields.get("base", ""))].append(there)
        made: dict[int, Match] = {}
        for place, (one, fields) in enumerate(found):
            if told := self.told(one):
                made[place] = told
                continue
            asked[_whole_title(fields), str(fields.get("base", ""))].append(place)
        for key, places in asked.items():
            title, base = key
            # Of a base that is not there yet nothing can be: it was perhaps left out before.
            left = known.get(key, []) if self._shelves.find(base) else known.get((title, ""), [])
            for place in places:
                when = found[place][1].get("when")
                if held := next(
                    (one for one in left if same("when", when, one.fields.get("when"), self._setting)), None
                ):
                    made[place] = Match(held)
                    left.remove(held)
            rest = [place for place in places if place not in made]
            if len(rest) == 1 and len(left) == 1:
                made[rest[0]] = Match(left.pop())
        return made

    def _likely(self, found: FoundRecord, there: list[Shelved]) -> Match | None:
        """By the name without its district, the number or the address; only if it is the only one."""
        name = bare(found.name)
        contacts = numbers(self._value(found, "contacts")) - self._shared
        there = [one for one in there if not self._expected & names(one.fields, _NAMES)]
        address = bare(str(self._value(found, "address") or ""))
        for told, fits in (
            ("名称只差前面的区县", lambda one: name and bare(one.name) == name),
            ("电话一样", lambda one: contacts & numbers(one.fields.get("contacts"))),
            ("地址一样", lambda one: address and bare(str(one.fields.get("address") or "")) == address),
        ):
            alike = [one for one in there if fits(one)]
            if len(alike) == 1:
                return Match(alike[0], f"和已有的“{alike[0].name}”{told}，请看看是不是同一家")
        return None

    @staticmethod
    def _value(found: FoundRecord, field: str) -> Any:
        finding = found.fields.get(field)
        return finding.value if finding else None


def _named(name: str, there: list[Shelved]) -> Match | None:
    looked_up = plain(name)
    for keys in (("name",), _NAMES):
        alike = [one for one in there if looked_up and looked_up in names(one.fields, keys)]
        if len(alike) == 1:
            return Match(alike[0])
    return None


def _whole_title(fields: Mapping[str, Any]) -> str:
    return plain(f"{fields.get('title', '')}{fields.get('subtitle') or ''}")
