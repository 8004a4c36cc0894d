import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from scienceweek.formats import numerals
from scienceweek.formats.picture import draw
from scienceweek.formats.picture_parts import Font, lacking
from scienceweek.render.page import environment

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "theme" / "fonts"
FONT = Font.of(FONTS)
CINNABAR, PAPER = (177, 42, 26), (249, 249, 246)


@dataclass(frozen=True)
class Day:
    above: str = "5月 周六"
    number: str = "25"


@dataclass(frozen=True)
class Sample:
    seal: str = "渝北"
    kicker: str = "2024年5月25日"
    title: tuple[str, ...] = ("2024年渝北区", "科技活动周")
    figures: tuple[Day, ...] = (Day(),)
    facts: tuple[str, ...] = ("弘扬科学家精神",)
    foot: str = "科技活动周"
    url: str = ""


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_it_is_a_square_of_paper_with_a_cinnabar_seal():
    picture = opened(draw(Sample(), FONT))

    assert picture.size == (1080, 1080)
    assert (picture.getpixel((10, 10)), picture.getpixel((870, 112))) == (PAPER, CINNABAR)


def test_the_same_picture_is_the_same_bytes():
    assert draw(Sample(url="https://kp.example.cn"), FONT) == draw(Sample(url="https://kp.example.cn"), FONT)


def test_it_weighs_little():
    assert len(draw(Sample(url="https://kp.example.cn"), FONT)) < 60_000


@pytest.mark.parametrize("seal", ["渝", "渝北", "九龙坡", "石嘴山市"])
def test_seals_of_one_to_four_signs_differ(seal):
    assert draw(Sample(seal=seal), FONT) != draw(Sample(seal=""), FONT)


@pytest.mark.parametrize("title", [("渝" * 80,), ("长" * 30, "名" * 30), ("x",), ()])
def test_any_title_keeps_the_edges_free(title):
    picture = opened(draw(Sample(title=title), FONT))

    assert {
        picture.getpixel((x, y)) for x in (*range(40, 78), *range(1004, 1040)) for y in range(0, 1080, 3)
    } == {PAPER}


def test_what_has_no_room_is_left_out_whole():
    long = tuple(f"第{number}行" for number in range(20))

    assert draw(Sample(facts=long), FONT) == draw(Sample(facts=long[:10]), FONT)


def test_the_numerals_are_those_of_the_pages():
    symbols = environment(str(ROOT / "theme" / "templates")).get_template("_symbols.html").module
    drawn = symbols.sprite("".join(f'<use href="#_d{digit}"/>' for digit in numerals.PATHS))

    assert dict(re.findall(r'<path id="_d(\d)"[^>]* d="([^"]+)"', drawn)) == numerals.PATHS


@pytest.mark.parametrize("digit", numerals.PATHS)
def test_a_numeral_stays_in_its_box(digit):
    points = [point for line in numerals.lines(digit) for point in line]

    assert all(1 <= x <= numerals.width(digit) - 1 + 0.5 and 1 <= y <= 39 for x, y in points)


def test_a_nought_is_two_half_circles_and_two_strokes():
    (stroke,) = numerals.lines("0")

    assert stroke[0] == pytest.approx(stroke[-1])
    assert (min(y for _, y in stroke), max(y for _, y in stroke)) == pytest.approx((2, 38))
    assert (min(x for x, _ in stroke), max(x for x, _ in stroke)) == pytest.approx((2, 22))


def test_a_font_that_has_changed_is_another_one(tmp_path):
    for path in FONTS.glob("*.otf"):
        (tmp_path / path.name).write_bytes(path.read_bytes() + b" ")

    assert Font.of(tmp_path).digest != FONT.digest


def test_the_font_has_all_characters_of_the_data():
    text = "".join(path.read_text("utf-8") for path in (ROOT / "data").rglob("*.yaml"))

    assert lacking(text, FONT) == ""


def test_the_font_has_the_table_of_standard_characters():
    table = (FONTS / "standard_characters.txt").read_text("utf-8").split()

    assert len(set("".join(table))) == len("".join(table)) == 8105
    assert lacking("".join(table), FONT) == ""


@pytest.mark.parametrize(
    "text",
    [
        "硚口",
        "喆堃镕祎昇珺玥",
        "㎡㎞℃",
        "①⑳㈠",
        "⼈⼯智能",
        "\uff21\uff11（）",
        "«é»",
        "β±×",
        "cafe\u0301",
        "福\ufe00",
    ],
)
def test_the_font_has_what_names_and_titles_are_written_with(text):
    assert lacking(text, FONT) == ""


def test_what_the_font_lacks_is_told_once_each():
    assert lacking("𰻞𰻞面😀馆", FONT) == "𰻞😀"


def test_a_line_with_a_character_that_the_font_lacks_is_left_out_whole():
    sample = Sample(
        facts=("弘扬科学家精神", "𰻞面馆"), kicker="😀", foot="𰻞", seal="𰻞", title=("2024年", "𰻞")
    )

    assert draw(sample, FONT) == draw(
        Sample(facts=("弘扬科学家精神",), kicker="", foot="", seal="", title=()), FONT
    )


def test_signs_that_nobody_sees_leave_no_gap():
    assert draw(Sample(kicker="渝\u200b北\ufe00"), FONT) == draw(Sample(kicker="渝北"), FONT)
