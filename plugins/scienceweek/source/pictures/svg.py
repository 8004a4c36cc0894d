"""Drawings (SVG 2): how large they are, and what may not be in them, since a browser that opens one alone runs it."""

import re
from typing import NoReturn
from xml.parsers import expat

from scienceweek.source.mistakes.problems import quoted

LARGEST = 2_000_000
"""Bytes of one drawing."""

_DEEPEST, _MOST = 100, 50_000  # elements
_SEPARATOR = "\x1f"
SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"

_RUNNING = {"script", "handler", "listener"}
_FOREIGN = {"foreignobject", "iframe", "embed", "object", "audio", "video", "canvas"}
_WITHIN = re.compile(r"\s*#[^\s]*\s*")
_SCRIPT = re.compile(r"(?:java|vb|live)script:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"url\(\s*(?![\s\"']*#)", re.IGNORECASE)
_STYLED = re.compile(
    r"url\(\s*(?![\s\"']*#)|@import|expression\s*\(|-moz-binding|behavior\s*:|\\", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
}

_SAVE = "请在画图软件里另存为“普通 SVG”，或另存为 .png。"


class SvgError(ValueError):
    """What is wrong with a drawing and what would do, in Chinese."""


def size(content: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels, 0 by 0 where the drawing does not say. Raises SvgError."""
    if len(content) > LARGEST:
        raise SvgError(f"SVG 图有 {len(content) / 1_000_000:.1f} MB，太大了。请简化，或另存为 .png。")
    reader = _Reader()
    try:
        reader.read(content)
    except expat.ExpatError as error:
        raise SvgError(
            f"第 {error.lineno} 行不合 XML 的写法，浏览器打不开，可能没有存完整。{_SAVE}"
        ) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, SvgError):
            raise
        raise SvgError("SVG 图的文字编码看不懂。请存成 UTF-8，或另存为 .png。") from None
    return reader.size


class _Reader:
    """Reads one drawing from its first element to its last, and stops at the first that may not be there."""

    def __init__(self) -> None:
        self.size = (0, 0)
        self._depth = self._number = 0
        self._style: list[str] | None = None
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._entity
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self, content: bytes) -> None:
        self._parser.Parse(content, True)  # noqa: FBT003 - the standard library's

    def _refuse(self, what: str, remedy: str = _SAVE) -> NoReturn:
        raise SvgError(f"SVG 图的第 {self._parser.CurrentLineNumber} 行{what}，不能公开。{remedy}")

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        if internal:
            self._refuse("自己定义了实体（<!DOCTYPE … [ … ]>）")

    def _entity(self, *_: object) -> None:
        self._refuse("定义了实体（<!ENTITY>）")

    def _instruction(self, target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse("用了另外的样式表")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(_SEPARATOR)
        self._depth += 1
        self._number += 1
        if self._depth > _DEEPEST or self._number > _MOST:
            self._refuse("以后太复杂", "请简化，或另存为 .png。")
        if self._number == 1 and (space, element) != (SVG, "svg"):
            raise SvgError(_otherwise(space, element))
        if self._number == 1:
            self.size = _size(attributes)
        low = element.lower()
        if low in _RUNNING:
            self._refuse(f"有脚本（<{element}>）")
        if low in _FOREIGN or space == _XHTML:
            self._refuse(f"嵌了别的内容（<{element}>）")
        if low == "style":
            self._style = []
        for key, value in attributes.items():
            self._attribute(element, key.rpartition(_SEPARATOR)[2], value, is_own=space == SVG)

    def _attribute(self, element: str, key: str, value: str, *, is_own: bool) -> None:
        low = key.lower()
        if low.startswith("on") or _SCRIPT.match(_bare(value)):
            self._refuse(f"有脚本（{key}=…）")
        if low == "attributename" and _is_leading(value):
            self._refuse(f"会改动链接（<{element} {key}={quoted(value)}>）")
        if low in {"href", "src"} and is_own and not _WITHIN.fullmatch(value):
            is_embedded = _bare(value).lower().startswith("data:")
            self._refuse("嵌了一张图片" if is_embedded else f"连到别处（{quoted(value)}）")
        # An attribute that says how something looks is CSS too: fill="url(…)".
        if is_own and (_STYLED if low == "style" else _ELSEWHERE).search(value):
            self._refuse(f"连到别处（{key}={quoted(value)}）")

    def _characters(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._style is not None and name.rpartition(_SEPARATOR)[2].lower() == "style":
            css, self._style = "".join(self._style), None
            if found := _STYLED.search(css):
                self._refuse(f"的样式连到别处（{quoted(css[found.start() :])}）")


def _otherwise(space: str, element: str) -> str:
    """What is wrong with a first *element* that does not begin a drawing."""
    if element == "svg" and not space:
        return f"第一个标签 <svg> 里少了 xmlns=“{SVG}”，浏览器不显示。{_SAVE}"
    return f"里面不是 SVG 图，而是{quoted(element)}。{_SAVE}"


def _is_leading(name: str) -> bool:
    """Whether an attribute of this *name* leads somewhere or runs something."""
    local = name.strip().rpartition(":")[2].lower()
    return local in {"href", "src"} or local.startswith("on")


def _bare(value: str) -> str:
    """Browsers drop these from an address."""
    return re.sub(r"[\x00-\x20]", "", value)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """The size that the outermost element says, or that of its view box."""
    wide, high = (_pixels(attributes.get(key, "")) for key in ("width", "height"))
    if wide and high:
        return wide, high
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    four = [_pixels(one) for one in box[2:4]] if len(box) == 4 else []  # noqa: PLR2004 - min-x, min-y, width, height
    if len(four) < 2 or not all(four):  # noqa: PLR2004
        return 0, 0
    if wide:
        return wide, max(1, round(wide * four[1] / four[0]))
    return (max(1, round(high * four[0] / four[1])), high) if high else (four[0], four[1])


def _pixels(written: str) -> int:
    """A length in whole pixels; 0 where it is relative, or no length."""
    found = _LENGTH.fullmatch(written)
    if not found:
        return 0
    length = float(found[1]) * _PIXELS[(found[2] or "").lower()]
    return round(length) if 1 <= length <= 100_000 else 0  # noqa: PLR2004 - more is a slip
