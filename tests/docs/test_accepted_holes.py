"""Holes in dependencies that are known and accepted: each has its reason, and goes when that has gone."""

import ast
import re
from importlib.metadata import requires
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AUDIT = (ROOT / ".github" / "workflows" / "audit.yml").read_text("utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
PYTHON = [path for folder in ("plugins", "bench") for path in (ROOT / folder).rglob("*.py")]


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_each_that_the_audit_passes_over_has_its_reason():
    passed = set(re.findall(r"--ignore-vuln (\S+)", AUDIT))

    assert passed == {"CVE-2026-4539"}
    assert {hole for hole in passed if f"| {hole} |" not in SECURITY} == set()


def test_pelican_still_holds_pygments_back():
    assert [need for need in requires("pelican") or () if need.startswith("pygments<2.20")] != []


def test_nothing_of_ours_highlights_code():
    assert [
        path for path in PYTHON if any(name.partition(".")[0] == "pygments" for name in imported(path))
    ] == []
