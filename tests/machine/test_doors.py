"""Each third-party library has one door; import-linter guards it, if it knows of the library."""

import ast
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "plugins" / "scienceweek"


def imported(folder: Path) -> set[str]:
    """The top-level names that the modules under *folder* import from elsewhere, at any depth of their code."""
    names = set()
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_bytes())):
            match node:
                case ast.Import():
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                case ast.ImportFrom(module=str(name), level=0):
                    names.add(name.partition(".")[0])
    return names - {"gitpublish", "scienceweek"} - sys.stdlib_module_names


def guarded() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return {name for contract in contracts for name in contract.get("forbidden_modules", ())}


def test_the_model_imports_the_standard_library_only() -> None:
    assert imported(PROGRAM / "model") == set()


def test_every_library_has_a_door() -> None:
    assert imported(ROOT / "plugins") - guarded() == set()
