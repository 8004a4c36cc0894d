from pathlib import Path

import pytest
from trees import complaints, read

PHOTO: dict[str, str | bytes | None] = {"content/images/Hall.jpg": b""}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("启动仪式（1）.jpg", "“启动仪式（1）.jpg”会成为网址，{}请改名，例如 1.jpg。"),
        ("会场.png", "“会场.png”会成为网址，{}请改名，例如 photo-1.png。"),
        ("IMG 01 (2).JPG", "“IMG 01 (2).JPG”会成为网址，{}请改名，例如 IMG-01-2.JPG。"),
        ("2027年/hall.jpg", "“2027年”会成为网址，{}请改名，例如 2027。"),
        (
            "hall.heic",
            "这里只放 .jpg、.png、.webp 和 .svg 图片。别的图片请另存为 .jpg，其他文件请移走。",
        ),
    ],
)
def test_a_picture_has_a_name_that_can_be_an_address(tmp_path: Path, name: str, message: str):
    told = message.format("只用英文字母、数字、“-”和“_”，不用汉字和空格。")

    assert complaints(tmp_path, {f"content/images/{name}": b""}) == [f"content/images/{name}:1:1: {told}"]


def test_what_windows_puts_beside_pictures_is_passed_over(tmp_path: Path):
    files: dict[str, str | bytes | None] = {
        "content/images/Thumbs.db": b"",
        "content/images/._Hall.jpg": b"",
    }

    assert read(tmp_path, files).warnings == ()


def test_a_picture_that_is_slow_on_a_phone_is_told(tmp_path: Path):
    warnings = read(tmp_path, {"content/images/hall.jpg": bytes(3_000_000)}).warnings

    assert list(map(str, warnings)) == [
        "content/images/hall.jpg:1:1: 提醒：图片有 3 MB，手机上打开很慢，请先缩小到 1 MB 以内。"
    ]


def test_two_pictures_that_are_one_on_some_computers_are_told(tmp_path: Path):
    assert complaints(tmp_path, PHOTO | {"content/images/hall.JPG": b""}) == [
        "content/images/hall.JPG:1:1: 和“Hall.jpg”只有大小写不同，在有的电脑上是同一个文件。请把一个改名，或删去多余的。"
    ]


def test_a_name_that_windows_keeps_for_itself_is_told(tmp_path: Path):
    assert complaints(tmp_path, {"content/images/con.jpg": b""}) == [
        "content/images/con.jpg:1:1: 这是 Windows 留给设备的名字，在有的电脑上不能用。请改名。"
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [("content/images/a/x.png", "和“A”只有大小写不同"), ("content/images/2024./x.png", "“2024.”会成为网址")],
)
def test_the_folders_of_pictures_too_must_do_everywhere(tmp_path: Path, other: str, said: str):
    (told,) = complaints(tmp_path, {"content/images/A/hall.png": b"", other: b""})

    assert told.startswith(f"{other}:1:1: {said}")
