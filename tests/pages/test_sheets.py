"""The style of a page, whatever it shows: every combination of sheets that a template can ask for."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from stage import THEME

from scienceweek import links
from scienceweek.formats.ground import Ground
from scienceweek.plan.assets import assets

TEMPLATES = THEME / "templates"
NAMES = sorted(path.name for path in TEMPLATES.glob("*.html") if "block sheets" in path.read_text())
Asked = frozenset[str]


def asked(node: nodes.Node) -> set[Asked]:
    """The sets of names that *node* of a template may ask for, whatever its conditions come to."""
    if isinstance(node, nodes.If):
        branches = [node.body, node.else_, *(one.body for one in node.elif_)]
        return set().union(*map(together, branches))
    if isinstance(node, nodes.Call):
        return {frozenset(one.value for one in node.args if isinstance(one, nodes.Const))}
    return together(node.iter_child_nodes())


def together(parts: Iterable[nodes.Node]) -> set[Asked]:
    found = {Asked()}
    for part in parts:
        found = {one | more for one in found for more in asked(part)}
    return found


def sheets(template: str) -> set[Asked]:
    tree = Environment(autoescape=True).parse(template)
    (block,) = [one for one in tree.find_all(nodes.Block) if one.name == "sheets"]
    return together(block.body)


@pytest.fixture(scope="module")
def weights() -> dict[str, int]:
    """Bytes of each sheet, compressed as a server does."""
    made = (one for one in assets(THEME / "static", Ground()) if one.path.endswith(".css"))
    return {one.path: len(gzip.compress(one.draw(*one.data))) for one in made}


def test_the_combinations_of_a_template_are_those_of_its_conditions():
    template = (
        "{% block sheets %}{{ frame.sheets('a', 'b') }}{% if view.x %}{{ frame.sheets('c') }}{% elif view.y %}"
        "{{ frame.sheets('d') }}{% endif %}{% if view.z %}{{ frame.sheets('e') }}{% endif %}{% endblock %}"
    )

    found = {"".join(sorted(one)) for one in sheets(template)}
    assert found == {"ab", "abc", "abd", "abe", "abce", "abde"}


def test_whatever_a_page_shows_its_style_is_small(weights):
    heavy = {}
    for name in NAMES:
        for names in sheets(Path(TEMPLATES / name).read_text()):
            weight = sum(weights[path] for path in (links.STYLE, *map(links.style, names)))
            if weight > 14_000:
                heavy[name, *sorted(names)] = weight

    assert len(NAMES) > 20
    assert heavy == {}


def test_what_only_paper_needs_is_small_and_asked_for_after_what_a_screen_needs(weights):
    frame = (TEMPLATES / "layout.html").read_text()

    assert weights[links.PAPER_STYLE] <= 5_000
    assert 'PAPER_STYLE) }}" media="print">' in frame
    assert frame.index("PAPER_STYLE") > frame.index("{% block sheets %}")


@pytest.mark.parametrize("name", ["board.html", "booklet.html"])
def test_what_is_made_for_paper_asks_for_its_own_style_on_paper(weights, name):
    assert "{{ paper.sheet() }}{% endblock %}" in (TEMPLATES / name).read_text()
    assert weights[links.PRINTED_STYLE] <= 1_000
