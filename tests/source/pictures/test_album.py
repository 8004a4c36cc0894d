import gzip
from hashlib import blake2b
from pathlib import Path

import pytest
from photographs import canvas, encoded, jpeg, moving, picture, tell_tale
from PIL import Image
from trees import complaints, grow, read, reminders

from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.pictures.album import none, read_album

PAGE, BODY = "content/pages/about.md", "content/activities/fish.md"
PHOTO: dict[str, str | bytes | None] = {"content/images/Hall.jpg": jpeg()}


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
    noise = encoded(Image.effect_noise((1700, 1700), 90), "PNG")
    warnings = read(tmp_path, {"content/images/hall.png": noise}).warnings

    assert list(map(str, warnings)) == [
        "content/images/hall.png:1:1: 提醒：图片有 3 MB，手机上打开很慢，请先缩小到 1 MB 以内。"
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
    (told,) = complaints(tmp_path, {"content/images/A/hall.png": encoded(picture(), "PNG"), other: b""})

    assert told.startswith(f"{other}:1:1: {said}")


def told(root: Path, name: str, content: bytes) -> str:
    (said,) = complaints(root, {f"content/images/{name}": content})
    return said.removeprefix(f"content/images/{name}:1:1: ")


BROKEN = "图片不完整或已损坏，打不开。请从原来的地方再取一次，用“画图”能打开再放进来。"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_picture_that_was_cut_off_is_told(tmp_path: Path, kind: str, part: float):
    whole = encoded(Image.effect_noise((64, 48), 90), kind)

    assert told(tmp_path, f"hall.{kind.lower()}", whole[: int(len(whole) * part)]) == BROKEN


def test_a_png_without_its_last_chunk_was_cut_off(tmp_path: Path):
    assert told(tmp_path, "hall.png", encoded(picture(), "PNG")[:-12]) == BROKEN


def test_an_empty_picture_is_told(tmp_path: Path):
    assert told(tmp_path, "hall.jpg", b"") == (
        "这是一个空文件。请从原来的地方再取一次，用“画图”能打开再放进来。"
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("hall.png", encoded(picture(), "GIF"), "名字是 .png，里面却是 GIF 图片。请用“画图”打开"),
        ("hall.jpg", b"<!DOCTYPE html>\n<html><body>404</body></html>", "名字是 .jpg，里面却是 网页。"),
        ("hall.jpg", b"\xef\xbb\xbf\n <script>alert(1)</script>", "名字是 .jpg，里面却是 网页。"),
        ("hall.svg", b"<?xml version='1.0'?><html xmlns='x'/>", "名字是 .svg，里面却是 网页。"),
        ("hall.jpg", encoded(picture(), "PNG"), "名字是 .jpg，里面却是 PNG 图片。请改名为“hall.png”，"),
        ("hall.png", jpeg(), "名字是 .png，里面却是 JPEG 图片。请改名为“hall.jpg”，"),
        ("hall.webp", jpeg(), "名字是 .webp，里面却是 JPEG 图片。请改名为“hall.jpg”，"),
        ("hall.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "名字是 .jpg，里面却是 SVG 图。"),
        (
            "hall.jpg",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            "名字是 .jpg，里面却是 HEIC 图片（苹果手机的格式）。",
        ),
        (
            "hall.jpg",
            b"\0\0\0\x1cftypmif1\0\0\0\0mif1heic",
            "名字是 .jpg，里面却是 HEIC 图片（苹果手机的格式）。",
        ),
        ("hall.jpg", encoded(picture(), "AVIF"), "名字是 .jpg，里面却是 AVIF 图片。"),
        ("hall.jpg", encoded(picture(), "TIFF"), "名字是 .jpg，里面却是 TIFF 图片或相机的原始文件。"),
        (
            "hall.jpg",
            encoded(picture(), "BMP"),
            "名字是 .jpg，里面却是 BMP 图片。请用“画图”打开，另存为 .jpg。",
        ),
        ("hall.jpg", encoded(picture(), "JPEG2000"), "名字是 .jpg，里面却是 JPEG 2000 图片。"),
        ("hall.jpg", encoded(picture(), "ICO"), "名字是 .jpg，里面却是 图标文件。"),
        ("hall.jpg", b"8BPS\0\1" + bytes(30), "名字是 .jpg，里面却是 Photoshop 文件。"),
        ("hall.jpg", b"%PDF-1.7\n%\xe2\xe3", "名字是 .jpg，里面却是 PDF 文件。"),
        ("hall.jpg", b"PK\3\4" + bytes(40), "名字是 .jpg，里面却是 Word、Excel 文件或压缩包。"),
        ("hall.jpg", b"\0\0\0\x20ftypisom" + bytes(20), "名字是 .jpg，里面却是 视频。"),
        ("hall.svg", gzip.compress(b"<svg/>", mtime=0), "名字是 .svg，里面却是 压缩的文件。"),
        (
            "hall.jpg",
            b"version https://git-lfs.github.com/spec/v1\n",
            "名字是 .jpg，里面却是 Git LFS 的指针。",
        ),
        ("hall.jpg", "会场".encode(), "名字是 .jpg，里面却是 文字。"),
        ("hall.jpg", bytes(range(3, 99)) + b"\0\xff" * 99, "名字是 .jpg，里面却不是图片。"),
    ],
)
def test_a_file_that_is_not_what_it_is_called_is_told_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
):
    message = told(tmp_path, name, content)

    assert message[: len(said)] == said
    assert message.endswith("。")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "hall.heic",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            "这是 HEIC 图片（苹果手机的格式）。浏览器打不开。",
        ),
        ("hall.gif", encoded(picture(), "GIF"), "这是 GIF 图片。请用“画图”打开，另存为 .jpg 或 .png；"),
        ("hall.jfif", jpeg(), "这是 JPEG 图片，请改名，例如 hall.jpg。"),
        ("hall", jpeg(), "这是 JPEG 图片，请改名，例如 hall.jpg。"),
        ("hall.tiff", encoded(picture(), "TIFF"), "这是 TIFF 图片或相机的原始文件。浏览器打不开。"),
    ],
)
def test_a_picture_of_another_kind_is_told_how_to_convert_it(
    tmp_path: Path, name: str, content: bytes, said: str
):
    right = f"这里只放 .jpg、.png、.webp 和 .svg 图片。{said}"

    assert told(tmp_path, name, content)[: len(right)] == right


