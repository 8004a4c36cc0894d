from datetime import date
from pathlib import Path
from typing import Any

import pytest
from trees import ACTIVITIES, CAMPAIGN, FILES, grow, project, refused

from scienceweek.check import link_check, site_paths
from scienceweek.check.project import Project
from scienceweek.plan import plan
from scienceweek.render import Chapter, MadeSite, named
from scienceweek.render.chapter import Identities
from scienceweek.render.manifest import Named
from scienceweek.settings import Settings
from scienceweek.source.mistakes.problems import SourceError

BODY = "content/activities/fish.md"
ABOUT = "content/pages/about.md"


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


def test_an_address_given_as_for_a_publication_is_that_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    grow(tmp_path, {BODY: "[甲](https://x.cn/kp/none.html)\n"}).joinpath("pelicanconf.py").write_text(
        'SITEURL = ""\n'
    )
    places = (tmp_path / "data", tmp_path / "content", None, tmp_path / "pelicanconf.py")

    assert Project.here(*places).inspected().warnings == ()
    monkeypatch.setenv("SITEURL", "https://x.cn/kp")
    with pytest.raises(SourceError) as caught:
        Project.here(*places).inspected()

    assert str(caught.value).startswith(f"{BODY}:1:5: 网站里没有“none.html”这一页。")


@pytest.mark.parametrize(
    "settings",
    [
        {"SITENAME": "科普（请打{}）"},
        {"SITEURL": "https://x.cn/{}"},
        {"SCIENCEWEEK": {"keeper": "区科技局 {}"}},
        {"SCIENCEWEEK": {"marks": {"code": "{}"}}},
        {"SCIENCEWEEK": {"marks": {"icp": "备{}号"}}},
    ],
)
def test_a_number_that_is_not_public_is_not_shown_by_the_settings_either(
    tmp_path: Path, settings: dict[str, Any]
):
    def with_(number: str, given: Any = settings) -> Any:
        if isinstance(given, dict):
            return {key: with_(number, value) for key, value in given.items()}
        return given.format(number)

    internal = {
        CAMPAIGN: FILES[CAMPAIGN] + "contacts: [{name: 张三, phones: [023-60000019], show: internal}]\n"
    }

    assert refused(tmp_path, internal, **with_("60000018")) == []
    assert refused(tmp_path, internal, **with_("13800000008")) == [
        (
            "pelicanconf.py:1:1: “13800000008”是手机号，没有一条公开的记录有它。请删去；要公开，写成联系人"
            "（contacts，加 show: public 和 basis）；不是手机号或者另有依据的，在 data/allowed.yaml 里写明内容和理由。"
        )
    ]
    (told,) = refused(tmp_path, internal, **with_("60000019"))
    assert told.startswith("pelicanconf.py:1:1: “60000019”是内部联系人的电话（023-60000019），不能公开。")


def test_the_number_for_mistakes_is_public_by_the_settings(tmp_path: Path):
    own = {"phone": "13800000008", "keeper": "区科技局（13800000008）"}

    assert refused(tmp_path, {}, SCIENCEWEEK=own) == []


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


def test_what_was_made_and_judged_is_not_planned_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root, kept = grow(tmp_path), tmp_path / "kept"
    here = project(root, kept)
    inspected = here.read()
    made = [*named(plan(inspected.catalogue, here.brief(inspected)))]
    pages = {target.path: target for target in made}

    here.judge(inspected, MadeSite((*pages,), {}, lambda name: pages[name].draw(*pages[name].data)))
    monkeypatch.setattr("scienceweek.plan.plan", None)

    assert project(root, kept).inspected() == inspected


def test_what_a_page_of_a_build_holds_is_looked_for_once_though_there_was_a_check_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root, kept = (
        grow(tmp_path, {BODY: "[甲](../about.html#who)\n", ABOUT: "Title: 关于\n\n## 甲 {#who}\n"}),
        tmp_path / "kept",
    )
    looked: list[bytes] = []
    look = site_paths.ids
    monkeypatch.setattr(site_paths, "ids", lambda page: looked.append(page) or look(page))

    made = MadeSite(("about.html", "activities/fish.html"), {}, lambda _: b'<p id="who">')
    for name in ("乙", "丙", "丁"):
        inspected = project(root, kept, SITENAME=f"{name}检查").inspected()
        project(root, kept, SITENAME=name).judge(inspected, made, learns=False)

    assert looked.count(b'<p id="who">') == 1


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


VENUES = "data/venues.yaml"
OPEN = "district: yubei, contacts: [{name: 值班, phones: [13900000009], show: public, basis: 2024-yubei}]}"


@pytest.mark.parametrize("settings", [{"mask_mobiles": True}, {"hide_mobiles_after_days": 30}])
def test_a_mobile_that_the_site_would_hide_may_not_stand_in_a_text(
    tmp_path: Path, settings: dict[str, object]
):
    files = {VENUES: FILES[VENUES].replace("district: yubei}", OPEN), BODY: "请打139-0000-0009。\n"}

    assert refused(tmp_path, files) == []
    (told,) = refused(tmp_path, files, SCIENCEWEEK=settings)
    assert told.startswith(
        f"{BODY}:1:3: “139-0000-0009”是个人手机，网站的设置要隐去它，写在文字里就隐不去。请只写在联系人里；"
    )
    files["data/allowed.yaml"] = "allowed:\n  - {value: 13900000009, why: 本人同意一直公开}\n"
    assert refused(tmp_path, files, SCIENCEWEEK=settings) == []


def test_what_is_private_in_the_settings_is_told(tmp_path: Path):
    settings = {"keeper": "区科技局 13812345678", "marks": {"police": "50011202500138"}}

    (told,) = refused(tmp_path, {}, SITENAME="科普", SCIENCEWEEK=settings)

    assert told.startswith("pelicanconf.py:1:1: “13812345678”是手机号，没有一条公开的记录有它。请删去")


def chapters(root: Path) -> dict[str, str]:
    """What each chapter of the site is known by."""
    here = project(root)
    inspected, identities = here.inspected(), Identities(b"")
    planned = plan(inspected.catalogue, here.brief(inspected))
    return {one.title: identities.plain(one, one.planned()[1]) for one in planned if isinstance(one, Chapter)}


def test_where_a_site_is_checked_is_no_matter_of_what_is_known_of_its_chapters(tmp_path: Path):
    """Each push is checked in a folder of its own."""
    assert chapters(grow(tmp_path / "first")) == chapters(grow(tmp_path / "second"))


class Untold(dict[str, Named]):
    """Chapters that nobody may learn of."""

    def items(self) -> Any:
        raise AssertionError("somebody learns of them")


def test_of_a_build_that_knows_more_than_the_sources_a_check_learns_nothing(tmp_path: Path):
    here = project(grow(tmp_path), tmp_path / "kept")
    inspected = here.inspected()
    made = MadeSite(("index.html",), Untold(), lambda _: b"")
    (tmp_path / BODY).write_text("别的话。\n", "utf-8")

    here.judge(inspected, made, learns=False)
    (tmp_path / BODY).write_text("另外的话。\n", "utf-8")
    with pytest.raises(AssertionError):
        here.judge(inspected, made)
