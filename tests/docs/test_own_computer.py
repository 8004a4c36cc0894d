"""What the handbook says of staff's own computers: the words are the program's, the verbs and the pictures are there."""

import re
import sys
from pathlib import Path

import pytest

from scienceweek.__main__ import parser

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = (ROOT / "docs" / "handbook.md").read_text("utf-8")
SECTION = HANDBOOK.partition("\n## 电脑上要有什么\n")[2].partition("\n## ")[0]
SAID = re.findall(r"^\| `(.*?)` \| .* \|$", SECTION, re.MULTILINE)
SOURCES = "".join(
    (ROOT / "plugins" / name).read_text("utf-8")
    for name in ("kepu.py", "no-python.txt", "gitpublish/publish_lock.py")
)


def test_there_is_a_row_for_each_refusal():
    assert len(SAID) == 5


@pytest.mark.parametrize("said", SAID)
def test_what_is_explained_is_what_is_said(said: str):
    assert said in SOURCES


def test_verbs_of_kepu_are_verbs_of_the_program():
    sys.path.insert(0, str(ROOT / "plugins"))
    import kepu

    known = set(parser("scienceweek").verbs) | {"new"}
    told = set(re.findall(r"\bkepu ([a-z][a-z-]+)", SECTION))

    assert told >= {"check", "serve", "send"}
    assert told - known == set()
    assert {"check", "serve", "send", "build"} <= set(kepu.MENU)


def test_the_pictures_are_there_and_small():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", SECTION)

    assert pictures == ["kepu.png", "preview.png", "web-editor.png"]
    assert [name for name in pictures if (ROOT / "docs" / name).stat().st_size > 40_000] == []


def test_the_section_that_is_named_to_whoever_has_no_python_exists():
    named = re.findall("见工作手册“(.*)”", (ROOT / "plugins" / "no-python.txt").read_text("utf-8"))

    assert [f"\n### {one}\n" in HANDBOOK for one in named] == [True]
