import hashlib
import posixpath
import re
from pathlib import Path

import corpus
import pytest
from trees import project

from gitpublish.verification import BuiltSite, verify
from scienceweek import render
from scienceweek.check.inspection import inspect
from scienceweek.model.schedule import (
    Days,
    DuringCampaign,
    Months,
    Recurring,
    Session,
    Unfixed,
    YearRound,
)
from scienceweek.plan import plan
from scienceweek.render.manifest import Manifest
from scienceweek.render.slot import Slot


def digest(activities: int, seed: int) -> str:
    return hashlib.sha256(repr(list(corpus.files(activities, seed))).encode()).hexdigest()


def test_a_made_up_site_passes_the_check_and_has_what_was_asked_for(tmp_path: Path):
    corpus.write(tmp_path, 410)

    found = inspect(tmp_path / "data", tmp_path / "content").catalogue

    assert (len(found.activities), len(found.campaigns), len(found.bases)) == (410, 40, 50)


def test_a_made_up_site_has_every_shape_of_date(tmp_path: Path):
    corpus.write(tmp_path, 410)

    found = inspect(tmp_path / "data", tmp_path / "content").catalogue

    assert {type(when) for activity in found.activities for when in activity.when} == {
        Days,
        DuringCampaign,
        Months,
        Recurring,
        Session,
        Unfixed,
        YearRound,
    }


def test_the_same_seed_makes_the_same_site_and_another_seed_another():
    assert digest(80, seed=1) == digest(80, seed=1)
    assert digest(80, seed=1) != digest(80, seed=2)


@pytest.mark.parametrize("url", ["https://kepu.example.cn/week", ""])
def test_of_a_made_up_site_every_link_that_the_plan_makes_leads_somewhere(tmp_path: Path, url: str):
    corpus.write(tmp_path, 120, 1)
    given, output = project(tmp_path, SITEURL=url), tmp_path / "output"

    inspected = given.inspected()
    render.build(plan(inspected.catalogue, given.brief(inspected)), output, salt=b"", workers=1)

    verify(BuiltSite(output, url), frozenset(Manifest.of(str(output), Slot.at(output).folder).files), None)


def reached(output: Path) -> set[str]:
    """The pages to which links lead, one after the other, from the front page on; without script."""
    found, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for link in re.findall(r'<a [^>]*?href="([^"#:?]+\.html)', (output / path).read_text("utf-8")):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def test_of_a_crowded_site_no_page_is_long_and_each_is_reached_without_script(
    tmp_path: Path, small_pages: None
):
    corpus.write(tmp_path, 100, crowded=True)
    given, output = project(tmp_path, SITEURL="https://kepu.example.cn"), tmp_path / "output"

    inspected = given.inspected()
    render.build(plan(inspected.catalogue, given.brief(inspected)), output, salt=b"", workers=1)

    verify(
        BuiltSite(output, "https://kepu.example.cn", frozenset({"bases.html"})),
        frozenset(Manifest.of(str(output), Slot.at(output).folder).files),
        None,
    )
    pages = {
        path.relative_to(output).as_posix(): path
        for path in output.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    }
    # Those in a frame are reached from the pages of others.
    framed = {path for path in pages if path.startswith("embed/")}
    assert set(pages) - reached(output) - framed == {"404.html"}
    kinds = {re.sub("district-[0-9]+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9]+", "#", path) for path in pages}
    assert kinds >= {
        "topics/space.#.html",
        "topics/space.#.#.html",
        "topics/space.undated.html",
        "calendar/#.#.html",
        "calendar/#.#.#.html",
        "campaigns/#-#.#.html",
        "campaigns/#-#.undated.html",
        "districts/#.#.html",
        "districts/#.bases.html",
        "elder/districts/#.#.html",
        "elder/districts/#.#.#.html",
        "elder/districts/#.undated.html",
        "elder/districts/#.book.html",
        "organisations/#-office-#.#.html",
    }
    longest = max(path.read_text("utf-8").count("<li") for path in pages.values())
    assert longest < 700
