"""The recipe of the container image."""

import re
from pathlib import Path

from scienceweek.__main__ import parser

ROOT = Path(__file__).parents[2]
RECIPE = (ROOT / "deploy" / "Containerfile").read_text("utf-8")


def lines() -> list[tuple[str, str]]:
    """Its instructions: their words and what follows."""
    joined = re.sub(r"\\\n", " ", RECIPE)
    written = [line for line in joined.splitlines() if line and not line.startswith("#")]
    return [(line.partition(" ")[0], " ".join(line.split()[1:])) for line in written]


def test_it_copies_what_is_there() -> None:
    sources = [rest.split()[0] for word, rest in lines() if word == "COPY" and "--" not in rest]

    assert sources == ["requirements/site.txt"]
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_it_installs_nothing_that_is_not_locked() -> None:
    installing = [rest for word, rest in lines() if word == "RUN" and "pip install" in rest]

    assert len(installing) == 1
    assert "--require-hashes --only-binary :all: --requirement /requirements/site.txt" in installing[0]


def test_it_does_not_run_as_root() -> None:
    assert [rest for word, rest in lines() if word == "USER"] == ["1000:1000"]


def test_each_command_in_its_head_is_one_of_the_program() -> None:
    said = re.findall(r"^#     docker run .* scienceweek (.+)$", RECIPE, re.MULTILINE)

    assert dict(lines())["ENTRYPOINT"] == '["python", "-m", "scienceweek"]'
    assert [parser().parse_args(words.split()).verb for words in said] == ["check", "build", "serve"]


def test_what_is_made_or_secret_stays_outside() -> None:
    left = set((ROOT / ".dockerignore").read_text("utf-8").splitlines())

    assert {".git", ".venv", ".cache", ".published", "output*", ".output*"} <= left
