"""Names do not fight the language, and each means one thing."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
MODULES = {
    path.relative_to(PLUGINS).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PLUGINS.rglob("*.py"))
}
PURE = tuple(f"scienceweek/{room}" for room in ("formats/", "links.py", "model/", "plan/", "views/"))
"""Where no parameter bears the name of a function or a class of its module."""


def functions(module: ast.Module) -> Iterator[tuple[ast.FunctionDef, set[str]]]:
    """The functions of *module* (methods are called by their object), each with the names of its parameters."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            yield node, {one.arg for one in every}


def test_no_parameter_hides_the_function_that_it_is_of():
    found = [
        f"{name}:{function.lineno} {function.name}"
        for name, module in MODULES.items()
        for function, parameters in functions(module)
        if function.name in parameters
    ]

    assert found == []


def test_no_parameter_hides_what_its_module_defines():
    found = [
        f"{name}:{function.lineno} {function.name}({hidden})"
        for name, module in MODULES.items()
        if name.startswith(PURE)
        for function, parameters in functions(module)
        for hidden in sorted(
            parameters & {one.name for one in module.body if isinstance(one, ast.FunctionDef | ast.ClassDef)}
        )
    ]

    assert found == []


def test_no_function_is_looked_up_by_its_name():
    found = [
        f"{name}:{node.lineno}"
        for name, module in MODULES.items()
        for node in ast.walk(module)
        if isinstance(node, ast.Name) and node.id == "globals"
    ]

    assert found == []


def test_no_two_classes_have_one_name():
    names = Counter(
        node.name
        for module in MODULES.values()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, number in names.items() if number > 1] == []
