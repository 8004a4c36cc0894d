from datetime import date
from pathlib import Path

import pytest
from trees import ACTIVITIES, FILES, grow, project

from scienceweek.check import link_check
from scienceweek.check.project import Project
from scienceweek.settings import Settings
from scienceweek.source.mistakes.problems import SourceError

BODY = "content/activities/fish.md"


def test_a_site_is_planned_as_its_settings_say(tmp_path: Path):
    grow(tmp_path).joinpath("pelicanconf.py").write_text(
        'SITENAME = "科普"\nSITEURL = "https://x.cn/"\nSCIENCEWEEK = {"today": "2024-05-25", "keeper": "区科技局"}\n'
    )
    here = Project.here(tmp_path / "data", tmp_path / "content", None, tmp_path / "pelicanconf.py")

    brief = here.brief(here.inspected())

    assert (brief.site.name, brief.site.url, brief.site.keeper) == ("科普", "https://x.cn", "区科技局")
    assert (brief.today, brief.site.pages) == (date(2024, 5, 25), (("about", "关于本站"),))


def test_without_settings_a_site_is_planned_all_the_same(tmp_path: Path):
    grow(tmp_path)
    here = Project.here(tmp_path / "data", tmp_path / "content", None, tmp_path / "none.py")

    assert (here.own, here.brief(here.inspected()).site.url) == (Settings(), "")


def test_what_has_been_found_good_is_not_planned_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root, kept = grow(tmp_path), tmp_path / "kept"
    looked: list[Path] = []
    look = link_check.in_prose
    monkeypatch.setattr(
        link_check, "in_prose", lambda content, *more: looked.append(content) or look(content, *more)
    )

    first = project(root, kept).inspected()
    again = project(root, kept).inspected()
    assert (again, len(looked)) == (first, 1)

    project(root, kept, SITEURL="https://x.cn").inspected()
    assert len(looked) == 2

    root.joinpath(BODY).write_text("[甲](../none.html)\n", "utf-8")
    for _ in range(2):
        with pytest.raises(SourceError):
            project(root, kept).inspected()
    assert len(looked) == 4


def test_after_a_change_the_same_is_found_as_without_memory(tmp_path: Path):
    root, kept = (
        grow(tmp_path, {BODY: "[甲](moon.html) [乙](../calendar/2024-05-20.html)\n"}),
        tmp_path / "kept",
    )
    told = []
    for when in ("5.20", "5.27", "5.20"):
        root.joinpath(ACTIVITIES).write_text(FILES[ACTIVITIES].replace("5.25-27", when), "utf-8")
        for place in (kept, None):
            with pytest.raises(SourceError) as caught:
                project(root, place).inspected()
            told.append(str(caught.value))

    assert told[::2] == told[1::2]
    assert [text.count("\n") for text in told[::2]] == [0, 1, 0]
