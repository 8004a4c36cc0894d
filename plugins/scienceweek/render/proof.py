"""Proof-reading of a parsed Markdown text: the tree is put right, and what is wrong in it is noted."""

import html
import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote
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


class Proof(Treeprocessor):
    """Runs last. *notes* holds, for the text read last, a piece of each faulty place and what to say about it.

    *addresses* holds where its links and images lead. Images of which *sizes* knows how large they are say so.
    """

    notes: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    sizes: Mapping[str, tuple[int, int]] = MappingProxyType({})

    def run(self, root: Element) -> None:
        notes: list[tuple[str, str]] = []
        levels: list[int] = []
        anchors: set[str] = set()
        addresses: list[str] = []
        for element in root.iter():
            _join_lines(element)
            if element.tag in _HEADINGS:
                element.tag = _level(_HEADINGS[element.tag], levels)
            if element.tag in _ANCHORED:
                notes += _set_anchor(element, anchors)
            elif element.tag == "a":
                notes += _read_link(element)
            elif element.tag == "img":
                notes += _read_image(element)
                self._measure(element)
            elif element.tag == "th":
                element.set("scope", "col")
            addresses += (_decoded(value) for key in ("href", "src") if (value := element.get(key)))
        self.notes, self.addresses = tuple(notes), tuple(addresses)

    def _measure(self, element: Element) -> None:
        """A browser that knows how large an image will be does not move the text when it comes."""
        size = self.sizes.get(unquote(_decoded(element.get("src", ""))))
        for key, pixels in zip(("width", "height"), size or (), strict=False):
            element.set(key, str(pixels))


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


def _read_link(element: Element) -> list[tuple[str, str]]:
    address = _decoded(element.get("href", ""))
    if not leads_somewhere(address):
        element.tag = "span"
        element.attrib.clear()
        would = "https://…、http://…、tel:…、mailto:… 或相对地址（如 ../bases/x.html）"
        return [(address, f"链接不能指向“{address}”。可以写 {would}。")]
    if not "".join(element.itertext()).strip() and element.find(".//img") is None:
        return [(address, f"指向“{address}”的链接没有文字。请写 [文字]({address})。")]
    return []


def _read_image(element: Element) -> list[tuple[str, str]]:
    address, words = _decoded(element.get("src", "")), element.get("alt", "")
    if not is_of_the_site(address):
        element.tag = "span"
        element.attrib.clear()
        element.text = words
        if " " in address.strip():
            return [(address, f"图片“{address}”的名称里有空格。请把文件改名，去掉空格，再照样写在这里。")]
        return [
            (
                address,
                f"图片不能用“{address}”。请把图片放进 content/images，写相对地址（如 ../images/x.jpg）。",
            )
        ]
    if not words.strip():
        return [(address, f"图片“{address}”没有说明。请在方括号里写图上有什么：![说明]({address})。")]
    return []


def _decoded(address: str) -> str:
    """As a browser reads it from the page."""
    return html.unescape(address.replace(AMP_SUBSTITUTE, "&"))
