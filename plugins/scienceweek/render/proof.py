"""Proof-reading of a parsed Markdown text: the tree is put right, and what is wrong in it is noted."""

import html
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from scienceweek.render.address import is_of_the_site, leads_somewhere

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ANCHORED = {*_HEADINGS, "p", "li"}
_ANCHOR = re.compile(r"[ \t]*\{#([^{}\s]*)\}[ \t]*\Z")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_WIDE = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
_BREAK = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A link or an image, as it is drawn: its *address*, and the *words* that stand for it, if there are any."""

    address: str
    words: str
    is_image: bool


class Proof(Treeprocessor):
    """Runs last. *notes* holds, for the text read last, a piece of each faulty place and what to say about it.

    *drawn* are its links and images, in order.
    """

    notes: tuple[tuple[str, str], ...] = ()
    drawn: tuple[Drawn, ...] = ()

    def forget(self) -> None:
        """Before each text: of an empty one there is no tree to read."""
        self.notes, self.drawn = (), ()

    def run(self, root: Element) -> None:
        notes: list[tuple[str, str]] = []
        drawn: list[Drawn] = []
        levels: list[int] = []
        anchors: set[str] = set()
        for element in root.iter():
            _join_lines(element)
            if element.tag in _HEADINGS:
                element.tag = _level(_HEADINGS[element.tag], levels)
            if element.tag in _ANCHORED:
                notes += _set_anchor(element, anchors)
            elif element.tag == "a":
                drawn.append(_read_link(element))
            elif element.tag == "img":
                drawn.append(_read_image(element))
            elif element.tag == "th":
                element.set("scope", "col")
        self.notes, self.drawn = tuple(notes), tuple(drawn)


def _join_lines(element: Element) -> None:
    """Chinese has no spaces: a line break between two characters must not become one."""
    if element.text and element.tag not in {"pre", "code"}:
        element.text = _BREAK.sub("", element.text)
    if element.tail:
        element.tail = _BREAK.sub("", element.tail)


def _level(written: int, levels: list[int]) -> str:
    """The heading for a level as *written*: below the title of the page, and with no level skipped."""
    while levels and levels[-1] >= written:
        levels.pop()
    levels.append(written)
    return f"h{min(1 + len(levels), 6)}"


def _set_anchor(element: Element, anchors: set[str]) -> list[tuple[str, str]]:
    # The words of a list item end where the list inside it begins.
    inline = [child for child in element if child.tag not in {"ul", "ol"}]
    last = inline[-1] if inline else None
    found = _ANCHOR.search((element.text if last is None else last.tail) or "")
    if found is None:
        return []
    anchor = found[1]
    if not _ID.fullmatch(anchor):
        return [(found[0].strip(), f"看不懂编号“{anchor}”。编号只用小写字母、数字和“-”，如 {{#s4-1}}。")]
    rest = found.string[: found.start()]
    if last is None:
        element.text = rest
    else:
        last.tail = rest
    if anchor in anchors:
        return [(found[0].strip(), f"编号“{anchor}”用了两次。请给第二处另起一个，如 {{#{anchor}b}}。")]
    anchors.add(anchor)
    element.set("id", anchor)
    return []


def _read_link(element: Element) -> Drawn:
    address = _decoded(element.get("href", ""))
    pictured = element.find(".//img") is not None
    drawn = Drawn(address, "".join(element.itertext()).strip() or ("图" if pictured else ""), is_image=False)
    if not leads_somewhere(address):
        element.tag = "span"
        element.attrib.clear()
    return drawn


def _read_image(element: Element) -> Drawn:
    drawn = Drawn(_decoded(element.get("src", "")), element.get("alt", "").strip(), is_image=True)
    if not is_of_the_site(drawn.address):
        element.text = element.get("alt", "")
        element.tag = "span"
        element.attrib.clear()
    return drawn


def _decoded(address: str) -> str:
    """As a browser reads it from the page."""
    return html.unescape(address.replace(AMP_SUBSTITUTE, "&"))
