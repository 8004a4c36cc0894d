import json
import subprocess
import sys
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"

SAFE = {"copy spoilt": 0, "not repaired": 0, "left over": 0, "last status": 0}


def casualties(folder: Path, *how: str) -> dict[str, int]:
    script = Path(__file__).with_name("casualty.py")
    ran = subprocess.run(
        [sys.executable, script, folder, *how],
        env={"PYTHONPATH": str(PLUGINS)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return json.loads(ran.stdout)


@pytest.mark.parametrize("how", ["killed", "failing"])
def test_a_build_that_ends_at_any_step_leaves_the_old_site_or_the_new_one_and_the_next_repairs(tmp_path, how):
    seen = casualties(tmp_path, how)

    assert seen.pop("old") + seen.pop("new") == 69
    assert seen == {"none": 0, "other": 0, **SAFE}


def test_a_build_that_makes_the_site_of_the_one_before_is_as_safe(tmp_path):
    seen = casualties(tmp_path, "renewed")

    assert seen.pop("old") + seen.pop("new") == 69
    assert seen == {"none": 0, "other": 0, **SAFE}


def test_where_folders_cannot_be_exchanged_only_a_kill_between_two_renames_leaves_no_site_and_the_next_repairs(
    tmp_path,
):
    seen = casualties(tmp_path, "unexchanged")

    assert seen.pop("old") + seen.pop("new") == 68
    assert seen == {"none": 1, "other": 0, **SAFE}


def test_a_site_that_nobody_sees_may_be_left_half_way_and_the_next_build_finishes_it(tmp_path):
    seen = casualties(tmp_path, "unseen")

    assert seen.pop("other") > 0
    assert seen.pop("old") + seen.pop("new") > 0
    assert seen == {"none": 0, **SAFE}


@pytest.mark.parametrize("times", [10, pytest.param(300, marks=pytest.mark.slow)])
def test_a_build_in_two_processes_that_is_killed_at_any_moment_leaves_the_old_site_or_the_new_one(
    tmp_path, times
):
    seen = casualties(tmp_path, "shot", str(times))

    assert seen.pop("old") + seen.pop("new") == times
    assert seen == {"other": 0, "not repaired": 0}
