import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from scienceweek.formats import qr

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


@pytest.mark.parametrize("text", ["https://kepu.example/bases/museum.html", "科技活动周"])
def test_a_camera_reads_what_was_written(text: str):
    (found,) = zxingcpp.read_barcodes(drawn(*qr.code(text)))

    assert found.text == text


def test_the_same_text_makes_the_same_code():
    assert qr.code("https://kepu.example") == qr.code("https://kepu.example")
