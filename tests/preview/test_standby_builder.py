"""The process that stands by: what it makes is what a build from nothing makes, and whatever becomes of it costs only time."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_project import write
from test_building import CONF, ROOT
from test_plugin import tree

from scienceweek.preview.standby_builder import StandbyBuilder

ACTIVITIES = Path("data/activities/2024-yubei.yaml")
TEXT = Path("content/activities/fish.md")
PAGE = Path("output/activities/fish.html")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, **{"pelicanconf.py": CONF})
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "plugins"))
    monkeypatch.setenv("TODAY", "2024-05-25")
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture
def builder(project: Path) -> Iterator[StandbyBuilder]:
    with StandbyBuilder(project, Path("content"), Path("pelicanconf.py")) as made:
        yield made


def from_nothing(project: Path) -> dict[str, str]:
    """What a build of the same makes that knows of nothing, at the same place."""
    shutil.rmtree(project / "output")
    for name in (".output.build", ".cache"):
        shutil.rmtree(project / name)
    words = ("-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors")
    subprocess.run([sys.executable, *words], cwd=project, check=True, capture_output=True)
    return tree(project / "output")


def test_what_is_made_again_and_again_is_what_is_made_from_nothing(project: Path, builder: StandbyBuilder):
    good = (project / ACTIVITIES).read_text()
    assert builder.build() == {"problems": [], "said": ""}
    first = tree(project / "output")

    for file, text in (
        (ACTIVITIES, good.replace("鱼", "鸟")),
        (TEXT, "从海里到空中。\n"),
        (ACTIVITIES, good.replace("id: moon", "id: lune").replace("2024-05-25", "2024-05-27")),
    ):
        (project / file).write_text(text)
        assert builder.build() == {"problems": [], "said": ""}
    made = tree(project / "output")

    assert {"activities/moon.html", "activities/lune.html"} & first.keys() == {"activities/moon.html"}
    assert {"activities/moon.html", "activities/lune.html"} & made.keys() == {"activities/lune.html"}
    assert from_nothing(project) == made


def test_a_link_that_leads_nowhere_is_told_by_its_place(project: Path, builder: StandbyBuilder):
    builder.build()
    good = (project / TEXT).read_text()

    (project / TEXT).write_text("[甲](../none.html)\n")
    wrong = builder.build()
    (project / TEXT).write_text(good)
    right = builder.build()

    assert [(one["file"], one["line"], one["severity"]) for one in wrong["problems"]] == [
        (str(TEXT), 1, "error")
    ]
    assert right == {"problems": [], "said": ""}


def test_a_mistake_is_told_and_the_next_build_is_made_by_the_same_process(
    project: Path, builder: StandbyBuilder
):
    good = (project / ACTIVITIES).read_text()
    builder.build()
    page = (project / PAGE).read_bytes()

    (project / ACTIVITIES).write_text(good.replace("2024-05-25", "2024-05-32"))
    wrong = builder.build()
    (project / ACTIVITIES).write_text(good.replace("鱼", "鸟"))
    right = builder.build()

    assert wrong
    assert [(one["file"], one["line"]) for one in wrong["problems"]] == [(str(ACTIVITIES), 5)]
    assert (right, "鸟" in (project / PAGE).read_text()) == ({"problems": [], "said": ""}, True)
    assert page != (project / PAGE).read_bytes()


def test_what_settings_have_wrong_is_said(project: Path, builder: StandbyBuilder):
    (project / "pelicanconf.py").write_text(CONF.replace('"kept"', '"kebt"'))

    told = builder.build()

    assert told
    assert "没有 'kebt' 这一项" in told["said"]


def test_a_process_that_is_killed_is_followed_by_another(project: Path, builder: StandbyBuilder):
    builder.build()
    os.killpg(builder.group, signal.SIGKILL)

    lost, again = builder.build(), builder.build()

    assert (lost, again) == (None, {"problems": [], "said": ""})
