from io import BytesIO
from itertools import zip_longest

import pytest
from PIL import Image

from scienceweek.formats.png import png

COLOURS = ((249, 249, 246), (27, 28, 30), (177, 42, 26))


def test_a_reader_that_is_not_ours_sees_each_pixel_in_its_colour():
    content = png((b"\0\x01\x20\0", b"\x21\x00"), (3, 2), COLOURS)
    picture = Image.open(BytesIO(content))
    picture.verify()
    seen = Image.open(BytesIO(content)).convert("RGB")
    paper, ink, cinnabar = COLOURS

    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (3, 2))
    assert [seen.getpixel((x, y)) for y in range(2) for x in range(3)] == [
        *(paper, ink, cinnabar),
        *(cinnabar, ink, paper),
    ]


@pytest.mark.parametrize("wide", [1, 2, 1080])
def test_pictures_may_be_of_any_width(wide: int):
    row = [at % 3 for at in range(wide)]
    packed = bytes(left << 4 | right for left, right in zip_longest(row[::2], row[1::2], fillvalue=0))
    picture = Image.open(BytesIO(png([b"\0" + packed] * 5, (wide, 5), COLOURS)))

    assert picture.tobytes() == bytes(row) * 5
