from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from scienceweek.formats.day_picture import draw
from scienceweek.formats.picture_parts import Font

FONT = Font.of(Path(__file__).parents[2] / "theme" / "fonts")
PAPER, CINNABAR, AZURITE = (249, 249, 246), (177, 42, 26), (37, 90, 124)


@dataclass(frozen=True)
class Row:
    title: tuple[str, ...] = ("我们曾经", "都是鱼")
    note: str = "到27日"


@dataclass(frozen=True)
class Spot:
    place: str = "市主会场"
    rows: tuple[Row, ...] = (Row(),)


@dataclass(frozen=True)
class Sample:
    seal: str = "渝北"
    month: str = "2024年5月"
    number: str = "25"
    week: str = "周六"
    names: tuple[str, ...] = ("渝北区", "科技活动周")
    sentence: tuple[str, ...] = ("渝北有1场，", "要先打电话。")
    spots: tuple[Spot, ...] = (Spot(),)
    off: tuple[Row, ...] = ()
    doors: tuple[str, ...] = ()
    phone: str = ""
    foot: tuple[str, ...] = ("有变动以网页为准",)
    url: str = ""


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_it_is_a_sheet_for_a_phone_and_weighs_little():
    content = draw(Sample(url="https://kp.example.cn", doors=("气象馆",)), FONT)

    assert opened(content).size == (1080, 1440)
    assert len(content) < 90_000
    assert content == draw(Sample(url="https://kp.example.cn", doors=("气象馆",)), FONT)


def test_open_bases_stand_below_a_line_of_azurite_and_what_is_off_is_struck():
    with_doors, off = (opened(draw(one, FONT)) for one in (Sample(doors=("气象馆",)), Sample(off=(Row(),))))
    usual = opened(draw(Sample(), FONT))

    assert [AZURITE in _colours(one) for one in (with_doors, off)] == [True, False]
    assert _reds(off) > _reds(usual)


def _colours(picture):
    return {colour for _, colour in picture.getcolors(10_000)}


def _reds(picture):
    return sum(number for number, colour in picture.getcolors(10_000) if colour == CINNABAR)


def test_what_has_no_room_is_counted_and_not_cut():
    crowd = tuple(Spot(f"第{number}处", (Row(), Row())) for number in range(20))
    few = opened(draw(Sample(spots=crowd[:3]), FONT))
    many = opened(draw(Sample(spots=crowd), FONT))

    assert [picture.crop((0, 1180, 1080, 1199)).getcolors() for picture in (few, many)] == [
        [(1080 * 19, PAPER)]
    ] * 2


@pytest.mark.parametrize(
    "changes",
    [
        {"spots": (Spot("地" * 60, (Row(("长" * 60,), "注" * 10),)),)},
        {"names": ("名" * 60,), "sentence": ("句" * 200,), "seal": "石嘴山市"},
        {"doors": tuple("馆" * 30 for _ in range(9)), "foot": ("脚" * 20,)},
        {"off": (Row(("消" * 60,)),) * 9, "phone": "023-60000001", "url": "https://kp.example.cn"},
    ],
)
def test_whatever_is_written_keeps_the_edges_free(changes):
    picture = opened(draw(replace(Sample(), **changes), FONT))

    assert {
        picture.getpixel((x, y)) for x in (*range(40, 78), *range(1006, 1040)) for y in range(0, 1440, 3)
    } == {PAPER}


@pytest.mark.parametrize(
    "address", ["https://kp.example.cn", f"https://kp.example.cn/{'long-' * 12}/days/2024-05-25.html"]
)
def test_a_camera_reads_the_code_and_it_lies_on_no_line(address: str):
    picture = opened(draw(Sample(url=address), FONT))
    (found,) = zxingcpp.read_barcodes(picture)

    assert found.text == address
    assert {picture.getpixel((x, 1381)) for x in range(1080)} == {PAPER}
