import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from scienceweek.render.page import environment

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"


@pytest.fixture(scope="module")
def trees() -> dict[str, nodes.Template]:
    parse = environment(str(TEMPLATES)).parse
    return {
        path.name: parse(path.read_text(encoding="utf-8")) for path in TEMPLATES.glob("*.*") if path.is_file()
    }


def imported(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Names that a template imports: what a call of them begins with, and the file they come from."""
    for found in tree.find_all((nodes.Import, nodes.FromImport)):
        file = found.template.value
        if isinstance(found, nodes.Import):
            yield f"{found.target}.", file
        else:
            yield from ((name if isinstance(name, str) else name[1], file) for name in found.names)


def called(file: str, tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Which macros a template calls: file and name."""
    origin = dict(imported(tree))
    for call in tree.find_all(nodes.Call):
        match call.node:
            case nodes.Getattr(node=nodes.Name(name=alias), attr=name) if f"{alias}." in origin:
                yield origin[f"{alias}."], name
            case nodes.Name(name=name):
                yield origin.get(name, file), name


def beginnings(call: nodes.Call) -> Iterator[str]:
    """What a call begins with: `ticket`, or `signs.`."""
    match call.node:
        case nodes.Getattr(node=nodes.Name(name=alias)):
            yield f"{alias}."
        case nodes.Name(name=name):
            yield name


def test_every_macro_is_called(trees):
    made = {(file, macro.name) for file, tree in trees.items() for macro in tree.find_all(nodes.Macro)}

    assert made - {call for file, tree in trees.items() for call in called(file, tree)} == set()


def test_what_a_template_imports_it_uses(trees):
    unused = {
        (file, name)
        for file, tree in trees.items()
        for name in dict(imported(tree))
        if name not in {used for call in tree.find_all(nodes.Call) for used in beginnings(call)}
    }

    assert unused == set()


def test_no_template_takes_its_context_into_another_which_would_be_made_anew_for_each_page(trees):
    given = {
        (file, found.template.value)
        for file, tree in trees.items()
        for found in tree.find_all((nodes.Import, nodes.FromImport))
        if found.with_context
    }

    assert given == set()


def test_a_symbol_is_drawn_once():
    symbols = environment(str(TEMPLATES)).get_template("_symbols.html").module
    named = {name for name, _ in (*symbols.icons, *symbols.icons_after_marks)}
    drawn = symbols.sprite("".join(f'<use href="#_{name}"/>' for name in sorted(named)))

    assert sorted(re.findall(r'<symbol id="_([^"]+)"', drawn)) == sorted(named)
