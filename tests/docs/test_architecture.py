import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "plugins" / "scienceweek"
TEXT = (ROOT / "docs" / "architecture.md").read_text()
READMES = {name: (ROOT / name).read_text() for name in ("README.md", "README.zh-CN.md")}


def test_the_floors_have_the_rooms_that_there_are():
    told = re.findall(r"^\| [a-z]* ?\| `(\w+)` \|", TEXT, re.MULTILINE)
    there = {
        path.stem for path in PROGRAM.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }

    assert sorted(told) == sorted(there - {"__init__"})


def test_the_floors_are_those_that_are_enforced():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = [set(re.split(r" [:|] ", layer)) for layer in contracts[0]["layers"]]
    order = re.findall(r"^\| [a-z]* ?\| `(\w+)` \|", TEXT, re.MULTILINE)

    assert [room for layer in layers for room in sorted(layer, key=order.index)] == order


@pytest.mark.parametrize("module", sorted(set(re.findall(r"`([a-z]+/[a-z_/]+(?:\.py)?)`", TEXT))))
def test_each_module_that_is_named_is_there(module: str):
    assert any((root / module).exists() for root in (PROGRAM, PROGRAM / "source", PROGRAM.parent, ROOT))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        (name, target)
        for name, text in READMES.items()
        for target in re.findall(r"\]\(((?:docs|deploy)/[a-z./]+\.md)\)", text)
    ],
)
def test_what_the_readmes_lead_to_is_there(name: str, target: str):
    assert (ROOT / target).is_file()
