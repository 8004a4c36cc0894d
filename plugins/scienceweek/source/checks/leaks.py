"""Private numbers, addresses and names in what staff have written, told with their place before anything is made."""

import re
import zipfile
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scienceweek.links import PICTURES
from scienceweek.manuscript import LENGTH
from scienceweek.model.activity import Admits
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Phone, Show
from scienceweek.privacy.documents import TooLarge, is_document
from scienceweek.privacy.gate import texts
from scienceweek.privacy.numbers import digits_of, forms, is_identity, is_mobile, local
from scienceweek.privacy.secrets import Leak, SecretKind, Secrets, fleeting
from scienceweek.source.files.folder import name
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Position, Problem, Problems, quoted
from scienceweek.source.prose.library import Library
from scienceweek.source.records.allowed import AllowedRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.yaml.node import Node

_APART = "\n\n"  # no number goes on behind an empty line
_LARGEST = 20_000_000  # bytes
_LONGEST = 20_000  # characters of a value
_MOST = 200  # of one text: whoever has mended those is told of the rest
# The lines of a drawing are no numbers of anybody.
_DRAWN = re.compile(r"""\s(?:d|points|viewBox|transform)=(?:"[^"<>]*"|'[^'<>]*')""")
_INK = re.compile("[^\n]")
_NUMBERS = ("lat", "lon")
_ALLOW = "可以公开的，在 data/allowed.yaml 里写明内容和理由。"


