"""The templates of CI in a repository of a site of one's own, where the program is a folder."""

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from founding.sites import run

PLACES = {
    "github": ".github/workflows/site.yml",
    "gitea": ".gitea/workflows/site.yml",
    "gitlab": ".gitlab-ci.yml",
}


def template(site: Path, name: str) -> str:
    return (site / "program" / "deploy" / f"{name}.yml").read_text("utf-8")


@pytest.mark.parametrize("name", PLACES)
def test_a_template_goes_where_its_first_line_says(site: Path, name: str):
    assert PLACES[name] in template(site, name).splitlines()[0]


def test_what_is_kept_between_runs_goes_by_the_locks_of_the_program(site: Path):
    globs = re.findall(r'cache-dependency-path: "(.*)"', template(site, "github"))
    keys = yaml.safe_load(template(site, "gitlab"))[".packages"]["key"]["files"]

    assert [bool(list(site.glob(one))) for one in globs] == [True] * len(globs) != []
    assert [(site / one).is_file() for one in keys] == [False, True]


@pytest.mark.parametrize("name", PLACES)
def test_what_a_template_runs_is_there(site: Path, name: str):
    text = template(site, name)
    formats = set(re.findall(r"-m scienceweek check --format (\w+)", text))
    targets = {words.split()[0] for words in re.findall(r"make (?:--silent )?([a-z].*)", text)}

    assert targets >= {"environment", "publish"}
    assert formats == {name}
    assert run(site, sys.executable, "-m", "scienceweek", "check", "--format", name)[0] == 0
    if shutil.which("make"):
        assert {run(site, "make", "--dry-run", target)[0] for target in targets} == {0}
