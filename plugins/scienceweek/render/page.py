"""A page: a Jinja template drawn with a view."""

import re
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from scienceweek import cache as kept
from scienceweek.render import prose
from scienceweek.render.proof import Shown
from scienceweek.typesetting import phrases as typesetting

_SYMBOL = re.compile(r'#_(?!d[0-9]")([\w-]+)"')
_DIGIT = re.compile(r'#_d([0-9])"')
_INDENT = re.compile(r"(?<=\n)[ \t]+")


@dataclass(frozen=True, slots=True)
class Page:
    """Draws the template *name* of the folder *templates*.

    The template sees ``view``; it and all macros see ``site`` and ``root`` (the way back to the front page: ``""``, ``"../"``). Every
    text is escaped, and a name that is not there stops the build. Where the folder lies makes no page another one; what is
    in it does, and the salt tells of that.
    """

    templates: str = field(repr=False)
    name: str

    def __call__(self, site: object, view: object, root: str) -> bytes:
        template = _at(self.templates, root, site).get_template(self.name)
        return template.render(view=view).encode()


def _escaped(value: object) -> str:
    """*value* as it stands in a page. Most is markup already, of which Jinja's own would make a copy."""
    return value if type(value) is Markup else escape(value)


class _Unindented(Extension):
    """Pages are indented for those who write templates; whoever reads a page needs the end of a line at most."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _INDENT.sub("", source) if (name or "").endswith(".html") else source


class _Template(Template):
    """What templates know beside their arguments is the same for all of them, so what is in one is made once for all others."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], *known: Any
    ) -> Template:
        namespace["escape"] = _escaped
        return super()._from_namespace(environment, namespace, *known)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # Jinja would go through all globals for each import of each page.
        return super()._get_default_module()


class _Context(Context):
    """What a template sees while it is drawn."""

    def call(
        self,
        called: Callable[..., object],
        /,
        *given: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> object:
        # Nothing that our templates call asks for their context, and Jinja would look whether it does, at each call.
        return called(*given, **named)


_PLACES: dict[tuple[str, str], tuple[object, Environment]] = {}


def _at(templates: str, root: str, site: object) -> Environment:
    """The templates as they are for pages from which *root* leads to the front page: macros know it, and the *site*."""
    known = _PLACES.get((templates, root))
    if (
        known is None
        or not (known[0] is site or known[0] == site)
        or known[1].linked_to is not environment(templates)
    ):
        made = environment(templates).overlay()
        made.globals = {**made.globals, "site": site, "root": root}
        known = _PLACES[templates, root] = (site, made)
    return known[1]


_READ_FOR: list[bytes] = []


def fresh_templates(salt: bytes) -> None:
    """Has templates read again, if this process has drawn with another *salt* before: that stands for what is in them."""
    if [salt] != _READ_FOR:
        environment.cache_clear()
        _READ_FOR[:] = [salt]


def read_templates(templates: str) -> None:
    """Has all templates of a folder read, for whoever draws soon."""
    known = environment(templates)
    for name in known.list_templates(filter_func=lambda name: "." in name and not name.startswith("__")):
        known.get_template(name)


@cache
def environment(templates: str) -> Environment:
    """The templates of a folder, compiled once a process. ``environment.cache_clear()`` has them read again."""
    made = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        extensions=[_Unindented],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_Compiled(Path(templates, "__pycache__")),
        cache_size=-1,
    )
    made.template_class = _Template
    made.context_class = _Context
    made.globals["remembered"] = _remembered
    made.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "allow_nan": False,
        "separators": (",", ":"),
    }
    made.filters["markdown"] = _markdown
    made.filters["inline"] = _inline
    made.filters["words"] = _words
    made.filters["symbols_used"] = _symbols_used
    made.filters["digits_used"] = _digits_used
    made.filters["phrases"] = _phrases
    made.filters["ranges"] = _ranges
    # Text comes in escaped or not at all, and the same input makes the same bytes.
    del made.filters["safe"], made.filters["random"], made.globals["lipsum"]
    return made


class _Compiled(BytecodeCache):
    """Compiled templates lie where Python would put them, under seal: whoever could change one could run anything.

    Jinja looks at the text of a template; how it is to be compiled is said in this file. Where the folder lies does not
    matter: a copy of the program has its own compiled templates with it, as it has its compiled modules.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manner = blake2b(Path(__file__).read_bytes(), digest_size=8).hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return blake2b(name.encode(), digest_size=16).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        if (content := kept.read(self._place(bucket), bucket.key.encode())) is not None:
            bucket.bytecode_from_string(bytes(content))

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept.write(self._place(bucket), bucket.key.encode(), bucket.bytecode_to_string())

    def _place(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}-{self._manner}.jinja"


class ShownImage(Protocol):
    """An image of the site that a text may show: its address from the site's root, its size in pixels."""

    @property
    def address(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


def _remembered(macro: Macro) -> Callable[..., str]:
    """*macro*, made once for equal arguments: for pieces that many pages show. A text is not taken for equal markup."""
    return lru_cache(maxsize=1024, typed=True)(macro)


def _markdown(text: str, images: Iterable[ShownImage] = (), root: str = "") -> Markup:
    shown = {
        root + image.address.partition("?")[0]: Shown(root + image.address, image.width, image.height)
        for image in images
    }
    return Markup(prose.markdown(text, shown))  # noqa: S704 - prose has cleaned it


def _inline(text: str) -> Markup:
    return Markup(prose.inline(text))  # noqa: S704 - likewise


def _words(text: str) -> Markup:
    return Markup(prose.words(text))  # noqa: S704 - likewise


@lru_cache(maxsize=65536)
def _phrases(text: str | tuple[str, ...]) -> Markup:
    """*text*, or the runs that it was told in, with the places where a line may break."""
    return Markup("<wbr>").join(typesetting.phrases(text) if isinstance(text, str) else text)


@lru_cache(maxsize=65536)
def _ranges(text: str) -> Markup:
    """*text*, in which a range of days is parted last of all: its dash ends no line. Of a text that is a range nothing is marked."""
    parts = typesetting.ranges(text)
    if not "".join(parts[::2]):
        return escape(text)
    return Markup().join(
        Markup('<span class="whole">{}</span>').format(part) if at % 2 else escape(part)
        for at, part in enumerate(parts)
    )


def _symbols_used(html: str) -> frozenset[str]:
    """The symbols of the page that attributes of *html* lead to, without the ``_`` that their ids begin with."""
    return frozenset(_SYMBOL.findall(html))


def _digits_used(html: str) -> frozenset[str]:
    """Likewise of the numerals."""
    return frozenset(_DIGIT.findall(html))
