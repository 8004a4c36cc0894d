"""What check lets through can be published: random edits of the project's own facts and texts, each built and verified."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import corpus
import pytest
from trees import project

from gitpublish.verification import BuiltSite, verify
from scienceweek import render
from scienceweek.check.project import Project
from scienceweek.plan import plan
from scienceweek.render.manifest import Manifest
from scienceweek.render.slot import Slot
from scienceweek.source.mistakes.problems import SourceError

ROOT = Path(__file__).parents[1]
URL = "https://kepu.example.cn/week"
EDITS = 2_000
LINKS = (
    "[甲](../activities/2024-yubei-01.html)",
    "[甲](../activities/2024-yubei-01)",
    "[甲](../bases/)",
    "[甲](../calendar/2024-05-25.html)",
    "[甲](../calendar/2024-07.html 'x')",
    "[甲](../notices/2024-yubei.html#annex-1)",
    "[甲](../notices/2024-yubei.html#s9)",
    "[甲](../bases.html#chongqing-meteorology-museum)",
    "[甲](#s1) [乙](#nope)",
    "[甲](bases.html?x=1#y)",
    "[甲][乙]\n\n[乙]: ../index.html#top",
    "<https://kepu.example.cn/week/none.html>",
    "[甲](https://kepu.example.cn/week/feed.atom)",
    "[甲](https://kepu.example.cn/week/districts/)",
    "[甲](https://[x/) [乙](mailto:) [丙](tel:1)",
    "![图](../images/none.jpg)",
    "![图](../pictures/campaigns/2024-yubei.png)",
    "{#s1}",
    "## 新的一节 {#s1}",
    "正文[^1]\n\n[^1]: 脚注。",
    "`[甲](none.html)`",
    "&#91;甲](none.html) \\[甲](none.html)",
    "<a href='none.html'>甲</a>",
    "| [甲](../none.html) | 乙 |",
)
VALUES = (
    "",
    "5.23-25",
    "5月26日",
    "2024年7月1日—31日每周六",
    "活动期间",
    "annex-99",
    "s1",
    "con",
    "staff",
    "cancelled",
    "|\n      甲\n      乙",
    '"甲\\n乙"',
    "https://kepu.example.cn/week/none.html",
    "https://[x/",
    "甲" * 60,
)

Edit = Callable[[random.Random, list[str]], list[str]]


def insert_link(chance: random.Random, lines: list[str]) -> list[str]:
    at = chance.randrange(len(lines) + 1)
    return [*lines[:at], "", chance.choice(LINKS), "", *lines[at:]]


def append_link(chance: random.Random, lines: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    return [*lines[:at], f"{lines[at]} {chance.choice(LINKS)}", *lines[at + 1 :]]


def change_value(chance: random.Random, lines: list[str]) -> list[str]:
    at = chance.choice([number for number, line in enumerate(lines) if ": " in line] or [0])
    key = lines[at].partition(": ")[0]
    return [*lines[:at], f"{key}: {chance.choice(VALUES)}", *lines[at + 1 :]]


def take_out(chance: random.Random, lines: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + chance.randint(1, 3) :]


def repeat(chance: random.Random, lines: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    return [*lines[: at + 1], *lines[at:]]


def change_sign(chance: random.Random, lines: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    line = lines[at] or " "
    here = chance.randrange(len(line))
    return [
        *lines[:at],
        line[:here] + chance.choice("0159-.:#[](){}|/、，a") + line[here + 1 :],
        *lines[at + 1 :],
    ]


TEXT: tuple[Edit, ...] = (insert_link, append_link, insert_link, append_link, take_out, repeat, change_sign)
FACTS: tuple[Edit, ...] = (change_value, change_value, take_out, repeat, change_sign)


@contextmanager
def edited(folder: Path, chance: random.Random) -> Iterator[str]:
    """One file of the project with one edit; what it is."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".yaml"})
    file = chance.choice(files)
    before = file.read_text("utf-8")
    edit = chance.choice(TEXT if file.suffix == ".md" else FACTS)
    file.write_text("\n".join(edit(chance, before.split("\n"))), "utf-8")
    try:
        yield f"{edit.__name__} in {file.name}"
    finally:
        file.write_text(before, "utf-8")


def published(given: Project, output: Path, url: str = URL) -> bool:
    """Whether check lets it through; then it is built, and verified as before a publication. Raises Failed."""
    try:
        inspected = given.inspected()
    except SourceError:
        return False
    render.build(plan(inspected.catalogue, given.brief(inspected)), output, salt=b"", workers=1)
    planned = Manifest.of(str(output), Slot.at(output).folder).files
    verify(BuiltSite(output, url), frozenset(planned), None)
    return True


@pytest.mark.parametrize("url", [URL, ""])
def test_of_a_made_up_site_every_link_that_the_plan_makes_leads_somewhere(tmp_path: Path, url: str):
    corpus.write(tmp_path, 120, 1)

    assert published(project(tmp_path, SITEURL=url), tmp_path / "output", url)


@pytest.mark.slow
def test_what_check_lets_through_is_built_and_verified(tmp_path: Path):
    for name in ("data", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    given = project(tmp_path, tmp_path / "kept", SITEURL=URL)
    assert published(given, tmp_path / "output")
    through = 0

    for seed in range(EDITS):
        chance = random.Random(seed)  # noqa: S311 - the same edits every time
        with edited(tmp_path, chance) as what:
            try:
                through += published(given, tmp_path / "output")
            except Exception as error:
                error.add_note(f"seed {seed}: {what}")
                raise

    assert through > EDITS / 5
