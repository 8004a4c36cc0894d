"""Drawings as they leave (SVG 2): what is drawn, and nothing of who drew it and with what."""

import re
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_UNSEEN = {"metadata", "title", "desc", "script", "foreignObject"}
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)

ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)


def plain(content: bytes) -> bytes:
    """The drawing in *content* with no comments, metadata, or elements and attributes of other vocabularies.

    Raises ParseError for what is no XML.
    """
    root = ET.fromstring(content)  # noqa: S314 - what has entities was refused before
    _strip(root)
    drawn: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn


def _strip(element: ET.Element) -> None:
    for key in [key for key in element.attrib if not _is_drawn(key)]:
        del element.attrib[key]
    if element.tag == f"{{{_SVG}}}style":
        element.text = _REMARK.sub("", element.text or "")
    before: ET.Element | None = None
    for child in list(element):
        space, _, name = str(child.tag).removeprefix("{").rpartition("}")
        if space == _SVG and name not in _UNSEEN:
            _strip(child)
            before = child
            continue
        # What follows an element belongs to it here, and may be text that is drawn.
        if before is None:
            element.text = (element.text or "") + (child.tail or "")
        else:
            before.tail = (before.tail or "") + (child.tail or "")
        element.remove(child)


def _is_drawn(attribute: str) -> bool:
    space, _, name = attribute.removeprefix("{").rpartition("}")
    if space:
        return (space, name) == (_XLINK, "href") or space == _XML
    return not name.startswith(("data-", "on"))