@dataclass(frozen=True, slots=True)
class ShownText:
    """All that a file of ``data/`` says in public, in one *text*; from each of *starts* on, what stands at a *place*."""

    text: str = ""
    starts: tuple[int, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


class SaidText(NamedTuple):
    """What a file of ``data/`` says in public, when somebody asks for it; the *key*, if there is one, is another for any other text."""

    text: Callable[[], ShownText]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """What staff have written: what the files of ``data/`` have *said*, the *library*, and the rest of *content*.

    The *memory* knows in which texts there was nothing.
    """

    said: Mapping[str, SaidText]
    library: Library
    content: Path
    memory: Memory = field(default_factory=Memory)


def shown(node: Node) -> ShownText:
    """What *node* and those in it say, but for contacts and activities that are for staff only."""
    found = list(_said(node))
    starts, at = [], 0
    for _, _, value in found:
        starts.append(at)
        at += len(value) + len(_APART)
    places = tuple((line, column) for line, column, _ in found)
    return ShownText(_APART.join(value for _, _, value in found), tuple(starts), places)


def check(
    sources: Sources,
    catalogue: Catalogue,
    allowed: Iterable[RecordEntry[AllowedRecord]],
    problems: Problems,
    keeper: Phone | None = None,
) -> tuple[Secrets, tuple[Problem, ...]]:
    """What must be in no output; whatever of it stands in the sources is a problem.

    The number of the *keeper* of the site is public. And what is wrong if the settings show mobiles in part, or for a time: those that stand in a text stay there.
    """
    entries = [entry for entry in allowed if _may_be_allowed(entry, problems)]
    own = keeper.number if keeper else ""
    strict = Secrets.of(catalogue).without(own)
    used: set[str] = set()
    withheld = frozenset(activity.id for activity in catalogue.withheld)
    for spot, leak in _found(sources, withheld, _Search.of(strict, sources.memory)):
        values = [entry.record.value for entry in entries if _is_allowed(leak, entry.record.value)]
        used.update(values)
        if leak.kind is SecretKind.IDENTITY or not values:
            _tell(spot, leak, problems)
    exposed, brief = Problems(), fleeting(catalogue)
    if (passing := Secrets.passing(catalogue)).numbers:
        for spot, leak in _found(sources, withheld, _Search.of(passing, sources.memory)):
            values = [entry.record.value for entry in entries if _is_allowed(leak, entry.record.value)]
            used.update(values)
            if leak.known in brief and not values:
                problems.remind(
                    spot,
                    f"{quoted(leak.written)}只公开到活动周结束（show: campaign），写在文字里的到时候还在。请只写在联系人里。",
                )
            if is_mobile(leak.known) and not values:
                exposed.error(
                    spot,
                    f"{quoted(leak.written)}是个人手机，网站的设置要隐去它，写在文字里就隐不去。请只写在联系人里；{_ALLOW}",
                )
    for entry in entries:
        if entry.record.value not in used:
            problems.remind(
                entry.spot("value"),
                f"{quoted(entry.record.value)}没有用到：没有一处要靠它公开。可以删去这一条。",
            )
    allowed_values = tuple(entry.record.value for entry in entries)
    return Secrets.of(catalogue, allowed_values).without(own), exposed.all


def of_settings(file: str, shown: Iterable[str], secrets: Secrets, problems: Problems) -> None:
    """Tell of what must be in no output and is *shown* on every page because the settings in *file* say so."""
    for value in shown:
        for leak in secrets.within(value):
            _tell(Position(file), leak, problems)


def _said(node: Node) -> Iterator[tuple[int, int, str]]:
    match node.value:
        case dict():
            if Admits.read(node.value.get("admits")) is Admits.STAFF:
                return
            for key, part in node.parts.items():
                if key == "contacts":
                    yield from _said_of_contacts(part)
                elif key == "phone":
                    yield from _said_of_phones(part)
                elif key not in _NUMBERS:
                    yield from _said(part)
        case list():
            for part in node.parts.values():
                yield from _said(part)
        case str():
            # Whatever is longer is refused for that.
            yield node.line, node.column, node.value[:_LONGEST]


def _said_of_contacts(node: Node) -> Iterator[tuple[int, int, str]]:
    """What the contacts in *node* say beside the numbers and addresses that they make public."""
    for contact in node.parts.values() if isinstance(node.value, list) else (node,):
        show = Show.read(contact.value.get("show")) if isinstance(contact.value, dict) else None
        if show not in (Show.INTERNAL, None):
            for key in ("post", "basis") if show is Show.OFFICE else ("name", "post", "basis"):
                if key in contact.parts:
                    yield from _said(contact.at(key))


def _said_of_phones(node: Node) -> Iterator[tuple[int, int, str]]:
    """What stands beside the numbers at which one books: they are public themselves."""
    for phone in node.parts.values() if isinstance(node.value, list) else (node,):
        if isinstance(phone.value, dict):
            for key, part in phone.parts.items():
                if key != "number":
                    yield from _said(part)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for *secrets*, which have a *digest*, but not in texts that the *memory* knows to have none of them."""

    secrets: Secrets
    digest: str
    memory: Memory

    @classmethod
    def of(cls, secrets: Secrets, memory: Memory) -> "_Search":
        own = secrets.extensions.items()
        told = (
            *(sorted(known.items()) for known in (secrets.numbers, secrets.mails)),
            sorted((number, tuple(sorted(further.items()))) for number, further in own),
            *(sorted(known) for known in (secrets.names, secrets.mobiles, secrets.forms)),
        )
        digest = blake2b(repr(told).encode(errors="surrogatepass"), digest_size=16)
        return cls(secrets, digest.hexdigest(), memory)

    def leaks(self, text: str) -> Iterator[Leak]:
        return self.within(text, lambda: ShownText(text))

    def within(self, key_of_text: str, shown_text: Callable[[], ShownText]) -> Iterator[Leak]:
        """Those in a text that is asked for if there may be some."""
        key = ("no secret", self.digest, key_of_text)
        if self.memory.knows(*key):
            return
        text = shown_text().text
        found = [*islice(self.secrets.within(text, written=True), _MOST)]
        found += islice(self.secrets.named(text), _MOST)
        if not found:
            self.memory.learn(True, *key)  # noqa: FBT003 - what is found
        yield from found


def _found(sources: Sources, withheld: Collection[str], search: _Search) -> Iterator[tuple[Position, Leak]]:
    content = sources.content
    for file, several in sources.said.items():
        shown_text = several.text
        if leaks := list(search.within(several.key or shown_text().text, shown_text)):
            said = shown_text()
            lines = (content.parent / file).read_text("utf-8", errors="replace").lstrip("\ufeff").split("\n")
            for leak in leaks:
                yield _written(file, lines, said, leak), leak
    for file, text in _prose(sources, withheld):
        for leak in search.leaks(text):
            yield _spot(file, text, leak.start), leak
    for path in _names(content):
        for leak in search.leaks(path.stem):
            yield Position(name(path, content.parent)), leak
    for path in sorted((content / "images").rglob("*")) + sorted((content / "files").rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield from _in_file(path, content, search)


def _prose(sources: Sources, withheld: Collection[str]) -> Iterator[tuple[str, str]]:
    library, content = sources.library, sources.content
    for id, body in library.activities.items():
        if id not in withheld:
            yield body.file, body.text[:LENGTH]
    for body in (*library.bases.values(), *library.notices.values()):
        yield body.file, body.text[:LENGTH]
    for path in sorted((content / "pages").glob("*.md")):
        if path.is_file() and not path.is_symlink():
            text = path.read_text("utf-8", errors="replace").lstrip("\ufeff")
            yield name(path, content.parent), text[:LENGTH]


def _names(content: Path) -> Iterator[Path]:
    """The pages: their names become addresses."""
    return (path for path in sorted((content / "pages").glob("*.md")) if not path.is_symlink())


def _in_file(path: Path, content: Path, search: _Search) -> Iterator[tuple[Position, Leak]]:
    """In the name of a picture or an attachment, and in what can be read of it."""
    file = name(path, content.parent)
    for leak in search.leaks(path.relative_to(content).as_posix()):
        yield Position(file), leak
    drawn = path.suffix.lower() in PICTURES and path.suffix.lower() != ".svg"
    if drawn or path.stat().st_size > _LARGEST:
        return
    try:
        for part in texts(path.name.lower(), path.read_bytes()):
            text = _DRAWN.sub(lambda drawn: _INK.sub("\0", drawn[0]), part.decode(errors="replace"))
            for leak in search.leaks(text):
                # Nobody sees the lines of a document.
                yield (
                    Position(file) if is_document(path.name.lower()) else _spot(file, text, leak.start),
                    leak,
                )
    except (OSError, zipfile.BadZipFile, TooLarge):
        return  # whoever says which files there may be tells of it


def _spot(file: str, text: str, at: int) -> Position:
    return Position(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _written(file: str, lines: list[str], said: ShownText, leak: Leak) -> Position:
    """Where in the *lines* of *file* the value stands that has *leak* in it, and if it can be found, where in that."""
    number = bisect_right(said.starts, leak.start) - 1
    line, column = said.places[number]
    value = said.text[said.starts[number] : leak.end]
    first = re.split(r"\s", leak.written)[0]
    before = value[: leak.start - said.starts[number]].count(first)
    for at in range(line - 1, min(len(lines), line + value.count("\n") * 2 + 40)):
        start = column - 1 if at == line - 1 else 0
        while (place := lines[at].find(first, start)) >= 0:
            if not before:
                return Position(file, at + 1, place + 1)
            before -= 1
            start = place + len(first)
    return Position(file, line, column)


def _may_be_allowed(entry: RecordEntry[AllowedRecord], problems: Problems) -> bool:
    value = entry.record.value
    if is_identity(digits_of(value)):
        problems.error(entry.spot("value"), "身份证号码在哪里都不能公开，也不能写在这里。请删去这一条。")
        return False
    return True


def _is_allowed(leak: Leak, value: str) -> bool:
    match leak.kind:
        case SecretKind.IDENTITY:
            return False
        case SecretKind.NUMBER | SecretKind.MOBILE:
            number = leak.known or digits_of(leak.written)
            return "@" not in value and not {*forms(number), local(number)}.isdisjoint(forms(value))
        case SecretKind.MAIL:
            return leak.known.lower() == value.lower()
        case SecretKind.NAME:
            return leak.known == value


def _tell(spot: Position, leak: Leak, problems: Problems) -> None:
    match leak.kind:
        case SecretKind.NUMBER:
            problems.error(
                spot,
                f"{quoted(leak.written)}是内部联系人的电话（{leak.known}），不能公开。请删去，或写〔联系方式供来文单位，此处略〕；{_ALLOW}",
            )
        case SecretKind.MAIL:
            problems.error(
                spot,
                f"{quoted(leak.written)}是内部联系人的邮箱（{leak.known}），不能公开。请删去，或写〔联系方式供来文单位，此处略〕；{_ALLOW}",
            )
        case SecretKind.MOBILE:
            problems.error(
                spot,
                f"{quoted(leak.written)}是手机号，没有一条公开的记录有它。请删去；要公开，写成联系人"
                "（contacts，加 show: public 和 basis）；不是手机号或者另有依据的，在 data/allowed.yaml 里写明内容和理由。",
            )
        case SecretKind.IDENTITY:
            number = digits_of(leak.written)
            problems.error(spot, f"这里有身份证号码“{number[:6]}********{number[14:]}”，不能公开。请删去。")
        case SecretKind.NAME:
            problems.remind(spot, f"{quoted(leak.known)}是内部联系人的姓名。不该公开的，请删去；{_ALLOW}")
