import hashlib
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
