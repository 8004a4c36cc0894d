"""Markdown as safe HTML: what staff write becomes headings, paragraphs, lists, tables, links and images."""

import re
from functools import cache

import nh3
from markdown import Markdown

from scienceweek.render import limits
from scienceweek.render.address import is_of_the_site, leads_somewhere
from scienceweek.render.proof import Drawn, Proof

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_ATTRIBUTES = {
    **{tag: {"id"} for tag in (*_HEADINGS, "p", "li")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"scope"},
}
_PLAIN = {
    "blockquote",
    "br",
    "code",
    "em",
    "hr",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "thead",
    "tr",
    "ul",
}

_LINE_ENDS = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
# Controls (STX and ETX are the parser's own marks), marks that turn the reading order round, and what is no character.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s+[A-Za-z-]+\s*=[^<>]*|\s*/?)>")


class ProseError(ValueError):
    """The text breaks a limit. Says in Chinese in which line, what was found, and what would do."""


def markdown(text: str) -> str:
    """*text* as HTML that is safe to put into a page. Raises ProseError.

    HTML in it is shown as it was typed; comments are left out. Headings start at h2 and skip no level. ``{#s4-1}``
    at the end of a heading, a paragraph or a list item is its id. Of a link or an image that may not be there, the
    words stay.
    """
    source, broken = _read(text)
    if broken:
        raise ProseError("".join(f"第 {line} 行：{message}" for line, message in broken))
    return _cleaner().clean(_parsed(source)[0])


def problems(text: str) -> tuple[tuple[int, str], ...]:
    """Every mistake in *text*: its line, from 1, and in Chinese what was found and what would do.

    More than ``markdown`` raises: also what it would leave out, and what would not work on the page.
    """
    source, broken = _read(text)
    if broken:
        return broken
    lines = source.split("\n")
    notes = [*_parsed(source)[1], *_tags(source)]
    return tuple(sorted((_line(lines, piece), message) for piece, message in notes))


def drawn(text: str) -> tuple[Drawn, ...]:
    """The links and images of *text*, in the order in which they are drawn; none of a text that breaks a limit."""
    source, broken = _read(text)
    if broken:
        return ()
    _parsed(source)
    return _parser()[1].drawn


def uncommented(text: str) -> str:
    """*text* as Markdown, without comments and invisible characters: what may be published of it."""
    return _read(text)[0]


def _read(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """*text* without what no reader should get, line for line, and the limits that it breaks."""
    source = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    kept: list[str] = []
    position = 0
    while (start := source.find("<!--", position)) >= 0:
        end = source.find("-->", start + 4)
        kept.append(source[position:start])
        if end < 0:
            line = source.count("\n", 0, start) + 1
            return "".join(kept), ((line, "“<!--”后面没有“-->”。请补上，或删去这条注释。"),)
        kept.append("\n" * source.count("\n", start, end))
        position = end + 3
    source = "".join([*kept, source[position:]])
    return source, tuple(limits.problems(source))


def _parsed(source: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The HTML before it is cleaned, and the notes on it."""
    parser, proof = _parser()
    proof.forget()
    try:
        made = parser.reset().convert(source)
    except RecursionError:
        # Its state is then that of the middle of a text.
        _parser.cache_clear()
        raise ProseError("列表、引用或强调套得太深。请分成几段。") from None
    return made, proof.notes


@cache
def _parser() -> tuple[Markdown, Proof]:
    """One parser a process: making it costs as much as a page."""
    parser = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    proof = Proof(parser)
    parser.treeprocessors.register(proof, "proof", -1)
    return parser, proof


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*_ATTRIBUTES, *_PLAIN},
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        set_tag_attribute_values={"img": {"loading": "lazy"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    """A second look at addresses, after the cleaner has read the page as a browser would."""
    match attribute:
        case "href" if not leads_somewhere(value):
            return None
        case "src" if not is_of_the_site(value):
            return None
        case _:
            return value


def _tags(source: str) -> list[tuple[str, str]]:
    found = {match[0]: None for match in _TAG.finditer(source)}
    return [
        (tag, f"网页标签“{tag}”不起作用，会照样显示出来。请删去，或改用 Markdown 的写法。") for tag in found
    ]


def _line(lines: list[str], piece: str) -> int:
    """The first line that holds *piece*; 1 if it was written in some other way."""
    return next((number for number, line in enumerate(lines, 1) if piece in line), 1)
