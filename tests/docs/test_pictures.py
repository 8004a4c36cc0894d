"""What the handbook says of pictures is what the program says."""

import re
from pathlib import Path

import pytest
from photographs import canvas, encoded, jpeg, picture
from trees import ACTIVITIES, BASES, FILES, activity, grow

from scienceweek.check.inspection import inspect
from scienceweek.model.image import LARGEST
from scienceweek.source.mistakes.problems import SourceError

HANDBOOK = (Path(__file__).resolve().parents[2] / "docs" / "handbook.md").read_text()
ROWS = re.findall(r"^\| (.*?) \| .* \|$", HANDBOOK.partition("\n## 提示是什么意思\n")[2], re.MULTILINE)
SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
PHOTO = activity(results="{photos: [{file: a.jpg, alt: 孩子}]}")


def said(root: Path) -> list[str]:
    try:
        return [one.message for one in inspect(root / "data", root / "content").warnings]
    except SourceError as error:
        return [one.message for one in error.problems]


@pytest.mark.parametrize(
    ("row", "files"),
    [
        ("会成为网址，只用英文字母、数字……", {"content/images/会场.jpg": jpeg()}),
        ("里面却是……", {"content/images/a.jpg": encoded(picture(), "GIF")}),
        ("图片不完整或已损坏", {"content/images/a.jpg": jpeg()[:-40]}),
        ("图片太大", {"content/images/a.png": canvas(12_000, 9_000)}),
        ("SVG 图的第 …… 行", {"content/images/a.svg": SCRIPT}),
        ("没有页面用到这张图片", {"content/images/a.jpg": jpeg()}),
        ("还没有同意公开", {"content/images/a.jpg": jpeg(), ACTIVITIES: PHOTO}),
        ("分享图的字库里没有", {BASES: FILES[BASES].replace("气象", "𰻞")}),
    ],
)
def test_each_message_of_the_handbook_is_given(
    tmp_path: Path, row: str, files: dict[str, str | bytes | None]
):
    pattern = ".*".join(map(re.escape, re.split(" ?…… ?", row)))

    assert row in ROWS
    assert [bool(re.search(pattern, message)) for message in said(grow(tmp_path, files))] == [True]


def test_the_measures_of_the_handbook_are_those_of_the_program():
    assert re.findall(r"长边超过 (\d+) 像素", HANDBOOK) == [str(LARGEST)]
