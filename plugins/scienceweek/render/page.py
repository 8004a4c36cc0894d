"""A page: a Jinja template drawn with a view."""

import re
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scienceweek.render import prose

_REFERENCE = re.compile(r'#([\w-]+)"')


@dataclass(frozen=True, slots=True)
class Page:
    """Draws the template *name* of the folder *templates*.

    The template sees ``site``, ``view`` and ``root`` (the way back to the front page: ``""``, ``"../"``), every
    text is escaped, and a name that is not there stops the build.
    """

    templates: str
    name: str

    def __call__(self, site: object, view: object, root: str) -> bytes:
        template = environment(self.templates).get_template(self.name)
        return template.render(site=site, view=view, root=root).encode()


@cache
def environment(templates: str) -> Environment:
    """The templates of a folder, compiled once a process. ``environment.cache_clear()`` has them read again."""
    made = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "allow_nan": False}
    made.filters["markdown"] = _markdown
    made.filters["references"] = _references
    # Text comes in escaped or not at all, and the same input makes the same bytes.
    del made.filters["safe"], made.filters["random"], made.globals["lipsum"]
    return made


def _markdown(text: str) -> Markup:
    return Markup(prose.markdown(text))  # noqa: S704 - prose has cleaned it


def _references(html: str) -> frozenset[str]:
    """The ids within the page that attributes of *html* lead to: found in one go, however many are asked for."""
    return frozenset(_REFERENCE.findall(html))
