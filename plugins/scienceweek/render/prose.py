"""Markdown as safe HTML: what staff write becomes headings, paragraphs, lists, tables, links and images."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import MappingProxyType

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from scienceweek.manuscript import manuscript
from scienceweek.render.address import is_of_the_site, leads_somewhere
from scienceweek.render.breaks import chinese_breaks
from scienceweek.render.emphasis import chinese_emphasis
from scienceweek.render.hyperlinks import Hyperlink
from scienceweek.render.lines import lines
from scienceweek.render.proof import Proof, Shown
from scienceweek.typesetting.phrases import phrases

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_ATTRIBUTES = {
    **{tag: {"id"} for tag in (*_HEADINGS, "p")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id", "value"},
    "ol": {"start"},
    "th": {"scope"},
}
_PLAIN = {
    "blockquote",
    "br",
    "code",
    "em",
    "hr",
    "strong",
    "table",
    "tbody",
    "td",
    "thead",
    "tr",
    "ul",
    "wbr",
}


class ProseError(ValueError):
    """The text breaks a limit. Says in Chinese in which line, what was found, and what would do."""


def markdown(text: str, shown: Mapping[str, Shown] = MappingProxyType({})) -> str:
    """*text* as HTML that is safe to put into a page. Raises ProseError.

    HTML in it is shown as it was typed; comments are left out. Headings start at h2 and skip no level. ``{#s4-1}``
    at the end of a heading, a paragraph or a list item is its id. Of a link or an image that may not be there, the
    words stay. *shown* says of images, by what is written for their addresses, how they are shown.
    """
    given = manuscript(text)
    if given.broken:
        raise ProseError("".join(f"第 {line} 行：{message}" for line, message in given.broken))
    tokens, _ = _read(given.text, shown)
    parser = _parser()
    return _cleaner().clean(parser.renderer.render(tokens, parser.options, {})).rstrip("\n")


def inline(text: str) -> str:
    """The heading *text*, of one line, as safe HTML, without a tag around it. Raises ProseError."""
    return markdown(f"# {text}").removeprefix("<h2>").removesuffix("</h2>")


def words(text: str) -> str:
    """The same without any tags in it."""
    return nh3.clean(inline(text), tags=set())


def problems(text: str) -> tuple[tuple[int, str], ...]:
    """Every mistake in *text*: its line, from 1, and in Chinese what was found and what would do.

    More than ``markdown`` raises: also what it would leave out, and what would not work on the page.
    """
    given = manuscript(text)
    if given.broken:
        return given.broken
    return tuple(dict.fromkeys((note.line, note.message) for note in sorted(_read(given.text)[1].notes)))


def hyperlinks(text: str) -> tuple[Hyperlink, ...]:
    """The links and the images in *text*, in order; none if it breaks a limit."""
    given = manuscript(text)
    return () if given.broken else tuple(_read(given.text)[1].hyperlinks)


def addresses(text: str) -> tuple[tuple[int, int, str], ...]:
    """Line, column and address of each link and image in *text*, for those who know nothing of drawing."""
    return tuple((one.line, one.column, one.address) for one in hyperlinks(text))


def _read(source: str, shown: Mapping[str, Shown] = MappingProxyType({})) -> tuple[list[Token], Proof]:
    try:
        made = lines(source)
        proof = Proof(made, source.split("\n"), shown)
        return _parser().parse("\n".join(line.text for line in made), {"proof": proof}), proof
    except RecursionError:
        raise ProseError("列表、引用或强调套得太深。请分成几段。") from None


@cache
def _parser() -> MarkdownIt:
    """One parser a process. Each rule is named: what is not, is text."""
    parser = MarkdownIt("zero", {"maxNesting": 100})
    parser.enable(["table", "blockquote", "hr", "list", "heading"])
    parser.enable(["newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "entity"])
    parser.use(chinese_emphasis).use(chinese_breaks)
    # Addresses stay as they were typed: `address` says which may be there.
    setattr(parser, "normalizeLink", str)  # noqa: B010 - mypy knows no method that may be replaced
    setattr(parser, "normalizeLinkText", str)  # noqa: B010
    setattr(parser, "validateLink", bool)  # noqa: B010
    parser.add_render_rule("bullet_list_open", _list)
    parser.add_render_rule("ordered_list_open", _list)
    parser.core.ruler.before("text_join", "proof", lambda state: state.env["proof"].read(state.tokens))
    parser.core.ruler.push("phrases", _headings)
    return parser


def _headings(state: StateCore) -> None:
    """The texts of headings break between their words."""
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open" and inline.children:
            inline.children = [part for child in inline.children for part in _parted(child)]


def _parted(token: Token) -> Iterator[Token]:
    if token.type != "text":
        yield token
        return
    for place, run in enumerate(phrases(token.content)):
        if place:
            yield Token("wbr", "wbr", 0)
        yield token.copy(content=run)


def _list(
    renderer: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType
) -> str:
    # No blank between the words of an item and the list in it.
    return renderer.renderToken(tokens, place, options, env).lstrip("\n")


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
