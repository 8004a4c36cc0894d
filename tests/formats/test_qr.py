import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from scienceweek.formats import qr, qr_modules

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")
SCALE = 6  # pixels a module


def drawn(path: str, box: str) -> Image.Image:
    """The path as ink on paper."""
    side = int(box.split()[2])
    picture = Image.new("L", (side * SCALE, side * SCALE), 255)
    pen = ImageDraw.Draw(picture)
    for x, y, width in (tuple(map(int, run)) for run in RUN.findall(path)):
        pen.rectangle((x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + 1) * SCALE - 1), 0)
    return picture


ADDRESSES = [
    f"https://kepu.example/{'long-' * long}{number:02}.html" for long in range(20) for number in range(5)
]


@pytest.mark.parametrize("text", ["https://kepu.example/bases/museum.html", "科技活动周"])
def test_a_camera_reads_what_was_written(text: str):
    (found,) = zxingcpp.read_barcodes(drawn(*qr.code(text)))

    assert found.text == text


def test_a_camera_reads_every_address_though_the_mask_is_not_chosen_for_it():
    seen = [[one.text for one in zxingcpp.read_barcodes(drawn(*qr.code(text)))] for text in ADDRESSES]

    assert seen == [[text] for text in ADDRESSES]


@pytest.mark.parametrize("text", ADDRESSES[::9])
def test_the_path_fills_the_modules_that_are_dark(text: str):
    path, box = qr.code(text)
    picture = drawn(path, box)
    side, rows = int(box.split()[2]), qr_modules.modules(text, "q")
    dark = [
        bytes(picture.getpixel((x * SCALE, y * SCALE)) == 0 for x in range(qr.QUIET, side - qr.QUIET))
        for y in range(qr.QUIET, side - qr.QUIET)
    ]

    assert tuple(dark) == rows


def test_the_same_text_makes_the_same_code():
    assert qr.code("https://kepu.example") == qr.code("https://kepu.example")
