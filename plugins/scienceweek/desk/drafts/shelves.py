"""What is written in ``data/`` already, as it is written: the records, and the file of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from scienceweek.desk.findings import Kind
from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.tree import read

PATTERNS: Mapping[Kind, str] = {
    Kind.ORGANISATION: "organisations.yaml",
    Kind.VENUE: "venues.yaml",
    Kind.CAMPAIGN: "campaigns/*.yaml",
    Kind.BASE: "bases/*.yaml",
    Kind.ACTIVITY: "activities/**/*.yaml",
}
"""Where in ``data/`` the records of each kind are; later ones refer to earlier ones."""

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A record as written: its *fields*, and the *file* in ``data/`` that it stands in, with what that says for all of it."""

    kind: Kind
    fields: Fields
    file: str
    head: Fields = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.fields.get("id", ""))

    @property
    def name(self) -> str:
        return str(self.fields.get("title") or self.fields.get("name") or "")

    def said(self, key: str) -> str:
        """What the record says at *key*, or its file for it."""
        return str(self.fields.get(key) or self.head.get(key) or "")


@dataclass(frozen=True, slots=True)
class Shelves:
    """All records in ``data/``, and the text of each file."""

    records: tuple[Shelved, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Path) -> Self:
        """Those in the folder *data*. What cannot be read is left out: the loader tells of it."""
        records: list[Shelved] = []
        texts: dict[str, str] = {}
        for kind, pattern in PATTERNS.items():
            for path in sorted(data.glob(pattern)):
                name = path.relative_to(data).as_posix()
                texts[name] = path.read_bytes().decode()
                node = read(name, texts[name], Problems())
                if node is not None and isinstance(node.value, dict):
                    records += _records(kind, node.value, name)
        terms = data / "terms.yaml"
        if terms.is_file():
            texts[terms.name] = terms.read_bytes().decode()
        return cls(tuple(records), texts)

    def of_kind(self, kind: Kind) -> tuple[Shelved, ...]:
        return tuple(one for one in self.records if one.kind is kind)

    def find(self, id: str) -> Shelved | None:
        return next((one for one in self.records if one.id == id), None)

    @property
    def terms(self) -> Mapping[str, Mapping[str, str]]:
        """What the terms of each list in ``terms.yaml`` are called, by id."""
        node = read("terms.yaml", self.texts.get("terms.yaml", ""), Problems())
        lists = node.value if node is not None and isinstance(node.value, dict) else {}
        return {
            key: {str(row.get("id")): str(row.get("name")) for row in several if isinstance(row, dict)}
            for key, several in lists.items()
            if isinstance(several, list)
        }

    @property
    def names(self) -> Mapping[str, str]:
        """What each id means, be it of a record or of a term."""
        terms = {id: name for several in self.terms.values() for id, name in several.items()}
        return terms | {one.id: one.name for one in self.records}

    @property
    def ids(self) -> frozenset[str]:
        """All that are used, or were."""
        return frozenset(id for one in self.records for id in (one.id, *listed(one.fields.get("was"))))


def listed(value: Any) -> list[str]:
    """One text or several as a list."""
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _records(kind: Kind, whole: Fields, file: str) -> Iterator[Shelved]:
    if kind is Kind.CAMPAIGN:
        yield Shelved(kind, whole, file)
        return
    rows = whole.get(kind.value)
    head = {key: value for key, value in whole.items() if key != kind.value}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            yield Shelved(kind, row, file, head)
