"""The first words of each module are true: what they name in backquotes exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"
MODULES = sorted(path.relative_to(PLUGINS).as_posix() for path in PLUGINS.rglob("*.py"))
NAMED = re.compile(r"``?([^`]+)``?")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*")
OUTSIDE = {
    ".published/": "made by a publication",
    "content/images": "made by staff",
    "content/files": "made by staff",
    "fetch": "a browser's",
    "{static}../../x": "what Pelican would follow",
    "file://": "a scheme",
    "09:30/11:00": "a time",
}
"""What a docstring names that is not the program's, and whose it is."""
PATHS = ("", "deploy/", "plugins/", "plugins/scienceweek/", "plugins/gitpublish/", "theme/", "theme/static/")


def opening(module: str) -> str:
    return ast.get_docstring(ast.parse((PLUGINS / module).read_text(encoding="utf-8"))) or ""


def names(module: str) -> Iterator[str]:
    """What a reader may look up: everything that *module* imports, defines, or says in its text."""
    tree = ast.parse((PLUGINS / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                yield node.name
            case ast.arg():
                yield node.arg
            case ast.Name():
                yield node.id
            case ast.Attribute():
                yield node.attr
            case ast.Constant(value=str(value)) if NAME.fullmatch(value):
                yield value
            case ast.alias():
                yield from node.name.split(".")


EVERYWHERE = {name for module in MODULES for name in names(module)} | {
    part.removesuffix(".py") for module in MODULES for part in module.split("/")
}


def is_there(named: str, everywhere: set[str]) -> bool:
    """Whether *named* is a path of the project, or made of names that the program has; what is no name is an example."""
    if named in OUTSIDE or (ROOT / "deploy" / named).is_file():
        return True
    if "/" in named or named.endswith((".py", ".yaml", ".toml")):
        return "<" in named or "*" in named or any((ROOT / f"{start}{named}").exists() for start in PATHS)
    return not NAME.fullmatch(named) or all(part in everywhere for part in named.split("."))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_begins_with_a_sentence_about_what_is_in_it(module: str):
    first = opening(module).split("\n")[0]

    assert first.endswith((".", ":", "。")), first


@pytest.mark.parametrize("module", [module for module in MODULES if NAMED.search(opening(module))])
def test_what_the_first_words_of_a_module_name_exists(module: str):
    assert [named for named in NAMED.findall(opening(module)) if not is_there(named, EVERYWHERE)] == []


def test_each_name_from_outside_is_still_named():
    said = " ".join(map(opening, MODULES))

    assert [named for named in OUTSIDE if named not in said] == []


def test_what_is_gone_is_not_there():
    assert not is_there("source.load_everything", EVERYWHERE)
    assert not is_there("plan.py", EVERYWHERE)
    assert is_there("plan", EVERYWHERE)
