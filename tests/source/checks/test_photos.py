"""Photographs of records: where they lie, and whom they show."""

from pathlib import Path

import pytest
from photographs import jpeg
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, complaints, grow, read, reminders

VENUES = "data/venues.yaml"
WIDE = (960, 640)
IMAGE = "{file: fish.jpg, alt: 鱼缸}"


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("fish.jpg", None),
        ("lunar-soil.jpg", "content/images 里没有“lunar-soil.jpg”。"),
        ("somewhere-else.jpg", "content/images 里没有“somewhere-else.jpg”。"),
        ("../images/fish.jpg", "照片“../images/fish.jpg”只写文件名，不写路径。"),
    ],
)
def test_a_photo_is_a_file_among_the_images(tmp_path: Path, file: str, message: str | None):
    files = {
        ACTIVITIES: activity(results=f"{{photos: [{{file: {file}, alt: 鱼}}]}}"),
        "content/images/fish.jpg": jpeg(),
    }
    place = "data/activities/2024-yubei.yaml:6:31"
    if message is None:
        assert reminders(tmp_path, files) == []
        return
    if file == "somewhere-else.jpg":
        grow(tmp_path, files)
        (tmp_path / "content/images/somewhere-else.jpg").symlink_to("fish.jpg")

    assert f"{place}: {message}" in complaints(tmp_path, files)


REFUSED = (
    "里的人还没有同意公开：data/activities/2024-yubei.yaml 第 6 行起的照片没有写 consent: true。"
    "同意了就在那里补上，没有同意就不要用这张照片。"
)


@pytest.mark.parametrize(
    ("file", "text", "place", "name"),
    [
        ("content/activities/fish.md", "开场。\n\n看 ![孩子](../images/fish.jpg)\n", "3:9", "fish.jpg"),
        ("content/bases/meteorology-museum.md", "[孩子](../images/fish.jpg)\n", "1:6", "fish.jpg"),
        (
            "content/notices/2024-yubei.md",
            "## 四 {#s4-1}\n\n![孩子](../images/copy.jpg)\n\n## 附 {#annex}\n",
            "3:7",
            "copy.jpg",
        ),
        ("content/pages/about.md", "Title: 关于\n\n![孩子](images/fish.jpg)\n", "3:7", "fish.jpg"),
    ],
)
def test_a_photo_without_consent_is_in_no_text_not_even_as_a_copy(
    tmp_path: Path, file: str, text: str, place: str, name: str
):
    files = {
        ACTIVITIES: activity(base="meteorology-museum", results="{photos: [{file: fish.jpg, alt: 孩子}]}"),
        "content/images/fish.jpg": jpeg(),
        "content/images/copy.jpg": jpeg(),
        file: text,
    }

    refused = REFUSED.replace("第 6 行", "第 7 行")
    assert complaints(tmp_path, files) == [f"{file}:{place}: “{name}”{refused}"]


def test_a_photo_without_consent_is_not_shown_by_another_record(tmp_path: Path):
    files = {
        ACTIVITIES: activity(results="{photos: [{file: fish.jpg, alt: 孩子}]}")
        + "  - {id: soil, title: 月壤, when: 5.26, results: {photos: [{file: fish.jpg, alt: 孩子, consent: true}]}}\n",
        "content/images/fish.jpg": jpeg(),
    }

    assert complaints(tmp_path, files) == [f"data/activities/2024-yubei.yaml:7:65: “fish.jpg”{REFUSED}"]


def test_what_is_not_published_may_show_whom_it_likes(tmp_path: Path):
    files = {
        ACTIVITIES: activity(admits="staff", results="{photos: [{file: fish.jpg, alt: 孩子}]}"),
        "content/images/fish.jpg": jpeg(),
        "content/activities/fish.md": "![孩子](../images/fish.jpg)\n",
    }

    found = read(tmp_path, files).catalogue
    assert (found.images, [photo.published for photo in found.withheld[0].results.photos]) == (
        frozenset(),
        [None],
    )


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        (ACTIVITIES, activity(image=IMAGE), "6:19"),
        (BASES, FILES[BASES] + f"    image: {IMAGE}\n", None),
        (VENUES, FILES[VENUES].replace("yubei}", f"yubei, image: {IMAGE}}}"), None),
        (CAMPAIGN, FILES[CAMPAIGN] + f"image: {IMAGE}\n", None),
    ],
)
def test_the_picture_of_a_thing_is_a_file_among_the_images(
    tmp_path: Path, file: str, text: str, place: str | None
):
    line = text.count("\n")
    place = place or f"{line}:{text.splitlines()[-1].index('fish.jpg') + 1}"
    told = complaints(tmp_path, {file: text})

    assert told == [f"{file}:{place}: content/images 里没有“fish.jpg”。"]


def test_the_picture_of_a_thing_has_its_file_its_words_and_who_took_it(tmp_path: Path):
    files = {
        ACTIVITIES: activity(image="{file: fish.jpg, alt: 鱼缸, credit: 渝北区科协供图}"),
        "content/images/fish.jpg": jpeg(WIDE),
    }
    loaded = read(tmp_path, files)
    image = loaded.catalogue.activities[0].image

    assert loaded.warnings == ()
    assert image is not None
    assert (image.alt, image.credit, image.published) == ("鱼缸", "渝北区科协供图", image.image)
    assert loaded.catalogue.photographs == {loaded.album.images["fish.jpg"]}
    assert loaded.catalogue.images == frozenset()


def test_a_picture_without_words_is_told(tmp_path: Path):
    files = {ACTIVITIES: activity(image="{file: fish.jpg}"), "content/images/fish.jpg": jpeg(WIDE)}

    assert complaints(tmp_path, files) == ["data/activities/2024-yubei.yaml:6:12: 图片缺少“alt”：说明。"]


def test_a_picture_that_is_too_narrow_for_a_phone_is_told(tmp_path: Path):
    files = {ACTIVITIES: activity(image=IMAGE), "content/images/fish.jpg": jpeg((320, 200))}

    assert reminders(tmp_path, files) == [
        "data/activities/2024-yubei.yaml:6:19: 提醒：“fish.jpg”只有 320 像素宽，在手机上是糊的。请换一张至少 960 像素宽的。"
    ]


def test_a_picture_to_which_nobody_has_agreed_yet_is_shown_nowhere(tmp_path: Path):
    waiting = activity(image="{file: fish.jpg, alt: 孩子, consent: false}")
    files = {ACTIVITIES: waiting, "content/images/fish.jpg": jpeg(WIDE)}
    again = waiting + "  - {id: soil, title: 月壤, when: 5.26, image: {file: copy.jpg, alt: 孩子}}\n"

    assert read(tmp_path / "one", files).catalogue.photographs == frozenset()
    assert complaints(
        tmp_path / "two", files | {ACTIVITIES: again, "content/images/copy.jpg": jpeg(WIDE)}
    ) == [f"data/activities/2024-yubei.yaml:7:53: “copy.jpg”{REFUSED}"]
