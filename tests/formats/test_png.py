from io import BytesIO

import pytest
from PIL import Image

from scienceweek.formats.png import png

COLOURS = ((249, 249, 246), (27, 28, 30), (177, 42, 26))


def test_a_reader_that_is_not_ours_sees_each_pixel_in_its_colour():
    picture = Image.open(BytesIO(png(b"\0\0\1\2\0\2\1\0", 3, COLOURS)))
    picture.verify()
    seen = Image.open(BytesIO(png(b"\0\0\1\2\0\2\1\0", 3, COLOURS))).convert("RGB")
    paper, ink, cinnabar = COLOURS

    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (3, 2))
    assert [seen.getpixel((x, y)) for y in range(2) for x in range(3)] == [
        *(paper, ink, cinnabar),
        *(cinnabar, ink, paper),
    ]


@pytest.mark.parametrize("wide", [1, 2, 1080])
def test_pictures_may_be_of_any_width(wide: int):
    rows = (b"\0" + bytes(at % 3 for at in range(wide))) * 5

    assert Image.open(BytesIO(png(rows, wide, COLOURS))).tobytes() == rows[1 : wide + 1] * 5
