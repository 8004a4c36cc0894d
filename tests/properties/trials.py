"""Trials, one after the other: a project edited or made up, tried at the doors; what goes wrong, made small and told once."""

import difflib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trees
from properties import ledgers, sites
from properties.door import PROJECT, SETTINGS, Door, Fault, Files
from properties.edits import edited
from properties.pictures import picture

_ANEW = 25
"""One trial in so many begins from nothing."""
_TRIES = 150
"""Of making a case smaller."""
_LINES = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of *fault*, first seen in the case *seed*, with *told*: what was edited, and the files that are left of it."""

    fault: Fault
    seed: str
    told: str

    def __str__(self) -> str:
        return f"--- case {self.seed}: {self.fault.kind}\n{self.told}\n{self.fault.told.strip()[-2_500:]}\n"


@dataclass
class Tally:
    """State: how many were tried and accepted, and what was found, a kind each."""

    tried: int = 0
    accepted: int = 0
    findings: dict[str, Finding] = field(default_factory=dict)
    often: dict[str, int] = field(default_factory=dict)

    @property
    def sum(self) -> str:
        faults = f"{len(self.findings)} kinds of fault, {sum(self.often.values())} in all"
        return f"{self.tried} tried, {self.accepted} accepted, {faults}"

    @property
    def count(self) -> str:
        often = (f"{number:5} x {kind}" for kind, number in sorted(self.often.items()))
        return "\n".join([*often, self.sum])

    def __str__(self) -> str:
        return "\n".join([*map(str, self.findings.values()), self.count])


@contextmanager
def doors() -> Iterator[Callable[[str], Door]]:
    """Doors by name, each with a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="properties-") as folder:
        made: dict[str, Door] = {}

        def door(name: str) -> Door:
            if name not in made:
                made[name] = Door(Path(folder, name))
            return made[name]

        yield door


def real() -> dict[str, bytes]:
    """The project's own data and content, with a picture that nothing shows yet, and its settings."""
    paths = [
        path
        for folder in ("data", "content")
        for path in sorted((PROJECT / folder).rglob("*"))
        if path.is_file()
    ]
    found = {path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in paths}
    return _with_settings(found)


def small() -> dict[str, bytes]:
    """The tree that tests of reading use, with a picture on a page and a number for staff."""
    found = {name: text.encode() for name, text in trees.FILES.items()}
    found["content/activities/fish.md"] += "\n![展厅](../images/hall.jpg)\n".encode()
    found["content/images/hall.jpg"] = picture("hall.jpg")
    found[trees.CAMPAIGN] += (
        "contacts: [{name: 张三, phones: [023-60000019, 13800000019], show: internal}]\n".encode()
    )
    return _with_settings(found)


