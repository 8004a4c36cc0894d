from datetime import date
from pathlib import Path

import pytest
from founding.sites import ROOT, WISH
from trees import project

from scienceweek.founding.examples import examples
from scienceweek.founding.wish import SiteWish
from scienceweek.model.campaign import Series
from scienceweek.settings import Settings

BARE = SiteWish("平罗县", "640221", Series.WEEK, "pingluo")


def grow(folder: Path, wish: SiteWish, today: date) -> Path:
    for name, text in examples(wish, today).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "data/terms.yaml").write_bytes((ROOT / "data/terms.yaml").read_bytes())
    (folder / "content/pages").mkdir()
    for page in (ROOT / "content/pages").glob("*.md"):
        (folder / "content/pages" / page.name).write_bytes(page.read_bytes())
    return folder


@pytest.mark.parametrize("series", Series)
@pytest.mark.parametrize("keeper", ["", "渝北区科技局"])
def test_the_examples_of_each_series_pass_with_one_reminder(tmp_path: Path, series: Series, keeper: str):
    wish = SiteWish("渝北区", "500112", series, "yubei", keeper=keeper)

    found = project(grow(tmp_path, wish, date(2026, 11, 27))).inspected()

    assert [str(one) for one in found.warnings] == [
        "data/alerts.yaml:4:12: 提醒：公告没有写挂到什么时候（end），会一直挂着；过了请删去。"
    ]
    catalogue = found.catalogue
    things = (
        catalogue.campaigns,
        catalogue.activities,
        catalogue.bases,
        catalogue.venues,
        catalogue.districts,
    )
    assert [len(one) for one in things] == [1, 1, 1, 1, 1]
    assert [one.when.first.year for one in catalogue.campaigns] == [2027]


def test_each_thing_says_that_it_is_an_example(tmp_path: Path):
    catalogue = project(grow(tmp_path, BARE, date(2026, 11, 27))).inspected().catalogue

    names = [
        one.name
        for one in (*catalogue.campaigns, *catalogue.bases, *catalogue.venues, *catalogue.organisations)
    ]
    assert [
        name for name in (*names, *(one.title for one in catalogue.activities)) if "示例" not in name
    ] == []
    assert [alert.text for alert in catalogue.alerts] == ["本站还在准备，现在的内容是示例，请不要照着去。"]


def test_what_is_known_of_the_site_is_said(tmp_path: Path):
    found = project(grow(tmp_path / "a", WISH, date(2027, 1, 1))).inspected().site
    open_ = project(grow(tmp_path / "b", BARE, date(2027, 1, 1))).inspected().site

    assert (found.name, found.url, found.keeper, found.uid_domain) == (
        "渝北科技活动周",
        "https://kepu.example.cn",
        "渝北区科技局",
        "kepu.example.cn",
    )
    assert Settings().with_facts(open_) == Settings()
    assert open_.name == "平罗科技活动周"


@pytest.mark.parametrize(("today", "year"), [(date(2027, 5, 19), 2027), (date(2027, 5, 20), 2028)])
def test_the_examples_are_of_a_campaign_that_has_not_begun(today: date, year: int):
    assert f"data/campaigns/{year}-yubei.yaml" in examples(WISH, today)
