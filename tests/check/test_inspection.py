import json
import os
import pickle
import subprocess
from hashlib import blake2b
from pathlib import Path

import pytest
from photographs import jpeg
from small_project import LIAISON, write
from trees import ACTIVITIES, BASES, CAMPAIGN, activity, grow

from scienceweek.check.inspection import inspect
from scienceweek.identity import ValueIdentities, give, given
from scienceweek.source.files import data_files
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.source.yaml import tree

BRACKETS = {"content/activities/fish.md": "好。\n\n" + "[" * 20_000}


def complaints(root: Path) -> list[str]:
    """The lines that are complained of, each once."""
    with pytest.raises(SourceError) as caught:
        inspect(root / "data", root / "content")
    return list(dict.fromkeys(f"{problem.file}:{problem.line}" for problem in caught.value.problems))


def test_what_is_right_may_be_published(tmp_path: Path):
    root = grow(tmp_path)

    found = inspect(root / "data", root / "content")

    assert ([one.id for one in found.catalogue.activities], found.boundaries, found.warnings) == (
        ["fish"],
        (),
        (),
    )


def test_a_mistake_in_prose_is_told_with_its_line(tmp_path: Path):
    assert complaints(grow(tmp_path, BRACKETS)) == ["content/activities/fish.md:3"]


def test_what_stands_before_the_text_of_a_page_is_no_markdown(tmp_path: Path):
    page = "Title: 3*4 ~~甲~~ [乙](丙 丁)\n\n正文。\n\n~~删~~\n"

    assert complaints(grow(tmp_path, {"content/pages/about.md": page})) == ["content/pages/about.md:5"]


def test_a_text_longer_than_may_be_is_not_looked_into(tmp_path: Path):
    for unit in ("a <![CDATA[", "[", "| a ", "[甲](x.html", "<<<<<<< \n", "{#a", "【a】（../"):
        root = grow(tmp_path / str(ord(unit[-1])), {"content/activities/fish.md": unit * 20_001})

        assert complaints(root)[0] == "content/activities/fish.md:1"


def test_mistakes_in_facts_and_in_prose_are_told_at_once(tmp_path: Path):
    facts = grow(tmp_path).joinpath(ACTIVITIES).read_text("utf-8").replace("5.25-27", "5月32日")

    assert complaints(grow(tmp_path, BRACKETS | {ACTIVITIES: facts})) == [
        "content/activities/fish.md:3",
        f"{ACTIVITIES}:6",
    ]