def _with_settings(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {SETTINGS: (PROJECT / SETTINGS).read_bytes()}


@dataclass(frozen=True, slots=True)
class Case:
    """Some *files* for the door named *door*. *told* is what was done to them; *smaller* makes them less, for a fault;
    *shown* is how they are told."""

    seed: str
    door: str
    files: Files
    told: tuple[str, ...]
    smaller: Callable[[Door, Fault], Files]
    shown: Callable[[Files], str]


def edits(seed: str, numbers: range) -> Iterator[Case]:
    """The cases *numbers* of edits: of the real tree one in three, of the small one the others."""
    bases = {"real": real(), "small": small()}
    for number in numbers:
        name = "small" if number % 3 else "real"
        yield _edit(f"{seed}-{number}", name, bases[name])


def _edit(seed: str, name: str, base: Files) -> Case:
    files, told = edited(base, seed)
    return Case(
        seed,
        name,
        files | ledgers.left(seed, base),
        tuple(told),
        lambda door, fault: _less_edited(door, base, files, seed, fault),
        lambda left: _difference(base, left),
    )


def made_up(seed: str, numbers: range) -> Iterator[Case]:
    """The made-up sites *numbers*; each replaces the one before."""
    return (_site(f"{seed}-{number}") for number in numbers)


def _site(seed: str) -> Case:
    tree = sites.site(seed)
    tree |= ledgers.left(seed, sites.files(tree))
    return Case(
        seed, "site", sites.files(tree), (), lambda door, fault: sites.files(less(door, tree, fault)), _whole
    )


def tried(
    cases: Iterable[Case], *, published: int = 0, shrink: bool = True, log: Callable[[Tally], object] = id
) -> Tally:
    """What came of *cases*: one in *published* of the good ones goes to a zip too, in processes of its own."""
    tally = Tally()
    with doors() as door:
        for case in cases:
            _try(case, door, tally, published, shrink=shrink)
            log(tally)
    return tally


def _try(case: Case, door: Callable[[str], Door], tally: Tally, published: int, *, shrink: bool) -> None:
    tally.tried += 1
    outcome = door(case.door).trial(case.files, anew=tally.tried % _ANEW == 1)
    faults = outcome.faults
    tally.accepted += outcome.accepted
    if published and outcome.accepted and not faults and tally.accepted % published == 1:
        faults = door(case.door).publish(case.files).faults
    for fault in faults:
        tally.often[fault.kind] = tally.often.get(fault.kind, 0) + 1
        if fault.kind not in tally.findings:
            # To make a case smaller that takes for ever takes for ever.
            once = shrink and "TooLong" not in fault.kind
            left = case.smaller(door(f"{case.door} smaller"), fault) if once else case.files
            tally.findings[fault.kind] = Finding(fault, case.seed, "\n".join([*case.told, case.shown(left)]))


# ---- Less of the same ------------------------------------------------------------------------------------------------


def _fails(door: Door, files: Files, fault: Fault) -> bool:
    return fault.kind in {one.kind for one in door.trial(files).faults}


def _less_edited(door: Door, base: Files, files: Files, case: str, fault: Fault) -> Files:
    """One edit alone, if it is enough; and no more files changed than need be."""
    for number in range(3):
        alone, told = edited(base, case, only=number)
        alone |= ledgers.left(case, base)
        if told and alone != files and _fails(door, alone, fault):
            files = alone
            break
    for name in sorted(base.keys() | files.keys()):
        if files.get(name) != base.get(name):
            without = {key: one for key, one in files.items() if key != name}
            without |= {name: base[name]} if name in base else {}
            if _fails(door, without, fault):
                files = without
    return files


def less(door: Door, tree: sites.Tree, fault: Fault) -> sites.Tree:
    """*tree* without what the *fault* does not need: files, records, fields, paragraphs."""
    tries, depth = _TRIES, 1
    while paths := [path for path in _places(tree) if len(path) == depth]:
        for path in paths:
            less = _without(tree, path)
            tries -= 1
            if tries < 0:
                return tree
            if _fails(door, sites.files(less), fault):
                tree = less
        depth += 1
    return tree


def _places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each part of *node*; of a list the last first, so that those before keep their numbers."""
    keys: list[Any] = list(node) if isinstance(node, dict) else []
    if isinstance(node, list):
        keys = list(range(len(node)))[::-1]
    for key in keys:
        yield (*path, key)
        yield from _places(node[key], (*path, key))


def _without(node: Any, path: tuple[Any, ...]) -> Any:
    key, *rest = path
    if isinstance(node, dict):
        if rest:
            return node | {key: _without(node[key], tuple(rest))}
        return {name: one for name, one in node.items() if name != key}
    if rest:
        return [_without(one, tuple(rest)) if place == key else one for place, one in enumerate(node)]
    return [one for place, one in enumerate(node) if place != key]


# ---- What is told ----------------------------------------------------------------------------------------------------


def _difference(base: Files, files: Files) -> str:
    lines: list[str] = []
    for name in sorted(base.keys() | files.keys()):
        old, new = base.get(name), files.get(name)
        if old == new:
            continue
        if name.startswith("content/images/") or b"\0" in (new or b""):
            lines.append(f"{name}: {'gone' if new is None else f'{len(new)} bytes, {new[:24]!r}'}")
            continue
        one, other = (
            ("" if text is None else text.decode("utf-8", "backslashreplace")).split("\n")
            for text in (old, new)
        )
        lines += [
            line[:200]
            for line in difflib.unified_diff(
                one, other, name, name if new is not None else "(gone)", n=1, lineterm=""
            )
        ]
    return "\n".join(lines[:_LINES])


def _whole(files: Mapping[str, bytes]) -> str:
    lines: list[str] = []
    for name, content in files.items():
        text = (
            f"{len(content)} bytes"
            if name.startswith("content/images/")
            else content.decode("utf-8", "backslashreplace")
        )
        lines += [f"# {name}", *(line[:200] for line in text.rstrip("\n").split("\n"))]
    return "\n".join(lines[: _LINES * 2])
