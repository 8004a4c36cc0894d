from pathlib import Path

import pytest
from trees import complaints, read

PAGE, BODY = "content/pages/about.md", "content/activities/fish.md"
PHOTO: dict[str, str | bytes | None] = {"content/images/Hall.jpg": b""}


def test_a_picture_that_is_there_is_shown(tmp_path: Path):
    files = {PAGE: "Title: 关于\n\n![厅](images/Hall.jpg)\n", BODY: "![厅](../images/Hall.jpg)\n"}

    assert read(tmp_path, PHOTO | files).warnings == ()


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            PAGE,
            "Title: 关于\n\n看 ![厅](images/hal.jpg)\n",
            "3:8: content/images 里没有“hal.jpg”。是不是“Hall.jpg”？",
        ),
        (
            PAGE,
            "Title: 关于\n\n![厅](images/hall.jpg)\n",
            "3:6: content/images 里没有“hall.jpg”。大小写不同，请写“Hall.jpg”。",
        ),
        (
            BODY,
            "![厅](Hall.jpg)\n",
            "1:6: 图片的地址不能写“Hall.jpg”。图片放在 content/images，这里写“../images/Hall.jpg”。",
        ),
        (
            BODY,
            "![厅](images/Hall.jpg)\n",
            "1:6: 图片的地址不能写“images/Hall.jpg”。图片放在 content/images，这里写“../images/Hall.jpg”。",
        ),
    ],
)
def test_a_picture_that_is_not_there_is_told(tmp_path: Path, file: str, text: str, message: str):
    assert complaints(tmp_path, PHOTO | {file: text}) == [f"{file}:{message}"]
