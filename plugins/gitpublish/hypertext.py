"""Links between the pages of a site, and the places that they lead to."""

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(rb"""\s(?:href|src|action|poster)=(?:"([^"]*)"|'([^']*)')""")
_PLACE = re.compile(rb"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)')""")
_LEADS_ON = re.compile(rb"""<meta http-equiv="refresh" content="0; url=([^"]*)">""")
_ADDRESS = re.compile(rb"<loc>([^<]*)</loc>")
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_OTHERWISE = (
    re.compile(rb"%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff])"),
    re.compile(rb"&(?!(?:amp|lt|gt|quot|#34|#39);)"),
)
"""How a sign of a plain word may be written, but as itself."""

Words = tuple[bytes, bytes]
"""What is written in every link to something: a part of its way, and of its place."""


def words(path: str, place: str = "") -> Words | None:
    """What each page that leads to *place* in the file at *path* has, unless something is written otherwise; None where nobody can say."""
    name = path.rpartition("/")[2]
    if name == "index.html":  # a link may leave it out
        name = ""
    if not (name or place) or not all(_PLAIN.fullmatch(word) for word in (name, place) if word):
        return None
    return name.encode(), f"#{place}".encode() if place else b""


@dataclass(frozen=True, slots=True)
class Hypertext:
    """The site in the folder *tree*, in public at *url*, which has *files*; some places in *scripted* ones a script brings."""

    tree: Path
    url: str
    files: frozenset[str]
    scripted: frozenset[str] = frozenset()
    _places: dict[str, frozenset[str]] = field(default_factory=dict)
    _looked_up: dict[tuple[str, str], str] = field(default_factory=dict)

    def dead(self, path: str) -> Iterator[str]:
        """The files, and the places in files, that the page at *path* leads to and that are not there."""
        content = (self.tree / path).read_bytes()
        named = {_text(found) for found in _ADDRESS.findall(content)}
        # Whether one stands in a tag, or in a text about tags, matters only where it leads nowhere: hardly ever.
        links = named | {_text(one or other) for one, other in _LINK.findall(content)}
        if any(self._lacks(path, links)):
            yield from self._lacks(path, _values(_LINK, content) | named)

    def _lacks(self, path: str, links: Iterable[str]) -> Iterator[str]:
        """What *links* on the page at *path* mean and is not there."""
        folder, looked_up = posixpath.dirname(path), self._looked_up
        for link in links:
            if link[:1] == "#" and link[1:] in self.places(path):
                continue
            if link.strip()[:1] in {"", "#", "?"}:
                lack = self._lack(path, link)
            else:
                # Pages of a folder share most of theirs.
                key = folder, link
                if key not in looked_up:
                    looked_up[key] = self._lack(path, link)
                lack = looked_up[key]
            if lack:
                yield lack

    def _lack(self, path: str, link: str) -> str:
        """What is not there of what *link* means; nothing where it leads somewhere."""
        target, place = self._target(path, link)
        if target is None:
            return ""
        if target not in self.files:
            return target
        is_missed = place and self._has_places(target) and place not in self.places(target)
        return f"{target}#{place}" if is_missed else ""

    def may_lead(self, path: str, lost: Collection[Words]) -> bool:
        """Whether the page at *path* may lead, or lead on, to something of which the words are among those *lost*: no link is looked up for that."""
        content = (self.tree / path).read_bytes()
        leads_on = bool(_LEADS_ON.search(content))
        return any(way in content and (leads_on or place in content) for way, place in lost) or any(
            sign.search(content) for sign in _OTHERWISE
        )

    def leads_on(self, path: str) -> bool:
        """Whether who comes to the page at *path* is led to another, with the places there."""
        return bool(_LEADS_ON.search((self.tree / path).read_bytes()))

    def places(self, path: str) -> frozenset[str]:
        """The ids in the page at *path*; one that leads on to another has those of that one too."""
        if path not in self._places:
            content = (self.tree / path).read_bytes()
            found = self._places[path] = frozenset(_values(_PLACE, content))
            if leads_on := _LEADS_ON.search(content):
                target, _ = self._target(path, html.unescape(leads_on[1].decode(errors="replace")))
                if target in self.files:
                    self._places[path] = found | self.places(str(target))
        return self._places[path]

    def _has_places(self, path: str) -> bool:
        """Whether all places on the page at *path* are there without script."""
        return path.endswith(".html") and path not in self.scripted

    def _target(self, path: str, link: str) -> tuple[str | None, str]:
        """The file and the place in it that *link* on the page at *path* means; None if it leads elsewhere."""
        try:
            parts = urlsplit(link.strip())
        except ValueError:
            return link, ""
        home = urlsplit(self.url)
        way, folder = unquote(parts.path), home.path.rstrip("/")
        if parts.scheme or parts.netloc:
            if not self.url or (parts.scheme, parts.netloc) != (home.scheme, home.netloc):
                return None, ""
            way = way or "/"
        if not way:
            return path, unquote(parts.fragment)
        if way.startswith("/"):
            if way != folder and not way.startswith(f"{folder}/"):
                return None, ""
            target = posixpath.normpath(way[len(folder) :].lstrip("/") or ".")
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
        if target == ".":
            target = "index.html"
        elif way.endswith("/"):
            target = f"{target}/index.html"
        return target, unquote(parts.fragment)


def _values(attribute: re.Pattern[bytes], content: bytes) -> set[str]:
    found = {match[1] or match[2] or b"" for match in attribute.finditer(content) if _is_in_tag(match)}
    return set(map(_text, found))


def _text(value: bytes) -> str:
    return html.unescape(value.decode(errors="replace"))


def _is_in_tag(match: re.Match[bytes]) -> bool:
    """And not in a text about tags. Our own pages are well-formed, and no attribute holds a bare < or >."""
    content, at = match.string, match.start()
    opened = content.rfind(b"<", 0, at)
    return opened > content.rfind(b">", 0, at) and content[opened + 1 : opened + 2].isalpha()