def test_a_picture_that_fills_the_memory_is_not_unpacked(tmp_path: Path):
    assert told(tmp_path, "hall.png", canvas(12_000, 9_000)) == (
        "图片太大，有 12000 × 9000 像素，最多 7000 万像素。请用“画图”缩小到长边 4000 像素以内。"
    )
    assert told(tmp_path, "hall.png", canvas(300_000, 3_000)) == (
        "图片太大，最多 7000 万像素。请用“画图”缩小到长边 4000 像素以内。"
    )


def test_a_jpeg_of_a_thousand_layers_is_not_unpacked(tmp_path: Path):
    layered = jpeg(progressive=True)
    scan = layered.index(b"\xff\xda")

    assert told(tmp_path, "hall.jpg", layered[:-2] + layered[scan:-2] * 100 + b"\xff\xd9") == (
        "这张 JPEG 分成了太多层，打开要很久。请用“画图”打开，另存为 .jpg。"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("hall.jpg", tell_tale("JPEG")),
        ("hall.JPEG", jpeg(progressive=True)),
        ("hall.png", tell_tale("PNG")),
        ("hall.png", canvas(9_000, 7_000)),
        ("hall.webp", tell_tale("WEBP")),
        ("hall.webp", moving("WEBP")),
        ("hall.png", moving("PNG")),
        ("hall.jpg", encoded(picture(mode="CMYK"))),
        ("hall.jpg", encoded(picture(), "MPO", save_all=True, append_images=[picture()])),
    ],
)
def test_a_picture_that_is_whole_is_taken(tmp_path: Path, name: str, content: bytes):
    assert reminders(tmp_path, {f"content/images/{name}": content}) == []


def images(root: Path, content: bytes) -> tuple[int, int]:
    """Width and height with which a picture is published."""
    page = "Title: 关于\n\n![厅](images/hall.png)\n"
    (found,) = read(root, {PAGE: page, "content/images/hall.png": content}).pages["about"]
    return found.width, found.height


def test_a_picture_is_measured_upright_and_as_large_as_it_leaves(tmp_path: Path):
    assert images(tmp_path, canvas(3_000, 2_000)) == (3_000, 2_000)
    assert images(tmp_path, canvas(8_000, 6_000)) == (4_000, 3_000)
    assert images(tmp_path, canvas(5_000, 1)) == (4_000, 1)
    assert images(tmp_path, tell_tale("PNG", picture((30, 20)), orientation=6)) == (20, 30)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![厅](../images/hall.jpg)", True),
        ('![厅](<../images/hall.jpg> "会场")', True),
        ("![厅](../images/h%61ll.jpg)", True),
        ("[大图](../images/hall.jpg)", True),
        ("<!-- ![厅](../images/hall.jpg) -->", False),
        ("`![厅](../images/hall.jpg)`", False),
        ("\\![厅]\\(../images/hall.jpg)", False),
        ("content/images/hall.jpg", False),
    ],
)
def test_what_a_text_shows_is_what_is_drawn_of_it(tmp_path: Path, written: str, *, shown: bool):
    (fish,) = read(tmp_path, {BODY: written + "\n", "content/images/hall.jpg": jpeg()}).catalogue.activities

    assert [image.name for image in fish.images] == (["hall.jpg"] if shown else [])


def test_what_was_found_of_a_picture_is_kept_under_its_digest(tmp_path: Path):
    def sizes() -> dict[str, tuple[int, int]]:
        memory, problems = Memory(tmp_path / "kept", b"x"), Problems()
        found = read_album(tmp_path / "content", none, problems, memory)
        memory.keep()
        return {name: (image.width, image.height) for name, image in found.images.items()}

    grow(tmp_path, PHOTO)
    assert sizes() == {"Hall.jpg": (8, 6)}
    memory = Memory(tmp_path / "kept", b"x")
    digest = blake2b(jpeg()).hexdigest()
    assert memory.recall("picture", digest, "Hall.jpg") == (8, 6)

    grow(tmp_path, {"content/images/Hall.jpg": jpeg((10, 10))})
    assert sizes() == {"Hall.jpg": (10, 10)}


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path: Path):
    root = grow(tmp_path, PHOTO)
    with (root / "content/images/large.jpg").open("wb") as opened:
        opened.truncate(21_000_000)
    problems = Problems()

    album = read_album(root / "content", none, problems, Memory())

    assert [str(problem) for problem in problems.all] == [
        "content/images/large.jpg:1:1: 文件有 21 MB，最多 20 MB。请先缩小到 1 MB 以内。"
    ]
    assert list(album.images) == ["Hall.jpg"]
