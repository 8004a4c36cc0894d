import pytest
import segno
import zxingcpp
from PIL import Image
from segno import consts

from scienceweek.formats.qr_modules import MASK, modules

LONG = "https://kepu.example/" + "district-07/activity.html?" * 12
WHITE = 4
LEVELS_BY_NAME = {"M": consts.ERROR_LEVEL_M, "Q": consts.ERROR_LEVEL_Q, "H": consts.ERROR_LEVEL_H}


def seen(rows: tuple[bytes, ...]) -> list[str]:
    """What a reader finds in *rows* that are drawn on white."""
    side = len(rows)
    picture = Image.new("L", (side + 2 * WHITE, side + 2 * WHITE), 255)
    picture.paste(Image.frombytes("L", (side, side), b"".join(rows)).point([255] + [0] * 255), (WHITE, WHITE))
    return [one.text for one in zxingcpp.read_barcodes(picture.resize([4 * one for one in picture.size]))]


ROOMS = sorted(
    {
        sum(one.num_blocks * one.num_data for one in consts.ECC[version][level])
        for version in range(1, 10)
        for level in LEVELS_BY_NAME.values()
    }
)


@pytest.mark.parametrize("level", ["m", "q"])
def test_a_reader_finds_every_address_of_whatever_length(level):
    texts = [LONG[:length] for length in range(8, 200, 7)]

    assert [seen(modules(text, level)) for text in texts] == [[text] for text in texts]


@pytest.mark.parametrize("level", ["m", "q"])
def test_where_a_text_fills_its_code_each_module_is_as_segno_has_it(level):
    for room in ROOMS:
        text = LONG[: room - 2]
        made = segno.make_qr(text, error=level, mask=MASK)

        if room == sum(
            one.num_blocks * one.num_data for one in consts.ECC[made.version][LEVELS_BY_NAME[made.error]]
        ):
            assert modules(text, level) == tuple(map(bytes, made.matrix))


@pytest.mark.parametrize("level", ["m", "q"])
def test_a_code_is_never_larger_than_segno_s(level):
    texts = [LONG[:length] for room in ROOMS for length in (room - 2, room - 1)]

    assert [len(modules(text, level)) for text in texts] == [
        len(segno.make_qr(text, error=level, mask=MASK).matrix) for text in texts
    ]


@pytest.mark.parametrize("text", ["科技活动周", "12345", "HTTPS://KP", LONG])
def test_what_is_no_short_address_is_segno_s(text: str):
    assert modules(text, "q") == tuple(map(bytes, segno.make_qr(text, error="q", mask=MASK).matrix))
