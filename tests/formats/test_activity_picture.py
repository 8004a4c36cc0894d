from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from scienceweek.formats.activity_picture import draw
from scienceweek.formats.picture_parts import Font

FONT = Font.of(Path(__file__).parents[2] / "theme" / "fonts")
PAPER, CINNABAR = (249, 249, 246), (177, 42, 26)


@dataclass(frozen=True)
class Mark:
    id: str = "fish"
    topic: str = "health"
    kind: str = "exhibition"
    district: str = "yubei"
    day: int = 25
    days: int = 3
    off: bool = False


@dataclass(frozen=True)
class Day:
    above: str = "5月 周六"
    number: str = "25"


@dataclass(frozen=True)
class Sample:
    mark: Mark = Mark()
    seal: str = "渝北"
    kicker: tuple[str, ...] = ("2024年渝北区", "科技活动周")
    figures: tuple[Day, ...] = (Day(),)
    when: tuple[str, ...] = ("9:30—11:00",)
    title: tuple[str, ...] = ("我们曾经", "都是鱼")
    place: tuple[str, ...] = ("市主会场",)
    host: str = "主办 地质矿产研究院"
    how: str = ""
    phone: str = "023-60000001"
    foot: str = "科技活动周"
    url: str = ""


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_it_is_a_square_of_paper_with_a_rubbing_and_a_seal():
    picture = opened(draw(Sample(), FONT))

    assert picture.size == (1080, 1080)
    assert (picture.getpixel((10, 10)), picture.getpixel((896, 420))) == (PAPER, CINNABAR)
    assert sum(picture.getpixel((660, 140))) < 200


def test_the_same_record_makes_the_same_bytes_and_each_part_of_it_is_seen():
    other = {
        "mark": Mark("salmon"),
        "seal": "綦江",
        "kicker": ("别的",),
        "figures": (Day(), Day(number="27")),
        "when": (),
        "title": ("别的",),
        "place": ("创客港",),
        "host": "",
        "how": "免费，不用预约",
        "phone": "",
        "foot": "别的",
        "url": "https://kp.example.cn/a.html",
    }
    drawn = [draw(replace(Sample(), **{name: value}), FONT) for name, value in other.items()]

    assert len({draw(Sample(), FONT), draw(Sample(), FONT), *drawn}) == 1 + len(other)
    assert max(map(len, drawn)) < 50_000


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ("长" * 40, "名" * 40)},
        {"place": ("地" * 80,), "host": "人" * 80, "how": "话" * 80, "url": "https://kp.example.cn"},
        {"kicker": ("届" * 60,), "when": ("时" * 90,), "foot": "站" * 30},
        {"title": (), "place": (), "figures": ()},
    ],
)
def test_whatever_is_written_keeps_the_edges_free(changes):
    picture = opened(draw(replace(Sample(), **changes), FONT))

    assert {
        picture.getpixel((x, y)) for x in (*range(40, 78), *range(1006, 1040)) for y in range(0, 1080, 3)
    } == {PAPER}


def test_a_camera_reads_the_way_to_the_page():
    address = "https://kp.example.cn/activities/2024-yubei-001.html"
    (found,) = zxingcpp.read_barcodes(opened(draw(replace(Sample(), url=address), FONT)))

    assert found.text == address
