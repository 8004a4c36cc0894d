"""What the papers for contributors, administrators and reporters name is there."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from invoke import Collection

ROOT = Path(__file__).resolve().parents[2]
PAPERS = (
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/decisions.md",
    ".github/pull_request_template.md",
    ".github/ISSUE_TEMPLATE/fault.yml",
    ".github/ISSUE_TEMPLATE/wish.yml",
)
STARTS = (
    "",
    "plugins/",
    "plugins/scienceweek/",
    "plugins/scienceweek/source/",
    "docs/",
    "theme/static/",
    "theme/static/js/",
)
FILE = re.compile(
    r"[\w*./-]+\.(?:css|html|js|md|py|toml|txt|yaml|yml)|[\w.-]+/[\w./-]*|[\w.-]+\.(?:md|py|toml)"
)
MADE = re.compile(
    r"output\b.*|ledgers/|\.cache/.*|\.published/.*|campaigns/2024-yubei\.html|data/(?:allowed|alerts)\.yaml|index\.html|base\.html|program/|program\.json"
)
"""What the program makes, what staff may write, and names that stand for many files."""
HOMES = re.compile(r"~/.*|[a-z]+/<.*")


def text(paper: str) -> str:
    return (ROOT / paper).read_text(encoding="utf-8")


def named(paper: str) -> list[str]:
    """The files and folders in backquotes."""
    words = sorted(set(re.findall(r"`([^`\n]+)`", text(paper))))
    return [
        word for word in words if FILE.fullmatch(word) and not MADE.fullmatch(word) and not HOMES.match(word)
    ]


def commands(paper: str, door: str) -> Iterator[str]:
    """What is said to be run by *door*, in backquotes or as a line of its own."""
    yield from re.findall(rf"^ {{4}}(?:\S*/)?{door} ([a-z][a-z-]+)", text(paper), re.MULTILINE)
    yield from re.findall(rf"`(?:\S*/)?{door} ([a-z][a-z-]+)[^`]*`", text(paper))


def tasks() -> set[str]:
    from importlib.util import module_from_spec, spec_from_file_location

    found = spec_from_file_location("tasks_of_the_project", ROOT / "tasks.py")
    assert found
    assert found.loader
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return set(Collection.from_module(module).task_names)


@pytest.mark.parametrize(("paper", "name"), [(paper, name) for paper in PAPERS for name in named(paper)])
def test_each_file_that_a_paper_names_is_there(paper: str, name: str):
    assert any((ROOT / start / name).exists() for start in STARTS)


@pytest.mark.parametrize(
    ("paper", "target"),
    [
        (paper, target)
        for paper in PAPERS
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(paper))
        if not target.startswith("../../")
    ],
)
def test_what_a_paper_leads_to_is_there(paper: str, target: str):
    assert ((ROOT / paper).parent / target).exists()


def test_the_tasks_that_papers_name_are_tasks():
    said = {name for paper in PAPERS for name in commands(paper, "invoke")}

    assert said
    assert said - tasks() == set()


def test_the_targets_that_papers_name_are_targets():
    said = {name for paper in PAPERS for name in commands(paper, "make")}
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))

    assert said
    assert said - targets == set()


def test_the_coverage_that_is_promised_is_the_gate():
    settings = tomllib.loads(text("pyproject.toml"))["tool"]["coverage"]

    assert f"below {settings['report']['fail_under']} % of lines and branches it fails" in text(
        "CONTRIBUTING.md"
    )
    assert settings["run"]["branch"]
    assert '"--cov"' in text("plugins/scienceweek/command_line/workshop_verbs.py")


def test_each_stem_of_a_page_is_one_name():
    pages = {path.stem for path in (ROOT / "plugins/scienceweek/views/pages").glob("*.py")} - {"__init__"}
    templates = {path.stem for path in (ROOT / "theme/templates").glob("[a-z]*.html")}

    assert pages - templates == set()


def test_the_newest_version_of_the_changelog_is_that_of_the_program():
    versions = re.findall(
        r"^## \[([0-9.]+)\] – [0-9]{4}-[0-9]{2}-[0-9]{2}$", text("CHANGELOG.md"), re.MULTILINE
    )

    assert versions[0] == tomllib.loads(text("pyproject.toml"))["project"]["version"]


def test_both_readmes_begin_with_two_commands_and_a_picture():
    for paper in ("README.md", "README.zh-CN.md"):
        first = text(paper).partition("\n## ")[0]

        assert re.findall("^    (make [a-z]+) ", first, re.MULTILINE) == ["make site", "make test"]
        assert len(re.findall(r"^!\[.+\]\(docs/site\.png\)$", first, re.MULTILINE)) == 1