def test_with_what_is_kept_come_the_identities_of_its_activities(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    inspect(root / "data", root / "content", kept)
    give([])

    activities = inspect(root / "data", root / "content", kept).catalogue.activities

    told = given(activities)
    give([])
    assert told == tuple(map(ValueIdentities().of, activities))
    assert given(activities) == ("",) * len(activities)
    assert activities


def test_what_was_found_good_is_kept_until_something_changes(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    first = inspect(root / "data", root / "content", kept)
    stamp = kept.stat().st_mtime_ns

    assert inspect(root / "data", root / "content", kept) == first
    assert kept.stat().st_mtime_ns == stamp

    facts = root.joinpath(ACTIVITIES)
    facts.write_text(facts.read_text("utf-8").replace("5.25-27", "5月26日"), "utf-8")
    assert inspect(root / "data", root / "content", kept) == inspect(root / "data", root / "content")


def test_a_link_in_the_place_of_a_file_is_refused_although_it_leads_to_the_same(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    inspect(root / "data", root / "content", kept)
    facts = root.joinpath(ACTIVITIES)
    facts.rename(tmp_path / "elsewhere.yaml")
    facts.symlink_to(tmp_path / "elsewhere.yaml")

    with pytest.raises(SourceError):
        inspect(root / "data", root / "content", kept)


def test_what_was_read_before_knows_its_lines_still(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    inspect(root / "data", root / "content", kept)
    bases = root.joinpath(BASES)
    bases.write_text(
        bases.read_text("utf-8").replace("id: meteorology-museum", "id: meteorology-museums"), "utf-8"
    )

    with pytest.raises(SourceError) as recalled:
        inspect(root / "data", root / "content", kept)
    with pytest.raises(SourceError) as read:
        inspect(root / "data", root / "content")
    assert recalled.value.problems == read.value.problems
    assert ACTIVITIES in {problem.file for problem in read.value.problems}


def test_only_what_has_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root, kept = grow(tmp_path), tmp_path / "kept"
    parsed: list[str] = []
    monkeypatch.setattr(data_files, "tree", lambda file, *more: parsed.append(file) or tree.read(file, *more))
    inspect(root / "data", root / "content", kept)
    assert BASES in parsed
    parsed.clear()
    facts = root.joinpath(ACTIVITIES)
    facts.write_text(facts.read_text("utf-8").replace("5.25-27", "5月26日"), "utf-8")

    inspect(root / "data", root / "content", kept)

    assert parsed == [ACTIVITIES]


def test_what_is_much_is_read_by_another_process_and_comes_to_the_same(tmp_path: Path, monkeypatch):
    (tmp_path / "good").mkdir()
    (tmp_path / "bad").mkdir()
    good = grow(tmp_path / "good")
    bad = grow(tmp_path / "bad", BRACKETS)
    plain = inspect(good / "data", good / "content", tmp_path / "plain")
    monkeypatch.setattr("scienceweek.check.inspection._MUCH", 0)

    assert inspect(good / "data", good / "content", tmp_path / "aside") == plain
    assert [(tmp_path / "aside").exists(), (tmp_path / "aside-files").exists()] == [True, True]
    told = []
    for kept in (None, tmp_path / "other"):
        with pytest.raises(SourceError) as caught:
            inspect(bad / "data", bad / "content", kept)
        told.append(str(caught.value))
    assert told[0] == told[1]


def test_a_file_with_a_mistake_is_read_each_time(tmp_path: Path):
    root, kept = grow(tmp_path, BRACKETS | {"data/venues.yaml": "venues: ["}), tmp_path / "kept"

    told = []
    for _ in range(2):
        with pytest.raises(SourceError) as caught:
            inspect(root / "data", root / "content", kept)
        told.append(caught.value.problems)

    assert told[0] == told[1]
    assert {"data/venues.yaml", "content/activities/fish.md"} <= {problem.file for problem in told[1]}


def reminders(root: Path, **changes: str) -> list[str]:
    return [str(one) for one in inspect(root / "data", root / "content", **changes).warnings]


def test_a_line_that_a_picture_does_without_is_told_with_its_character_and_its_record(tmp_path: Path):
    root = grow(tmp_path)
    for path, before, after in (
        (BASES, "重庆市气象科普馆", "西安𰻞𰻞面科普馆"),
        (CAMPAIGN, "when: 2024年", "theme: 弘扬科学家精神 爱科学😀\nwhen: 2024年"),
    ):
        facts = root / path
        facts.write_text(facts.read_text("utf-8").replace(before, after), "utf-8")

    would = "有别的写法就改一改；没有的话，请管理员照 theme/fonts/README.md 加上这个字。"
    assert reminders(root) == [
        f"{BASES}:4:11: 提醒：分享图的字库里没有“𰻞”，图上不写“西安𰻞𰻞面科普馆”这一行。{would}",
        f"{CAMPAIGN}:5:8: 提醒：分享图的字库里没有“😀”，图上不写“爱科学😀”这一行。{would}",
    ]


def test_rare_characters_of_names_are_drawn(tmp_path: Path):
    root = grow(tmp_path)
    facts = root / BASES
    facts.write_text(
        facts.read_text("utf-8").replace("重庆市气象科普馆", "硚口人工智能科普馆（喆镕祎㎡⑳）"), "utf-8"
    )

    assert reminders(root) == []


def test_a_picture_of_which_no_page_makes_use_is_told(tmp_path: Path):
    root = grow(tmp_path, {"content/images/hall.jpg": jpeg()})

    assert reminders(root) == [
        "content/images/hall.jpg:1:1: 提醒：没有页面用到这张图片，不会发布。用不着的话请移走。"
    ]
    assert reminders(root, mark="images/hall.jpg") == []


@pytest.mark.parametrize(
    "mark", ["images/other.jpg", "hall.jpg", "https://example.cn/a.png", "../images/hall.jpg"]
)
def test_a_mark_is_a_picture_that_is_there(tmp_path: Path, mark: str):
    root = grow(tmp_path, {"content/images/hall.jpg": jpeg()})

    with pytest.raises(
        SourceError, match="没有这张图片。请把图片放进 content/images，这里写 images/文件名。"
    ):
        inspect(root / "data", root / "content", mark=mark)


def test_a_photo_without_consent_is_no_mark(tmp_path: Path):
    photo = activity(results="{photos: [{file: child.jpg, alt: 孩子}]}")
    root = grow(
        tmp_path, {ACTIVITIES: photo, "content/images/child.jpg": jpeg(), "content/images/copy.jpg": jpeg()}
    )

    with pytest.raises(
        SourceError, match=r"pelicanconf\.py:1:1: .*“images/copy\.jpg”，照片里的人还没有同意公开"
    ):
        inspect(root / "data", root / "content", mark="images/copy.jpg")


def test_what_was_kept_without_a_mark_is_not_taken_for_what_there_is_with_one(tmp_path: Path):
    root, kept = grow(tmp_path, {"content/images/hall.jpg": jpeg()}), tmp_path / "kept"

    assert inspect(root / "data", root / "content", kept).marks == ()
    (mark,) = inspect(root / "data", root / "content", kept, mark="images/hall.jpg").marks
    assert mark.name == "hall.jpg"


class Payload:
    """What runs a command when it is unpacked."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.mark),)


def test_what_somebody_else_has_kept_runs_nothing(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / ".cache/kept"
    kept.parent.mkdir()
    content = pickle.dumps(Payload(tmp_path / "mark"))
    identity = blake2b(b"", digest_size=16).digest() + blake2b(content, digest_size=16).digest()
    for name in ("kept", "kept-files"):
        kept.with_name(name).write_bytes(identity + content)

    inspect(root / "data", root / "content", kept)

    assert not (tmp_path / "mark").exists()


def test_a_cache_that_git_brings_is_refused(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / ".cache/kept"
    inspect(root / "data", root / "content", kept)
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "add", "-f", ".cache"], check=True)

    with pytest.raises(SourceError) as caught:
        inspect(root / "data", root / "content", kept)

    assert str(caught.value) == (
        ".cache:1:1: 缓存不能放进 git，别人带来的缓存不可信。请运行 git rm -r --cached .cache，再提交。"
    )


def test_an_approved_map_under_the_pins_is_a_picture_that_leaves(tmp_path: Path):
    corners = ((0, 0, 106.4, 29.9), (40, 30, 106.8, 29.6))
    points = [
        {
            "type": "Feature",
            "properties": {"x": x, "y": y},
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
        }
        for x, y, lon, lat in corners
    ]
    laid = {
        "type": "FeatureCollection",
        "picture": "images/yubei.jpg",
        "source": "标准地图",
        "approval": "渝S（2026）000号",
        "features": points,
    }
    ground = json.dumps(laid, ensure_ascii=False)
    root = grow(tmp_path, {"data/grounds/yubei.geojson": ground, "content/images/yubei.jpg": jpeg((40, 30))})

    found = inspect(root / "data", root / "content")

    assert ([image.name for image in found.marks], found.warnings) == (["yubei.jpg"], ())
    assert [one.approval for one in found.grounds] == ["渝S（2026）000号"]


def test_a_text_in_which_nothing_was_private_is_looked_at_again_when_more_is_private(tmp_path: Path):
    kept, campaign = tmp_path / "kept", "data/campaigns/2024-yubei.yaml"
    write(tmp_path, **{"content/activities/fish.md": "请打 023-60001111。\n"})
    inspect(tmp_path / "data", tmp_path / "content", kept)

    told = (tmp_path / campaign).read_text().replace(LIAISON, "023-60001111")
    (tmp_path / campaign).write_text(told)

    with pytest.raises(
        SourceError, match=r"content/activities/fish\.md:1:4: “023-60001111”是内部联系人的电话"
    ):
        inspect(tmp_path / "data", tmp_path / "content", kept)


def test_what_another_process_has_read_is_kept_where_writing_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root, kept = grow(tmp_path), tmp_path / "kept"
    monkeypatch.setattr("scienceweek.check.inspection._MUCH", 0)
    monkeypatch.setattr("scienceweek.source.files.read_cache._HELD.waits", True)

    inspect(root / "data", root / "content", kept)

    # Read from there, nothing is left to be written here.
    assert kept.exists()
